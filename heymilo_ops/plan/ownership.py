"""Classify whose posting each listed one is: the one answer for plan, reconcile, rebuild and the namesake guard.

A posting on record belongs to the name that the state has it under. Any other is attributed by its marks. A posting
that is cloned at HeyMilo carries the marks of its original: the original is the one on record, else the one that was
made first; where HeyMilo doesn't say which that was, none is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from heymilo_ops.model.canonical import reads_alike
from heymilo_ops.model.live import Live, Mark
from heymilo_ops.model.state import Intent, PostingState, State, first_made, is_newer

NO_MARK = Mark("", "", "", 0, "", 0, "")
"""The mark of a posting that carries none of this project and workspace."""


class Relation(StrEnum):
    """What a listed posting is to the state."""

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
    """Carries the marks of a revision on record that another operation made: two states were applied side by side."""
    UNRECORDED = "unrecorded"
    """Carries the marks of a revision that the state doesn't know: the state is lost, stale, or of another branch."""
    FOREIGN = "foreign"
    """Carries the marks of another project or workspace."""
    UNMANAGED = "unmanaged"
    """Carries no marks, and is not on record."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose posting one is.

    Attributes:
        name: what it is attributed to: the name on record, else that of the operation, else that in its marks; of an
            unmanaged one, its name at HeyMilo spelt as the name of a manifest is.
        mark: that of this project and workspace, or what it was when an operation was seen making the posting.
        original: the id of the posting that the attempt made, or that the state has for that revision; ``None`` where
            several carry its marks and nothing shows which of them that is.
        carriers: ids of all postings that carry the marks of this attempt and are not on record, the first made first.
    """

    live: Live
    relation: Relation
    name: str
    mark: Mark = NO_MARK
    original: str | None = None
    carriers: tuple[str, ...] = ()

    @property
    def posting_id(self) -> str:
        return self.live.posting_id

    @property
    def is_on_record(self) -> bool:
        return self.relation in (Relation.CURRENT, Relation.SUPERSEDED, Relation.AHEAD)

    def is_of(self, intent: Intent) -> bool:
        """Return whether it is attributed to the intent's operation, whichever attempt."""
        return self.mark.op_id == intent.op_id


def classify(
    state: State | None,
    listed: Iterable[Live],
    project: str,
    workspace: str,
    made: Mapping[str, Intent] | None = None,
) -> dict[str, Ownership]:
    """Classify every posting, by posting id; sorted by name, revision and attempt, and the first made first.

    Args:
        made: operations that were seen making a posting, by its id: they count where a posting carries no marks.
    """
    lives = {live.posting_id: live for live in sorted(listed, key=attrgetter("born"))}
    classification = _Classification(state, lives, project, workspace, made or {})
    attempts: dict[object, list[Live]] = {}
    for posting_id, live in lives.items():
        mark = classification.mark(live)
        attempts.setdefault((mark.op_id, mark.attempt) if mark.op_id else posting_id, []).append(live)
    owners = [owned for group in attempts.values() for owned in classification.of_attempt(group)]
    owners.sort(key=lambda owned: (owned.name, owned.mark.revision, owned.mark.op_id, owned.mark.attempt))
    return {owned.posting_id: owned for owned in owners}


def made_by(owners: Iterable[Ownership], intent: Intent) -> tuple[Ownership | None, list[Ownership]]:
    """Return the posting that a create made, where that is certain, and all that are attributed to its operation.

    Those on record are not among them.
    """
    mine = [owned for owned in owners if owned.is_of(intent) and not owned.is_on_record]
    others = [owned for owned in mine if owned.relation is not Relation.COPY]
    is_certain = len(mine) == 1 or (len(others) == 1 and others[0].relation is Relation.PENDING)
    return (others or mine)[0] if is_certain else None, mine


def probable(owners: Iterable[Ownership], intent: Intent, title: Callable[[], object]) -> tuple[str, ...]:
    """Return the ids of postings without marks that may be what a create of unknown outcome made.

    ``title`` returns what was sent, ``None`` where that isn't known; it is called only where it matters.
    """
    return tuple(
        owned.posting_id
        for owned in owners
        if owned.relation is Relation.UNMANAGED
        and is_newer(owned.live, intent.seen)
        and (owned.live.name == intent.address or _is_alike(owned.live.title, title()))
    )


def _is_alike(title: str, sent: object) -> bool:
    return isinstance(sent, str) and reads_alike(title, sent)


def unmanaged(owners: Mapping[str, Ownership]) -> list[Live]:
    """Return the postings that nobody manages and that aren't archived, the first made first."""
    lives = [owned.live for owned in owners.values() if owned.relation is Relation.UNMANAGED]
    return sorted((live for live in lives if not live.archived), key=attrgetter("born"))


def namesakes(owners: Mapping[str, Ownership]) -> dict[str, tuple[Live, ...]]:
    """Return those that nobody manages, drafts and expired ones included, by name as a manifest spells it."""
    by_name: dict[str, tuple[Live, ...]] = {}
    for live in unmanaged(owners):
        if name := owners[live.posting_id].name:
            by_name[name] = (*by_name.get(name, ()), live)
    return by_name


def newest(entry: PostingState) -> int:
    """Return the highest revision number on record."""
    return max(revision.number for revision in entry.revisions)


class _Classification:
    """The state by ids, and the rules that classify a posting by it."""

    def __init__(
        self, state: State | None, lives: Mapping[str, Live], project: str, workspace: str, made: Mapping[str, Intent]
    ) -> None:
        self.lives, self.project, self.workspace, self.made = lives, project, workspace, made
        self.entries: Mapping[str, PostingState] = state.postings if state else {}
        self.names = {revision.posting_id: name for name, entry in self.entries.items() for revision in entry.revisions}
        intents, watched = (state.pending, state.watched) if state else ((), ())
        self.intended = {intent.op_id for intent in intents}
        self.intended |= {entry.half_edit.op_id for entry in self.entries.values() if entry.half_edit}
        self.pending = {intent.op_id: intent for intent in intents if intent.status == "sending"}
        self.watched = {(attempt.op_id, attempt.attempt) for attempt in watched}
        self.recorded = {self.mark(live).op_id for posting_id, live in lives.items() if posting_id in self.names} - {""}

    def mark(self, live: Live) -> Mark:
        """Return the mark that a posting is attributed by."""
        mark, intent = live.mark, self.made.get(live.posting_id)
        if mark:
            return mark if mark.belongs_to(self.project, self.workspace) else NO_MARK
        if intent is None or live.posting_id in self.names:
            return NO_MARK
        number = intent.number or 0
        return Mark(self.project, self.workspace, intent.address, number, intent.op_id, intent.attempt, "")

    def of_attempt(self, group: Sequence[Live]) -> Iterator[Ownership]:
        """Classify the postings that carry the marks of one attempt, the first made first.

        Where their marks differ in something else, they were edited: those of the first made count.
        """
        recorded = [live for live in group if live.posting_id in self.names]
        strangers = [live for live in group if live.posting_id not in self.names]
        for live in recorded:
            mark, name = self.mark(live), self.names[live.posting_id]
            yield Ownership(live, self._on_record(live, mark, self.entries[name]), name, mark)
        carriers = tuple(live.posting_id for live in strangers)
        first = self.mark(strangers[0]) if strangers else NO_MARK
        name = self.pending[first.op_id].address if first.op_id in self.pending else first.name
        for live in strangers:
            if name and recorded:
                yield Ownership(live, Relation.COPY, name, self.mark(live), recorded[0].posting_id, carriers)
            elif name:
                relation, original = self._stranger(live, first, strangers)
                yield Ownership(live, relation, name, self.mark(live), original, carriers)
            elif live.mark:
                yield Ownership(live, Relation.FOREIGN, live.mark.name)
            else:
                yield Ownership(live, Relation.UNMANAGED, _spelt(live.name or ""))

    def _on_record(self, live: Live, mark: Mark, entry: PostingState) -> Relation:
        if mark.op_id not in self.intended and mark.revision > newest(entry):
            return Relation.AHEAD
        return Relation.CURRENT if entry.posting_id == live.posting_id else Relation.SUPERSEDED

    def _stranger(self, live: Live, mark: Mark, group: Sequence[Live]) -> tuple[Relation, str | None]:
        """Classify a posting none of whose attempt is on record; return its original's id as well."""
        intent, entry = self.pending.get(mark.op_id), self.entries.get(mark.name)
        if self._is_late(mark):
            relation, first = Relation.LATE, _original(group)
        elif intent and intent.kind != "create":
            relation = Relation.PENDING if live.posting_id == intent.target else Relation.COPY
            return relation, intent.target
        elif intent:
            relation, first = Relation.PENDING, first_made(group)
        elif entry and mark.revision <= newest(entry):
            return self._past(mark, entry)
        else:
            relation, first = Relation.UNRECORDED, _original(group)
        if first and first is not live:
            relation = Relation.COPY
        return relation, first.posting_id if first else None

    def _is_late(self, mark: Mark) -> bool:
        """Return whether the attempt counts as not made.

        It is on the state's list of such; or another attempt of the operation made a posting on record; or another
        attempt of it is the one whose outcome is unknown now.
        """
        pending = self.pending.get(mark.op_id)
        other_is_pending = pending is not None and pending.kind == "create" and pending.attempt != mark.attempt
        return (mark.op_id, mark.attempt) in self.watched or mark.op_id in self.recorded or other_is_pending

    def _past(self, mark: Mark, entry: PostingState) -> tuple[Relation, str | None]:
        """Classify what carries the marks of a revision that the state has, or is past.

        Whether another operation than the one on record made it, the marks on record show, unless the posting isn't
        listed or was changed in place since: then the digest does.
        """
        recorded = entry.numbered(mark.revision)
        if recorded is None:
            return Relation.OLDER, None
        live = self.lives.get(recorded.posting_id)
        if live and live.mark and live.mark.revision == mark.revision:
            is_rival = live.mark.op_id != mark.op_id
        else:
            is_rival = mark.digest not in ("", recorded.digest)
        return Relation.RIVAL if is_rival else Relation.OLDER, recorded.posting_id


def _original(postings: Sequence[Live]) -> Live | None:
    """Return the first made; where that isn't known, the only one that isn't archived: no other can be in its way."""
    first = first_made(postings)
    open_postings = [live for live in postings if not live.archived]
    if first or len(open_postings) > 1:
        return first
    return open_postings[0] if open_postings else postings[0]


def _spelt(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
