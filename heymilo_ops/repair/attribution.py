"""Which posting is which revision, by the marks alone and by what the state still knows. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from heymilo_ops.errors import UsageError
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
from heymilo_ops.model.state import State

_DIGEST = re.compile(r"^sha256:[0-9a-f]{64}$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A posting with our marks."""

    live: Live
    mark: Mark

    @property
    def born(self) -> tuple[float, str]:
        """By which the first made comes first."""
        return self.live.born


@dataclass(frozen=True, slots=True)
class Left:
    """A posting with our marks that is not taken, and why."""

    posting: Marked
    why: str


@dataclass(frozen=True, slots=True)
class Fork:
    """Open postings of which each says that it is the same revision of an address, made by another operation."""

    address: str
    number: int
    postings: tuple[Marked, ...]


@dataclass
class Sorted:
    """Postings by address and revision number; what is left out; what somebody has to decide."""

    taken: dict[str, dict[int, Marked]] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    forks: list[Fork] = field(default_factory=list)


def sort(
    listed: Iterable[Live], *, project: str, workspace: str, state: State | None, takes: Mapping[str, Sequence[str]]
) -> Sorted:
    """Sort every posting that carries the marks of this project and workspace.

    Args:
        takes: by address, the ids of the postings to take where several say that they are the same revision.

    Raises:
        UsageError: ``takes`` names a posting that isn't one of that address.
    """
    found = Sorted()
    ours = list(_ours(listed, project, workspace, state, found))
    known = _addresses(state)
    groups: dict[str, list[Marked]] = {}
    for each in _originals(ours, known, found):
        groups.setdefault(known.get(each.live.posting_id, each.mark.name), []).append(each)
    _check(takes, groups)
    for address in sorted(groups):
        chosen = dict(_numbered(address, groups[address], state, takes.get(address, ()), found))
        if chosen:
            found.taken[address] = chosen
    return found


def _ours(listed: Iterable[Live], project: str, workspace: str, state: State | None, found: Sorted) -> Iterator[Marked]:
    """Those whose marks can be read, and whose outcome nobody is still to settle."""
    pending = {each.op_id for each in state.unknown()} if state else set()
    given_up = {(each.op_id, each.attempt) for each in state.watched} if state else set()
    for live in listed:
        mark = live.mark
        if mark is None or (mark.project, mark.workspace) != (project, workspace):
            continue
        each = Marked(live, mark)
        if not mark.op_id or not _DIGEST.match(mark.digest):
            found.left.append(Left(each, "its marks were edited: its operation or digest is missing"))
        elif mark.op_id in pending:
            settle = f"heymilo-ops state resolve {mark.name} --adopt {live.posting_id}"
            found.left.append(Left(each, f"an earlier apply is still to be settled with it: {settle}"))
        elif (mark.op_id, mark.attempt) in given_up:
            found.left.append(Left(each, "an attempt that was given up made it late"))
        else:
            yield each


def _addresses(state: State | None) -> dict[str, str]:
    """Address by posting id, as the state knows them."""
    entries = state.postings.items() if state else ()
    return {revision.posting_id: address for address, entry in entries for revision in entry.revisions}


def _originals(ours: list[Marked], known: Mapping[str, str], found: Sorted) -> Iterator[Marked]:
    """Those that are no clones. A clone carries the marks of its original; on record or made first is the original."""
    first: dict[tuple[str, int], Marked] = {}
    for each in sorted(ours, key=lambda each: (each.live.posting_id not in known, each.born)):
        original = first.setdefault((each.mark.op_id, each.mark.attempt), each)
        if original is each:
            yield each
        else:
            found.left.append(Left(each, f"it is a copy of {original.live.posting_id}, whose marks it carries"))


def _check(takes: Mapping[str, Sequence[str]], groups: Mapping[str, list[Marked]]) -> None:
    for address, ids in takes.items():
        there = [each.live.posting_id for each in groups.get(address, ())]
        for posting_id in ids:
            if posting_id not in there:
                raise UsageError(
                    f"--take {address}={posting_id}: no such posting has the marks of {address}",
                    f"Those that have: {', '.join(there)}." if there else "",
                )


def _numbered(
    address: str, group: list[Marked], state: State | None, takes: Sequence[str], found: Sorted
) -> Iterator[tuple[int, Marked]]:
    """One posting for each revision, the newest revision first."""
    numbers: dict[int, list[Marked]] = {}
    for each in group:
        numbers.setdefault(each.mark.revision, []).append(each)
    known = set(_addresses(state))
    after = float("inf")
    for number in sorted(numbers, reverse=True):
        usual = [each for each in numbers[number] if each.live.posting_id in (*known, *takes) or each.born[0] <= after]
        for each in numbers[number]:
            if each not in usual:
                why = "it was made after the next revision: a copy of what another posting was"
                found.left.append(Left(each, why))
        chosen = _chosen(address, number, usual, takes, found)
        if chosen is not None:
            after = min(after, chosen.born[0])
            yield number, chosen


def _chosen(address: str, number: int, rivals: list[Marked], takes: Sequence[str], found: Sorted) -> Marked | None:
    """The one posting of a revision; ``None`` where there is none, or somebody has to decide."""
    asked = [each for each in rivals if each.live.posting_id in takes]
    still_open = [each for each in rivals if not each.live.archived]
    if len(asked) != 1 and len(still_open) > 1:
        found.forks.append(Fork(address, number, tuple(sorted(still_open, key=lambda each: each.born))))
        return None
    among = asked or still_open or rivals
    chosen = max(among, key=lambda each: each.born, default=None)
    for each in rivals:
        if each is not chosen and chosen is not None:
            why = f"{chosen.live.posting_id} is taken as revision {number}"
            found.left.append(Left(each, why if each.live.archived else f"{why}; archive this one at HeyMilo"))
    return chosen
