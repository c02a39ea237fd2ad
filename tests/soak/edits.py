"""What people change in the manifests between two runs, drawn by a seed."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.proof.rounds import posting
from tests.soak.grounds import Ground

KEPT = "kept"
"""The posting of which only what is noted in the state ever changes."""

MOST = 6
"""So many postings, and some are archived."""


def edit(world: Ground, rng: Random, number: int) -> int:
    """Create, replace, update in place, note, archive and rename; how many creates that asks for."""
    changes: dict[str, Any] = {KEPT: posting("Kept", "Why do you want this one?", ops={"protect": bool(number % 2)})}
    asked = int(KEPT not in world.wanted)
    names = sorted({*world.wanted} - {KEPT})
    rng.shuffle(names)
    for each in range(rng.choice((1, 1, 2)) if names else 4):
        changes[f"new-{number}-{each}"] = design(f"New {number} {each}", number)
        asked += 1
    for name in _take(names, rng.choice((0, 1, 2))):
        changes[name] = design(f"Again {number} {name}", number)
        world.replaced.add(name)
        asked += 1
    for name in _take(names, 1):
        changes[name] = {**world.wanted[name], "metadata": {"round": str(number)}}
    for name in _take(names, int(rng.random() < 0.25)):
        changes[name] = None
        changes[f"moved-{number}"] = {**world.wanted[name], "ops": {"moved_from": name}}
        asked += 1
    for name in _take(names, max(0, len(world.wanted) - MOST)):
        changes[name] = None
    _want(world, changes)
    return asked


def redesign(world: Ground, name: str, number: int) -> int:
    """Give a posting a design that it never had; how many creates that asks for."""
    _want(world, {name: design(f"Other {number} {name}", number)})
    return 1


def design(title: str, number: int) -> dict[str, Any]:
    """A manifest with a design of its own."""
    return posting(title, f"What do you think of {title.lower()}, and why in round {number}?")


def _take(names: list[str], count: int) -> list[str]:
    taken, names[:] = names[:count], names[count:]
    return taken


def _want(world: Ground, changes: dict[str, Any]) -> None:
    world.replaced -= {name for name, manifest in changes.items() if manifest is None}
    world.want(**{name.replace("-", "_"): manifest for name, manifest in changes.items()})
