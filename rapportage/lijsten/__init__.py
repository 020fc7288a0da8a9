"""The lists of the top app."""
