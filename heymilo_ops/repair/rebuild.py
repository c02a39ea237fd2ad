"""A state made of the marks that postings carry at HeyMilo, where the state was lost, is stale or has forked.

Marks say whose revision a posting is, which operation made it, and the digest of what was sent. What that was is looked
up by its digest (``content``). What marks don't say stays as the state that is there has it, else it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from heymilo_ops.model.canonical import CANON, canonical, design_part, digest
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.fold import stamp
from heymilo_ops.model.live import Live
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.state import PostingState, Revision, State
from heymilo_ops.repair.attribution import Attribution, MarkedPosting
from heymilo_ops.repair.content import Content, Wanted
from heymilo_ops.statefile.format import StoredSnapshot

BY = "rebuilt from marks"
BY_UNKNOWN = "rebuilt from marks (content unknown)"
UNKNOWN = "content unknown"
AS_RECORDED = "as recorded"

Numbered = Mapping[int, MarkedPosting]


@dataclass(frozen=True, slots=True)
class Line:
    """One revision as the rebuilt state has it.

    Attributes:
        where: where its content was found; ``content unknown``; ``as recorded`` where the state knew it.
        status: ``current``, ``open``, ``archived``, ``not listed``.
    """

    revision: Revision
    where: str
    status: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild will write.

    Attributes:
        lines: by address, the newest revision first.
        snapshots: what is to be kept beside it.
        generated: digest and posting id of open postings whose questions HeyMilo wrote.
        guessed: addresses whose ``ops`` were found nowhere.
    """

    state: State
    lines: Mapping[str, tuple[Line, ...]]
    snapshots: tuple[StoredSnapshot, ...] = ()
    generated: tuple[tuple[str, str], ...] = ()
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifests:
    """What the work tree says: the manifests without errors by name, and the names of all of them.

    ``unreadable``: some file's name can't be read, so any name may have one.
    """

    by_name: Mapping[str, Desired] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    unreadable: bool = False

    def has(self, address: str) -> bool:
        """Whether an address may have a manifest."""
        return self.unreadable or address in self.names


def wanted(taken: Attribution, base: State) -> list[Wanted]:
    """What has to be looked up: what the state doesn't know already."""
    found = []
    for address, numbered in taken.taken.items():
        for number, each in numbered.items():
            if _recorded(base.postings.get(address), number, each) is None:
                moments = [at for at in (each.live.created_at, each.live.updated_at) if at is not None]
                found.append(Wanted(each.mark.digest, each.mark.name, max(moments, default=None)))
    return found


def rebuild(
    taken: Attribution,
    base: State,
    listed: Iterable[Live],
    contents: Mapping[str, Content],
    manifests: Manifests,
    now: datetime,
) -> Rebuilt:
    """The state of what was taken, over what ``base`` knows (a new state where there is none)."""
    making = _Making(base, {each.posting_id: each for each in listed}, contents, manifests, now)
    groups = _joined(taken.taken, base, manifests)
    for address in sorted({*groups, *base.postings}):
        making.entry(address, groups.get(address, {}))
    return making.result()


def _joined(taken: Mapping[str, Numbered], base: State, manifests: Manifests) -> dict[str, dict[int, MarkedPosting]]:
    """The groups, with the history of a renamed posting under its new name: its manifest says what it was."""
    groups = {address: dict(numbered) for address, numbered in taken.items()}
    for address in sorted(taken):
        manifest = manifests.by_name.get(address)
        old = manifest.ops.moved_from if manifest else None
        if old is None or old not in groups or old == address or manifests.has(old) or old in base.postings:
            continue
        if max(groups[old]) < min(groups[address]):
            groups[address] = {**groups.pop(old), **groups[address]}
    return groups


def _recorded(entry: PostingState | None, number: int, each: MarkedPosting) -> Revision | None:
    """The revision that the state has for a posting, where its marks say the same or are behind."""
    for revision in entry.revisions if entry else ():
        if revision.posting_id != each.live.posting_id or revision.applied_by == BY_UNKNOWN:
            continue
        if (revision.number, revision.digest) == (number, each.mark.digest) or revision.number > number:
            return revision
    return None


class _Making:
    """The state being made, address by address."""

    def __init__(
        self,
        base: State,
        listed: Mapping[str, Live],
        contents: Mapping[str, Content],
        manifests: Manifests,
        now: datetime,
    ) -> None:
        self.base = base
        self.listed = listed
        self.contents = contents
        self.manifests = manifests
        self.now = now
        self.postings: dict[str, PostingState] = {}
        self.lines: dict[str, tuple[Line, ...]] = {}
        self.guessed: list[str] = []
        self.used: dict[str, Content] = {}
        self.generated: list[tuple[str, str]] = []

    def result(self) -> Rebuilt:
        kept = [each for content in self.used.values() for each in (content.snapshot, content.portable) if each]
        state = self.base.model_copy(update={"postings": self.postings})
        return Rebuilt(state, self.lines, tuple(kept), tuple(self.generated), tuple(self.guessed))

    def entry(self, address: str, numbered: Numbered) -> None:
        """One address, of its postings and of what the state knows of it."""
        before = self.base.postings.get(address)
        revisions = self._revisions(numbered, before)
        current = self._current(revisions)
        # Whether it was archived here or by hand can't be told. With a manifest it would be made anew at once, so then
        # it stays the current one: a plan holds it until --recreate.
        may_return = self.manifests.has(address)
        done = [
            each if each.posting_id == current.posting_id and may_return else self._with_end(each) for each in revisions
        ]
        last = next(each for each in done if each.number == current.number)
        done = [*(each for each in done if each is not last), last]
        made = self._entry(address, before, tuple(done), is_archived=last.archived_at is not None)
        self.postings[address] = made.model_copy(update={"formerly": self._formerly(address, numbered, before)})
        self.lines[address] = tuple(self._line(each, last, before) for each in sorted(done, key=_newest_first))

    def _revisions(self, numbered: Numbered, before: PostingState | None) -> list[Revision]:
        """Every revision by number. A posting that was changed in place has more than one of them."""
        found = {each.number: each for each in before.revisions} if before else {}
        for number, each in numbered.items():
            recorded = _recorded(before, number, each)
            if recorded is not None:
                found[recorded.number] = recorded
            else:
                changed = any(one.posting_id == each.live.posting_id and n < number for n, one in found.items())
                found[number] = self._made(number, each, in_place=changed)
        return [found[number] for number in sorted(found)]

    def _made(self, number: int, each: MarkedPosting, *, in_place: bool) -> Revision:
        """A revision of marks, and of what was found of its content."""
        mark, live = each.mark, each.live
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
        """The newest that is open; where none is, the newest."""
        return next((each for each in reversed(revisions) if self._is_open(each)), revisions[-1])

    def _is_open(self, revision: Revision) -> bool:
        live = self.listed.get(revision.posting_id)
        if live is not None:
            return not live.archived and revision.archived_at is None
        return revision.archived_at is None  # it isn't listed, which proves nothing

    def _with_end(self, revision: Revision) -> Revision:
        """The revision with the time of its end, where HeyMilo shows that it ended."""
        live = self.listed.get(revision.posting_id)
        if live is None or not live.archived or revision.archived_at is not None:
            return revision
        return revision.model_copy(update={"archived_at": self._moment(live.updated_at or live.created_at)})

    def _entry(
        self, address: str, before: PostingState | None, revisions: tuple[Revision, ...], *, is_archived: bool
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
            ops=same.ops if same else self._ops(address, current, is_archived=is_archived),
            held=before.held if before else None,
            revisions=revisions,
        )

    def _formerly(self, address: str, numbered: Numbered, before: PostingState | None) -> tuple[str, ...]:
        """Earlier addresses: those that the state knows, and the one whose postings the manifest takes over.

        A name that stands in marks alone is not one of them: whoever can edit the state could have put it there.
        """
        manifest = self.manifests.by_name.get(address)
        old = manifest.ops.moved_from if manifest else None
        taken = [old] if old is not None and any(each.mark.name == old for each in numbered.values()) else []
        return tuple(dict.fromkeys((*(before.formerly if before else ()), *taken)))

    def _ops(self, address: str, current: Revision, *, is_archived: bool) -> Ops:
        """``ops`` of what was applied, else of the manifest. Found nowhere, nothing is to be archived by default."""
        content, manifest = self.contents.get(current.digest), self.manifests.by_name.get(address)
        if content is not None:
            return content.desired.ops
        if manifest is not None:
            return manifest.ops
        if not is_archived:
            self.guessed.append(address)
        return Ops(on_remove="error")

    def _line(self, revision: Revision, current: Revision, before: PostingState | None) -> Line:
        live = self.listed.get(revision.posting_id)
        if revision.archived_at is not None or (live is not None and live.archived):
            status = "archived"
        elif live is None:
            status = "not listed"
        else:
            status = "current" if revision.posting_id == current.posting_id else "open"
        content = self.contents.get(revision.digest)
        kept = before is not None and any(_alike(each, revision) for each in before.revisions)
        where = UNKNOWN if revision.applied_by == BY_UNKNOWN else AS_RECORDED if kept or not content else content.where
        return Line(revision, where, status)


def _alike(one: Revision, other: Revision) -> bool:
    """Whether two revisions differ in their end at most."""
    return one.model_copy(update={"archived_at": None}) == other.model_copy(update={"archived_at": None})


def _newest_first(revision: Revision) -> int:
    return -revision.number


def _design(snapshot: StoredSnapshot) -> str:
    return digest(design_part(canonical(snapshot.request, snapshot.canon)))
