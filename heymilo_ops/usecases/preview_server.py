"""Serves the preview to one browser of this machine, and to nobody else.

It listens on loopback. A request has to name that very address as its host, so that a web page whose name was
pointed at this machine gets nothing. The link that opens it holds a token, which is exchanged once for a cookie that
scripts can't read and that no other site makes a browser send. Nothing is read from a path: an answer is looked up.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

_HOST = "127.0.0.1"
_SLOWEST_S = 10.0
"""How long a request may take to arrive."""
_WAIT_S = 20.0
"""How long a question for changes is held open."""
_MOST_FIELDS = 10
_LINKS = 1
"""How often the link counts."""
_COOKIE = "Path=/; HttpOnly; SameSite=Strict"
"""No script reads it, and no other site makes a browser send it."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_NO_SESSION = (
    "This page opens with the link that heymilo-ops preview printed. It works once; run it again for another.\n"
)
_OWN_SITES = (None, "same-origin", "none")
"""What browsers say of a request that no other site caused; other programs say nothing."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered."""

    body: str
    content_type: str = "text/html; charset=utf-8"
    status: int = 200


Answer = Callable[[str, Mapping[str, str]], Reply | None]
"""Answers a path with the fields of its query; ``None`` where there is nothing."""


class Changes:
    """Counts changes, and lets threads wait for the next."""

    def __init__(self) -> None:
        self._number = 0
        self._has_ended = False
        self._condition = threading.Condition()

    @property
    def number(self) -> int:
        """How many there were."""
        return self._number

    def add(self) -> None:
        """Count one more, and wake whoever waits."""
        with self._condition:
            self._number += 1
            self._condition.notify_all()

    def end(self) -> None:
        """Wake whoever waits: there will be no more."""
        with self._condition:
            self._has_ended = True
            self._condition.notify_all()

    def after(self, number: int, timeout_s: float = _WAIT_S) -> int:
        """Return the number of changes once it is another, or the time is over."""
        with self._condition:
            self._condition.wait_for(lambda: self._has_ended or self._number != number, timeout_s)
            return self._number


class PreviewSession:
    """Who may look: whoever brings the token first, and from then on their cookie."""

    def __init__(self, port: int) -> None:
        self.token = secrets.token_urlsafe(32)
        self.cookie_name = f"heymilo-preview-{port}"  # cookies of one host are shared by all of its ports
        self._cookie = secrets.token_urlsafe(32)
        self._tokens_left = _LINKS
        self._lock = threading.Lock()

    def exchange(self, token: str) -> str | None:
        """Return the value of ``Set-Cookie`` for a token, the first time."""
        with self._lock:
            if self._tokens_left == 0 or not _is_equal(token, self.token):
                return None
            self._tokens_left -= 1
        return f"{self.cookie_name}={self._cookie}; {_COOKIE}"

    def admits(self, cookies: str) -> bool:
        """Return whether the cookies of a request have ours."""
        pairs = (part.strip().partition("=") for part in cookies.split(";"))
        return any(name == self.cookie_name and _is_equal(value, self._cookie) for name, _, value in pairs)


def _is_equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(errors="replace"), other.encode())


class _Server(ThreadingHTTPServer):
    """A server on loopback whose threads end with the process."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, answer: Answer, changes: Changes) -> None:
        super().__init__((_HOST, port), _Handler)
        self.answer, self.changes = answer, changes
        self.session = PreviewSession(self.server_port)
        self.hosts = (f"{_HOST}:{self.server_port}", f"localhost:{self.server_port}")

    def handle_error(self, *_: object) -> None:
        """Say nothing where a browser went away."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request, and closes."""

    server: _Server
    timeout = _SLOWEST_S
    server_version, sys_version = "heymilo-ops", ""

    def do_GET(self) -> None:
        """Answer a page, a part of one, or whether something changed."""
        refusal = self._refusal()
        if refusal is not None:
            self._send(refusal)
            return
        address = urlsplit(self.path)
        try:
            query = dict(parse_qsl(address.query, max_num_fields=_MOST_FIELDS))
        except ValueError:
            self._send(_plain(400, "Too many fields.\n"))
            return
        if not self.server.session.admits(self.headers.get("Cookie", "")):
            self._exchange(query.get("token", "") if address.path == "/" else "")
        elif address.path == "/" and "token" in query:
            self._send(_plain(403, _NO_SESSION))
        elif address.path == "/changes":
            number = query.get("after", "")
            known = int(number) if number.isascii() and number.isdigit() and len(number) < _MOST_FIELDS else -1
            self._send(Reply(str(self.server.changes.after(known)), "text/plain; charset=utf-8"))
        else:
            self._send(self._answer(address.path, query))

    do_HEAD = do_GET  # noqa: N815

    def _answer(self, path: str, query: Mapping[str, str]) -> Reply:
        try:
            return self.server.answer(path, query) or _plain(404, "There is nothing here.\n")
        except Exception as error:  # a browser that gets no answer would wait and ask again
            return _plain(500, f"This is a bug in heymilo-ops ({type(error).__name__}).\n")

    def _refuse_method(self) -> None:
        self._send(_plain(405, "Only GET.\n"), {"Allow": "GET, HEAD"})

    do_CONNECT = do_DELETE = do_OPTIONS = do_PATCH = do_POST = do_PUT = do_TRACE = _refuse_method  # noqa: N815

    def _refusal(self) -> Reply | None:
        """Say no to whoever isn't a page of ours, or the person at this machine."""
        if not _names_host(self.headers.get_all("Host", []), self.server.hosts):
            return _plain(421, "The host isn't this preview.\n")
        if not _is_own_site(self.headers.get("Sec-Fetch-Site")):
            return _plain(403, "Another site asked.\n")
        if not self.path.startswith("/") or self.path.startswith("//"):
            return _plain(400, "A path begins with one slash.\n")
        return None

    def _exchange(self, token: str) -> None:
        """Give whoever brings the token a cookie, and an address without it."""
        cookie = self.server.session.exchange(token) if token else None
        if cookie is None:
            self._send(_plain(403, _NO_SESSION))
        else:
            self._send(Reply("", status=303), {"Set-Cookie": cookie, "Location": "/"})

    def _send(self, reply: Reply, more: Mapping[str, str] | None = None) -> None:
        data = reply.body.encode(errors="replace")
        self.send_response(reply.status)
        for name, value in {**_HEADERS, **(more or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer what isn't HTTP, or no method that we know, without repeating any of it."""
        self.command = getattr(self, "command", None) or "GET"
        self._send(_plain(code, "No.\n"))

    def log_message(self, *_: object) -> None:
        """Log nothing: an address can hold the token."""


def _names_host(named: Sequence[str], hosts: Sequence[str]) -> bool:
    return len(named) == 1 and named[0] in hosts


def _is_own_site(site: str | None) -> bool:
    return site in _OWN_SITES


def _plain(status: int, text: str) -> Reply:
    return Reply(text, "text/plain; charset=utf-8", status)


@contextmanager
def serving(port: int, answer: Answer, changes: Changes) -> Iterator[str]:
    """Serve for the length of a ``with``, and give the link that opens it. Raises ``OSError`` for a taken port."""
    server = _Server(port, answer, changes)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True, name="preview")
    thread.start()
    try:
        yield f"http://{_HOST}:{server.server_port}/?token={server.session.token}"
    finally:
        changes.end()
        server.shutdown()
        server.server_close()
