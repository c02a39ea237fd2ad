"""Postings at HeyMilo that nobody manages: no project's marks are on them, and the state doesn't know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from heymilo_ops.model.live import Live
from heymilo_ops.model.state import State
from heymilo_ops.plan.inputs import PlanInput


@dataclass(frozen=True, slots=True)
class Unmanaged:
    """Such postings that aren't archived.

    Attributes:
        open: those that take candidates, or may: neither drafts nor expired.
        by_name: those and the others, drafts and expired ones, which may be opened at any time. By name as an address
            is spelt: whoever typed "Night Nurse" there meant the same.
    """

    open: tuple[Live, ...] = ()
    by_name: Mapping[str, tuple[Live, ...]] = field(default_factory=dict)

    def named(self, address: str) -> tuple[Live, ...]:
        """Those that have the name of an address."""
        return self.by_name.get(address, ())


def unmanaged(postings: Iterable[Live], state: State | None) -> Unmanaged:
    """Those of some postings that nobody manages, the first made first."""
    known = state.posting_ids if state else frozenset()
    found = [each for each in postings if not each.archived and each.mark is None and each.posting_id not in known]
    found.sort(key=lambda live: live.born)
    by_name: dict[str, list[Live]] = {}
    for live in found:
        if name := _spelt(live.name or ""):
            by_name.setdefault(name, []).append(live)
    return Unmanaged(
        open=tuple(live for live in found if live.is_open),
        by_name={name: tuple(postings) for name, postings in by_name.items()},
    )


def unmanaged_of(given: PlanInput) -> Unmanaged:
    """The same of what a plan is given; nothing where HeyMilo was not asked."""
    return unmanaged(given.listing.postings.values(), given.state) if given.listing else Unmanaged()


def _spelt(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
