from __future__ import annotations

import pytest

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Severity
from heymilo_ops.model.desired import desire
from heymilo_ops.plan.change import Action, Change, CreatePosting, Plan
from heymilo_ops.plan.review_input import Designs, DismissedAs, ReviewFinding, ReviewInput, bare_input

ERROR = Finding("FR109", "promise-contradicted", Severity.ERROR, "it is contradicted", address="nurse")
PLAIN = Finding("PL103", "nothing-desired", Severity.WARNING, "nothing is left")


def plan(*changes: Change, findings: tuple[Finding, ...] = ()) -> Plan:
    return Plan("production", "WS1", "c" * 32, 7, changes, findings=findings)


@pytest.mark.parametrize(
    ("by", "manner"),
    [
        (DismissedBy.COMMENT, DismissedAs.SUPPRESSED),
        (DismissedBy.EXCEPTION, DismissedAs.SUPPRESSED),
        (DismissedBy.CONFIG, DismissedAs.IGNORED),
        (DismissedBy.BASELINE, DismissedAs.BASELINED),
    ],
)
def test_how_a_finding_came_not_to_count(by: DismissedBy, manner: DismissedAs) -> None:
    item = ReviewFinding(ERROR, ("nurse",), Dismissed(ERROR, by))
    assert item.dismissed_as is manner and not item.is_error and item.is_fairness


def test_a_plan_alone_is_a_review_too() -> None:
    review = bare_input(plan(findings=(ERROR, PLAIN)))
    assert [item.addresses for item in review.findings] == [("nurse",), ()]
    assert review.must_fix == review.findings_of("nurse") == (review.findings[0],)
    assert review.findings[0].is_error and review.findings[0].dismissed_as is None
    assert not review.findings[1].is_error and not review.findings[1].is_fairness


def test_designs_of_a_change_are_those_gathered_else_what_is_sent() -> None:
    desired = desire({"name": "nurse", "title": "Nurse", "workflow": [{"type": "form"}]}, "postings/nurse.yaml")
    made, gone = Change("nurse", Action.CREATE, operations=(CreatePosting(desired),)), Change("b", Action.ARCHIVE)
    review = ReviewInput(plan(made, gone, Change("c", Action.UNCHANGED)))
    assert review.changes == (made, gone)
    assert review.designs_of(made) == Designs("nurse", after=desired.form)
    assert review.designs_of(gone) == Designs("b")
    known = Designs("nurse", {"title": "Old"}, {"title": "New"})
    assert ReviewInput(plan(made), {"nurse": known}).designs_of(made) is known
