"""The lists of interventies."""
