"""Which text a candidate meets in a step: the step's own, else the posting's."""

from __future__ import annotations

from heymilo_ops.lint.rule import At, Subject
from heymilo_ops.model.step import Step

OVERVIEWS = ("company_overview", "interview_process_overview", "job_overview")
"""The fields with a delivery mode."""


def told(subject: Subject, step: At[Step], field: str) -> At[str]:
    """A text as this step has it, with its place; the step's own wins, also where it is empty."""
    own = getattr(step.value.config, field, None)
    if own is not None:
        return At(f"{step.pointer}/config/{field}", own)
    return At(f"/{field}", getattr(subject.manifest, field) or "")


def delivery(subject: Subject, step: At[Step], field: str) -> str:
    """How this step delivers an overview; HeyMilo documents ``exact_delivery`` where nothing says."""
    mode = f"{field}_delivery_mode"
    own = getattr(step.value.config, mode, None)
    return str(own or getattr(subject.manifest, mode) or "exact_delivery")
