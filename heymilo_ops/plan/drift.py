"""Drift: what HeyMilo shows otherwise than it was applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from heymilo_ops.model.canonical import prose_2, reads_alike
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Live
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.change import Action, ActivatePosting, Change
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.json_diff import is_same_json


def reopened_notes(inputs: PlanInput) -> Iterator[Reason]:
    """Notes on postings that were archived here and take candidates again."""
    for address, entry in sorted(inputs.entries.items()):
        closed = {revision.posting_id for revision in entry.revisions if revision.archived_at is not None}
        for posting_id in sorted(closed):
            live = inputs.listed.get(posting_id)
            if live and not live.archived and live.status == "active":
                yield of_posting(address, Reason(ReasonCode.OPEN_AGAIN, posting_id))


def status_notes(live: Live, desired: Desired, form: Mapping[str, Any] | None) -> Iterator[Reason]:
    """Notes on a posting that is there and takes no candidates, or of which that isn't known.

    ``form``: the canonical form that was applied.
    """
    address, posting_id = desired.address, live.posting_id
    if live.status == "draft" and not is_pending(live):
        yield of_posting(address, Reason(ReasonCode.DRAFT, posting_id))
    elif live.status == "draft" and not desired.ops.activate:
        yield of_posting(address, Reason(ReasonCode.AWAITS_ACTIVATION, posting_id))
    if live.status == "expired":
        applied = (form or {}).get("deadline")
        is_other = applied is not None and live.deadline is not None and not _is_same_second(applied, live.deadline)
        yield of_posting(address, Reason(ReasonCode.CLOSED_OUTSIDE if is_other else ReasonCode.EXPIRED, posting_id))
    if not live.has_known_status:
        yield of_posting(address, Reason(ReasonCode.STATUS_UNKNOWN, posting_id, live.status))


def is_pending(live: Live) -> bool:
    """Return whether a posting is a draft that takes nobody until it is activated."""
    ats = live.document.get("ats_metadata")
    return live.status == "draft" and isinstance(ats, Mapping) and ats.get("pending_activation") is True


def activate(change: Change, live: Live, ops: Ops) -> Change:
    """Return the change with the activation of its posting, where that is asked for and nothing is in its way."""
    if not (ops.activate and is_pending(live) and change.action in (Action.UNCHANGED, Action.UPDATE)):
        return change
    return replace(
        change,
        action=Action.UPDATE,
        reasons=(*change.reasons, Reason(ReasonCode.ACTIVATES, live.posting_id)),
        operations=(*change.operations, ActivatePosting(live.posting_id)),
    )


def find_drift(
    entry: PostingState, live: Live, form: Mapping[str, Any] | None, sent: Mapping[str, Any] | None = None
) -> Iterator[Reason]:
    """Yield what is different at HeyMilo from what was applied.

    Title, marks, metadata and settings are compared whatever the times say: ``updated_at`` alone proves nothing.

    Args:
        form: the canonical form that was applied.
        sent: the request; it holds values that the form leaves out as defaults.
    """
    known = entry.updated_at is not None and live.updated_at is not None
    is_touched = known and entry.updated_at != live.updated_at
    differing = tuple(sorted(_differing(live, form, sent or {}))) if form is not None else ()
    if differing:
        yield Reason(ReasonCode.DIFFERS_UNDATED if known and not is_touched else ReasonCode.DIFFERS, differing)
    elif is_touched:
        yield Reason(ReasonCode.CHANGED_OUTSIDE)


def find_question_drift(questions: Iterable[Mapping[str, Any]], form: Mapping[str, Any]) -> Iterator[Reason]:
    """Yield how the live questions differ from those that were applied.

    Texts are compared, modality by modality: HeyMilo doesn't say which step a question belongs to, and rewrites some
    of the other fields itself. Where HeyMilo wrote questions there is nothing to compare with.
    """
    steps = form.get("workflow") or [{}]
    if any(step.get("questions") is None for step in steps):
        return
    applied = Counter(
        (question["modality"], question["text"].strip()) for step in steps for question in step["questions"]
    )
    live = Counter(
        (str(question.get("modality")), prose_2(str(question.get("text"))).strip()) for question in questions
    )
    new, gone = (live - applied).total(), (applied - live).total()
    if new or gone:
        yield Reason(ReasonCode.QUESTIONS_CHANGED_OUTSIDE, gone, new)


def _differing(live: Live, form: Mapping[str, Any], sent: Mapping[str, Any]) -> Iterable[str]:
    if not reads_alike(live.title, form["title"]):
        yield "title"
    if live.mark is None:
        yield "marks"
    if any(live.metadata.get(key) != value for key, value in (form.get("metadata") or {}).items()):
        yield "metadata"
    inputs = {name: value for name, value in sent.items() if value is not None} | dict(form)
    for name, value in inputs.items():
        if name in live.settings and not _equal(name, value, live.settings[name]):
            yield name


def _equal(name: str, applied: Any, live: Any) -> bool:
    if name == "deadline":
        return _is_same_second(applied, live)
    return is_same_json(applied, live)


def _is_same_second(applied: Any, live: Any) -> bool:
    """Return whether two deadlines differ by less than a second: HeyMilo keeps more digits of one, or fewer."""
    moments = _seconds(applied), _seconds(live)
    if all(isinstance(moment, int | float) for moment in moments):
        return bool(abs(moments[0] - moments[1]) < 1)
    return bool(moments[0] == moments[1])


def _seconds(deadline: Any) -> Any:
    """Unix seconds of a deadline in either of HeyMilo's notations; anything else as it is."""
    try:
        return datetime.fromisoformat(deadline).timestamp()
    except (TypeError, ValueError):
        return deadline
