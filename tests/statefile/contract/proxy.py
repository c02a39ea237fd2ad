"""A TCP proxy on loopback that delivers a request and loses its answer, once, when told to."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress

GRACE_S = 0.3
"""How long the server has to finish after the first byte of its answer, before the connection goes."""


class Proxy:
    """Listens on ``port`` and passes everything on to ``upstream``."""

    def __init__(self, upstream: int) -> None:
        self.dropped = 0
        self._upstream = upstream
        self._trigger: bytes | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def lose_answer_to(self, beginning: bytes) -> None:
        """Lose the next answer to a request that holds these bytes."""
        self._trigger = beginning

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._upstream))
                doomed = threading.Event()
                threading.Thread(target=self._forth, args=(client, server, doomed), daemon=True).start()
                threading.Thread(target=self._back, args=(client, server, doomed), daemon=True).start()

    def _forth(self, client: socket.socket, server: socket.socket, doomed: threading.Event) -> None:
        with suppress(OSError):
            while data := client.recv(65536):
                if self._trigger and self._trigger in data:
                    self._trigger = None
                    doomed.set()
                server.sendall(data)
            server.shutdown(socket.SHUT_WR)

    def _back(self, client: socket.socket, server: socket.socket, doomed: threading.Event) -> None:
        with suppress(OSError):
            while data := server.recv(65536):
                if doomed.is_set():
                    self.dropped += 1
                    time.sleep(GRACE_S)
                    break
                client.sendall(data)
        for each in (client, server):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
