"""Sessions that end, and what somebody had typed by then."""
