"""Securing one's own account: second factors, passkeys and recovery codes."""
