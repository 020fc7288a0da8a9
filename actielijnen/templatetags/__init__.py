"""How values of actielijnen are written on a page."""
