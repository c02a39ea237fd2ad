"""The forker of ``tests/proof`` for several lanes at once, in whose runs a safeguard can be switched off.

Run as a script it is the server, see ``tests/proof/forker.py``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.proof import forker  # noqa: E402 - as a script, it is found only now


@dataclass
class SharedForker(forker.Forker):
    """A forker that threads may share: one of its own takes the answers."""

    _told: threading.Condition = field(default_factory=threading.Condition)
    _asking: threading.Lock = field(default_factory=threading.Lock)
    _reader: threading.Thread | None = None
    _gone: bool = False

    def __enter__(self) -> Self:
        """Start it; it answers once all is imported."""
        command = [sys.executable, str(Path(__file__).resolve())]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, bufsize=0, start_new_session=True)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Kill what still runs, and end."""
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._reader is not None
        with self._asking:
            self._process.stdin.close()
        self._process.wait(30)
        self._reader.join(30)
        self._process.stdout.close()

    def ask(self, request: Mapping[str, Any]) -> None:
        """Send one request."""
        with self._asking:
            super().ask(request)

    def pump(self, done: Callable[[], bool], seconds: float, run: forker.Run) -> None:
        """Wait until ``done``. Raises ``TimeoutError``."""
        with self._told:
            self._told.wait_for(lambda: done() or self._gone, seconds)
        if not done():
            why = "the forker is gone" if self._gone else f"it has not ended after {seconds:.0f} s"
            raise TimeoutError(f"run {run.id}: {why}; it said:\n{run.said}")

    def let(self, run: forker.Run, seconds: float) -> None:
        """Let a run go on for so long, or to its end."""
        with self._told:
            self._told.wait_for(lambda: run.ended or self._gone, seconds)

    def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        buffer = b""
        while data := os.read(self._process.stdout.fileno(), 65536):
            *lines, buffer = (buffer + data).split(b"\n")
            with self._told:
                for line in lines:
                    told = json.loads(line)
                    for key, value in told.items():
                        if key != "id":
                            setattr(self._runs[told["id"]], key, value)
                self._told.notify_all()
        with self._told:
            self._gone = True
            self._told.notify_all()


def serve() -> None:
    """As ``forker.serve``; what a run is to do without is switched off first."""
    from tests.soak import without

    command = forker._command

    def weakened(request: dict[str, Any]) -> int:
        for each in request["install"].pop("without", ()):
            without.SAFEGUARDS[each]()
        return command(request)

    forker._command = weakened
    forker.serve()


if __name__ == "__main__":
    serve()
