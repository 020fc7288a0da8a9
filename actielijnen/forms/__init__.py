"""What people fill in about activiteiten, mijlpalen and indicatoren."""
