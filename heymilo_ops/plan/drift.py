"""What HeyMilo shows that the state doesn't say: postings it doesn't know, and changes made elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.model.high_water import first_made
from heymilo_ops.model.live import Live
from heymilo_ops.model.mark import Mark
from heymilo_ops.model.prose import prose_2, reads_alike
from heymilo_ops.model.state import Intent, PostingState, Revision
from heymilo_ops.plan.change import Change
from heymilo_ops.plan.codes import finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.json_diff import same
from heymilo_ops.plan.late_commit import late, late_attempts
from heymilo_ops.plan.namesake import namesakes
from heymilo_ops.plan.traces import Trace, ours, traces

_RESOLVE = (
    "bring back the state that made it; or make one of the marks at HeyMilo: "
    "`heymilo-ops -w {workspace} state rebuild`; or bind this posting alone: "
    "`heymilo-ops -w {workspace} state resolve {name} --adopt {id}`"
)
_NEWER = (
    "bring back the newer state that made it; or bring this one up to date: `heymilo-ops -w {workspace} state rebuild`"
)


def marked(given: PlanInput, changes: Sequence[Change]) -> tuple[list[Finding], list[str]]:
    """Findings and notes on postings with our mark, or our name, that the state doesn't know. None of them is touched.

    Args:
        changes: of the plan: what it makes decides how much a posting weighs that is there already.
    """
    found = traces(given)
    late_ones = late_attempts(given, found)
    told: list[Finding | str] = []
    for trace in found:
        if trace in late_ones:
            told += _came_late(given, changes, trace)
        elif trace.postings:
            told += _told(given, changes, trace)
    told += namesakes(given, changes)
    findings = [each for each in told if isinstance(each, Finding)]
    return [*findings, *_ahead(given)], [each for each in told if isinstance(each, str)]


def _came_late(given: PlanInput, changes: Sequence[Change], trace: Trace) -> Iterator[Finding | str]:
    if trace.original is None:
        yield _unsure(given, trace)
        return
    yield late(given, changes, trace.original, trace.mark)
    yield from _copies(trace, trace.original.posting_id)


def _told(given: PlanInput, changes: Sequence[Change], trace: Trace) -> Iterator[Finding | str]:
    mark, entry = trace.mark, given.entries.get(trace.mark.name)
    pending = {intent.op_id: intent for intent in given.state.unknown()} if given.state else {}
    intent = pending.get(mark.op_id)
    if trace.recorded or (intent and intent.kind != "create"):  # whatever is changed in place is on record
        yield from _copies(trace, trace.recorded.posting_id if trace.recorded else str(intent and intent.target))
    elif intent:
        yield from _awaited(changes, trace, intent)
    elif entry and mark.revision <= _newest(entry):
        yield from _past(given, trace, entry)
    elif trace.original is None:
        yield _unsure(given, trace)
    else:
        yield _stranger(trace.original, mark, entry, _matters(given, mark))
        yield from _copies(trace, trace.original.posting_id)


def _awaited(changes: Sequence[Change], trace: Trace, intent: Intent) -> Iterator[str]:
    """Notes beside the reasons of the change, which names what is shown of the operation."""
    first = first_made(trace.postings)
    if first:
        yield from _copies(trace, first.posting_id)
    if not any(intent.address == each.address for each in changes):
        shown = f"HeyMilo lists posting {first.posting_id if first else trace.ids} with its mark"
        yield f"{intent.address}: the outcome of an earlier create is unknown; {shown}"


def _past(given: PlanInput, trace: Trace, entry: PostingState) -> Iterator[Finding | str]:
    """On postings that say of themselves that they are what the state knows already, or knew before."""
    mark = trace.mark
    recorded = next((each for each in entry.revisions if each.number == mark.revision), None)
    for live in trace.postings:
        if live.archived:
            continue  # it takes nobody, and nothing newer is behind it: no reason to stop for ever
        what = f"posting {live.posting_id} carries the marks of {mark.name}@{mark.revision}"
        if recorded is None:
            yield f"{what}, which the state doesn't hold; it has revision {entry.revision}. It is left alone"
        elif _forked(given, recorded, mark):
            yield _stranger(live, mark, entry, serious=True)
        else:
            yield f"{what}, which is posting {recorded.posting_id}: it is a copy of that and is left alone"


def _copies(trace: Trace, original: str) -> Iterator[str]:
    """Notes on copies that take candidates."""
    for live in trace.postings:
        if live.posting_id == original or live.archived:
            continue
        what = f"{original} ({trace.mark.name}@{trace.mark.revision})"
        if trace.recorded and _is_older(live, trace.recorded):
            yield f"posting {live.posting_id} carries the marks of {what}, and is older: one is a copy of the other"
        else:
            yield f"posting {live.posting_id} is a copy of {what} and is left alone"


def _is_older(live: Live, other: Live) -> bool:
    return first_made((live, other)) is live


def _unsure(given: PlanInput, trace: Trace) -> Finding:
    """On a posting and its copies where nothing says which is which: none is taken."""
    mark = trace.mark
    if not _matters(given, mark):
        return _stray(mark, f"postings {trace.ids} at HeyMilo carry")
    return finding(
        "PL501",
        f"postings {trace.ids} at HeyMilo carry the same marks, {mark.name}@{mark.revision}, and HeyMilo doesn't say "
        "which of them was made first: the others are copies of it",
        "look at them there, archive the copies, and plan again",
        mark.name,
    )


def _matters(given: PlanInput, mark: Mark) -> bool:
    """Whether the manifests or the state know the name, or may have known it."""
    wanted = {each.address for each in given.desired} | {each.ops.moved_from for each in given.desired} | given.broken
    return mark.name in wanted or mark.name in given.entries or not given.entries


def _ahead(given: PlanInput) -> Iterator[Finding]:
    """Findings on postings that the state knows, changed in place by an apply that it doesn't know."""
    owners = {revision.posting_id: entry for entry in given.entries.values() for revision in entry.revisions}
    pending = {intent.op_id for intent in given.state.pending} if given.state else set()
    for live, mark in ours(given):
        entry = owners.get(live.posting_id)
        if entry and mark.op_id not in pending and mark.revision > _newest(entry):
            what = f"posting {live.posting_id} at HeyMilo carries the mark {mark.name}@{mark.revision}"
            said = f"{what}; the state knows revision {_newest(entry)}"
            yield finding("PL501", said, _NEWER.format(workspace=given.workspace), mark.name)


def _newest(entry: PostingState) -> int:
    return max(revision.number for revision in entry.revisions)


def _forked(given: PlanInput, recorded: Revision, mark: Mark) -> bool:
    """Whether another operation than the one on record made that revision.

    The marks on record tell, unless the posting isn't listed or was changed in place since: then the digest does.
    """
    live = given.listing.postings.get(recorded.posting_id) if given.listing else None
    if live and live.mark and live.mark.revision == mark.revision:
        return live.mark.op_id != mark.op_id
    return bool(mark.digest) and mark.digest != recorded.digest


def _stranger(live: Live, mark: Mark, entry: PostingState | None, serious: bool) -> Finding:
    what = f"posting {live.posting_id} at HeyMilo carries the mark {mark.name}@{mark.revision}"
    way = _RESOLVE.format(workspace=mark.workspace, name=mark.name, id=live.posting_id)
    if entry:
        if mark.revision <= _newest(entry):  # binding it would put an older revision over the state's own
            way = f"bring back the state that made it; or archive {live.posting_id} at HeyMilo if nobody needs it"
        return finding("PL501", f"{what}; the state knows revision {_newest(entry)}", way, mark.name)
    if serious:
        return finding("PL501", f"{what}, which the state doesn't know", way, mark.name)
    return _stray(mark, f"posting {live.posting_id} at HeyMilo carries")


def _stray(mark: Mark, carries: str) -> Finding:
    return finding(
        "PL502",
        f"{carries} the mark {mark.name}@{mark.revision}, which neither the manifests nor the state know",
        "it was forgotten, or another branch made it; archive it at HeyMilo if nobody needs it",
        mark.name,
    )


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
    """Notes on a posting that is there and takes no candidates, or of which that isn't known."""
    if live.status == "draft":
        yield f"{address}: posting {live.posting_id} is a draft and takes nobody until it is activated at HeyMilo"
    if live.status == "expired":
        yield f"{address}: posting {live.posting_id} has expired; a later deadline may or may not open it again"
    if not live.has_known_status:
        said = f"the status '{live.status}', which this release doesn't know"
        yield f"{address}: posting {live.posting_id} has {said}: see at HeyMilo whether it takes candidates"


def drift(
    entry: PostingState, live: Live, form: Mapping[str, Any] | None, sent: Mapping[str, Any] | None = None
) -> str | None:
    """What is different at HeyMilo from what was applied, in words; ``None`` where nothing shows.

    Title, marks, metadata and settings are compared whatever the times say: ``updated_at`` alone proves nothing.

    Args:
        form: the canonical form that was applied.
        sent: the request; it holds values that the form leaves out as defaults.
    """
    known = entry.updated_at is not None and live.updated_at is not None
    is_touched = known and entry.updated_at != live.updated_at
    differing = sorted(_differing(live, form, sent or {})) if form is not None else []
    if differing and known and not is_touched:
        return (
            f"HeyMilo shows it otherwise than it was applied, and dates its last change as before: "
            f"{', '.join(differing)}"
        )
    if differing:
        return f"changed outside since the last apply: {', '.join(differing)}"
    if is_touched:
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
    live = Counter((str(each.get("modality")), prose_2(str(each.get("text"))).strip()) for each in questions)
    new, gone = (live - applied).total(), (applied - live).total()
    if not new and not gone:
        return None
    return f"questions were changed outside since the last apply: {gone} as applied are gone, {new} others are there"


def _differing(live: Live, form: Mapping[str, Any], sent: Mapping[str, Any]) -> Iterable[str]:
    if not reads_alike(live.title, form["title"]):
        yield "title"
    if live.mark is None:
        yield "the marks by which it is known as ours (an update with --allow-unmarked puts them back)"
    if any(live.metadata.get(key) != value for key, value in (form.get("metadata") or {}).items()):
        yield "metadata"
    given = {name: value for name, value in sent.items() if value is not None} | dict(form)
    for name, value in given.items():
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
