"""The pages of subsidies, one module per subject."""
