"""Values that only an update takes: a plan that would make a posting with them is refused."""

from __future__ import annotations

from typing import Any


def with_fields(posting: Any, **fields: Any) -> dict[str, Any]:
    manifest: dict[str, Any] = posting()
    return {**manifest, "workflow": [{"type": "web_interview", "questions": [{"text": "Why here?", **fields}]}]}


def test_a_create_of_what_only_an_update_takes_is_an_error_at_each_value(world: Any, posting: Any) -> None:
    long = {"score_weight": 6, "min_follow_ups": 6, "max_follow_ups": 11, "additional_instructions": "x" * 5001}
    findings = world.plan(with_fields(posting, **long)).findings
    assert [(finding.code, finding.pointer.rpartition("/")[2]) for finding in findings] == [
        ("PL203", "score_weight"),
        ("PL203", "min_follow_ups"),
        ("PL203", "max_follow_ups"),
        ("PL203", "additional_instructions"),
    ]
    assert "score_weight of question 1 of step 1 is 6, and a new posting takes at most 5" in findings[0].message
    assert "5,001 characters long" in findings[3].message
    assert world.plan(with_fields(posting, score_weight=5, min_follow_ups=5, max_follow_ups=10)).findings == ()


def test_a_replace_that_would_lose_a_weight_is_an_error_and_leaving_the_design_is_none(
    world: Any, posting: Any
) -> None:
    world.apply(with_fields(posting, score_weight=5))
    heavy = with_fields(posting, score_weight=8)
    assert [finding.code for finding in world.plan(heavy).findings] == ["PL203"]
    assert world.plan({**heavy, "ops": {"on_change": "hold"}}).findings == ()
