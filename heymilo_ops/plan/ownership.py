"""Whose posting each listed posting is: the one answer for plan, reconcile, rebuild, adopt and the namesake guard.

A posting on record belongs to the name that the state has it under. Any other is attributed by its marks. A posting
that is cloned at HeyMilo carries the marks of its original: the original is the one on record, else the one that was
made first; where HeyMilo doesn't say which that was, none is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from heymilo_ops.model.high_water import first_made
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
from heymilo_ops.model.state import Intent, PostingState, Revision, State

Attempt = tuple[str, int]
"""Operation id and number of the attempt."""


class Relation(StrEnum):
    """What a listed posting is to a state."""

    CURRENT = "current"
    """On record as what its name has now."""
    SUPERSEDED = "superseded"
    """On record as an earlier revision of its name."""
    AHEAD = "ahead"
    """On record, and its marks name a revision that the state doesn't know: another apply changed it in place."""
    PENDING = "pending"
    """Made by the create whose outcome is unknown."""
    LATE = "late"
    """Made by an attempt that counts as not made."""
    COPY = "copy"
    """Carries the marks of ``original``, which is another posting."""
    OLDER = "older"
    """Carries the marks of a revision that the state is past, or has as ``original``."""
    RIVAL = "rival"
    """Carries the marks of a revision on record, and another operation made it: two states went side by side."""
    UNRECORDED = "unrecorded"
    """Carries the marks of a revision that the state doesn't know: the state is lost, stale, or of another branch."""
    FOREIGN = "foreign"
    """Carries the marks of another project or workspace."""
    UNMANAGED = "unmanaged"
    """Carries no marks, and is not on record."""


ON_RECORD = frozenset({Relation.CURRENT, Relation.SUPERSEDED, Relation.AHEAD})


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose posting one is.

    Attributes:
        name: what it is attributed to: the name on record, else that in its marks; of an unmanaged one, its name at
            HeyMilo spelt as the name of a manifest is.
        mark: its marks, where it has any; ``is_ours``: they are those of this project and workspace.
        attempt: the operation that it is attributed to; ``None`` where none can be read.
        original: the id of the posting that the attempt made, or that the state has for that revision; ``None`` where
            several carry its marks and nothing shows which of them that is.
        carriers: ids of all postings that carry the marks of this attempt and are not on record, the first made first.
    """

    live: Live
    relation: Relation
    name: str
    mark: Mark | None = None
    is_ours: bool = False
    attempt: Attempt | None = None
    original: str | None = None
    carriers: tuple[str, ...] = ()

    @property
    def posting_id(self) -> str:
        return self.live.posting_id

    @property
    def is_on_record(self) -> bool:
        return self.relation in ON_RECORD

    def is_of(self, intent: Intent) -> bool:
        """Whether it is attributed to the intent's operation, whichever attempt."""
        return self.attempt is not None and self.attempt[0] == intent.op_id


def classify(
    state: State | None,
    listed: Iterable[Live],
    project: str,
    workspace: str,
    made: Mapping[str, Attempt] | None = None,
) -> dict[str, Ownership]:
    """Classify every posting, by posting id; sorted by name, revision and attempt, and the first made first.

    Args:
        made: attempts that were seen making a posting, by its id: they count where a posting carries no marks.
    """
    return _Classification(state, project, workspace, made or {}).of({live.posting_id: live for live in listed})


def made_by(owners: Iterable[Ownership], intent: Intent) -> tuple[Ownership | None, list[Ownership]]:
    """Return the posting that a create made, where that is certain, and all that are attributed to its operation.

    Those on record are not among them.
    """
    mine = [owned for owned in owners if owned.is_of(intent) and not owned.is_on_record]
    others = [owned for owned in mine if owned.relation is not Relation.COPY]
    is_certain = len(mine) == 1 or (len(others) == 1 and others[0].relation is Relation.PENDING)
    return (others or mine)[0] if is_certain else None, mine


def unmanaged(owners: Mapping[str, Ownership]) -> list[Live]:
    """The postings that nobody manages and that aren't archived, the first made first."""
    lives = [owned.live for owned in owners.values() if owned.relation is Relation.UNMANAGED]
    return sorted((live for live in lives if not live.archived), key=attrgetter("born"))


def namesakes(owners: Mapping[str, Ownership]) -> dict[str, tuple[Live, ...]]:
    """Those that nobody manages, drafts and expired ones included, by the name of a manifest that they spell."""
    by_name: dict[str, tuple[Live, ...]] = {}
    for live in unmanaged(owners):
        if name := owners[live.posting_id].name:
            by_name[name] = (*by_name.get(name, ()), live)
    return by_name


def newest(entry: PostingState) -> int:
    """The highest revision number on record."""
    return max(revision.number for revision in entry.revisions)


class _Classification:
    """What classifying reads from the state, by id."""

    def __init__(self, state: State | None, project: str, workspace: str, made: Mapping[str, Attempt]) -> None:
        self.project, self.workspace, self.made = project, workspace, made
        self.entries: Mapping[str, PostingState] = state.postings if state else {}
        self.names = {revision.posting_id: name for name, entry in self.entries.items() for revision in entry.revisions}
        self.pending = {intent.op_id: intent for intent in state.unknown()} if state else {}
        self.open = {intent.op_id for intent in state.pending} if state else set()
        self.watched = {(attempt.op_id, attempt.attempt) for attempt in state.watched} if state else set()
        self.listed: Mapping[str, Live] = {}
        self.recorded_operations: set[str] = set()

    def of(self, listed: Mapping[str, Live]) -> dict[str, Ownership]:
        self.listed = listed
        owners = [self._by_itself(live) for live in sorted(listed.values(), key=attrgetter("born"))]
        self.recorded_operations = {owned.attempt[0] for owned in owners if owned.is_on_record and owned.attempt}
        attempts: dict[object, list[Ownership]] = {}
        for owned in owners:
            attempts.setdefault(owned.attempt or owned.posting_id, []).append(owned)
        owners = [owned for group in attempts.values() for owned in self._attempt(group)]
        owners.sort(key=lambda owned: (owned.name, owned.mark.revision if owned.mark else 0, owned.attempt or ("", 0)))
        return {owned.posting_id: owned for owned in owners}

    def _by_itself(self, live: Live) -> Ownership:
        """What a posting alone shows, without the others that carry the same marks."""
        posting_id, mark = live.posting_id, live.mark
        is_ours = mark is not None and mark.belongs_to(self.project, self.workspace)
        attempt = (mark.op_id, mark.attempt) if mark and is_ours and mark.op_id else None
        if posting_id in self.names:
            name = self.names[posting_id]
            return Ownership(live, self._on_record(live, name, is_ours), name, mark, is_ours, attempt)
        if mark:
            relation = Relation.UNRECORDED if is_ours else Relation.FOREIGN
            return Ownership(live, relation, mark.name, mark, is_ours, attempt)
        intent = self.pending.get(self.made[posting_id][0]) if posting_id in self.made else None
        if intent:
            return Ownership(live, Relation.UNRECORDED, intent.address, attempt=self.made[posting_id])
        return Ownership(live, Relation.UNMANAGED, _spelt(live.name or ""))

    def _on_record(self, live: Live, name: str, is_ours: bool) -> Relation:
        entry, mark = self.entries[name], live.mark
        if mark and is_ours and mark.op_id not in self.open and mark.revision > newest(entry):
            return Relation.AHEAD
        return Relation.CURRENT if entry.posting_id == live.posting_id else Relation.SUPERSEDED

    def _attempt(self, group: Sequence[Ownership]) -> Iterator[Ownership]:
        """The postings that carry the marks of one attempt, beside each other. The first made comes first."""
        yield from (owned for owned in group if owned.relation is not Relation.UNRECORDED)
        strangers = [owned for owned in group if owned.relation is Relation.UNRECORDED]
        recorded = next((owned.posting_id for owned in group if owned.is_on_record), None)
        carriers = tuple(owned.posting_id for owned in strangers)
        for owned in strangers:
            relation, original = self._stranger(owned, strangers, recorded)
            yield replace(owned, relation=relation, original=original, carriers=carriers)

    def _stranger(
        self, owned: Ownership, group: Sequence[Ownership], recorded: str | None
    ) -> tuple[Relation, str | None]:
        """What a posting is that is not on record, and the id of its original."""
        intent = self.pending.get(owned.attempt[0]) if owned.attempt else None
        lives = [other.live for other in group]
        if recorded is not None:
            return Relation.COPY, recorded
        if self._is_late(owned.attempt, intent):
            return _beside(owned, Relation.LATE, _original(lives))
        if intent and intent.kind != "create":
            return Relation.COPY, intent.target
        if intent:
            return _beside(owned, Relation.PENDING, first_made(lives))
        entry = self.entries.get(owned.name)
        if entry and owned.mark and owned.mark.revision <= newest(entry):
            return self._past(owned.mark, entry)
        return _beside(owned, Relation.UNRECORDED, _original(lives))

    def _is_late(self, attempt: Attempt | None, intent: Intent | None) -> bool:
        """Whether the attempt counts as not made.

        It is on the state's list of such; or another attempt of the operation made a posting on record; or another
        attempt of it is the one whose outcome is unknown now.
        """
        if attempt is None:
            return False
        other_is_pending = intent is not None and intent.kind == "create" and intent.attempt != attempt[1]
        return attempt in self.watched or attempt[0] in self.recorded_operations or other_is_pending

    def _past(self, mark: Mark, entry: PostingState) -> tuple[Relation, str | None]:
        """What carries the marks of a revision that the state has, or is past."""
        recorded = next((revision for revision in entry.revisions if revision.number == mark.revision), None)
        if recorded is None:
            return Relation.OLDER, None
        return Relation.RIVAL if self._is_rival(recorded, mark) else Relation.OLDER, recorded.posting_id

    def _is_rival(self, recorded: Revision, mark: Mark) -> bool:
        """Whether another operation than the one on record made that revision.

        The marks on record show it, unless the posting isn't listed or was changed in place since: then the digest
        does.
        """
        live = self.listed.get(recorded.posting_id)
        if live and live.mark and live.mark.revision == mark.revision:
            return live.mark.op_id != mark.op_id
        return bool(mark.digest) and mark.digest != recorded.digest


def _beside(owned: Ownership, relation: Relation, original: Live | None) -> tuple[Relation, str | None]:
    """The relation for the original itself, and that of a copy for the others."""
    if original is None or original is owned.live:
        return relation, original.posting_id if original else None
    return Relation.COPY, original.posting_id


def _original(postings: Sequence[Live]) -> Live | None:
    """The first made; where that isn't known, the only one that isn't archived: no other can be in its way."""
    first = first_made(postings)
    open_postings = [live for live in postings if not live.archived]
    if first or len(open_postings) > 1:
        return first
    return open_postings[0] if open_postings else postings[0]


def _spelt(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
