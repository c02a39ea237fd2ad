"""Which rule decides, and what can't be edited in place: then it is replaced at plan time, never refused at apply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from heymilo_ops.model.desired import desire
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.on_change import ByClass
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.plan.on_change import DEFAULT_RULE, ChangeRule, RuleSource, decide_design, design_fields, rule_of
from heymilo_ops.plan.rule import Decided

C = ChangeClass
Edit = Callable[[dict[str, Any]], Any]


def base() -> dict[str, Any]:
    return {
        "name": "a",
        "title": "Night nurse",
        "description": "Care for people at night.",
        "instructions": "Be kind.",
        "interview_process_overview": "You talk to an AI.",
        "workflow": [
            {
                "type": "web_interview",
                "config": {
                    "voice_id": "v1",
                    "video": True,
                    "num_questions": 3,
                    "web_interview_config": {"backdrop_image_url": "https://x.example/a.png", "intro_message": "Hi."},
                },
                "questions": [
                    {"modality": "voice", "text": "Why nights?", "score_weight": 3, "key": "why"},
                    {"modality": "voice", "text": "Which ward?", "max_follow_ups": 2, "key": "ward"},
                ],
            },
            {"type": "resume"},
        ],
    }


def decided(edit: Edit, on_change: Any = None, source: Edit = lambda data: None) -> tuple[Decided, list[Any]]:
    before, after = base(), base()
    source(before)
    source(after)
    edit(after)
    one, other = desire(before, "a"), desire(after, "a")
    fields = design_fields(list(diff_forms(one.form, other.form, one.keys, other.keys)))
    rule = DEFAULT_RULE if on_change is None else ChangeRule(on_change, RuleSource.MANIFEST)
    result, barred = decide_design(rule, fields, one.form, other.form)
    return result, [(reason.code, *reason.args) for reason in barred]


def config(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["workflow"][0]["config"]
    return found


def question(data: dict[str, Any], number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = data["workflow"][0]["questions"][number]
    return found


def reword(data: dict[str, Any]) -> None:
    question(data)["text"] = "Why would you work nights?"


def reweigh(data: dict[str, Any]) -> None:
    question(data)["score_weight"] = 5


def repaint(data: dict[str, Any]) -> None:
    config(data)["web_interview_config"]["backdrop_image_url"] = "https://x.example/b.png"


def several(*edits: Edit) -> Edit:
    return lambda data: [edit(data) for edit in edits]


LINE = "ops: {on_change: {cosmetic: update, wording: update}}"


@pytest.mark.parametrize(
    ("edit", "on_change", "expected"),
    [
        (repaint, None, Decided("update", RuleSource.DEFAULT, C.COSMETIC, "replace")),
        (reword, None, Decided("replace", RuleSource.DEFAULT, C.WORDING, "update", LINE)),
        (reweigh, None, Decided("replace", RuleSource.DEFAULT, C.SCORING, "update")),
        (reweigh, "update", Decided("update", RuleSource.MANIFEST, C.SCORING, "replace")),
        (repaint, "replace", Decided("replace", RuleSource.MANIFEST, C.COSMETIC, "update", "ops: {on_change: {cosmetic: update}}")),  # noqa: E501
        (reword, "hold", Decided("hold", RuleSource.MANIFEST, C.WORDING)),
        (several(reword, reweigh), ByClass(wording="update"), Decided("replace", RuleSource.MANIFEST, C.SCORING, "update")),  # noqa: E501
        (several(reword, reweigh), ByClass(wording="hold"), Decided("hold", RuleSource.MANIFEST, C.WORDING)),
        (several(reword, reweigh), ByClass(wording="update", scoring="update"), Decided("update", RuleSource.MANIFEST, C.SCORING, "replace")),  # noqa: E501
    ],
)  # fmt: skip
def test_the_strictest_rule_decides(edit: Edit, on_change: Any, expected: Decided) -> None:
    assert decided(edit, on_change) == (expected, [])


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data["workflow"].append({"type": "form", "questions": [{"text": "Name?"}]}),
        lambda data: data["workflow"].pop(),
        lambda data: data["workflow"].reverse(),
        lambda data: data["workflow"][0]["questions"].__setitem__(
            1, {"modality": "voice_tags", "text": "Which ward?", "key": "ward"}
        ),
        lambda data: data.update(name="b"),
        lambda data: data.update(interview_template_id="IT_1", workflow=None),
    ],
)
def test_structure_is_always_replaced(edit: Edit) -> None:
    assert decided(edit, "update") == (Decided("replace", RuleSource.STRUCTURE), [])
    assert decided(edit, "hold")[0].action == "hold"


R = ReasonCode


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (lambda data: question(data).update(score_weight=0), (R.UNDER_UPDATE_MIN, "score_weight", 1)),
        (lambda data: data.update(description="Short."), (R.UNDER_UPDATE_MIN, "description", 10)),
        (lambda data: data.update(interviewer_name="x" * 101), (R.OVER_UPDATE_MAX, "interviewer_name", 100)),
        (lambda data: data.update(instructions="x" * 10_001), (R.OVER_UPDATE_MAX, "instructions", 10_000)),
        (lambda data: data.pop("description"), (R.NOT_CLEARABLE, "description")),
        (lambda data: data.pop("interview_process_overview"), (R.NOT_CLEARABLE, "interview_process_overview")),
        (lambda data: config(data).pop("voice_id"), (R.NOT_CLEARABLE, "voice_id")),
        (lambda data: data["workflow"][0].pop("config"), (R.NOT_CLEARABLE, "voice_id")),
        (lambda data: question(data, 1).pop("max_follow_ups"), (R.NOT_CLEARABLE, "max_follow_ups")),
        (lambda data: data["workflow"][0].pop("questions"), (R.HEYMILO_WRITES_ONCE,)),
        (lambda data: data["workflow"][1].update(config={"num_criteria_questions": 4}), (R.HEYMILO_WRITES_ONCE,)),
        (
            lambda data: data["workflow"][0]["questions"].append(
                {"modality": "voice", "text": "x?", "score_weight": 0}
            ),
            (R.UNDER_UPDATE_MIN, "score_weight", 1),
        ),
    ],
)
def test_what_only_a_create_takes_is_replaced_and_says_why(edit: Edit, why: tuple[Any, ...]) -> None:
    assert decided(edit, "update") == (Decided("replace", RuleSource.LIMITS), [why])
    chosen, barred = decided(edit, "replace")
    assert (chosen.action, chosen.other, barred) == ("replace", None, [])


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data.pop("instructions"),
        lambda data: config(data).pop("video"),
        lambda data: config(data).pop("web_interview_config"),
        lambda data: config(data)["web_interview_config"].pop("intro_message"),
        lambda data: config(data).update(num_questions=4),
        lambda data: data["workflow"][1].update(config={"mandatory": True}),
        lambda data: data["workflow"][0]["questions"].reverse(),
        lambda data: data["workflow"][0]["questions"].pop(),
        lambda data: data["workflow"][0]["questions"].append({"modality": "voice", "text": "x?", "score_weight": 1}),
    ],
)
def test_the_rest_can_be_edited_in_place(edit: Edit) -> None:
    result, barred = decided(edit, "update")
    assert (result.action, result.source, barred) == ("update", RuleSource.MANIFEST, [])


def two_steps(data: dict[str, Any]) -> None:
    data["workflow"][1] = {"type": "web_interview", "questions": [{"modality": "voice", "text": "And days?"}]}


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data["workflow"][0]["questions"].reverse(),
        lambda data: data["workflow"][0]["questions"].pop(),
        lambda data: data["workflow"][1]["questions"].append({"modality": "voice", "text": "And weekends?"}),
    ],
)
def test_questions_of_one_of_two_steps_of_a_type_do_not_come_go_or_move_in_place(edit: Edit) -> None:
    assert decided(edit, "update", two_steps)[1] == [(R.STEP_UNKNOWN, "web_interview")]
    assert decided(reword, "update", two_steps)[0].action == "update"


def test_a_template_gives_back_what_a_manifest_takes_out() -> None:
    def template(data: dict[str, Any]) -> None:
        data.update(interview_template_id="IT_1", workflow=None)

    assert decided(lambda data: data.pop("instructions"), "update", template)[1] == [(R.NOT_CLEARABLE, "instructions")]
    assert decided(lambda data: data.update(title="Day nurse"), "update", template)[0].action == "update"


def test_the_manifest_comes_before_heymilo_yaml() -> None:
    project = ChangeRule("hold", RuleSource.PROJECT)
    assert rule_of(Ops(), project) is project
    assert rule_of(Ops()) is DEFAULT_RULE
    assert rule_of(Ops(on_change="update"), project) == ChangeRule("update", RuleSource.MANIFEST)


def test_former_names_of_classes_are_read_and_the_stricter_of_two_holds() -> None:
    assert Ops(on_change={"guidance": "update", "gating": "hold"}).on_change == ByClass(
        rubric="update", knockout="hold"
    )
    assert ByClass.model_validate({"told": "update", "notice": "hold"}) == ByClass(notice="hold")
    assert ByClass.model_validate({"told": "update"}).model_dump() == {"notice": "update"}
    with pytest.raises(ValueError, match="valid dictionary"):
        ByClass.model_validate([])
