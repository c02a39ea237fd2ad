"""PL104: what may be the manifest of a posting, and isn't read, keeps it from being removed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from heymilo_ops.finding import Finding
from heymilo_ops.model.desired import Unread
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.text.phrase import first_few

MOST = 5


def unread_findings(inputs: PlanInput, removed: Collection[str]) -> Iterator[Finding]:
    """Yield a finding on everything unread that may be the manifest of one of the addresses to be removed.

    What has a posting's name in it, or takes the place of its manifest, is of that one. Anything else may be any.
    """
    alike: dict[tuple[tuple[str, ...], str], list[Unread]] = {}
    for item in inputs.unread:
        own = {name for name, entry in _missing(inputs) if item.is_of(name, entry.current.source)}
        may_be_any = not own and item.name is None
        barred = tuple(sorted(removed if may_be_any else own.intersection(removed)))
        if barred:
            alike.setdefault((barred, item.reason), []).append(item)
    for (names, reason), items in alike.items():
        paths = first_few([item.path for item in items], MOST)
        case, name = ("PL104.one", names[0]) if len(names) == 1 else ("PL104.several", None)
        subject = paths if len(items) == 1 else f"each of {paths}"
        yield make_finding(case, name, paths=subject, names=first_few(names, MOST), reason=reason, help=items[0].help)


def _missing(inputs: PlanInput) -> Iterator[tuple[str, PostingState]]:
    """Return the postings on record that no manifest has the name of."""
    there = {desired.address for desired in inputs.desired} | inputs.broken
    return ((name, entry) for name, entry in inputs.entries.items() if name not in there)


def unread_notes(inputs: PlanInput) -> Iterator[Reason]:
    """Yield a note on what was passed over, where there is some: no posting comes of it."""
    if inputs.unread:
        yield Reason(ReasonCode.NOT_READ, tuple(item.path for item in inputs.unread))
