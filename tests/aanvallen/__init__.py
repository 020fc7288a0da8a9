"""Hostile requests: each is refused or neutralised, nothing changes, and the answer gives nothing away."""
