"""Find the edits in place that had not ended when a state was lost.

The marks name what an edit was to bring about. A stale state knows what was applied before. Of a lost one, an earlier
design of that name has to explain what HeyMilo shows. Where none does, what HeyMilo shows otherwise counts as changed
outside: nothing is written over it until a person accepts or reverts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from heymilo_ops.apply.edit_scope import Listed
from heymilo_ops.model.baseline import Baseline
from heymilo_ops.model.fold import stamp
from heymilo_ops.model.state import HalfEdit, PostingState, State
from heymilo_ops.plan.ownership import Ownership
from heymilo_ops.repair.attribution import Attribution
from heymilo_ops.repair.content import Content
from heymilo_ops.repair.rebuild import Numbered, Rebuilt, recorded_revision
from heymilo_ops.repair.unfinished_edit import LivePosting, has_ended, unexplained, unfinished_scope


@dataclass
class Unfinished:
    """The edits that had not ended, and what may be one.

    Attributes:
        halves: by name, what goes on.
        baselines: by name, what HeyMilo shows otherwise than the marks name, where nothing explains that.
    """

    halves: dict[str, HalfEdit] = field(default_factory=dict)
    baselines: dict[str, Baseline] = field(default_factory=dict)


@dataclass(frozen=True)
class EditSearch:
    """What a search needs.

    Attributes:
        contents: by digest, as far as they are known.
        questions: reads all questions of a posting. Raises ``UnreachableError``.
        stored: returns what the state has of a digest; ``earlier``: the designs that a name had, the newest first.
    """

    base: State
    contents: dict[str, Content]
    questions: Callable[[str], Listed]
    stored: Callable[[str], Content | None]
    earlier: Callable[[str], Iterable[Content]]
    now: datetime

    def find(self, attribution: Attribution) -> Unfinished:
        """Find them; each posting between two revisions is then attributed to the one before."""
        result = Unfinished()
        for name, numbered in attribution.taken.items():
            number = max(numbered)
            posting, entry = numbered[number], self.base.postings.get(name)
            half = self._half(name, number, numbered, entry, result)
            if half is not None:
                del numbered[number]
                mark = replace(posting.mark, revision=number - 1, digest=half.edit.before)
                numbered[number - 1] = replace(posting, mark=mark)
                result.halves[name] = half
        return result

    def _half(
        self, name: str, number: int, numbered: Numbered, entry: PostingState | None, result: Unfinished
    ) -> HalfEdit | None:
        posting = numbered[number]
        known = entry.half_edit if entry else None
        if known is not None and known.op_id == posting.mark.op_id:
            return known
        if not self._may_be_edit(number, numbered, entry):
            return None
        after = self.contents.get(posting.mark.digest)
        if after is None or not posting.live.document:
            return None
        live_posting = LivePosting(posting.posting_id, posting.live.document, self.questions(posting.posting_id))
        if has_ended(after.desired, live_posting):
            return None
        certain, candidates = self._candidates(name, posting, entry)
        for before in candidates:
            scope = unfinished_scope(before.desired, after.desired, live_posting, certain=certain)
            if scope is not None:
                self.contents[before.desired.digest] = before
                mark = posting.mark
                return HalfEdit(op_id=mark.op_id, number=number, digest=mark.digest, at=self._at(posting), edit=scope)
        baseline = unexplained(after.desired, live_posting, stamp(self.now))
        if baseline is not None:
            result.baselines[name] = baseline
        return None

    def _may_be_edit(self, number: int, numbered: Numbered, entry: PostingState | None) -> bool:
        """Return whether a revision that isn't on record may have been made by an edit of the posting before it."""
        posting = numbered[number]
        if number < 2 or number - 1 in numbered or posting.live.archived:
            return False
        if recorded_revision(entry, number, posting) is not None:
            return False
        if entry is None or (entry.current.is_content_unknown and entry.revision == number):
            return True
        return entry.revision == number - 1 and entry.posting_id == posting.posting_id

    def _candidates(self, name: str, posting: Ownership, entry: PostingState | None) -> tuple[bool, Iterable[Content]]:
        """Return what may have been applied before, and whether that is certain."""
        is_before = entry is not None and entry.revision < posting.mark.revision
        recorded = self.stored(entry.digest) if entry is not None and is_before else None
        if recorded is not None:
            return True, (recorded,)
        return False, self._others(name, posting.mark.digest)

    def _others(self, name: str, digest: str) -> Iterator[Content]:
        tried = {digest}
        for content in self.earlier(name):
            if content.desired.digest not in tried:
                tried.add(content.desired.digest)
                yield content

    def _at(self, posting: Ownership) -> str:
        moment = posting.live.updated_at
        return stamp(self.now if moment is None else datetime.fromtimestamp(moment, UTC))


def without_unknown(base: State, unfinished: Unfinished) -> State:
    """Return the state without revisions of unknown content that turned out to be edits which had not ended."""
    postings = dict(base.postings)
    for name in unfinished.halves:
        entry = postings.get(name)
        if entry is None or not entry.current.is_content_unknown:
            continue
        del postings[name]
        if earlier := entry.revisions[:-1]:
            last = {"posting_id": earlier[-1].posting_id, "revision": earlier[-1].number, "digest": earlier[-1].digest}
            postings[name] = entry.model_copy(update={**last, "revisions": earlier})
    return base.model_copy(update={"postings": postings})


def with_edits(rebuilt: Rebuilt, unfinished: Unfinished, contents: Mapping[str, Content]) -> Rebuilt:
    """Return a rebuilt state with the edits that go on, and with what HeyMilo shows otherwise."""
    postings, snapshots = dict(rebuilt.state.postings), list(rebuilt.snapshots)
    for name, half in unfinished.halves.items():
        postings[name] = postings[name].model_copy(update={"half_edit": half})
        content = contents.get(half.digest)
        snapshots += [stored for stored in (content.snapshot, content.portable) if stored] if content else []
    for name, baseline in unfinished.baselines.items():
        entry = postings[name]
        current = entry.current.model_copy(update={"baseline": baseline.digest, "root_digest": None})
        postings[name] = entry.model_copy(update={"revisions": (*entry.revisions[:-1], current)})
    state = rebuilt.state.model_copy(update={"postings": postings})
    return replace(rebuilt, state=state, snapshots=tuple(snapshots), baselines=unfinished.baselines)
