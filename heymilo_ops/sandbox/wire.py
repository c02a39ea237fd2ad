"""The layer between the socket and the app: key, rate limit, request log, faults.

An app cannot cut its own connection by ASGI alone. The server's protocol class (``protocol.py``) puts a
handle on the transport into ``scope["extensions"]``; without it (in-process clients) cutting raises
``ConnectionResetError``, which is what such a client would see.
"""

from __future__ import annotations

import asyncio
import hmac
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from heymilo_ops.sandbox import exchange as exchanges
from heymilo_ops.sandbox.errors import Answer, envelope
from heymilo_ops.sandbox.exchange import Exchange
from heymilo_ops.sandbox.faults import AFTER, BEFORE, ENDING, Fault, Faults, ending, prepare, wait_after
from heymilo_ops.sandbox.late import Late
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.requestlog import RequestLog, Seen

API = "/api/"
CABLE = "heymilo_ops.sandbox.cable"


class Cable(Protocol):
    """What the server lends: two ways to end the connection."""

    def cut(self) -> None:
        """Reset the connection at once; unsent bytes are lost."""

    def hang_up(self) -> None:
        """Send what was written, then close."""

    @property
    def gone(self) -> bool:
        """The client has left."""


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

    def __init__(self, app: ASGIApp, *, options: Options, faults: Faults, log: RequestLog, late: Late) -> None:
        self.app = app
        self.options = options
        self.faults = faults
        self.log = log
        self.late = late
        self.limit = RateLimit(options.requests_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, well or badly."""
        exchange = exchanges.begin()
        if scope["type"] != "http" or not scope["path"].startswith(API):
            await self.app(scope, receive, send)
            return
        exchange.rewrites, exchange.late_seconds = self.options.rewrites, self.options.writing_seconds
        body = await _whole(receive)
        seen = self.log.add(scope, body, self.options.clock())
        try:
            if body is not None:
                await self._meet(scope, body, exchange, seen, receive, send)
        finally:
            if seen.state == "open":
                seen.state = "done"

    async def _meet(
        self, scope: Scope, body: bytes, exchange: Exchange, seen: Seen, receive: Receive, send: Send
    ) -> None:
        """Find out what goes wrong with this request, and do what is left of it."""
        hits = self.faults.hitting(seen.method, seen.path, seen.name)
        wait = prepare(hits, exchange)
        seen.faults += [fault.action for fault in hits if fault.action not in ENDING and not fault.after_the_work]
        await asyncio.sleep(wait)
        fault = ending(hits)
        if fault is not None and fault.action in BEFORE and not fault.spent:
            await self._refuse(fault, seen, scope, receive, send)
            return
        refusal = self._door(scope)
        if fault is not None and fault.action == "late_commit" and not fault.spent and refusal is None:
            await self._postpone(fault, exchange, seen, scope, body, receive)
            return
        captured = await self._work(refusal, scope, body, exchange, seen)
        seen.faults += [fault.action for fault in hits if fault.after_the_work]
        await asyncio.sleep(wait_after(hits))
        if fault is not None and _acts(fault, seen):
            await self._spoil(fault, captured, seen, scope, receive, send)
            return
        seen.status = captured.status
        seen.delivered = not _gone(scope)
        await _deliver(captured, send)

    async def _work(
        self, refusal: Response | None, scope: Scope, body: bytes, exchange: Exchange, seen: Seen
    ) -> Captured:
        """Let the app answer unless it is ``refusal`` that answers, and note what came of it."""
        captured = Captured()
        await (refusal or self.app)(scope, _replay(body), captured.send)
        if exchange.committed:
            seen.committed = True
            seen.committed_at = self.options.clock()
            seen.made = list(exchange.made)
        return captured

    async def _postpone(
        self, fault: Fault, exchange: Exchange, seen: Seen, scope: Scope, body: bytes, receive: Receive
    ) -> None:
        """Keep the work for later and give the client nothing."""

        async def work() -> None:
            exchanges.begin(exchange)
            await self._work(None, scope, body, exchange, seen)

        _note(fault, seen)
        self.late.hold(seen, work, fault.seconds)
        await _end(scope, receive, _wait if fault.hang else _cut)

    def _door(self, scope: Scope) -> Response | None:
        """401 without the right key, 429 beyond the limit, else nothing."""
        wait = self.limit.wait()
        if wait:
            return _too_many(str(int(wait) + 1))
        key = dict(scope["headers"]).get(b"x-api-key", b"")
        expected = self.options.api_key
        if expected is not None and not hmac.compare_digest(key, expected.encode()):
            return _unauthorized()
        return None

    async def _refuse(self, fault: Fault, seen: Seen, scope: Scope, receive: Receive, send: Send) -> None:
        """Act before any work is done."""
        _note(fault, seen)
        if fault.action == "drop_before":
            await _end(scope, receive, _cut)
            return
        answer = _refusal(fault)
        seen.status = answer.status_code
        await answer(scope, receive, send)

    async def _spoil(
        self, fault: Fault, captured: Captured, seen: Seen, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Act on an answer that is ready."""
        _note(fault, seen)
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
            await _end(scope, receive, _cut)


def _acts(fault: Fault, seen: Seen) -> bool:
    reads = seen.method in ("GET", "HEAD")
    return fault.action in AFTER and not fault.spent and (reads or seen.committed or fault.action == "truncate")


def _note(fault: Fault, seen: Seen) -> None:
    """Count a fault that ends a request, and say so in the log."""
    fault.used += 1
    seen.fault = fault.action
    seen.faults.append(fault.action)


async def _whole(receive: Receive) -> bytes | None:
    """Return the body; ``None`` where the client left before its end."""
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        part: bytes = message.get("body", b"")
        body += part
        if not message.get("more_body", False):
            return body


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


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


def _cut(cable: Cable) -> None:
    cable.cut()


def _wait(_: Cable) -> None:
    """Leave it to the client to end the connection."""


def _gone(scope: Scope) -> bool:
    cable = scope.get("extensions", {}).get(CABLE)
    return cable is not None and cable.gone


def _refusal(fault: Fault) -> Response:
    if fault.action == "rate_limit":
        return _too_many(fault.retry_after)
    if fault.action == "unauthorized":
        return _unauthorized()
    if fault.action == "refuse":
        return _no(fault.status or 409, fault.body)
    return _broken(fault.status or 500)


def _no(status: int, body: Any) -> Response:
    if isinstance(body, str):
        return Response(body, status_code=status, media_type="text/html")
    usual = envelope(status, "A posting with this name is active already.", code="name_taken")
    return Answer(usual if body is None else body, status_code=status)


def _unauthorized() -> Response:
    return Answer(envelope(401, "Invalid or missing API key"), status_code=401)


def _too_many(retry_after: str | None) -> Response:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Answer(envelope(429, "Rate limit exceeded"), status_code=429, headers=headers)


def _broken(status: int) -> Response:
    if status < 502:
        return Answer(envelope(status, "Something went wrong on our side"), status_code=status)
    return Response("<html><h1>Bad gateway</h1></html>", status_code=status, media_type="text/html")
