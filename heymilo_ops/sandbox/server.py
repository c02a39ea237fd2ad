"""The sandbox on a loopback port: in a thread of this process, or in the foreground until a signal."""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from types import FrameType, TracebackType
from typing import Any, Self

import uvicorn
from starlette.types import ASGIApp

from heymilo_ops.sandbox.app import create_app
from heymilo_ops.sandbox.options import DEFAULT_KEY, DEFAULT_PORT
from heymilo_ops.sandbox.protocol import CuttableProtocol
from heymilo_ops.sandbox.store import reset

__all__ = ["Server", "reset", "serve_forever"]

_GRACE_SECONDS = 1
_START_SECONDS = 10.0


class Server:
    """A sandbox in a thread, as a context manager or by ``start`` and ``stop``; it can be started again.

    ``db_path`` may be ``store.MEMORY``; then a stop forgets everything. ``options`` are those of
    ``create_app``. Raises ValueError for a host that is not loopback, OSError for a
    port in use, SandboxError for a file that can't be used.
    """

    def __init__(
        self,
        db_path: str,
        host: str = "127.0.0.1",
        port: int = 0,
        api_key: str | None = DEFAULT_KEY,
        **options: Any,
    ) -> None:
        self._host = _loopback(host)
        self._port = port
        self._db_path = db_path
        self._options = {"api_key": api_key, **options}
        self._running: tuple[uvicorn.Server, threading.Thread, socket.socket] | None = None
        self._url = ""

    @property
    def url(self) -> str:
        """``http://127.0.0.1:PORT``. Raises RuntimeError where the server was never started."""
        if not self._url:
            raise RuntimeError("the sandbox server has not been started")
        return self._url

    def start(self) -> None:
        """Listen and return once requests are answered. Starting twice changes nothing."""
        if self._running is not None:
            return
        listener = _listen(self._host, self._port)
        try:
            server = _Quiet(_config(create_app(self._db_path, **self._options)))
        except BaseException:
            listener.close()
            raise
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listener]}, name="heymilo-sandbox", daemon=True
        )
        self._url = _url(listener)
        self._running = (server, thread, listener)
        thread.start()
        _await_started(server, thread)

    def stop(self) -> None:
        """Answer what is in flight, at most a second of it, and free the port. Stopping twice changes nothing."""
        if self._running is None:
            return
        server, thread, listener = self._running
        self._running = None
        server.should_exit = True
        thread.join(_GRACE_SECONDS + 1)
        server.force_exit = True
        thread.join(_GRACE_SECONDS)
        listener.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def serve_forever(
    db_path: str,
    host: str = "127.0.0.1",
    port: int = DEFAULT_PORT,
    api_key: str | None = DEFAULT_KEY,
    *,
    on_ready: Callable[[str], None] | None = None,
    **options: Any,
) -> None:
    """Serve until SIGINT or SIGTERM, then return; a second signal leaves at once.

    ``on_ready`` gets the URL once requests are answered. Candidate links point at this very server unless
    ``public_url`` says otherwise. Raises as ``Server`` does.
    """
    listener = _listen(_loopback(host), port)
    try:
        url = _url(listener)
        options.setdefault("public_url", url)
        server = _Quiet(_config(create_app(db_path, api_key=api_key, **options)), on_ready=on_ready, url=url)
        with _signals(server):
            server.run(sockets=[listener])
    finally:
        listener.close()


class _Quiet(uvicorn.Server):
    """A uvicorn server that leaves signals alone and can tell when it is ready."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[str], None] | None = None, url: str = "") -> None:
        super().__init__(config)
        self._on_ready = on_ready
        self._ready_url = url

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing: whoever runs the server decides about signals."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets=sockets)
        if self._on_ready is not None:
            self._on_ready(self._ready_url)


@contextlib.contextmanager
def _signals(server: uvicorn.Server) -> Iterator[None]:
    """Let SIGINT and SIGTERM stop the server, and put the old handlers back. Only a main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        server.force_exit = server.should_exit
        server.should_exit = True

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=CuttableProtocol,
        ws="none",
        loop="asyncio",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


def _loopback(host: str) -> str:
    """``host`` as a loopback address. A sandbox has no business on a network: anybody could edit it."""
    address = "127.0.0.1" if host == "localhost" else host
    try:
        loopback = ip_address(address).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise ValueError(f"the sandbox listens on this machine only, not on {host}")
    return address


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket. The protocol is named because asyncio sets TCP_NODELAY only then (45 ms a request)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _await_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the sandbox server did not start")
        time.sleep(0.002)
