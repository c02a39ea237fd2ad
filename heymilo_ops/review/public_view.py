"""A review for a public repository, which candidates can read: without people, links, rubrics and answers that pass.

It is taken out of what a review is made of, and so stands in no format of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from heymilo_ops.model.pointer import split
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.plan.change import Change, DriftField, FieldChange, Plan, SharedChange
from heymilo_ops.plan.impact import CODES
from heymilo_ops.plan.review_input import Designs, Form, ReviewFinding, ReviewInput

WITHHELD = "(not shown, since this repository is public)"
OTHER = "(something else, not shown)"
"""What stands for a value, and for the one that it had before."""
_RUBRICS = frozenset(
    {
        "additional_instructions", "evaluation_criteria", "instructions", "post_processing_evaluation_criteria",
        "score_of_1", "score_of_5",
    }
)  # fmt: skip
_ANSWERS = frozenset({"answer", "expected_answer", "expected_value"})
_LINKS = frozenset({"avatar_image_url", "backdrop_image_url", "redirect_url", "scheduling_url"})
_WITHHELD = _RUBRICS | _ANSWERS | _LINKS
_NEEDS_ANSWER = "operator"
"""It says something of the answer that passes, and nothing without it."""


def public_view(review: ReviewInput) -> ReviewInput:
    """Return the review as candidates may read it; that of a private repository as it is."""
    if not review.public:
        return review
    return replace(
        review,
        plan=_plan(review.plan),
        designs={name: _designs(designs) for name, designs in review.designs.items()},
        findings=tuple(map(_finding, review.findings)),
    )


def _plan(plan: Plan) -> Plan:
    return replace(
        plan,
        changes=tuple(map(_change, plan.changes)),
        shared=tuple(map(_shared, plan.shared)),
        notes=tuple(note for note in plan.notes if note.code is not ReasonCode.NOT_COMPLETED_MEANS),
    )


def _change(change: Change) -> Change:
    return replace(
        change,
        impact=None,
        fields=tuple(map(_field, change.fields)),
        drift=tuple(map(_drift, change.drift)),
    )


def _field(field: FieldChange) -> FieldChange:
    if _is_withheld(field.path):
        return replace(field, before=_sign(field.before, OTHER), after=_sign(field.after, WITHHELD))
    return replace(field, before=_scrubbed(field.before), after=_scrubbed(field.after))


def _shared(shared: SharedChange) -> SharedChange:
    if _is_withheld(shared.field):
        return replace(shared, before=_sign(shared.before, OTHER), after=_sign(shared.after, WITHHELD))
    return replace(shared, before=_scrubbed(shared.before), after=_scrubbed(shared.after))


def _drift(field: DriftField) -> DriftField:
    if not _is_withheld(field.path):
        baseline, live = _scrubbed(field.baseline), _scrubbed(field.live)
        return replace(field, baseline=baseline, live=live, desired=_scrubbed(field.desired))
    desired = _sign(field.desired, WITHHELD if field.is_settled else OTHER)
    return replace(field, baseline=_sign(field.baseline, OTHER), live=_sign(field.live, WITHHELD), desired=desired)


def _designs(designs: Designs) -> Designs:
    return replace(designs, before=_form(designs.before), after=_form(designs.after))


def _form(form: Form | None) -> Form | None:
    return None if form is None else dict(_scrubbed(form))


def _finding(item: ReviewFinding) -> ReviewFinding:
    finding = item.finding
    if not (_is_withheld(finding.pointer) or finding.code in CODES):
        return item
    message = f"{finding.name.replace('-', ' ')} {WITHHELD}"
    return replace(item, quoted="", finding=replace(finding, message=message, help="", proposal="", suggestion=""))


def _is_withheld(pointer: str) -> bool:
    names = split(pointer) if pointer else ()
    return any(name in _WITHHELD or name == _NEEDS_ANSWER for name in names)


def _sign(value: Any, sign: str) -> Any:
    return None if value is None else sign


def _scrubbed(value: Any) -> Any:
    """Return a value without rubrics, and with a sign in the place of answers and links, however deep they are."""
    if isinstance(value, Mapping):
        return {
            name: WITHHELD if name in _WITHHELD else _scrubbed(inner)
            for name, inner in value.items()
            if name != _NEEDS_ANSWER and name not in _RUBRICS
        }
    return [_scrubbed(inner) for inner in value] if isinstance(value, list | tuple) else value
