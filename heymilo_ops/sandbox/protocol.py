"""A uvicorn protocol that lends the app a handle on its connection, so that a fault can really cut it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from heymilo_ops.sandbox.wire import CABLE

_NO_LINGER = struct.pack("ii", 1, 0)


class TransportCable:
    """Ends the connection of one transport."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def cut(self) -> None:
        """Reset, so that the client gets a read error and not a clean end of file."""
        with contextlib.suppress(OSError):  # the client may have gone first
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self._transport.abort()

    def hang_up(self) -> None:
        """Flush, then close."""
        self._transport.close()

    @property
    def gone(self) -> bool:
        """The connection is closed or about to be."""
        return self._transport.is_closing()


class CuttableProtocol(H11Protocol):
    """HTTP/1.1 with ``scope["extensions"][CABLE]``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.app = self._with_cable(self.app)

    def _with_cable(self, app: Any) -> ASGIApp:
        async def wired(scope: Scope, receive: Receive, send: Send) -> None:
            extensions = {**scope.get("extensions", {}), CABLE: TransportCable(self.transport)}
            await app({**scope, "extensions": extensions}, receive, send)

        return wired
