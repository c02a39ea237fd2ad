"""Whatever is in a manifest, a plan file, a state or an answer: findings, or an exit code of the table, in time.

The same seeds every time, about half a minute of CPU. ``make fuzz`` goes on for an hour with others.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.fuzz.kinds import KINDS, FoundError, Ground, trial
from tests.fuzz.odd import odd_json, spoil

TRIALS = {"answers": 120, "manifests": 250, "plans": 200, "states": 120}


@pytest.fixture
def ground() -> Iterator[Ground]:
    with ExitStack() as stack:
        yield Ground(stack)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_odd_is_a_bug(ground: Ground, kind: str) -> None:
    for seed in range(TRIALS[kind]):
        trial(ground, kind, seed)


def test_a_crash_is_noticed(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heymilo_ops.plan.document._operations", lambda value: 1 / 0)
    with pytest.raises(FoundError, match="ZeroDivisionError"):
        ground.check("show plan.json", "by hand")


def test_the_same_seed_gives_the_same_oddity() -> None:
    data = {"a": [1, {"b": None}], "c": "d"}
    assert [odd_json(data, random.Random(seed)) for seed in range(50)] == [
        odd_json(data, random.Random(seed)) for seed in range(50)
    ]
    assert data == {"a": [1, {"b": None}], "c": "d"}
    assert len({repr(spoil(data, random.Random(seed))) for seed in range(50)}) > 20
