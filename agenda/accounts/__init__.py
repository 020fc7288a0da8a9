"""Signing in and out, and the demo door."""
