"""Deadline day with the real thing: PostgreSQL, gunicorn as ./run serve starts it, and HTTP over loopback."""
