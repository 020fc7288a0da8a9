"""gunicorn's worker with threads, which notes when each request came in, before a thread is free for it."""

import selectors
import time
from functools import partial

from gunicorn.workers.gthread import DEFAULT_WORKER_DATA_TIMEOUT, ThreadWorker

from agenda import klok, ontvangst


class Ontvanger(ThreadWorker):
    """A new connection takes a thread only once there is something to read on it, and that is the moment we note."""

    def enqueue_req(self, conn):
        if conn.initialized or conn.data_ready:
            conn.binnen = klok.nu()
            super().enqueue_req(conn)
            return
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + DEFAULT_WORKER_DATA_TIMEOUT + self.cfg.keepalive
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def handle(self, conn):
        ontvangst.noteer(conn.binnen)
        return super().handle(conn)
