"""Tests of what must be entered before a letter."""
