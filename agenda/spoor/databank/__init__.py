"""Django's PostgreSQL, told before every write who acts; named as ENGINE in the settings."""
