"""Where Django looks for template tags; the code itself lives in `agenda.ui`."""
