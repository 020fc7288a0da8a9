"""What must be entered before a letter: the sjabloon, the list of a year and its points, and how it stands."""
