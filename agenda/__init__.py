"""Ground and frame: programma, gemeenten, bronnen and feiten, and the mechanisms all apps share."""
