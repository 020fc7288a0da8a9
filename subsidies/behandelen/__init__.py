"""What the ministry does with an aanvraag that came in."""
