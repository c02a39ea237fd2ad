"""Places with their servers, one HeyMilo and a forker, for all tests of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tests.proof.world import Served
from tests.soak.forked import SharedForker
from tests.soak.grounds import Door, Ground, doors, ground, heymilo


@pytest.fixture(scope="session")
def forker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SharedForker]:
    """Runs command lines."""
    with SharedForker(tmp_path_factory.mktemp("said")) as running:
        yield running


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """A HeyMilo in a process of its own."""
    with heymilo() as running:
        yield running


@pytest.fixture(scope="session")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Door]]:
    """Opens places; a server starts when it is first asked for."""
    opened: dict[str, Door] = {}
    with ExitStack() as stack:

        def to(place: str) -> Door:
            if place not in opened:
                opened.update(stack.enter_context(doors([place], tmp_path_factory.mktemp("servers"))))
            return opened[place]

        yield to


@pytest.fixture
def build(tmp_path: Path, served: Served, forker: SharedForker, door: Callable[[str], Door]) -> Callable[..., Ground]:
    """Makes worlds at places, with an emptied HeyMilo. ``without``: safeguards that are off."""
    number = count(1)
    return lambda place, *without: ground(tmp_path / str(next(number)), served, forker, door(place), without)
