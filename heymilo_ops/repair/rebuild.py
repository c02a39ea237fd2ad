"""Rebuild a state from the marks that postings carry at HeyMilo, where the state was lost, is stale or has forked.

Marks name the revision, the operation that made it, and the digest of what was sent. What that was is found by its
digest (``content``). What marks don't name stays as the state that is there has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from heymilo_ops.model.baseline import Baseline
from heymilo_ops.model.canonical import CANON, canonical, design_part, digest
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.fold import stamp
from heymilo_ops.model.live import Live
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.state import CONTENT_UNKNOWN, PostingState, Revision, State
from heymilo_ops.plan.ownership import Ownership
from heymilo_ops.repair.attribution import Attribution
from heymilo_ops.repair.content import Content, ContentOrigin, ContentQuery
from heymilo_ops.statefile.format import StoredSnapshot

BY = "rebuilt from marks"
BY_UNKNOWN = CONTENT_UNKNOWN

Numbered = Mapping[int, Ownership]


@dataclass(frozen=True, slots=True)
class RebuiltRevision:
    """One revision as the rebuilt state has it, and where its content was found."""

    revision: Revision
    origin: ContentOrigin
    status: Literal["current", "open", "archived", "not listed"]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild will write.

    Attributes:
        revisions: by name, the newest first.
        snapshots: what is to be stored beside it.
        generated: digest and posting id of open postings whose questions HeyMilo wrote.
        guessed: names whose ``ops`` were found nowhere.
        baselines: by name, what HeyMilo shows otherwise than the marks name.
    """

    state: State
    revisions: Mapping[str, tuple[RebuiltRevision, ...]]
    snapshots: tuple[StoredSnapshot, ...] = ()
    generated: tuple[tuple[str, str], ...] = ()
    guessed: tuple[str, ...] = ()
    baselines: Mapping[str, Baseline] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifests:
    """What the work tree has: the manifests without errors by name, and the names of all of them.

    ``unreadable``: some file's name can't be read, so any name may have one.
    """

    by_name: Mapping[str, Desired] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    unreadable: bool = False

    def has(self, name: str) -> bool:
        """Return whether a name may have a manifest."""
        return self.unreadable or name in self.names

    def moved_from(self, name: str) -> str | None:
        """Return the old name that a manifest gives."""
        manifest = self.by_name.get(name)
        return manifest.ops.moved_from if manifest else None


def missing_contents(attribution: Attribution, base: State) -> list[ContentQuery]:
    """Return the digests to find: those of revisions that the state doesn't know."""
    queries = []
    for name, numbered in attribution.taken.items():
        for number, posting in numbered.items():
            if recorded_revision(base.postings.get(name), number, posting) is None:
                moments = [at for at in (posting.live.created_at, posting.live.updated_at) if at is not None]
                queries.append(ContentQuery(posting.mark.digest, posting.mark.name, max(moments, default=None)))
    return queries


def rebuild(
    attribution: Attribution,
    base: State,
    listed: Iterable[Live],
    contents: Mapping[str, Content],
    manifests: Manifests,
    now: datetime,
) -> Rebuilt:
    """Return the state of the attributed postings, over what ``base`` knows (a new state where there is none)."""
    builder = _Builder(base, {live.posting_id: live for live in listed}, contents, manifests, now)
    groups = _joined(attribution.taken, base, manifests)
    for name in sorted({*groups, *base.postings}):
        builder.add_entry(name, groups.get(name, {}))
    return builder.result()


def _joined(taken: Mapping[str, Numbered], base: State, manifests: Manifests) -> dict[str, dict[int, Ownership]]:
    """Put the postings of a renamed one under its new name: its manifest names the old one."""
    groups = {name: dict(numbered) for name, numbered in taken.items()}
    for name in sorted(taken):
        old = manifests.moved_from(name)
        if old is None or old not in groups or old == name or manifests.has(old) or old in base.postings:
            continue
        if max(groups[old]) < min(groups[name]):
            groups[name] = {**groups.pop(old), **groups[name]}
    return groups


def recorded_revision(entry: PostingState | None, number: int, posting: Ownership) -> Revision | None:
    """Return the revision that the state has for a posting, where its marks name the same or an earlier one."""
    for revision in entry.revisions if entry else ():
        if revision.posting_id != posting.posting_id or revision.is_content_unknown:
            continue
        if (revision.number, revision.digest) == (number, posting.mark.digest) or revision.number > number:
            return revision
    return None


@dataclass
class _Builder:
    """Builds the state, name by name."""

    base: State
    listed: Mapping[str, Live]
    contents: Mapping[str, Content]
    manifests: Manifests
    now: datetime
    postings: dict[str, PostingState] = field(default_factory=dict)
    revisions: dict[str, tuple[RebuiltRevision, ...]] = field(default_factory=dict)
    guessed: list[str] = field(default_factory=list)
    used: dict[str, Content] = field(default_factory=dict)
    generated: list[tuple[str, str]] = field(default_factory=list)

    def result(self) -> Rebuilt:
        contents = self.used.values()
        snapshots = [stored for content in contents for stored in (content.snapshot, content.portable) if stored]
        state = self.base.model_copy(update={"postings": self.postings})
        return Rebuilt(state, self.revisions, tuple(snapshots), tuple(self.generated), tuple(self.guessed))

    def add_entry(self, name: str, numbered: Numbered) -> None:
        """Add one name, of its postings and of what the state knows of it."""
        before = self.base.postings.get(name)
        revisions = self._revisions(numbered, before)
        current = self._current(revisions)
        # Whether it was archived here or by hand can't be told. With a manifest it would be made anew at once, so then
        # it stays the current one: a plan holds it until --recreate.
        may_return = self.manifests.has(name)
        ended = [
            revision if revision.posting_id == current.posting_id and may_return else self._with_end(revision)
            for revision in revisions
        ]
        last = next(revision for revision in ended if revision.number == current.number)
        ended = [*(revision for revision in ended if revision is not last), last]
        entry = self._entry(name, before, tuple(ended), is_archived=last.archived_at is not None)
        self.postings[name] = entry.model_copy(update={"formerly": self._formerly(name, numbered, before)})
        newest_first = sorted(ended, key=lambda revision: -revision.number)
        self.revisions[name] = tuple(self._rebuilt(revision, last, before) for revision in newest_first)

    def _revisions(self, numbered: Numbered, before: PostingState | None) -> list[Revision]:
        """Return every revision by number. A posting that was changed in place has more than one of them."""
        revisions = {revision.number: revision for revision in before.revisions} if before else {}
        for number, posting in numbered.items():
            recorded = recorded_revision(before, number, posting)
            if recorded is not None:
                revisions[recorded.number] = recorded
            else:
                changed = any(one.posting_id == posting.posting_id and n < number for n, one in revisions.items())
                revisions[number] = self._revision(number, posting, in_place=changed)
        return [revisions[number] for number in sorted(revisions)]

    def _revision(self, number: int, posting: Ownership, *, in_place: bool) -> Revision:
        """Make a revision of marks, and of what is known of its content."""
        mark, live = posting.mark, posting.live
        content = self.contents.get(mark.digest)
        if content is not None:
            self.used[mark.digest] = content
            if not content.desired.reproducible and not live.archived:
                self.generated.append((mark.digest, live.posting_id))
        at = live.updated_at if in_place and live.updated_at is not None else live.created_at
        return Revision(
            number=number,
            digest=mark.digest,
            # What a digest leaves out can't be told from it. Two unknown designs must not look like one, so an unknown
            # design goes by the digest of the whole: a mere change of settings then looks like one of design.
            design_digest=_design(content.snapshot) if content else mark.digest,
            canon=content.snapshot.canon if content else CANON,
            posting_id=live.posting_id,
            applied_at=self._moment(at),
            applied_by=BY if content else BY_UNKNOWN,
            commit=content.snapshot.commit if content else None,
            source=self._source(mark.name, content),
            action="adopt",
            reproducible=content.desired.reproducible if content else False,
            portable=content.portable.digest if content and content.portable else None,
        )

    def _source(self, name: str, content: Content | None) -> str:
        manifest = self.manifests.by_name.get(name)
        if content is not None:
            return content.snapshot.source
        return manifest.source if manifest else f"postings/{name}.yaml"

    def _moment(self, seconds: float | None) -> str:
        return stamp(self.now if seconds is None else datetime.fromtimestamp(seconds, UTC))

    def _current(self, revisions: list[Revision]) -> Revision:
        """Return the newest that is open; where none is, the newest."""
        return next((revision for revision in reversed(revisions) if self._is_open(revision)), revisions[-1])

    def _is_open(self, revision: Revision) -> bool:
        live = self.listed.get(revision.posting_id)
        is_archived = live is not None and live.archived  # one that isn't listed proves nothing
        return revision.archived_at is None and not is_archived

    def _with_end(self, revision: Revision) -> Revision:
        """Return the revision with the time of its end, where HeyMilo shows that it ended."""
        live = self.listed.get(revision.posting_id)
        if live is None or not live.archived or revision.archived_at is not None:
            return revision
        return revision.model_copy(update={"archived_at": self._moment(live.updated_at or live.created_at)})

    def _entry(
        self, name: str, before: PostingState | None, revisions: tuple[Revision, ...], *, is_archived: bool
    ) -> PostingState:
        current = revisions[-1]
        same = before if before is not None and before.current == current else None
        live = self.listed.get(current.posting_id)
        return PostingState(
            posting_id=current.posting_id,
            revision=current.number,
            digest=current.digest,
            status="archived" if is_archived else "active",
            candidate_url=(live and live.candidate_url) or (same.candidate_url if same else None),
            review_url=(live and live.review_url) or (same.review_url if same else None),
            updated_at=same.updated_at if same else (live.updated_at if live else None),
            ops=same.ops if same else self._ops(name, current, is_archived=is_archived),
            held=before.held if before else None,
            draining_since=same.draining_since if same else None,
            half_edit=same.half_edit if same else None,
            live_name=same.live_name if same else self._live_name(name, current, live),
            committed=before.committed if before else None,
            revisions=revisions,
        )

    def _live_name(self, name: str, current: Revision, live: Live | None) -> str | None:
        """Return what HeyMilo calls a posting that was adopted: its manifest says so, or it has another name there."""
        content = self.contents.get(current.digest)
        adopted = content.desired.ops.adopt if content is not None else None
        if live is None or (adopted != current.posting_id and live.name == name):
            return None
        return live.name or ""

    def _formerly(self, name: str, numbered: Numbered, before: PostingState | None) -> tuple[str, ...]:
        """Return the former names: those that the state knows, and the one whose postings the manifest takes over.

        A name that stands in marks alone is not one of them: whoever can edit the state could have put it there.
        """
        old = self.manifests.moved_from(name)
        taken = [old] if old is not None and any(posting.mark.name == old for posting in numbered.values()) else []
        return tuple(dict.fromkeys((*(before.formerly if before else ()), *taken)))

    def _ops(self, name: str, current: Revision, *, is_archived: bool) -> Ops:
        """Return the ``ops`` of what was applied, else of the manifest, else some that archive nothing.

        Since when a role is draining isn't known any more, so the next apply begins that anew.
        """
        ops = self._known_ops(name, current, is_archived=is_archived)
        return ops.model_copy(update={"lifecycle": "open"}) if ops.lifecycle == "draining" else ops

    def _known_ops(self, name: str, current: Revision, *, is_archived: bool) -> Ops:
        content, manifest = self.contents.get(current.digest), self.manifests.by_name.get(name)
        if content is not None:
            return content.desired.ops
        if manifest is not None:
            return manifest.ops
        if not is_archived:
            self.guessed.append(name)
        return Ops(on_remove="error")

    def _rebuilt(self, revision: Revision, current: Revision, before: PostingState | None) -> RebuiltRevision:
        live = self.listed.get(revision.posting_id)
        status: Literal["current", "open", "archived", "not listed"]
        if revision.archived_at is not None or (live is not None and live.archived):
            status = "archived"
        elif live is None:
            status = "not listed"
        else:
            status = "current" if revision.posting_id == current.posting_id else "open"
        content = self.contents.get(revision.digest)
        recorded = before is not None and any(_alike(known, revision) for known in before.revisions)
        if revision.is_content_unknown:
            return RebuiltRevision(revision, ContentOrigin.UNKNOWN, status)
        origin = ContentOrigin.AS_RECORDED if recorded or not content else content.origin
        return RebuiltRevision(revision, origin, status)


def _alike(one: Revision, other: Revision) -> bool:
    """Return whether two revisions differ in their end at most."""
    return one.model_copy(update={"archived_at": None}) == other.model_copy(update={"archived_at": None})


def _design(snapshot: StoredSnapshot) -> str:
    return digest(design_part(canonical(snapshot.request, snapshot.canon)))
