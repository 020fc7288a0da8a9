"""Regelingen and their versions, and the money that goes to municipalities."""
