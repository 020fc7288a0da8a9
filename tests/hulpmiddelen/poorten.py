"""Ports for the servers of the tests, which nothing else takes between choosing one and listening on it."""

import os
import random
import socket
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

# Below 32768, from where the system itself takes ports for connections; each process of the tests has its own part.
FIRST, PART, PARTS = 12_000, 2_000, 10


@cache
def _untried() -> Iterator[int]:
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % PARTS
    ports = list(range(FIRST + worker * PART, FIRST + (worker + 1) * PART))
    random.shuffle(ports)  # all tests may run twice on this machine, from two folders
    return iter(ports)


def free_port() -> int:
    """A port on which nothing listens; never the same one again in this process."""
    for port in _untried():
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise RuntimeError("Er is geen poort meer vrij voor de servers van de tests.")
