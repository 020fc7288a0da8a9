"""Views, split by noun."""
