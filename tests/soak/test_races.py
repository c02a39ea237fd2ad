"""Two runners start at once on one place, again and again: never do both apply."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.proof.oracle import attempt_of
from tests.proof.world import APPLY
from tests.soak import edits, judge
from tests.soak.forked import SharedForker
from tests.soak.grounds import PLACES, Ground
from tests.soak.scripts import rng_of

RACES = 10


def race(world: Ground, forker: SharedForker, number: int) -> list[int]:
    """One race; the exit codes, of the one that applied first. Raises ``AssertionError``."""
    rng = rng_of(7, world.door.place, number)
    world.want(**{f"new_{number}": edits.design(f"New {number}", number), f"new_{number - 5}": None})
    since = max((each["seq"] for each in world.served.requests()), default=0)
    patience = rng.choice(("0", "30"))
    first = world.start(*APPLY, host="one")
    forker.let(first, rng.choice((0.0, 0.0, 0.01, 0.05)))
    assert not first.ended, f"{first.said}\nthe other had not even begun"
    second = world.start(*APPLY[:-1], patience, host="two")
    for run in (first, second):
        run.wait()
    sent = judge.sent(world, first, second)
    assert len(sent) == 1, f"{len(sent)} of two applied:\n{first.said}\n{second.said}"
    loser = second if sent[0] is first else first
    assert sent[0].code == 0, sent[0].said
    assert loser.code in (0, 4), loser.said
    writes = judge.asked_of(world.served.requests(since))
    assert judge.made_by(writes) == 1
    attempts = [attempt_of(each) for each in writes if attempt_of(each)]
    assert len(attempts) == len({*attempts})
    return [0, loser.code]


@pytest.mark.parametrize("place", PLACES)
def test_never_do_both_apply(place: str, build: Callable[..., Ground], forker: SharedForker) -> None:
    world = build(place)
    codes = [race(world, forker, number) for number in range(1, RACES + 1)]
    assert [0, 4] in codes, "they never met"
    assert not judge.judge(world).words


def test_without_the_lock_and_the_conditions_of_writes_both_apply(
    build: Callable[..., Ground], forker: SharedForker
) -> None:
    world = build("folder", "lock", "conditions")
    with pytest.raises(AssertionError, match="2 of two applied"):
        for number in range(1, 2 * RACES + 1):
            race(world, forker, number)
