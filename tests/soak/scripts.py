"""What happens in one round, drawn whole from its seed before anything runs: a round can be played again."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.proof.behaviours import OUTPUTS
from tests.proof.points import FOLDER, GIT, LEASE, LOCK, REQUESTS, WRITES

CREATES = {"method": "POST", "path": "/api/v2/postings"}
CHANGES = ({"method": "PATCH"}, {"method": "POST", "path": "*/archive"})
LOSSES = ("lose_answer_after_commit", "drop_before", "error_5xx_after_commit", "truncate")
SLOW_S, PATIENCE_S, LAG_S = 0.12, 1.15, 0.3
"""Seconds: slow; slower than the tool waits; how long a new posting is missing from lists."""

_MOMENTS = ("before", "after")
_OF_WRITES = tuple(f"{each}.{moment}" for each in WRITES if each not in ("generated", "late") for moment in _MOMENTS)
_OF_REQUESTS = tuple(f"{each}.{moment}" for each in REQUESTS for moment in ("before", "flight", "after"))
_LIKELY = ("create.before", "create.flight", "create.after", "sending.after", "confirmed.before", "state.fold.before")
_HOLDING = ("create.flight", "sending.after", "confirmed.before", "confirmed.after")
"""Where a run has the lock, and would go on to send or to write."""

_SEVERAL = {"create": 3, "confirmed": 4, "sending": 3, "folder": 20, "git": 6, "archive": 2, "lock": 2}


@dataclass(frozen=True)
class Act:
    """One thing that happens.

    Attributes:
        kind: ``kill``, ``pause``, ``race`` or ``rollback``.
        crash: where a run ends or stops, as ``points.install`` takes it.
        moment: when a run is killed, as a part of the time that one takes; ``None`` where a point decides.
        moves: on the other host.
        output: how the output of the killed run fails, as ``Forker.start`` takes it.
        patience: seconds that each of two waits for the lock. ``apart``: seconds between their starts.
    """

    kind: str
    crash: tuple[dict[str, Any], ...] = ()
    moment: float | None = None
    moves: bool = False
    output: str = ""
    patience: tuple[int, int] = (20, 20)
    apart: float = 0.0


@dataclass(frozen=True)
class Script:
    """A round: what is done, how the server behaves, and the seed of its edits."""

    acts: tuple[Act, ...]
    faults: tuple[dict[str, Any], ...]


def rng_of(seed: int, place: str, number: int, what: str = "") -> Random:
    """The dice of a round."""
    return Random(f"{seed} {place} {number} {what}")


def script(rng: Random, place: str) -> Script:
    """Draw a round."""
    kinds = rng.choices((_kills, _pause, _race, _rollback), (10, 4, 4, 2))[0]
    return Script(tuple(kinds(rng, place)), tuple(_faults(rng)))


def labels(place: str) -> tuple[str, ...]:
    """The points at which a run at a place may be killed."""
    more = (*LOCK,) if place == "folder" else LEASE
    inside = {"folder": FOLDER, "git": GIT}.get(place, ())
    return (*_OF_WRITES, *_OF_REQUESTS, *(f"{each}.{moment}" for each in more for moment in _MOMENTS), *inside)


def _kills(rng: Random, place: str) -> list[Act]:
    return [_kill(rng, place) for _ in range(rng.choice((2, 3, 3, 4)))]


def _kill(rng: Random, place: str) -> Act:
    moves = rng.random() < 0.3
    moment = rng.random() if rng.random() < 0.3 else None
    return Act("kill", _crash(rng, labels(place), signal.SIGKILL), moment, moves, _output(rng))


def _pause(rng: Random, place: str) -> list[Act]:
    """Not between the look at the lease and the send: what is sent then is a late commit, for a person to settle."""
    may = [each for each in labels(place) if each.split(".")[0] not in REQUESTS or not each.endswith(".before")]
    crash = _crash(rng, _HOLDING if rng.random() < 0.6 else may, signal.SIGSTOP, _HOLDING)
    return [*([_kill(rng, place)] if rng.random() < 0.5 else []), Act("pause", crash)]


def _race(rng: Random, place: str) -> list[Act]:
    crash = _crash(rng, labels(place), signal.SIGKILL) if rng.random() < 0.4 else ()
    before = [_kill(rng, place)] if rng.random() < 0.4 else []
    patience = rng.choice(((0, 0), (20, 20), (0, 20), (20, 0)))
    return [*before, Act("race", crash, patience=patience, apart=rng.choice((0.0, 0.0, 0.03, 0.1)))]


def _rollback(rng: Random, place: str) -> list[Act]:
    crash = _crash(rng, labels(place), signal.SIGKILL) if rng.random() < 0.7 else ()
    return [Act("rollback", crash, output=_output(rng)), _kill(rng, place)]


def _output(rng: Random) -> str:
    return rng.choice(OUTPUTS) if rng.random() < 0.3 else ""


def _crash(
    rng: Random, may: tuple[str, ...] | list[str], number: int, likely: tuple[str, ...] = _LIKELY
) -> tuple[dict[str, Any], ...]:
    """A point anywhere, another one, and one that most runs reach; the first that is reached counts."""
    chosen = dict.fromkeys((rng.choice(may), rng.choice(may), rng.choice(likely)))
    nth = {label: rng.randint(1, _SEVERAL.get(label.split(".")[0], 1)) for label in chosen}
    return tuple({"label": label, "nth": nth[label], "signal": int(number)} for label in chosen)


def _faults(rng: Random) -> list[dict[str, Any]]:
    """Several answers that get lost, at creates mostly; sometimes a server that is slow, busy, behind or unwilling."""
    found: list[dict[str, Any]] = []
    for _ in range(rng.choice((2, 3, 3, 4))):
        match = rng.choice((CREATES, CREATES, CREATES, *CHANGES))
        skip = rng.choice((0, 0, 1))
        found.append({"action": rng.choice(LOSSES), "times": 1, "skip": skip, "match": match})
    if rng.random() < 0.3:
        when = rng.choice(("before", "after"))
        found.append({"action": "delay", "seconds": SLOW_S, "times": 3, "when": when, "match": CREATES})
    if rng.random() < 0.08:
        found.append({"action": "delay", "seconds": PATIENCE_S, "times": 1, "match": CREATES})
    if rng.random() < 0.2:
        found.append({"action": "rate_limit", "times": 2, "match": CREATES})
    if rng.random() < 0.25:
        lists = {"method": "GET", "path": "/api/v2/postings"}
        found.append({"action": "list_lag", "seconds": LAG_S, "match": lists})
    if rng.random() < 0.2:
        match = rng.choice((CREATES, *CHANGES))
        found.append({"action": "refuse", "times": 2, "skip": rng.choice((0, 1)), "match": match})
    rng.shuffle(found)
    return found
