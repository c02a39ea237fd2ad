"""Which text a candidate meets in a step: the step's own, else the posting's."""

from __future__ import annotations

from heymilo_ops.lint.rule import At, Subject, field
from heymilo_ops.model.step import Step

OVERVIEWS = ("company_overview", "interview_process_overview", "job_overview")
"""The fields with a delivery mode."""


def text_for(subject: Subject, step: At[Step], name: str) -> At[str]:
    """Return a text as this step has it, with its place; the step's own wins, also where it is empty."""
    own = field(step.value.config, name)
    if own is not None:
        return At(f"{step.pointer}/config/{name}", own)
    return At(f"/{name}", getattr(subject.manifest, name) or "")


def delivery(subject: Subject, step: At[Step], name: str) -> str:
    """Return how this step delivers an overview; HeyMilo documents ``exact_delivery`` where nothing says."""
    mode = f"{name}_delivery_mode"
    own = field(step.value.config, mode)
    return str(own or getattr(subject.manifest, mode) or "exact_delivery")
