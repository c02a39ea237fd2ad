"""What is between the tool and the rest of the world, in one process: every call passes, fails, or is its last one.

A tool that is killed does nothing any more: not the call before which it dies, and none that its ``finally`` would
make. What HeyMilo did before stays done, and its answer is lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any, TypeVar

import httpx
import pytest

from heymilo_ops.remote import client
from heymilo_ops.remote.client import Client
from heymilo_ops.remote.pace import Limiter
from heymilo_ops.sandbox import store
from heymilo_ops.statefile.folder import FolderBackend

URL = "http://127.0.0.1:1"
T = TypeVar("T")


class Killed(BaseException):
    """The process ends here."""


class Fuse:
    """Counts calls that leave the process, and ends it at one of them."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.blown = False
        self.calls = 0

    def set(self, calls: int | None) -> None:
        """Let so many calls through, ``None`` for all, from now on and whatever was before."""
        self.left, self.blown, self.calls = calls, False, 0

    def pass_through(self) -> None:
        """Before a call and after it."""
        self.calls += 1
        if self.left is not None:
            self.left -= 1
            self.blown = self.blown or self.left < 0
        if self.blown:
            raise Killed


class Wire(httpx.BaseTransport):
    """A sandbox in this process as an HTTP client reaches it; no socket, no thread."""

    def __init__(self, app: Any, fuse: Fuse) -> None:
        self._asgi = httpx.ASGITransport(app=app)
        self._runner = asyncio.Runner()
        self._fuse = fuse

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send, and lose the answer where the sandbox cuts the connection."""
        self._fuse.pass_through()
        try:
            answer = self._runner.run(self._send(request))
        except ConnectionResetError as error:
            raise httpx.ReadError(str(error)) from None
        self._fuse.pass_through()
        return answer

    async def _send(self, request: httpx.Request) -> httpx.Response:
        answer = await self._asgi.handle_async_request(
            httpx.Request(request.method, request.url, headers=request.headers, content=request.read())
        )
        return httpx.Response(answer.status_code, headers=answer.headers, content=await answer.aread())

    def close(self) -> None:
        """End the loop."""
        self._runner.close()


@contextmanager
def linked(wire: Callable[[], Wire], fuse: Callable[[], Fuse]) -> Iterator[None]:
    """Let every client speak over the wire, and every write of a state in a folder pass the fuse."""

    def fused(method: Callable[..., T]) -> Callable[..., T]:
        def call(*args: Any) -> T:
            fuse().pass_through()
            found = method(*args)
            fuse().pass_through()
            return found

        return call

    def http(_: Client) -> httpx.Client:
        return httpx.Client(base_url=URL, transport=Unclosed(wire()))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "_http", property(http))
        for name in ("put", "create", "delete_all"):
            patch.setattr(FolderBackend, name, fused(getattr(FolderBackend, name)))
        patch.setattr(client, "FIRST_PAUSE_S", 0.0)
        patch.setattr(Limiter, "reserve", lambda *_: 0.0)
        patch.setattr("os.fsync", lambda _: None)
        patch.setattr(store, "secrets", SameIds())
        yield


class SameIds:
    """The same ids each time, in no order."""

    def __init__(self) -> None:
        self._random = Random(0)

    def token_hex(self, size: int) -> str:
        """As ``secrets.token_hex``."""
        return self._random.randbytes(size).hex()


class Unclosed(httpx.BaseTransport):
    """The same wire for each client, which outlives them all."""

    def __init__(self, wire: Wire) -> None:
        self.handle_request = wire.handle_request  # type: ignore[method-assign]
