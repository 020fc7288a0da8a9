"""Signing in by OpenID Connect: staff of the ministry and officials of gemeenten."""
