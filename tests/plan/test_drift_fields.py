"""Baseline, live and desired, field by field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.model.baseline import Carried
from heymilo_ops.plan.drift_fields import is_covered
from tests.plan.drifted import Outside, told

Posting = Callable[..., dict[str, Any]]
_FORM = {
    "type": "form",
    "questions": [{"key": "age", "text": "Are you over 18?", "modality": "form"}, {"text": "Where do you live?"}],
}


@pytest.fixture
def outside(world: Any, posting: Posting) -> Outside:
    steps = posting()["workflow"]
    steps[0]["config"] = {"video": True}
    return Outside(world, posting(workflow=[*steps, _FORM], metadata={"team": "a"}, max_retakes=1))


def test_what_nobody_changed_is_no_drift(outside: Outside) -> None:
    assert outside.change().drift == ()
    assert outside.change(asks=False).drift == ()


def test_root_settings_and_configs_are_told_from_the_list_alone(outside: Outside) -> None:
    outside.shown.document |= {"title": "Day nurse", "max_retakes": 3, "redirect_url": "https://a.example"}
    outside.shown.document["workflow"][0]["config"] = {"video": False}
    assert told(outside.change(asks=False)) == [
        ("/max_retakes", "changed", 1, 3, 1),
        ("/redirect_url", "added", None, "https://a.example", None),
        ("/title", "changed", "Night nurse", "Day nurse", "Night nurse"),
        ("/workflow/web_interview/config/video", "removed", True, None, True),
    ]


def test_a_question_is_called_by_its_key_else_by_its_id(outside: Outside) -> None:
    outside.shown.question(0)["text"] = "What draws you to the night?"
    outside.shown.question(1)["score_weight"] = 5
    outside.shown.question(3)["text"] = "Are you 18 or over?"
    assert told(outside.change()) == [
        (
            "/questions/nights/text",
            "changed",
            "What draws you to nights?",
            "What draws you to the night?",
            "What draws you to nights?",
        ),
        ("/questions/Q01/score_weight", "changed", 3, 5, 3),
        ("/questions/age/text", "changed", "Are you over 18?", "Are you 18 or over?", "Are you over 18?"),
    ]


def test_questions_come_go_and_move(outside: Outside) -> None:
    questions = outside.shown.questions
    gone = questions.pop(1)
    questions[0], questions[1] = questions[1], questions[0]
    questions.append({"id": "Q99", "modality": "voice", "text": "Do you like tea?"})
    kinds = {(path, kind) for path, kind, *_ in told(outside.change())}
    assert {("/questions/Q01", "removed"), ("/questions/Q99", "added")} < kinds
    assert "moved" in {kind for _, kind in kinds}
    assert gone["id"] == "Q01"


def test_keys_that_others_put_into_the_metadata_are_kept_by_a_patch_and_no_drift(outside: Outside) -> None:
    outside.shown.document["metadata"] = {"team": "a", "ats": "17"}
    assert outside.change().drift == ()
    outside.shown.document["metadata"] = {"team": "b", "ats": "17"}
    assert [it.path for it in outside.change().drift] == ["/metadata/team"]


def test_without_a_reading_of_the_questions_only_the_rest_is_compared(outside: Outside) -> None:
    outside.shown.question(0)["text"] = "Something else altogether?"
    assert outside.change(asks=False).drift == ()


def test_questions_that_heymilo_may_still_write_are_no_drift(world: Any, posting: Posting) -> None:
    resolved = posting(workflow=[{"type": "web_interview"}])
    outside = Outside(world, resolved, questions_read=False)
    outside.shown.questions.append({"id": "Q1", "modality": "voice", "text": "Why?"})
    outside.shown.document["title"] = "Day nurse"
    assert [it.path for it in outside.change().drift] == ["/title"]


def test_what_was_changed_outside_before_the_baseline_stays_drift_until_it_is_as_before(
    world: Any, posting: Posting
) -> None:
    before = Carried(path="/max_retakes", kind="changed", value=1)
    outside = Outside(world, posting(max_retakes=1), carried=(before,))
    outside.shown.document["max_retakes"] = 3
    assert told(outside.change()) == [("/max_retakes", "changed", 1, 3, 1)]
    outside.shown.document["max_retakes"] = 1
    assert outside.change().drift == ()


def test_a_carried_question_is_looked_up_by_its_name(world: Any, posting: Posting) -> None:
    before = Carried(path="/questions/nights/text", kind="changed", value="What draws you?")
    outside = Outside(world, posting(), carried=(before,))
    asked = "What draws you to nights?"
    assert told(outside.change()) == [("/questions/nights/text", "changed", "What draws you?", asked, asked)]
    assert outside.change(asks=False).drift == ()


def test_a_question_that_was_moved_before_the_baseline_is_drift_until_it_stands_where_the_manifest_has_it(
    world: Any, posting: Posting
) -> None:
    resolved = posting()
    outside = Outside(world, resolved, carried=(Carried(path="/questions/nights", kind="moved", value=1),))
    assert not outside.change().open_drift
    step = resolved["workflow"][0]
    nights, *others = step["questions"]
    wanted = posting(workflow=[{**step, "questions": [*others, nights]}])
    (field,) = outside.change(wanted).open_drift
    assert (field.path, field.kind, field.baseline, field.live, field.desired) == (
        "/questions/nights",
        "moved",
        1,
        0,
        len(others),
    )
    outside.shown.questions[:2] = outside.shown.questions[1::-1]
    assert not [it for it in outside.change(wanted).drift if it.path == "/questions/nights" and not it.is_settled]
    outside.shown.questions[:] = [it for it in outside.shown.questions if it["text"] != nights["text"]]
    assert [it.kind for it in outside.change().open_drift if it.path == "/questions/nights"] == ["moved"]


def test_steps_of_one_type_are_called_by_their_numbers(world: Any, posting: Posting) -> None:
    steps = [{"type": "form", "questions": [{"text": "One?"}]}, {"type": "form", "config": {"knockout_enabled": True}}]
    outside = Outside(world, posting(workflow=steps))
    outside.shown.document["workflow"][1]["config"] = {"knockout_enabled": False}
    (field,) = outside.change(asks=False).drift
    assert (field.path, field.desired) == ("/workflow/1/config/knockout_enabled", True)


def test_a_step_that_came_or_went(outside: Outside) -> None:
    outside.shown.document["workflow"].append({"type": "resume", "order": 3, "config": {}})
    assert [(it.path, it.kind) for it in outside.change(asks=False).drift] == [("/workflow/resume", "added")]


@pytest.mark.parametrize(
    ("path", "covered"),
    [("/title", True), ("/questions/nights/text", True), ("/questions/nights", True), ("/titles", False)],
)
def test_a_path_covers_what_is_below_it(path: str, covered: bool) -> None:
    assert is_covered(path, ["/title", "/questions/nights"]) is covered
