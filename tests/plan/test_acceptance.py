"""What was changed outside, taken into a manifest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.model.desired import desire
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.acceptance import accept_fields, is_acceptable
from heymilo_ops.plan.change import DriftField
from heymilo_ops.plan.drift_fields import LiveComparison, Reading
from tests.plan.drifted import Shown, baseline_of, shown_of

Posting = Callable[..., dict[str, Any]]
_FORM = {"type": "form", "questions": [{"key": "where", "text": "Where do you live?"}]}


def accepted(resolved: dict[str, Any], change: Callable[[Shown], Any]) -> dict[str, Any]:
    """Change a posting outside and accept all of it; what it says then reads back as what HeyMilo shows."""
    from heymilo_ops.model.live_request import live_request

    shown = shown_of(resolved)
    baseline = baseline_of(resolved, shown)
    change(shown)
    read = live_request(shown.document, shown.questions)
    reading = Reading(read.request, read.question_ids, with_questions=True)
    desired = desire(resolved, "postings/nurse.yaml")
    comparison = LiveComparison(baseline, reading, desired)
    fields = [field for field in comparison.fields() if is_acceptable(field)]
    assert fields
    after = accept_fields(desired, comparison, fields)
    again = LiveComparison(baseline, reading, desire(after, "postings/nurse.yaml"))
    assert [field.path for field in again.fields() if not field.is_settled] == []
    return after


def texts(resolved: dict[str, Any], step: int = 0) -> list[str]:
    return [str(question["text"]) for question in resolved["workflow"][step]["questions"]]


def test_values_of_the_root_the_steps_and_the_questions(posting: Posting) -> None:
    steps = posting()["workflow"]
    steps[0]["config"] = {"video": True, "interview_type": "general"}
    resolved = posting(workflow=steps, metadata={"team": "a", "unit": "b"}, max_retakes=1)

    def change(shown: Shown) -> None:
        shown.document |= {"title": "Day nurse", "max_retakes": None, "metadata": {"team": "z"}}
        shown.document["workflow"][0]["config"] = {
            "interview_type": "technical",
            "cheat_detection_config": {"threshold": 60},
        }
        shown.question(0)["text"] = "What draws you to the night?"
        shown.question(1)["score_of_1"] = "Blames everybody."

    after = accepted(resolved, change)
    assert (after["title"], after["metadata"], "max_retakes" in after) == ("Day nurse", {"team": "z"}, False)
    config = after["workflow"][0]["config"]
    assert config == {"interview_type": "technical", "cheat_detection_config": {"threshold": 60}}
    assert after["workflow"][0]["questions"][0]["key"] == "nights"
    assert resolved["title"] == "Night nurse"  # what it came from is untouched


def test_questions_that_came_went_and_moved(posting: Posting) -> None:
    resolved = posting(workflow=[*posting()["workflow"], _FORM])

    def change(shown: Shown) -> None:
        voice = shown.questions[:3]
        tea = {"id": "Q9", "modality": "voice", "text": "Do you like tea?"}
        tag = {"id": "Q8", "modality": "form", "text": "Any pets?"}
        shown.questions[:] = [voice[2], tea, voice[0], tag, shown.questions[3]]

    after = accepted(resolved, change)
    assert texts(after) == ["When could you start?", "Do you like tea?", "What draws you to nights?"]
    assert texts(after, 1) == ["Any pets?", "Where do you live?"]
    assert after["workflow"][0]["questions"][1] == {"text": "Do you like tea?"}


def test_a_question_that_heymilo_does_not_have_stays_behind_what_it_follows(posting: Posting) -> None:
    base = posting()
    resolved = posting(workflow=[{**base["workflow"][0], "questions": base["workflow"][0]["questions"][:2]}])
    shown = shown_of(resolved)
    baseline = baseline_of(resolved, shown)
    shown.questions.reverse()
    from heymilo_ops.model.live_request import live_request

    read = live_request(shown.document, shown.questions)
    asked = resolved["workflow"][0]["questions"]
    new = {"text": "Something that nobody has asked yet in this interview?"}
    wanted = desire({**resolved, "workflow": [{**resolved["workflow"][0], "questions": [*asked, new]}]}, "a.yaml")
    comparison = LiveComparison(baseline, Reading(read.request, read.question_ids, True), wanted)
    after = accept_fields(wanted, comparison, comparison.fields())
    assert texts(after) == [asked[1]["text"], new["text"], asked[0]["text"]]


@pytest.mark.parametrize(
    ("path", "acceptable"),
    [
        ("/name", False),
        ("/workflow/form", False),
        ("/workflow/form/config/knockout_enabled", True),
        ("/questions/Q1", True),
        ("/title", True),
    ],
)
def test_what_a_manifest_can_take(path: str, acceptable: bool) -> None:
    field = DriftField(path, "changed", 1, 2, 1, ChangeClass.COSMETIC)
    assert is_acceptable(field) is acceptable


def test_a_question_that_the_manifest_lacks_comes_whole(posting: Posting) -> None:
    resolved = posting()
    shown = shown_of(resolved)
    baseline = baseline_of(resolved, shown)
    shown.question(0)["min_follow_ups"] = 2
    from heymilo_ops.model.live_request import live_request

    read = live_request(shown.document, shown.questions)
    others = [{"text": "Something else altogether, about your weekend?"}]
    wanted = desire(posting(workflow=[{"type": "web_interview", "questions": others}]), "a.yaml")
    comparison = LiveComparison(baseline, Reading(read.request, read.question_ids, True), wanted)
    after = accept_fields(wanted, comparison, comparison.fields())
    assert after["workflow"][0]["questions"] == [*others, {"text": "What draws you to nights?", "min_follow_ups": 2}]


def test_a_question_that_the_manifest_has_dropped_comes_back_as_it_was_edited_outside(posting: Posting) -> None:
    from heymilo_ops.model.live_request import live_request

    applied = posting()
    shown = shown_of(applied)
    baseline = baseline_of(applied, shown)
    shown.question(0)["text"] = "What draws you to the night?"
    shown.question(0)["score_weight"] = 1
    read = live_request(shown.document, shown.questions)
    reading = Reading(read.request, read.question_ids, with_questions=True)
    steps = posting()["workflow"]
    dropped = desire(posting(workflow=[{**steps[0], "questions": steps[0]["questions"][1:]}, *steps[1:]]), "nurse.yaml")
    comparison = LiveComparison(baseline, reading, dropped)
    after = accept_fields(dropped, comparison, comparison.fields())
    assert texts(after) == [str(question["text"]) for question in read.request["workflow"][0]["questions"]]
    assert all(field.is_settled for field in LiveComparison(baseline, reading, desire(after, "nurse.yaml")).fields())
