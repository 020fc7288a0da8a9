"""Management commands of interventies."""
