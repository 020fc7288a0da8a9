"""The forms of subsidies, one module per subject."""
