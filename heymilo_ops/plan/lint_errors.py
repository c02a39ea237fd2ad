"""What the errors of lint rules bar: a create, a replace, and an edit of the text that they are about.

Errors of the families SY, AP and PL are none of these: they forbid an apply as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Dismissed, DismissedBy, Severity, dismissal_counts
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.plan.change import Change
from heymilo_ops.plan.inputs import PlanInput

_MOST = 20
"""Dismissed errors that are named; the rest is counted."""
_BY = {
    DismissedBy.COMMENT: ReasonCode.DISMISSED_BY_COMMENT,
    DismissedBy.EXCEPTION: ReasonCode.DISMISSED_BY_EXCEPTION,
    DismissedBy.BASELINE: ReasonCode.DISMISSED_BY_BASELINE,
    DismissedBy.CONFIG: ReasonCode.DISMISSED_BY_CONFIG,
}


def lint_bar(inputs: PlanInput, address: str, *, is_edit: bool = False) -> Reason | None:
    """Return why a posting isn't created or replaced or, with ``is_edit``, edited in place; ``None`` where it may be.

    An edit is barred by errors on what it changes alone.
    """
    codes = [
        error.finding.code
        for error in inputs.lint_errors
        if error.finding.address == address and (error.is_new or not is_edit)
    ]
    return Reason(ReasonCode.LINT_BARS, len(codes), _unique(codes), inputs.workspace) if codes else None


def lint_notes(inputs: PlanInput, changes: Sequence[Change]) -> Iterator[Reason]:
    """Yield the errors that bar nothing of this plan, and the findings that don't count."""
    barred = {change.address for change in changes if is_barred(change)}
    planned = {change.address for change in changes}
    codes: dict[str, list[str]] = {}
    for error in inputs.lint_errors:
        if error.finding.address in planned - barred:
            codes.setdefault(error.finding.address or "", []).append(error.finding.code)
    for name, of_posting_codes in sorted(codes.items()):
        yield of_posting(name, Reason(ReasonCode.LINT_ERRORS, len(of_posting_codes), _unique(of_posting_codes)))
    yield from _dismissed(inputs.dismissed, inputs.workspace)


def is_barred(change: Change) -> bool:
    """Return whether errors of lint hold a change."""
    return any(reason.code is ReasonCode.LINT_BARS for reason in change.reasons)


def _dismissed(dismissed: Sequence[Dismissed], workspace: str) -> Iterator[Reason]:
    errors = [item for item in dismissed if item.finding.severity is Severity.ERROR]
    for item in errors[:_MOST]:
        finding = item.finding
        how = Reason(_BY[item.by], *(text for text in (item.reason, item.ticket)))
        where = finding.address or (finding.place.path if finding.place is not None else "")
        yield of_posting(where, Reason(ReasonCode.LINT_DISMISSED, finding.code, finding.name, how))
    if dismissed:
        counts = dismissal_counts(dismissed)
        yield Reason(ReasonCode.LINT_DISMISSED_COUNT, len(dismissed), len(errors), counts, workspace)


def _unique(codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sorted(codes)))
