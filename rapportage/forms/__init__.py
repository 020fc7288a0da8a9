"""The forms of the top app."""
