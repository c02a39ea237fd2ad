"""A HeyMilo and a forker for all tests of this room."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.proof.forker import Forker
from tests.proof.world import Served, World


@pytest.fixture(scope="session")
def forker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forker]:
    """Runs command lines."""
    with Forker(tmp_path_factory.mktemp("said")) as running:
        yield running


@pytest.fixture(scope="session")
def serving() -> Iterator[Served]:
    """A HeyMilo in a process of its own."""
    command = [sys.executable, "-m", "heymilo_ops.sandbox", "--memory", "--until-eof"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        served = Served(process.stdout.readline().strip())
        yield served
        served.close()
        process.stdin.close()
        process.wait(10)


@pytest.fixture
def served(serving: Served) -> Served:
    """The same, emptied."""
    serving.reset()
    return serving


@pytest.fixture
def build(tmp_path: Path, served: Served, forker: Forker) -> Callable[[str], World]:
    """Makes worlds by the name of their backend."""
    number = count(1)
    return lambda backend: World(tmp_path / str(next(number)), served, forker, backend)
