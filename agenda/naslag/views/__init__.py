"""Views of the pages to look things up, split by noun."""
