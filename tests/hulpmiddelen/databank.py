"""Other databases on the PostgreSQL of the tests."""

from urllib.parse import urlencode

from django.db import connection


def database_url(name: str) -> str:
    """The address of the database `name`, which need not exist yet."""
    params = connection.get_connection_params()
    query = {key: params[key] for key in ("host", "port", "user", "password") if params.get(key)}
    return f"postgresql:///{name}?{urlencode(query)}"
