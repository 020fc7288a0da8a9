"""The lists of subsidies."""
