"""What HeyMilo shows that the state doesn't say: postings it doesn't know, and changes made elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.given import PlanInput
from heymilo_ops.plan.leaves import same

_RESOLVE = "bring back the state that made it, or bind it: `heymilo-ops state resolve {name} --adopt {id}`"


def marked(given: PlanInput) -> tuple[list[Finding], list[str]]:
    """Findings on postings with our mark that the state doesn't know; notes on copies of those it knows."""
    findings: list[Finding] = []
    notes: list[str] = []
    wanted = {each.address for each in given.desired} | {each.ops.moved_from for each in given.desired} | given.broken
    for live, mark, copy in _unknown(given):
        entry = given.entries.get(mark.name)
        if entry and live.archived and mark.revision <= _newest(entry):
            continue  # it takes nobody, and nothing newer is behind it: no reason to stop for ever
        if copy or (entry and mark.revision <= _newest(entry) and not _forked(given, entry, mark)):
            notes.append(f"posting {live.posting_id} is a copy of {mark.name}@{mark.revision} and is left alone")
        else:
            findings.append(_stranger(live, mark, entry, mark.name in wanted or not given.entries))
    return [*findings, *_ahead(given)], notes


def _ahead(given: PlanInput) -> Iterator[Finding]:
    """Findings on postings that the state knows, changed in place by an apply that it doesn't know."""
    owners = {revision.posting_id: entry for entry in given.entries.values() for revision in entry.revisions}
    pending = {intent.op_id for intent in given.state.pending} if given.state else set()
    for live, mark in _ours(given):
        entry = owners.get(live.posting_id)
        if entry and mark.op_id not in pending and mark.revision > _newest(entry):
            what = f"posting {live.posting_id} at HeyMilo carries the mark {mark.name}@{mark.revision}"
            said = f"{what}; the state knows revision {_newest(entry)}"
            yield finding("PL501", said, "bring back the newer state that made it", mark.name)


def _unknown(given: PlanInput) -> Iterator[tuple[Live, Mark, bool]]:
    """Postings with our mark that no revision and no pending intent names; ``True`` with one made as a copy.

    A posting that was cloned at HeyMilo carries the marks of its original. The original is the one on record, else
    the one that was made first.
    """
    known = {revision.posting_id for entry in given.entries.values() for revision in entry.revisions}
    pending = {intent.op_id for intent in given.state.pending} if given.state else set()
    strangers = [each for each in _ours(given, but=known) if each[1].op_id not in pending]
    if not strangers:
        return
    first: dict[tuple[str, int], str] = {}
    for live, mark in sorted(_ours(given), key=lambda each: (each[0].posting_id not in known, _born(each[0]))):
        if mark.op_id:
            first.setdefault((mark.op_id, mark.attempt), live.posting_id)
    for live, mark in strangers:
        yield live, mark, first.get((mark.op_id, mark.attempt), live.posting_id) != live.posting_id


def _born(live: Live) -> tuple[float, str]:
    return (float("inf") if live.created_at is None else live.created_at, live.posting_id)


def _ours(given: PlanInput, but: Container[str] = ()) -> Iterator[tuple[Live, Mark]]:
    """Every listed posting with our mark, but those of the given ids."""
    for live in given.listing.postings.values() if given.listing else ():
        mark = live.mark if live.posting_id not in but else None
        if mark and (mark.project, mark.workspace) == (given.project, given.workspace):
            yield live, mark


def _newest(entry: PostingState) -> int:
    return max(revision.number for revision in entry.revisions)


def _forked(given: PlanInput, entry: PostingState, mark: Mark) -> bool:
    """Whether the posting on record for that revision is there, with the mark of another operation."""
    recorded = next((each.posting_id for each in entry.revisions if each.number == mark.revision), None)
    live = given.listing.postings.get(recorded) if given.listing and recorded else None
    return bool(live and live.mark and live.mark.op_id != mark.op_id)


def _stranger(live: Live, mark: Mark, entry: PostingState | None, serious: bool) -> Finding:
    what = f"posting {live.posting_id} at HeyMilo carries the mark {mark.name}@{mark.revision}"
    way = _RESOLVE.format(name=mark.name, id=live.posting_id)
    if entry:
        if mark.revision <= _newest(entry):  # binding it would put an older revision over the state's own
            way = f"bring back the state that made it; or archive {live.posting_id} at HeyMilo if nobody needs it"
        return finding("PL501", f"{what}; the state knows revision {_newest(entry)}", way, mark.name)
    if serious:
        return finding("PL501", f"{what}, which the state doesn't know", way, mark.name)
    return finding(
        "PL502",
        f"{what}, which neither the manifests nor the state know",
        "it was forgotten, or another branch made it; archive it at HeyMilo if nobody needs it",
        mark.name,
    )


def pending_found(given: PlanInput) -> dict[str, str]:
    """Posting id by operation, of the pending creates that HeyMilo lists (the first made, where copies exist)."""
    creates = {intent.op_id for intent in given.state.pending} if given.state else set()
    if not creates:
        return {}
    found: dict[str, str] = {}
    for live, mark in sorted(_ours(given), key=lambda each: _born(each[0])):
        if mark.op_id in creates:
            found.setdefault(mark.op_id, live.posting_id)
    return found


def reopened(given: PlanInput) -> Iterator[str]:
    """Notes on postings that were archived here and take candidates again."""
    shown = given.listing.postings if given.listing else {}
    for address, entry in sorted(given.entries.items()):
        closed = {revision.posting_id for revision in entry.revisions if revision.archived_at is not None}
        for posting_id in sorted(closed):
            live = shown.get(posting_id)
            if live and not live.archived and live.status == "active":
                yield f"{address}: posting {posting_id} was archived here and is open again at HeyMilo"


def state_of(live: Live, address: str) -> Iterator[str]:
    """Notes on a posting that is there and takes no candidates."""
    if live.status == "draft":
        yield f"{address}: posting {live.posting_id} is a draft and takes nobody until it is activated at HeyMilo"
    if live.status == "expired":
        yield f"{address}: posting {live.posting_id} has expired; a later deadline may or may not open it again"


def drift(entry: PostingState, live: Live, form: Mapping[str, Any] | None) -> str | None:
    """What somebody changed at HeyMilo since the last apply, in words; ``None`` where nothing shows.

    ``form`` is the canonical form that was applied. Only the title and the settings can be read back and compared.
    """
    known = entry.updated_at is not None and live.updated_at is not None
    if known and entry.updated_at == live.updated_at:
        return None
    differing = sorted(_differing(live, form)) if form is not None else []
    if differing:
        return f"changed outside since the last apply: {', '.join(differing)}"
    if known:
        return "changed outside since the last apply; its title and settings are as applied, or can't be compared"
    return None


def asked_otherwise(questions: Iterable[Mapping[str, Any]], form: Mapping[str, Any]) -> str | None:
    """How the live questions differ from those that were applied, in words; ``None`` where nothing shows.

    Texts are compared, modality by modality: HeyMilo doesn't say which step a question belongs to, and rewrites some
    of the other fields itself. Where HeyMilo wrote questions there is nothing to compare with.
    """
    steps = form.get("workflow") or [{}]
    if any(step.get("questions") is None for step in steps):
        return None
    applied = Counter((each["modality"], each["text"].strip()) for step in steps for each in step["questions"])
    live = Counter((str(each.get("modality")), str(each.get("text")).strip()) for each in questions)
    new, gone = (live - applied).total(), (applied - live).total()
    if not new and not gone:
        return None
    return f"questions were changed outside since the last apply: {gone} as applied are gone, {new} others are there"


def _differing(live: Live, form: Mapping[str, Any]) -> Iterable[str]:
    if live.title != form["title"]:
        yield "title"
    if live.mark is None:
        yield "the marks by which it is known as ours (its next update puts them back)"
    if any(live.metadata.get(key) != value for key, value in (form.get("metadata") or {}).items()):
        yield "metadata"
    for name, value in form.items():
        if name in live.settings and not _equal(name, value, live.settings[name]):
            yield name


def _equal(name: str, applied: Any, shown: Any) -> bool:
    if name == "deadline":
        return bool(_seconds(applied) == _seconds(shown))
    return same(applied, shown)


def _seconds(deadline: Any) -> Any:
    """Unix seconds of a deadline in either of HeyMilo's notations; anything else as it is."""
    try:
        return datetime.fromisoformat(deadline).timestamp()
    except (TypeError, ValueError):
        return deadline
