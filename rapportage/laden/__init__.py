"""Loads the real data of the programma from agenda/gegevens; a second run changes nothing."""
