"""The web server: two processes of four threads, on loopback; a proxy with https stands before it."""

import os

bind = f"127.0.0.1:{os.environ.get('PORTAAL_POORT', '8000')}"
wsgi_app = "agenda.wsgi"
worker_class = "agenda.webserver.Ontvanger"  # gthread; measured: faster on lists than sync, granian or uvicorn
workers = 2
threads = 4
raw_env = [f"DATABASE_POOL={threads}"]  # connections per process, kept open; measured: a fifth more lists per second
loglevel = "warning"
graceful_timeout = 10  # seconds that a request may still take after Ctrl-C
control_socket_disable = True  # it lies in the home folder, where two portals would share it
