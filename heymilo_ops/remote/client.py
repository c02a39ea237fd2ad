"""HTTP to HeyMilo: the key, the rate limit, patience, and what may be sent twice. httpx is spoken here alone.

Reads are tried again after failures. A write is sent again only after a 429, which says that it was not done. No
failure leaves here as an exception of httpx, since those hold the request and its headers.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from heymilo_ops.errors import UnreachableError
from heymilo_ops.model.location import is_loopback
from heymilo_ops.remote.allowed_hosts import checked_base
from heymilo_ops.remote.answer import (
    REFUSED,
    Answer,
    ConfirmedAnswer,
    Read,
    RefusedAnswer,
    RejectedAnswer,
    UnknownAnswer,
    Unreadable,
    answer_of,
    answered,
    complaint,
    parse,
)
from heymilo_ops.remote.pace import Limiter, Patience
from heymilo_ops.remote.proxy import Proxy, UnusableError, certificates, distrust_help, is_distrust, proxy_for
from heymilo_ops.text.sanitize import redactor, without
from heymilo_ops.version import __version__

if TYPE_CHECKING:
    import httpx

CONNECT_S = 5.0
REQUEST_S = 30.0
KEEPALIVE_S = 2.0
"""Seconds: to connect, for a whole answer, and that an idle connection is used again (servers close theirs after 5)."""

MAX_BYTES = 64 * 1024 * 1024
"""The longest answer that is read, in bytes after decompression."""

READ_TRIES = 4
FIRST_PAUSE_S = 0.5
"""A read is tried so often; the pauses between double from the first, in seconds."""

GLANCE_S = 0.25
"""Seconds of a pause after which it is looked whether somebody asked to stop."""

Params = Mapping[str, str | int]
OnWait = Callable[[float, str], None]


def ignore_pause(_seconds: float, _reason: str) -> None:
    """Report nothing before a pause."""


@dataclass(frozen=True, slots=True)
class _Reply:
    """An answer that arrived whole."""

    status: int
    body: bytes
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class _Failure:
    """No whole answer arrived.

    ``reached`` is false where nothing can have been sent; ``help`` says what to do where trying again can't help.
    """

    reason: str
    reached: bool
    help: str = ""


class _Key:
    """The key. It has no text of its own, so that nothing prints it by accident."""

    __slots__ = ("_redact", "_text")

    def __init__(self, text: str) -> None:
        self._text = text.strip()
        self._redact = redactor(self._text)

    @property
    def usable(self) -> bool:
        """Whether it can be sent as a header at all."""
        return bool(self._text) and self._text.isascii() and self._text.isprintable() and " " not in self._text

    def put_into(self, request: httpx.Request) -> None:
        """Sign a request."""
        request.headers["X-API-KEY"] = self._text

    def out_of(self, body: bytes) -> bytes:
        """Return a server's answer without the key, in any spelling: answers are printed and kept in files.

        Texts are looked at as they read, not as JSON spells them.
        """
        text = body.decode(errors="replace")
        if self.out_of_text(text) == text:
            return body
        try:
            return json.dumps(without(json.loads(text), self._redact)).encode()
        except (ValueError, RecursionError):
            return self.out_of_text(text).encode()

    def out_of_text(self, text: str) -> str:
        """Return the text of a library's error without the key, should a server have put it there."""
        return self._redact(text)

    def __repr__(self) -> str:
        return "<key>"


@dataclass(frozen=True, slots=True)
class KeyPolicy:
    """What may be done with a key.

    Attributes:
        variable: the environment variable that holds the key, for messages.
        allowed_hosts: hosts that the key may be sent to besides HeyMilo's, as ``ALLOW_HOST`` lists them.
        reads_only: refuse every method but GET, before anything is sent.
    """

    variable: str = "HEYMILO_API_KEY"
    allowed_hosts: str = ""
    reads_only: bool = False


@dataclass(frozen=True, slots=True)
class Timing:
    """How a client sleeps and reads the time: seconds to sleep, monotonic seconds, the time with an offset."""

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Client:
    """One HeyMilo, one key. Close it, or use it in a ``with``.

    Args:
        base_url: where HeyMilo answers. Raises ``AttentionError`` where the key must not be sent there; see
            ``checked_base``.
        api_key: sent as ``X-API-KEY``; raises ``UnreachableError`` where it can't be one.
        requests_per_minute: the rate limit to keep.
        trace: called with one line a request: method, path, result, milliseconds. Never a header or a body.

    Attributes:
        on_wait: called with seconds and a reason before each pause.
        stopping: whether to stop waiting and retrying; ``None`` where nobody can ask for it.
        gate: called before each write, each time it is sent; what it raises comes out of ``write``.
        wrote: whether anything was written, or may have been.
    """

    def __init__(
        self,
        base_url: str,
        api_key: str,
        policy: KeyPolicy = KeyPolicy(),
        requests_per_minute: int = 150,
        timing: Timing = Timing(),
        trace: Callable[[str], None] | None = None,
    ) -> None:
        self._key = _Key(api_key)
        del api_key  # a traceback that shows this frame's values must not show it
        self.base_url = checked_base(base_url, policy.allowed_hosts)
        self._policy = policy
        if not self._key.usable:
            raise UnreachableError(
                f"{policy.variable} holds no key: it is empty or has characters that no key has",
                f"Set {policy.variable} to the API key of this workspace, and nothing else.",
            )
        self._proxy: Proxy | None = None
        self._limiter = Limiter(requests_per_minute)
        self._trace = trace
        self._timing = timing
        self.on_wait: OnWait = ignore_pause
        self.stopping: Callable[[], bool] | None = None
        self.gate: Callable[[], None] | None = None
        self.wrote = False

    def __repr__(self) -> str:
        return f"Client({vars(self).get('base_url')!r})"

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close its connections."""
        if "_http" in self.__dict__:
            self._http.close()
            del self.__dict__["_http"]

    def get(self, path: str, params: Params | None = None, *, must: bool = False) -> dict[str, Any] | None:
        """Read the JSON object at ``path`` (such as ``/api/v2/postings``); ``None`` where HeyMilo answers 404.

        Raises ``UnreachableError`` after the last try, or at once where trying again can't help. ``must``: and for a
        404, since what is asked for is always there.
        """
        pause = FIRST_PAUSE_S
        for attempt in range(1, READ_TRIES + 1):
            reply = self._patiently("GET", path, None, params)
            if isinstance(reply, _Reply) and reply.status < 500 and reply.status != 408:
                return self._read(reply, path, must)
            if isinstance(reply, _Failure) and reply.help:
                raise UnreachableError(
                    f"HeyMilo can't be reached at {self.base_url}: {reply.reason}", f"{reply.help} Nothing was written."
                )
            if attempt == READ_TRIES or self._stops():
                break
            self._wait(pause, _reason(reply))
            pause *= 2
        raise UnreachableError(
            f"HeyMilo can't be reached at {self.base_url}: {_reason(reply)}",
            "Check the network and base_url, or try again later. Nothing was written.",
        )

    def now(self) -> datetime:
        """Return the time in UTC."""
        return self._timing.now().astimezone(UTC)

    def write(self, method: str, path: str, body: Mapping[str, Any] | None = None, read: Read | None = None) -> Answer:
        """Send one write, once (again only after a 429), and say what became of it.

        ``read`` takes what was done out of an answer that is no single object with an id.

        Raises nothing of the network's, and what ``gate`` raises: then it was not carried out.
        """
        content = None if body is None else json.dumps(body, allow_nan=False, separators=(",", ":")).encode()
        reply = self._patiently(method, path, content, None)
        if isinstance(reply, _Failure):
            self.wrote = self.wrote or reply.reached
            return (
                UnknownAnswer(reply.reason)
                if reply.reached
                else RejectedAnswer(None, f"HeyMilo was not reached: {reply.reason}", reached=False)
            )
        if reply.status in REFUSED:
            message, help = self._refusal(reply)
            return RefusedAnswer(reply.status, message, help)
        answer = answer_of(reply.status, reply.body, body, read)
        self.wrote = self.wrote or isinstance(answer, ConfirmedAnswer | UnknownAnswer)
        return answer

    def _read(self, reply: _Reply, path: str, must: bool) -> dict[str, Any] | None:
        """Return the object in an answer that trying again won't change."""
        words, _ = complaint(reply.body, None) if reply.status >= 400 else ("", {})
        if reply.status in REFUSED:
            raise UnreachableError(*self._refusal(reply))
        if 300 <= reply.status < 400:
            raise UnreachableError(
                f"{self.base_url} answers with a redirect ({reply.status}), which is not followed",
                "Set base_url in heymilo.yaml to the address that it leads to.",
            )
        if reply.status == 429:
            raise UnreachableError(
                f"HeyMilo answered 429: {words or 'too many requests'}",
                "Try again in some minutes. If it happens often, lower requests_per_minute in heymilo.yaml.",
            )
        if reply.status >= 400 and (must or reply.status != 404):
            raise self._unreadable(path, answered(reply.status, words))
        try:
            data = parse(reply.body)
        except Unreadable as error:
            raise self._unreadable(
                path, f"HeyMilo answered {reply.status}, but {error}" + (f": {words}" if words else "")
            ) from None
        return None if reply.status == 404 else data

    def _unreadable(self, path: str, why: str) -> UnreachableError:
        return UnreachableError(f"Can't read {path}: {why}", f"Check that {self.base_url} is HeyMilo's address.")

    def _refusal(self, reply: _Reply) -> tuple[str, str]:
        words, _ = complaint(reply.body, None)
        return (
            f"HeyMilo refuses the key in {self._policy.variable} ({reply.status}" + (f": {words})" if words else ")"),
            f"Set {self._policy.variable} to a key of this workspace.",
        )

    def _patiently(self, method: str, path: str, content: bytes | None, params: Params | None) -> _Reply | _Failure:
        """Send one request, again only after a 429, as long as patience lasts."""
        patience = Patience()
        while True:
            delay = self._limiter.reserve(self._timing.clock())
            if delay:
                self._wait(delay, "the rate limit")
                if self._stops():
                    return _Failure("the run was interrupted", reached=False)
            if method != "GET" and self.gate is not None:
                self.gate()
            reply = self._traced(method, path, content, params)
            if isinstance(reply, _Failure) or reply.status != 429:
                return reply
            self._limiter.drain(self._timing.clock())
            pause = patience.wait(reply.retry_after, self._timing.now())
            if pause is None or self._stops():
                return reply
            self._wait(pause, "HeyMilo asks for patience (429)")
            if self._stops():
                return reply

    def _stops(self) -> bool:
        """Return whether somebody asked to stop: then nothing is waited for, and nothing sent again."""
        return self.stopping is not None and self.stopping()

    def _wait(self, seconds: float, reason: str) -> None:
        self.on_wait(seconds, reason)
        if self.stopping is None:
            self._timing.sleep(seconds)
            return
        until = self._timing.clock() + seconds
        while (left := until - self._timing.clock()) > 0 and not self.stopping():
            self._timing.sleep(min(left, GLANCE_S))

    def _traced(self, method: str, path: str, content: bytes | None, params: Params | None) -> _Reply | _Failure:
        began = self._timing.clock()
        reply = self._send(method, path, content, params)
        if self._trace is not None:
            came = reply.reason if isinstance(reply, _Failure) else str(reply.status)
            self._trace(f"{method} {path}: {came}, {(self._timing.clock() - began) * 1000:.0f} ms")
        return reply

    def _send(self, method: str, path: str, content: bytes | None, params: Params | None) -> _Reply | _Failure:
        """Send one request. Failures are returned, so that no exception keeps the signed request alive."""
        import httpx

        self._require_right(method)
        headers = {"Content-Type": "application/json"} if content is not None else {}
        until = self._timing.clock() + REQUEST_S
        try:
            http = self._http
        except UnusableError as error:
            return _Failure(str(error), reached=False, help=error.help)
        except (OSError, ValueError, httpx.InvalidURL) as error:
            return _Failure(f"no connection can be set up ({type(error).__name__})", reached=False)
        try:
            request = http.build_request(method, path, content=content, params=params, headers=headers)
            self._key.put_into(request)  # signed alone: the key stands in no default header
            response = http.send(request, stream=True)
            try:
                return self._receive(response, until)
            finally:
                response.close()
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
            return self._unconnected(error)
        except httpx.TimeoutException:
            return _Failure(f"no answer within {REQUEST_S:.0f} seconds", reached=True)
        except httpx.HTTPError as error:
            return _Failure(f"the connection broke ({self._words(error)})", reached=True)

    def _unconnected(self, error: Exception) -> _Failure:
        """Say why no connection came about, and by which variable of the environment, where one has a part in it."""
        words = self._words(error)
        if is_distrust(error):
            return _Failure(f"its certificate is not trusted ({words})", reached=False, help=distrust_help())
        if self._proxy is None:
            return _Failure(f"no connection ({words})", reached=False)
        host = urlsplit(self.base_url).hostname or ""
        reason = f"no connection through the proxy that {self._proxy.variable} names ({words})"
        return _Failure(reason, reached=False, help=self._proxy.help_for(host))

    def _require_right(self, method: str) -> None:
        """Refuse a write by a client that only reads: the command that made it has no business to write."""
        if self._policy.reads_only and method != "GET":
            raise RuntimeError(f"a client that only reads was asked to {method}; nothing was sent")

    def _receive(self, response: httpx.Response, until: float) -> _Reply | _Failure:
        chunks: list[bytes] = []
        size = 0
        for chunk in response.iter_bytes():
            chunks.append(chunk)
            size += len(chunk)
            if size > MAX_BYTES:
                return _Failure(f"the answer is longer than {MAX_BYTES // 2**20} MiB", reached=True)
            if self._timing.clock() > until:
                return _Failure(f"no whole answer within {REQUEST_S:.0f} seconds", reached=True)
        body = self._key.out_of(b"".join(chunks))
        return _Reply(response.status_code, body, response.headers.get("Retry-After"))

    def _words(self, error: Exception) -> str:
        return self._key.out_of_text(str(error)) or type(error).__name__

    @cached_property
    def _http(self) -> httpx.Client:
        import httpx

        if not is_loopback(urlsplit(self.base_url).hostname or ""):
            self._proxy = proxy_for(self.base_url)
        return httpx.Client(
            base_url=self.base_url,
            headers={"User-Agent": f"heymilo-ops/{__version__}", "Accept": "application/json"},
            timeout=httpx.Timeout(REQUEST_S, connect=CONNECT_S, pool=CONNECT_S),
            limits=httpx.Limits(keepalive_expiry=KEEPALIVE_S),
            follow_redirects=False,
            proxy=self._proxy.url if self._proxy is not None else None,
            trust_env=False,  # what the environment says was looked up above, so that it can be named
            verify=certificates() if self.base_url.startswith("https:") else True,
        )


def _reason(reply: _Reply | _Failure) -> str:
    if isinstance(reply, _Failure):
        return reply.reason
    words, _ = complaint(reply.body, None)
    return f"it answered {reply.status}" + (f": {words}" if words else "")
