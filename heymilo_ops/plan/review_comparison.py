"""Compares each change of a saved plan with what merged pull requests showed to their reviewers.

A change is what its plan says of an address: the action, the digests before and after, and the ``ops`` that it changes.
It counts as reviewed where the plan of a merged pull request says the same, unless one that knew of that pull request
(its plan was made after the merge) and was merged later doesn't. So what was reviewed once and taken back since counts
no more, while a plan that was made before an earlier merge takes nothing back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from heymilo_ops.model.state import ReviewEvidence
from heymilo_ops.plan.change import Action
from heymilo_ops.plan.document import ChangeDocument, PlanDocument, ReviewFindingDocument

MOST_SENTENCES, LONGEST_SENTENCE = 20, 300
"""How many findings, and how much of each, are recorded."""


class ReviewStanding(StrEnum):
    """What reviewers saw of a change."""

    AS_REVIEWED = "as_reviewed"
    DIFFERS = "differs"
    """A merged pull request changes the posting, but not into this."""
    NOT_REVIEWED = "not_reviewed"


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A merged pull request, as GitHub describes it.

    Attributes:
        head_sha: the last commit of its branch, whose plan was reviewed.
        planned_at: when its plan was made; ``None`` where that isn't known, and then it counts as made after all others
            were merged.
        approvers: who approved that commit.
    """

    number: int
    head_sha: str
    merged_at: datetime
    planned_at: datetime | None = None
    approvers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewedPlan:
    """A merged pull request and its plan.

    Attributes:
        digest: of the whole document that reviewers saw.
        problem: why it has no plan that can be read.
    """

    pull_request: PullRequest
    document: PlanDocument | None
    digest: str | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedChange:
    """One change of the plan, and what reviewers saw of it.

    Attributes:
        pull_requests: numbers of those that show it as it is; where it differs, of those that show it otherwise.
        accepted: somebody said that it shall be applied although it wasn't reviewed as it is.
        evidence: what is recorded of it when it is applied.
    """

    address: str
    action: Action
    before_digest: str | None
    after_digest: str | None
    standing: ReviewStanding
    pull_requests: tuple[int, ...] = ()
    accepted: bool = False
    evidence: ReviewEvidence = field(default_factory=ReviewEvidence)

    @property
    def stops(self) -> bool:
        """Whether the plan may not be applied because of it."""
        return self.standing is not ReviewStanding.AS_REVIEWED and not self.accepted


@dataclass(frozen=True, slots=True)
class ReviewComparison:
    """A plan beside what was reviewed.

    Attributes:
        digest: of the plan.
        unread: merged pull requests without a plan that can be read, with why.
    """

    workspace: str
    digest: str
    changes: tuple[ReviewedChange, ...]
    unread: tuple[ReviewedPlan, ...] = ()

    @property
    def stopping(self) -> tuple[ReviewedChange, ...]:
        """The changes that forbid to apply the plan."""
        return tuple(change for change in self.changes if change.stops)


def compare_with_reviews(
    document: PlanDocument, reviewed: Iterable[ReviewedPlan], accepted: frozenset[str] = frozenset()
) -> ReviewComparison:
    """Compare a plan with the plans of merged pull requests. ``accepted``: addresses that pass without a review."""
    merged = sorted(reviewed, key=lambda plan: (plan.pull_request.merged_at, plan.pull_request.number))
    readable = [plan for plan in merged if plan.document is not None and _is_alike(plan.document, document)]
    writing = [change for change in document.changes if change.action not in (Action.HOLD, Action.UNCHANGED)]
    return ReviewComparison(
        document.workspace,
        document.digest,
        tuple(_compared(change, readable, accepted) for change in writing),
        tuple(plan for plan in merged if plan.document is None),
    )


def _is_alike(reviewed: PlanDocument, document: PlanDocument) -> bool:
    """Whether a plan is of the same workspace and state; before the first apply there was none."""
    return reviewed.workspace == document.workspace and reviewed.state.lineage in ("", document.state.lineage)


def _compared(change: ChangeDocument, merged: Sequence[ReviewedPlan], accepted: frozenset[str]) -> ReviewedChange:
    same, other = [], []
    for plan in merged:
        if (content := _content_in(plan, change.address)) == _content(change):
            same.append(plan)
        elif content is not None:
            other.append(plan)
    valid = [plan for plan in same if not _is_superseded(plan, change, merged)]
    if valid:
        standing, plans = ReviewStanding.AS_REVIEWED, valid
    elif same or other:
        standing, plans = ReviewStanding.DIFFERS, other or same
    else:
        standing, plans = ReviewStanding.NOT_REVIEWED, []
    is_accepted = standing is not ReviewStanding.AS_REVIEWED and change.address in accepted
    return ReviewedChange(
        change.address,
        change.action,
        change.before_digest,
        change.after_digest,
        standing,
        tuple(plan.pull_request.number for plan in plans),
        is_accepted,
        _evidence(change.address, valid, is_accepted),
    )


def _evidence(address: str, valid: Sequence[ReviewedPlan], is_accepted: bool) -> ReviewEvidence:
    """Return what is recorded of a change: of the pull requests that show it as it is, the last one's findings."""
    if not valid:
        return ReviewEvidence(accepted=is_accepted)
    document = valid[-1].document
    items = document.review_findings if document is not None else ()
    own = [item for item in items if not item.addresses or address in item.addresses]
    return ReviewEvidence(
        digest=valid[-1].digest,
        pull_requests=tuple(plan.pull_request.number for plan in valid),
        approvers=tuple(sorted({login for plan in valid for login in plan.pull_request.approvers})),
        findings=_short(f"{it.code} {it.severity}: {it.message}" for it in own if it.dismissed is None),
        exceptions=_short(_exception(it) for it in own if it.dismissed is not None),
    )


def _exception(item: ReviewFindingDocument) -> str:
    why = ", ".join(filter(None, (item.reason, item.ticket)))
    return f"{item.code} {item.dismissed}: {item.message}{f' ({why})' if why else ''}"


def _short(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return the first of some sentences, and those not at full length: they stand in the state with each revision."""
    texts = list(sentences)
    more = (f"and {len(texts) - MOST_SENTENCES} more",) if len(texts) > MOST_SENTENCES else ()
    return (*(text[:LONGEST_SENTENCE] for text in texts[:MOST_SENTENCES]), *more)


def _is_superseded(plan: ReviewedPlan, change: ChangeDocument, merged: Sequence[ReviewedPlan]) -> bool:
    """Whether a pull request that was merged later, and whose plan knew of this one, doesn't show the change."""
    return any(
        later.pull_request.merged_at > plan.pull_request.merged_at
        and (later.pull_request.planned_at or datetime.max.replace(tzinfo=UTC)) > plan.pull_request.merged_at
        and _content_in(later, change.address) != _content(change)
        for later in merged
    )


def _content_in(plan: ReviewedPlan, address: str) -> tuple[Any, ...] | None:
    changes = plan.document.changes if plan.document is not None else ()
    return next((_content(change) for change in changes if change.address == address), None)


def _content(change: ChangeDocument) -> tuple[Any, ...]:
    """What has to be the same: no digest covers ``ops``, which decide what may be ended."""
    ops = [(field.path, field.before, field.after) for field in change.fields if field.path.startswith("/ops/")]
    return (change.action, change.before_digest, change.after_digest, sorted(ops, key=lambda field: field[0]))
