"""One warm process for all safeguards that a worker tries."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Try = Callable[[str, tuple[str, ...]], dict[str, Any]]


@pytest.fixture(scope="session")
def switched_off() -> Iterator[Try]:
    """Runs tests with a safeguard off: by its name and node ids, what came of it; see ``warm``."""
    command = [sys.executable, "-m", "tests.guarantees.warm"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def ask(name: str, nodes: tuple[str, ...]) -> dict[str, Any]:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps({"name": name, "nodes": nodes}) + "\n")
            process.stdin.flush()
            return dict(json.loads(process.stdout.readline()))

        yield ask
        assert process.stdin is not None
        process.stdin.close()
        process.wait(30)
