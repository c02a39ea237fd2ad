"""Drift: what HeyMilo shows otherwise than it was applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from heymilo_ops.model.live import Live
from heymilo_ops.model.prose import prose_2, reads_alike
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.json_diff import same


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
