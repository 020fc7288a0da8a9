"""Searching what was published: Dutch words in every form, parts of compounds, and words spelled almost right."""
