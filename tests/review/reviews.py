"""Reviews of one change, made of two manifests: what a use case gathers, without a repo."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Severity
from heymilo_ops.model.desired import desire
from heymilo_ops.plan.change import Action, ArchivePosting, Change, CreatePosting, LiveRef, PatchPosting, Plan
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.effect import heaviest
from heymilo_ops.plan.review_input import Designs, ReviewFinding, ReviewInput

Data = Mapping[str, Any]


def form_step(*questions: Data, **config: Any) -> dict[str, Any]:
    return {"type": "form", "config": config, "questions": list(questions)}


def knockout(text: str = "Can you work nights?", answer: str = "Yes", **more: Any) -> dict[str, Any]:
    choices = [{"label": label, "value": label} for label in ("Yes", "No")]
    return {
        "text": text, "question_type": "dropdown", "dropdown_values": choices, "answer": answer, "is_knockout": True,
        **more,
    }  # fmt: skip


def voice_step(*questions: Data, **config: Any) -> dict[str, Any]:
    return {"type": "web_interview", "config": config, "questions": list(questions)}


def voice(text: str = "Tell me about a queue that you shortened.", **more: Any) -> dict[str, Any]:
    return {"text": text, "score_weight": 3, "evaluation_criteria": "What they did.", **more}


def manifest(*steps: Data, **more: Any) -> dict[str, Any]:
    return {"name": "nurse", "title": "Night Nurse", **more, "workflow": [copy.deepcopy(dict(step)) for step in steps]}


def changed(before: Data | None, after: Data | None, action: Action | None = None, **more: Any) -> ReviewInput:
    """Return the review of one change from a manifest to another; ``None``: there is none."""
    old, new = (desire(data, "postings/nurse.yaml") if data is not None else None for data in (before, after))
    action = action or (Action.CREATE if old is None else Action.ARCHIVE if new is None else Action.REPLACE)
    fields = diff_forms(old.form, new.form, old.keys, new.keys) if old is not None and new is not None else ()
    operations: dict[Action, tuple[Any, ...]] = {
        Action.ARCHIVE: (ArchivePosting("OLD"),),
        Action.CREATE: (CreatePosting(new),),
        Action.REPLACE: (CreatePosting(new), ArchivePosting("OLD")),
        Action.UPDATE: (PatchPosting("OLD", {}, new),),
    }
    change = Change(
        "nurse",
        action,
        title="Night Nurse",
        fields=fields,
        effect=heaviest(field.effect for field in fields),
        before_digest=old.digest if old is not None else None,
        after_digest=new.digest if new is not None else None,
        live=LiveRef("OLD", None, archived=False) if old is not None else None,
        operations=operations.get(action, ()),
    )
    change = replace(change, **more)
    designs = Designs("nurse", old and old.form, new and new.form, old.keys if old else {}, new.keys if new else {})
    return review_of(change, designs={"nurse": designs})


def review_of(*changes: Change, **more: Any) -> ReviewInput:
    return ReviewInput(Plan("production", "WS1", "c" * 32, 7, changes), **more)


def only(review: ReviewInput) -> Change:
    return review.plan.changes[0]


def finding(
    code: str = "FR131",
    severity: Severity = Severity.WARNING,
    by: DismissedBy | None = None,
    address: str | None = "nurse",
    **more: Any,
) -> ReviewFinding:
    made = Finding(code, "about-national-origin", severity, 'may reveal national origin: "English"', address=address)
    dismissed = Dismissed(made, by, "false-alarm", "HR-12") if by is not None else None
    return ReviewFinding(made, (address,) if address else (), dismissed, **more)
