"""Attribute postings to revisions, by their ownership alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from heymilo_ops.errors import UsageError
from heymilo_ops.model.live import Live, Mark
from heymilo_ops.model.state import State
from heymilo_ops.plan.ownership import Ownership, Relation, classify

_DIGEST = re.compile(r"^sha256:[0-9a-f]{64}$")


def is_intact(mark: Mark) -> bool:
    """Return whether marks name an operation and a digest: nobody edited these."""
    return bool(mark.op_id and _DIGEST.match(mark.digest))


class UnattributedReason(StrEnum):
    """Why a posting with our marks is not attributed to a revision."""

    EDITED = "edited"
    """Its operation or digest is missing."""
    PENDING = "pending"
    """The outcome of its operation is unknown."""
    LATE = "late"
    """It was made by an attempt that counts as not made."""
    COPY = "copy"
    """It carries the marks of ``Unattributed.other``."""
    MADE_LATER = "made later"
    """It was made after the next revision: it is a copy of what another posting was."""
    RIVAL = "rival"
    """``Unattributed.other`` is the posting of that revision."""


@dataclass(frozen=True, slots=True)
class Unattributed:
    """A posting with our marks that is not attributed to a revision."""

    posting: Ownership
    reason: UnattributedReason
    other: str = ""


@dataclass(frozen=True, slots=True)
class Fork:
    """Open postings that carry the marks of one revision of a name, made by different operations."""

    address: str
    number: int
    postings: tuple[Ownership, ...]


@dataclass
class Attribution:
    """The postings taken, by name and revision number; those left out; the forks that a person has to decide."""

    taken: dict[str, dict[int, Ownership]] = field(default_factory=dict)
    left: list[Unattributed] = field(default_factory=list)
    forks: list[Fork] = field(default_factory=list)


def attribute(
    listed: Iterable[Live], *, project: str, workspace: str, state: State | None, takes: Mapping[str, Sequence[str]]
) -> Attribution:
    """Attribute every posting that carries the marks of this project and workspace.

    Args:
        takes: by name, the ids of the postings to take where several carry the marks of one revision.

    Raises:
        UsageError: ``takes`` names a posting that isn't one of that name.
    """
    attribution = Attribution()
    pending = frozenset(intent.op_id for intent in state.unknown()) if state else frozenset()
    groups: dict[str, list[Ownership]] = {}
    lives = list(listed)
    edited = [live for live in lives if live.mark and not is_intact(live.mark)]
    for owned in classify(state, edited, project, workspace).values():
        if owned.mark.name:
            attribution.left.append(Unattributed(owned, UnattributedReason.EDITED))
    intact = (live for live in lives if live not in edited)
    for owned in classify(state, intact, project, workspace).values():
        if not owned.mark.name:
            continue
        reason, other = _reason(owned, pending)
        if reason is not None:
            attribution.left.append(Unattributed(owned, reason, other))
        else:
            groups.setdefault(owned.name, []).append(owned)
    _check(takes, groups)
    for name in sorted(groups):
        if chosen := dict(_revisions(name, groups[name], takes.get(name, ()), attribution)):
            attribution.taken[name] = chosen
    return attribution


def _reason(owned: Ownership, pending: frozenset[str]) -> tuple[UnattributedReason | None, str]:
    """Return why a posting can't be that of a revision, whatever the others of its name are."""
    if owned.mark.op_id in pending:
        return UnattributedReason.PENDING, ""
    if owned.relation is Relation.LATE:
        return UnattributedReason.LATE, ""
    first = next(iter(owned.carriers), owned.posting_id)
    is_of_record = owned.relation in (Relation.OLDER, Relation.RIVAL)  # then the original is that on record
    original = first if is_of_record or owned.original is None else owned.original
    return (None, "") if original == owned.posting_id else (UnattributedReason.COPY, original)


def _check(takes: Mapping[str, Sequence[str]], groups: Mapping[str, list[Ownership]]) -> None:
    for name, ids in takes.items():
        known = [posting.posting_id for posting in groups.get(name, ())]
        for posting_id in ids:
            if posting_id not in known:
                raise UsageError(
                    f"--take {name}={posting_id}: no such posting has the marks of {name}",
                    f"Those that have: {', '.join(known)}." if known else "",
                )


def _revisions(
    name: str, group: Sequence[Ownership], takes: Sequence[str], attribution: Attribution
) -> Iterator[tuple[int, Ownership]]:
    """Yield one posting for each revision, the newest revision first."""
    after = float("inf")
    for number in sorted({posting.mark.revision for posting in group}, reverse=True):
        rivals = []
        for posting in group:
            if posting.mark.revision != number:
                continue
            if posting.is_on_record or posting.posting_id in takes or posting.live.born[0] <= after:
                rivals.append(posting)
            else:
                attribution.left.append(Unattributed(posting, UnattributedReason.MADE_LATER))
        chosen = _chosen(name, rivals, takes, attribution)
        if chosen is not None:
            after = min(after, chosen.live.born[0])
            yield number, chosen


def _chosen(name: str, rivals: Sequence[Ownership], takes: Sequence[str], attribution: Attribution) -> Ownership | None:
    """Return the posting of a revision; ``None`` where there is none, or a person has to decide."""
    named = [posting for posting in rivals if posting.posting_id in takes]
    still_open = [posting for posting in rivals if not posting.live.archived]
    if len(named) != 1 and len(still_open) > 1:
        postings = tuple(sorted(still_open, key=lambda posting: posting.live.born))
        attribution.forks.append(Fork(name, postings[0].mark.revision, postings))
        return None
    chosen = max(named or still_open or rivals, key=lambda posting: posting.live.born, default=None)
    for posting in rivals:
        if chosen is not None and posting is not chosen:
            attribution.left.append(Unattributed(posting, UnattributedReason.RIVAL, chosen.posting_id))
    return chosen
