"""Management commands of rapportage."""
