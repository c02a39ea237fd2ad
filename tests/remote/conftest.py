from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.remote.client import Client, KeyPolicy, Timing
from tests.conftest import LOOPBACK

KEY = "hm-key-0123456789abcdef"

Action = str | tuple[Any, ...] | Callable[[], Any]
"""What the server does with one request: a name of ``ENDS``, an answer as (status, body, *headers) with a body of
bytes or JSON, or something that gives one of these when the request is there.
"""


def _answer(connection: socket.socket, status: int, body: Any = None, *headers: str, length: int = -1) -> None:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(data) if length < 0 else length}", *headers]
    connection.sendall("\r\n".join([*lines, "", ""]).encode() + data)


def _cut(connection: socket.socket) -> None:
    """Close the connection without a word."""


def _reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _garbage(connection: socket.socket) -> None:
    connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")


def _half(connection: socket.socket) -> None:
    _answer(connection, 201, {"data": {"id": "P1"}}, length=10_000)


def _hang(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.recv(1)


ENDS: dict[str, Callable[[socket.socket], None]] = {
    "cut": _cut,
    "garbage": _garbage,
    "half": _half,
    "hang": _hang,
    "reset": _reset,
}
"""Actions after which the connection is closed."""


class Rogue:
    """A server on a socket that does as its script says, one action a request, the last one for ever."""

    def __init__(self) -> None:
        self.script: list[Action] = []
        self.requests: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def lines(self) -> list[str]:
        """The request lines seen."""
        return [request.split(b" HTTP/")[0].decode() for request in self.requests]

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                connection.settimeout(5)
                while request := _request(connection):
                    self.requests.append(request)
                    action = self.script.pop(0) if len(self.script) > 1 else self.script[0]
                    if callable(action):
                        action = action()
                    if isinstance(action, str):
                        ENDS[action](connection)
                        break
                    _answer(connection, *action)


def _request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65536)
        if not chunk:
            return b""
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    wanted = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    while len(body) < wanted:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


class Time:
    """Clocks that only sleeping moves."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.naps: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.seconds += seconds

    def clock(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return datetime(2026, 11, 24, 8, 0, tzinfo=UTC) + timedelta(seconds=self.seconds - 1000)


@pytest.fixture
def rogue() -> Iterator[Rogue]:
    server = Rogue()
    yield server
    server.close()


@pytest.fixture
def elsewhere() -> Iterator[Rogue]:
    """A second server."""
    server = Rogue()
    yield server
    server.close()


@pytest.fixture
def key() -> str:
    """The key that clients are made with."""
    return KEY


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def waits() -> list[tuple[float, str]]:
    return []


@pytest.fixture
def connect(time: Time, waits: list[tuple[float, str]]) -> Iterator[Callable[..., Client]]:
    """Makes clients on fake time, and closes them."""
    made: list[Client] = []

    def make(
        url: str, key: str = KEY, per_minute: int = 1_000_000, trace: Callable[[str], None] | None = None, **policy: Any
    ) -> Client:
        allowed = KeyPolicy(**{"allowed_hosts": LOOPBACK, **policy})
        client = Client(url, key, allowed, per_minute, Timing(time.sleep, time.clock, time.now), trace)
        client.on_wait = lambda seconds, reason: waits.append((seconds, reason))
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def client(rogue: Rogue, connect: Callable[..., Client]) -> Client:
    return connect(rogue.url)


@pytest.fixture(scope="module")
def sandbox_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from heymilo_ops.sandbox.server import Server

    path: Path = tmp_path_factory.mktemp("sandbox") / "sandbox.db"
    with Server(str(path), api_key=KEY) as server:
        yield server.url
