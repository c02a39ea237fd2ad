"""The layer between the socket and the app: key, rate limit, request log, faults.

An app cannot cut its own connection by ASGI alone. The server's protocol class (``protocol.py``) puts a
handle on the transport into ``scope["extensions"]``; without it (in-process clients) cutting raises
``ConnectionResetError``, which is what such a client would see.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from heymilo_ops.sandbox import exchange as exchanges
from heymilo_ops.sandbox.errors import Answer, envelope
from heymilo_ops.sandbox.faults import AFTER, BEFORE, Fault, Faults, ending, prepare, wait_after
from heymilo_ops.sandbox.options import Options

API = "/api/"
CABLE = "heymilo_ops.sandbox.cable"


class Cable(Protocol):
    """What the server lends: two ways to end the connection."""

    def cut(self) -> None:
        """Reset the connection at once; unsent bytes are lost."""

    def hang_up(self) -> None:
        """Send what was written, then close."""


@dataclass(slots=True)
class Seen:
    """One request in the log; ``status`` is 0 while unanswered and where the connection was cut."""

    seq: int
    time: float
    method: str
    path: str
    query: str
    name: str | None
    status: int = 0
    committed: bool = False
    fault: str | None = None


class RequestLog:
    """The last 10,000 API requests, without headers: a key never gets in."""

    def __init__(self) -> None:
        self.entries: deque[Seen] = deque(maxlen=10_000)
        self._next = 1

    def add(self, scope: Scope, name: str | None, now: float) -> Seen:
        """Note a request that has just come in."""
        query = scope.get("query_string", b"").decode("ascii", "replace")
        seen = Seen(self._next, now, scope["method"], scope["path"], query, name)
        self._next += 1
        self.entries.append(seen)
        return seen


class RateLimit:
    """At most so many requests in any sixty seconds; says how long to wait otherwise."""

    def __init__(self, per_minute: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = per_minute
        self._clock = clock
        self._times: deque[float] = deque()

    def wait(self) -> float:
        """Count a request: 0 where it may pass, else the seconds until one may."""
        if self._limit is None:
            return 0.0
        now = self._clock()
        while self._times and self._times[0] <= now - 60:
            self._times.popleft()
        if len(self._times) >= self._limit:
            return self._times[0] + 60 - now
        self._times.append(now)
        return 0.0


@dataclass(slots=True)
class Captured:
    """An answer of the app, held back until it is decided what becomes of it."""

    status: int = 500
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""

    async def send(self, message: Message) -> None:
        """The app's ``send``."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = tuple(message["headers"])
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")


class Wire:
    """ASGI middleware around everything under ``/api/``; other paths pass untouched."""

    def __init__(self, app: ASGIApp, *, options: Options, faults: Faults, log: RequestLog) -> None:
        self.app = app
        self.options = options
        self.faults = faults
        self.log = log
        self.limit = RateLimit(options.requests_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, well or badly."""
        if scope["type"] != "http" or not scope["path"].startswith(API):
            await self.app(scope, receive, send)
            return
        body = await _whole(receive)
        name = _name(body)
        seen = self.log.add(scope, name, self.options.clock())
        hits = self.faults.hitting(scope["method"], scope["path"], name)
        exchange = exchanges.begin()
        await asyncio.sleep(prepare(hits, exchange))
        fault = ending(hits)
        if fault is not None and fault.action in BEFORE and not fault.spent:
            await self._refuse(fault, seen, scope, receive, send)
            return
        captured = await self._work(scope, body)
        seen.committed = exchange.committed
        await asyncio.sleep(wait_after(hits))
        if fault is not None and _acts(fault, seen):
            await self._spoil(fault, captured, seen, scope, receive, send)
            return
        seen.status = captured.status
        await _deliver(captured, send)

    async def _work(self, scope: Scope, body: bytes) -> Captured:
        captured = Captured()
        refusal = self._door(scope)
        await (refusal or self.app)(scope, _replay(body), captured.send)
        return captured

    def _door(self, scope: Scope) -> Response | None:
        """401 without the right key, 429 beyond the limit, else nothing."""
        wait = self.limit.wait()
        if wait:
            return _too_many(str(int(wait) + 1))
        given = dict(scope["headers"]).get(b"x-api-key", b"")
        wanted = self.options.api_key
        if wanted is not None and not hmac.compare_digest(given, wanted.encode()):
            return _unauthorized()
        return None

    async def _refuse(self, fault: Fault, seen: Seen, scope: Scope, receive: Receive, send: Send) -> None:
        """Act before any work is done."""
        fault.used += 1
        seen.fault = fault.action
        if fault.action == "drop_before":
            await _end(scope, receive, lambda cable: cable.cut())
            return
        answer = _refusal(fault)
        seen.status = answer.status_code
        await answer(scope, receive, send)

    async def _spoil(
        self, fault: Fault, captured: Captured, seen: Seen, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Act on an answer that is ready."""
        fault.used += 1
        seen.fault = fault.action
        if fault.action == "error_5xx_after_commit":
            seen.status = fault.status or 500
            await _broken(seen.status)(scope, receive, send)
        elif fault.action == "truncate":
            seen.status = captured.status
            half = captured.body[: len(captured.body) // 2]
            await _start(captured, send)
            await send({"type": "http.response.body", "body": half, "more_body": True})
            await _end(scope, receive, lambda cable: cable.hang_up())
        else:
            await _end(scope, receive, lambda cable: cable.cut())


def _acts(fault: Fault, seen: Seen) -> bool:
    reads = seen.method in ("GET", "HEAD")
    return fault.action in AFTER and not fault.spent and (reads or seen.committed or fault.action == "truncate")


async def _whole(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return body
        part: bytes = message.get("body", b"")
        body += part
        if not message.get("more_body", False):
            return body


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _name(body: bytes) -> str | None:
    """The posting's name in a JSON body."""
    try:
        parsed: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    name = parsed.get("name") if isinstance(parsed, dict) else None
    return name if isinstance(name, str) else None


async def _deliver(captured: Captured, send: Send) -> None:
    await _start(captured, send)
    await send({"type": "http.response.body", "body": captured.body, "more_body": False})


async def _start(captured: Captured, send: Send) -> None:
    await send({"type": "http.response.start", "status": captured.status, "headers": list(captured.headers)})


async def _end(scope: Scope, receive: Receive, how: Callable[[Cable], None]) -> None:
    """End the connection, then wait until the server has noticed: returning earlier would make it answer 500."""
    cable = scope.get("extensions", {}).get(CABLE)
    if cable is None:
        raise ConnectionResetError("the sandbox cut this connection")
    how(cable)
    while (await receive())["type"] != "http.disconnect":
        pass


def _refusal(fault: Fault) -> Response:
    if fault.action == "rate_limit":
        return _too_many(fault.retry_after)
    if fault.action == "unauthorized":
        return _unauthorized()
    return _broken(fault.status or 500)


def _unauthorized() -> Response:
    return Answer(envelope(401, "Invalid or missing API key"), status_code=401)


def _too_many(retry_after: str | None) -> Response:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Answer(envelope(429, "Rate limit exceeded"), status_code=429, headers=headers)


def _broken(status: int) -> Response:
    if status < 502:
        return Answer(envelope(status, "Something went wrong on our side"), status_code=status)
    return Response("<html><h1>Bad gateway</h1></html>", status_code=status, media_type="text/html")
