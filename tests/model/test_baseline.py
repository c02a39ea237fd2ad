"""What was read after a write, and its digests."""

from __future__ import annotations

from heymilo_ops.model.baseline import Baseline, root_digest, without_questions
from heymilo_ops.model.drift_report import DriftReport, DriftStatus, PostingDrift

ASKED = {"title": "Nurse", "workflow": [{"type": "form", "questions": [{"text": "Why?"}]}]}


def test_questions_are_no_part_of_what_the_list_shows() -> None:
    assert without_questions(ASKED) == {"title": "Nurse", "workflow": [{"type": "form"}]}
    other = {**ASKED, "workflow": [{"type": "form", "questions": []}]}
    assert root_digest(ASKED) == root_digest(other) != root_digest({"title": "Nurse"})


def test_a_baseline_is_named_by_all_that_it_holds() -> None:
    one = Baseline(posting_id="p1", request=ASKED, read_at="2027-01-01T00:00:00Z")
    assert one.digest != one.model_copy(update={"questions_read": False}).digest
    assert Baseline.model_validate(one.model_dump(mode="json")).digest == one.digest


def test_a_report_is_open_where_a_posting_is() -> None:
    same = PostingDrift("nurse", "p1", DriftStatus.SAME)
    assert not DriftReport("prod", (same,)).is_open
    assert DriftReport("prod", (same, PostingDrift("cook", "p2", DriftStatus.ARCHIVED))).is_open
