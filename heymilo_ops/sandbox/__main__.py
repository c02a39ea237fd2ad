"""``python -m heymilo_ops.sandbox``: the sandbox as a process of its own, for tests that kill its clients.

It writes one line to standard output, its URL, once requests are answered, and nothing else. It ends on
SIGINT or SIGTERM, and with ``--until-eof`` also when its standard input is closed: then it can't outlive
the process that started it. The key is ``sandbox-key``. What it can be told over HTTP is in ``control``,
how it misbehaves in ``faults``.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence

from heymilo_ops.sandbox.server import serve_forever
from heymilo_ops.sandbox.store import MEMORY, SandboxError


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop: 0. A port or a file that can't be had: 1, with one line on standard error."""
    asked = _parser().parse_args(arguments)
    if asked.until_eof:
        threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        serve_forever(
            MEMORY if asked.memory else asked.database,
            port=asked.port,
            on_ready=_say,
            requests_per_minute=asked.requests_per_minute,
        )
    except (OSError, SandboxError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m heymilo_ops.sandbox", description="Serve an embedded HeyMilo.")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--database", metavar="FILE", help="the SQLite file, made where missing")
    where.add_argument("--memory", action="store_true", help="no file: the data ends with the process")
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument("--requests-per-minute", type=int, metavar="N", help="answer 429 beyond so many")
    parser.add_argument("--until-eof", action="store_true", help="end when standard input is closed")
    return parser


def _say(url: str) -> None:
    sys.stdout.write(f"{url}\n")
    sys.stdout.flush()


def _end_with_input() -> None:
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
