"""Tests of the action lines and the begroting."""
