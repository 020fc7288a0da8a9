"""What happens to activiteiten, mijlpalen and indicatoren: every verb, with `by` who does it."""
