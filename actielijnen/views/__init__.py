"""The pages of actielijnen, one module per subject."""
