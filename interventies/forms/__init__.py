"""The forms of interventies."""
