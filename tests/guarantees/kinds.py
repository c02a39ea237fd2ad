"""What the registries hold, and the ways to switch something off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

Off = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True, slots=True)
class Safeguard:
    """What keeps one promise.

    Attributes:
        name: for ``--safeguard-off``.
        says: what it does, as a sentence.
        without: what could happen without it, as a sentence.
        off: switches exactly it off, by patching the product.
        held_by: pytest node ids, each of which is red while it is off.
    """

    name: str
    says: str
    without: str
    off: Off
    held_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assumption:
    """What is taken for true of the world around.

    Attributes:
        says: what is assumed, as a sentence.
        detector: what notices where it is false, and what happens then; empty where nothing does.
        otherwise: what could happen where it is false, as far as the detector doesn't reach.
        held_by: pytest node ids of the detector's tests.
    """

    name: str
    says: str
    detector: str
    otherwise: str
    held_by: tuple[str, ...] = ()


def put(*places: str, by: Any) -> Off:
    """Puts ``by`` in all these places: dotted names of attributes that are there."""

    def off(patch: pytest.MonkeyPatch) -> None:
        for place in places:
            patch.setattr(f"heymilo_ops.{place}", by)

    return off


def nothing(*_: Any, **__: Any) -> None:
    """Does nothing."""


def no(*_: Any, **__: Any) -> bool:
    """Says no."""
    return False


def yes(*_: Any, **__: Any) -> bool:
    """Says yes."""
    return True


def none_of_them(*_: Any, **__: Any) -> tuple[Any, ...]:
    """Finds nothing."""
    return ()


def tests(file: str, *names: str) -> tuple[str, ...]:
    """Node ids of tests in one file below ``tests/``."""
    return tuple(f"tests/{file}::{name}" for name in names)


def traces(*names: str) -> tuple[str, ...]:
    """Node ids of traces of the state machine."""
    file = "machine/test_mutations.py"
    return tests(file, *(f"test_a_trace_is_green_with_every_safeguard_on[{name}]" for name in names))
