"""Command lines run in forks of one warmed process: a whole one takes a tenth of a second, and may be killed anywhere.

Run as a script it is the server: JSON lines come in on standard input, JSON lines go out on standard output. It has one
thread, and has used neither a socket nor a lock before it forks. ``Forker`` is the client, for tests.

Requests: ``{"id", "argv", "cwd", "env", "stdout", "stderr", "output", "install"}`` runs ``heymilo-ops ARGV`` in a fork;
``install`` is what ``points.install`` takes, ``output`` what ``_failing`` takes. ``{"signal", "of"}`` sends a signal to
the run of an id. What comes back: ``{"id", "pid"}`` when a run begins, ``{"id", "stopped"}`` each time it is stopped,
``{"id", "code"}`` or ``{"id", "signal"}`` when it ended.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import io
import itertools
import json
import os
import pkgutil
import select
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]
_OUTSIDE = ("httpx", "obstore.store", "filelock", "ruamel.yaml", "deepdiff", "rich.progress", "rich.live", "yaml")
_DEATH_SIGNAL = 1


# The client.


@dataclass
class Run:
    """A command line that is under way, or ended.

    Attributes:
        code: its exit code; ``None`` while it runs and where a signal ended it.
        signal: the signal that ended it; ``stopped``: the one that stopped it, since ``go_on`` was last called.
    """

    id: int
    out: Path
    err: Path
    forker: Forker
    pid: int | None = None
    code: int | None = None
    signal: int | None = None
    stopped: int | None = None

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        return self.code is not None or self.signal is not None

    @property
    def stdout(self) -> str:
        """What it wrote to standard output so far."""
        return self.out.read_text(encoding="utf-8")

    @property
    def stderr(self) -> str:
        """What it wrote to standard error so far."""
        return self.err.read_text(encoding="utf-8")

    @property
    def said(self) -> str:
        """All of it."""
        return self.stdout + self.stderr

    def wait(self, seconds: float = 60.0) -> Self:
        """Wait for its end. Raises ``TimeoutError`` with what it said."""
        self.forker.pump(lambda: self.ended, seconds, self)
        return self

    def wait_stopped(self, seconds: float = 60.0) -> Self:
        """Wait until a signal stops it, or it ends."""
        self.forker.pump(lambda: self.ended or self.stopped is not None, seconds, self)
        return self

    def send(self, number: int) -> None:
        """Send it a signal."""
        self.forker.ask({"of": self.id, "signal": int(number)})

    def go_on(self) -> None:
        """Let it go on after it was stopped."""
        self.stopped = None
        self.send(signal.SIGCONT)


@dataclass
class Forker:
    """The warmed process, as a context manager. All it started ends with it."""

    folder: Path
    _runs: dict[int, Run] = field(default_factory=dict)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _buffer: bytes = b""
    _process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it; it answers once all is imported."""
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            bufsize=0,
        )
        return self

    def __exit__(self, *_: object) -> None:
        """Kill what still runs, and end."""
        assert self._process is not None
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait(30)

    def start(
        self,
        *argv: str,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        install: Mapping[str, Any] | None = None,
        output: str = "",
    ) -> Run:
        """Start a command line; it runs while the caller goes on. ``output``: how its output fails."""
        number = next(self._ids)
        run = Run(number, self.folder / f"{number}.out", self.folder / f"{number}.err", self)
        self._runs[number] = run
        asked = {"argv": list(argv), "cwd": str(cwd), "env": dict(env or {}), "install": dict(install or {})}
        self.ask({"id": number, **asked, "stdout": str(run.out), "stderr": str(run.err), "output": output})
        return run

    def run(self, *argv: str, cwd: Path, **more: Any) -> Run:
        """Start a command line and wait for its end."""
        return self.start(*argv, cwd=cwd, **more).wait()

    def ask(self, request: Mapping[str, Any]) -> None:
        """Send one request."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request).encode() + b"\n")

    def pump(self, done: Any, seconds: float, run: Run) -> None:
        """Take answers until ``done``. Raises ``TimeoutError``."""
        assert self._process is not None
        assert self._process.stdout is not None
        until = time.monotonic() + seconds
        while not done():
            left = until - time.monotonic()
            ready, _, _ = select.select([self._process.stdout], [], [], max(0.0, left))
            if not ready:
                raise TimeoutError(f"run {run.id} has not ended after {seconds} s; it said:\n{run.said}")
            data = os.read(self._process.stdout.fileno(), 65536)
            if not data:
                raise RuntimeError("the forker is gone")
            *lines, self._buffer = (self._buffer + data).split(b"\n")
            for line in lines:
                told = json.loads(line)
                for key, value in told.items():
                    if key != "id":
                        setattr(self._runs[told["id"]], key, value)


# The server.


def _warm() -> None:
    """Import all that a command line may need, and build what is built at first use."""
    import heymilo_ops

    for each in pkgutil.walk_packages(heymilo_ops.__path__, "heymilo_ops."):
        if not each.name.startswith("heymilo_ops.sandbox") and not each.name.endswith("__main__"):
            importlib.import_module(each.name)
    for name in _OUTSIDE:
        importlib.import_module(name)
    import httpx

    from heymilo_ops.remote import client as remote
    from tests.proof import points

    context = httpx.create_ssl_context()  # takes longer than a request, and plain http has no use for it

    class Prepared(httpx.Client):
        def __init__(self, **options: Any) -> None:
            super().__init__(**{**options, "verify": context})

    httpx.Client = Prepared  # type: ignore[misc]
    assert remote and points
    _rehearse()


def _rehearse() -> None:
    """Lint and plan the repo's own postings, so that what is cached in a process is there."""
    from heymilo_ops.cli.main import run

    here = Path.cwd()
    os.chdir(ROOT)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            run(["-w", "production", "plan", "--refresh", "none"])
    finally:
        os.chdir(here)


def serve() -> None:
    """Answer requests until standard input ends; then kill what still runs."""
    sys.path.insert(0, str(ROOT))
    answers = os.dup(1)
    os.dup2(2, 1)
    _warm()
    gc.collect()
    gc.freeze()
    woken, wake = os.pipe()
    for end in (woken, wake):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C is for whoever runs the tests
    running: dict[int, int] = {}
    buffer = b""

    def tell(**told: Any) -> None:
        with contextlib.suppress(BrokenPipeError):
            os.write(answers, json.dumps(told).encode() + b"\n")

    while True:
        ready, _, _ = select.select([0, woken], [], [])
        if woken in ready:
            with contextlib.suppress(BlockingIOError):
                os.read(woken, 4096)
            _collect(running, tell)
        if 0 in ready:
            data = os.read(0, 65536)
            if not data:
                break
            *lines, buffer = (buffer + data).split(b"\n")
            for line in lines:
                _answer(json.loads(line), running, tell)
    for pid in running:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _collect(running: dict[int, int], tell: Any) -> None:
    while running:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG | os.WUNTRACED)
        except ChildProcessError:
            return
        if not pid:
            return
        if os.WIFSTOPPED(status):
            tell(id=running[pid], stopped=os.WSTOPSIG(status))
        elif os.WIFSIGNALED(status):
            tell(id=running.pop(pid), signal=os.WTERMSIG(status))
        else:
            tell(id=running.pop(pid), code=os.WEXITSTATUS(status))


def _answer(request: dict[str, Any], running: dict[int, int], tell: Any) -> None:
    if "of" in request:
        for pid, number in running.items():
            if number == request["of"]:
                os.kill(pid, request["signal"])
        return
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        _child(request, parent)
    running[pid] = request["id"]
    tell(id=request["id"], pid=pid)


def _child(request: dict[str, Any], parent: int) -> None:
    """The run itself; never returns."""
    code = 99
    try:
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(98)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler)
        for end, path in ((1, request["stdout"]), (2, request["stderr"])):
            opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            os.dup2(opened, end)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.closerange(3, 256)
        _failing(request["output"])
        os.chdir(request["cwd"])
        os.environ.clear()
        os.environ.update(request["env"])
        code = _command(request)
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()
        os._exit(code)


def _failing(output: str) -> None:
    """Lead both streams to where writing fails: ``full`` is a full disk, ``head`` a reader who leaves after a line."""
    if output == "full":
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
    elif output == "head":
        reading, writing = os.pipe()
        os.dup2(writing, 1)
        os.close(writing)
        threading.Thread(target=_head, args=(reading,), daemon=True).start()
    if output:
        os.dup2(1, 2)


def _head(reading: int) -> None:
    while (data := os.read(reading, 1)) and data != b"\n":
        pass
    os.close(reading)


def _command(request: dict[str, Any]) -> int:
    from heymilo_ops.cli.main import run
    from tests.proof import points

    points.install(**request["install"])
    return int(run(request["argv"]))


if __name__ == "__main__":
    serve()
