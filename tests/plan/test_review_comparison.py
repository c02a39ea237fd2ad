"""A plan beside what merged pull requests showed: each change as reviewed, otherwise, or never."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.state import ReviewEvidence
from heymilo_ops.plan.change import Action, FieldChange
from heymilo_ops.plan.document import (
    ChangeDocument,
    PlanDocument,
    ReviewFindingDocument,
    RevisionDocument,
    StateDocument,
)
from heymilo_ops.plan.review_comparison import (
    PullRequest,
    ReviewComparison,
    ReviewedPlan,
    ReviewStanding,
    compare_with_reviews,
)

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
LINEAGE = "a" * 32
Edges = tuple[str | None, str | None]


def change(address: str, edges: Edges, action: Action = Action.REPLACE, *fields: FieldChange) -> ChangeDocument:
    return ChangeDocument(
        address=address,
        action=action,
        reasons=(),
        source=f"postings/{address}.yaml",
        effect=None,
        before_digest=edges[0],
        after_digest=edges[1],
        revision=RevisionDocument(before=1, after=2),
        live=None,
        archives=(),
        fields=fields,
    )


def plan(*changes: ChangeDocument, workspace: str = "production", lineage: str = LINEAGE) -> PlanDocument:
    return PlanDocument(
        format_version="1.0",
        workspace=workspace,
        workspace_id=None,
        state=StateDocument(lineage=lineage, serial=3),
        summary={},
        changes=changes,
        digest="sha256:" + "0" * 64,
    )


def pull(number: int, merged: int, document: PlanDocument | None, planned: int | None = -60) -> ReviewedPlan:
    """A pull request that was merged so many minutes after noon, with a plan that was made so many after noon."""
    at = None if planned is None else NOON + timedelta(minutes=planned)
    request = PullRequest(number, f"{number:040x}", NOON + timedelta(minutes=merged), at)
    return ReviewedPlan(request, document, problem="" if document is not None else "it has no plan")


def standings(comparison: ReviewComparison) -> Mapping[str, tuple[str, tuple[int, ...]]]:
    return {it.address: (it.standing.value, it.pull_requests) for it in comparison.changes}


def compared(edges: Edges, *reviewed: ReviewedPlan, action: Action = Action.REPLACE) -> tuple[str, tuple[int, ...]]:
    return standings(compare_with_reviews(plan(change("a", edges, action)), reviewed))["a"]


def test_two_merges_before_one_apply_are_told_apart() -> None:
    reviewed = [pull(12, 0, plan(change("a", ("0", "1")))), pull(13, 5, plan(change("b", ("0", "1"))))]
    both = plan(change("a", ("0", "1")), change("b", ("0", "1")), change("c", ("0", "1")))
    assert standings(compare_with_reviews(both, reviewed)) == {
        "a": ("as_reviewed", (12,)),
        "b": ("as_reviewed", (13,)),
        "c": ("not_reviewed", ()),
    }


def test_two_reviews_of_one_posting_that_git_has_merged_are_neither() -> None:
    """Each reviewer saw one half of it."""
    reviewed = [pull(12, 0, plan(change("a", ("0", "1")))), pull(13, 5, plan(change("a", ("0", "2"))))]
    assert compared(("0", "3"), *reviewed) == ("differs", (12, 13))


@pytest.mark.parametrize(
    ("edges", "action"),
    [
        (("0", "2"), Action.REPLACE),
        (("9", "1"), Action.REPLACE),
        (("0", "1"), Action.UPDATE),
        ((None, "1"), Action.CREATE),
    ],
)
def test_another_action_or_digest_differs(edges: Edges, action: Action) -> None:
    assert compared(edges, pull(12, 0, plan(change("a", ("0", "1")))), action=action) == ("differs", (12,))


def test_ops_that_no_digest_covers_differ() -> None:
    def with_protect(after: bool) -> ChangeDocument:
        field = FieldChange(path="/ops/protect", kind="changed", before=None, after=after, effect=ChangeClass.WORDING)
        return change("a", ("0", "0"), Action.UPDATE, field)

    reviewed = [pull(12, 0, plan(with_protect(True)))]
    for after, standing in ((True, "as_reviewed"), (False, "differs")):
        assert standings(compare_with_reviews(plan(with_protect(after)), reviewed))["a"] == (standing, (12,))


def test_what_a_later_pull_request_took_back_counts_no_more() -> None:
    first = pull(12, 0, plan(change("a", ("0", "1"))))
    assert compared(("0", "1"), first, pull(14, 60, plan(change("a", ("0", "2"))), 30)) == ("differs", (14,))
    assert compared(("0", "1"), first, pull(14, 60, plan(), 30)) == ("differs", (12,))  # back to what is applied
    assert compared(("0", "1"), first, pull(14, 60, plan(), None)) == ("differs", (12,))  # when isn't known
    again = pull(15, 90, plan(change("a", ("0", "1"))), 80)
    assert compared(("0", "1"), first, pull(14, 60, plan(), 30), again) == ("as_reviewed", (15,))


def test_a_plan_from_before_the_merge_takes_nothing_back() -> None:
    """It was made of a branch that didn't have it."""
    first = pull(12, 0, plan(change("a", ("0", "1"))))
    assert compared(("0", "1"), first, pull(13, 5, plan(change("b", ("0", "1"))), -10)) == ("as_reviewed", (12,))


def test_plans_of_other_workspaces_and_states_are_not_reviews_of_this_one() -> None:
    same = change("a", ("0", "1"))
    assert compared(("0", "1"), pull(12, 0, plan(same, workspace="staging"))) == ("not_reviewed", ())
    assert compared(("0", "1"), pull(12, 0, plan(same, lineage="b" * 32))) == ("not_reviewed", ())
    assert compared(("0", "1"), pull(12, 0, plan(same, lineage=""))) == ("as_reviewed", (12,))


def test_what_is_not_written_needs_no_review_and_what_is_accepted_passes() -> None:
    document = plan(change("a", ("0", "1")), change("b", ("0", "1"), Action.HOLD), change("c", ("0", "1")))
    comparison = compare_with_reviews(document, [pull(13, 0, plan(change("c", ("0", "1")))), pull(14, 1, None)])
    assert [it.address for it in comparison.stopping] == ["a"]
    assert [it.pull_request.number for it in comparison.unread] == [14]
    accepted = compare_with_reviews(document, [], frozenset({"a", "c"}))
    assert (accepted.stopping, {it.accepted for it in accepted.changes}) == ((), {True})
    assert {it.standing for it in accepted.changes} == {ReviewStanding.NOT_REVIEWED}
    reviewed = compare_with_reviews(document, [pull(13, 0, document)], frozenset({"a"}))
    assert not any(it.accepted for it in reviewed.changes)


def test_the_order_of_files_decides_nothing() -> None:
    reviewed: list[Any] = [pull(12, 0, plan(change("a", ("0", "1")))), pull(14, 60, plan(), 30)]
    assert compared(("0", "1"), *reviewed) == compared(("0", "1"), *reversed(reviewed)) == ("differs", (12,))


def finding(code: str, *addresses: str, dismissed: str | None = None, reason: str = "") -> ReviewFindingDocument:
    return ReviewFindingDocument(
        code=code, severity=Severity.WARNING, message=f"{code} is off", addresses=addresses, dismissed=dismissed,
        reason=reason, ticket="HR-12" if reason else "",
    )  # fmt: skip


def test_the_evidence_has_what_reviewers_saw_of_the_posting() -> None:
    same = change("a", ("0", "1"))
    findings = (
        finding("FR101", "a", "b"),
        finding("FR102", "b"),
        finding("PL601"),
        finding("FR103", "a", dismissed="suppressed", reason="checked with counsel"),
        finding("RB101", "a", dismissed="ignored"),
    )
    shown = plan(same).model_copy(update={"review_findings": findings})
    reviewed = ReviewedPlan(PullRequest(12, "f" * 40, NOON, approvers=("ivo",)), shown, "sha256:" + "1" * 64)
    (compared,) = compare_with_reviews(plan(same), [reviewed]).changes
    assert compared.evidence == ReviewEvidence(
        digest="sha256:" + "1" * 64,
        pull_requests=(12,),
        approvers=("ivo",),
        findings=("FR101 warning: FR101 is off", "PL601 warning: PL601 is off"),
        exceptions=("FR103 suppressed: FR103 is off (checked with counsel, HR-12)", "RB101 ignored: RB101 is off"),
    )


def test_the_evidence_is_no_longer_than_a_state_can_bear() -> None:
    same, many = change("a", ("0", "1")), tuple(finding("x" * 500, "a") for _ in range(50))
    reviewed = pull(12, 0, plan(same).model_copy(update={"review_findings": many}))
    (compared,) = compare_with_reviews(plan(same), [reviewed]).changes
    assert len(compared.evidence.findings) == 21 and compared.evidence.findings[-1] == "and 30 more"
    assert max(map(len, compared.evidence.findings)) == 300
