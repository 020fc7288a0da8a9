"""The lists of the actielijnen and of the begroting."""
