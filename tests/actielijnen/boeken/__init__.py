"""Booking on the begroting: verbs, forms and pages."""
