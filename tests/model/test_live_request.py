"""A live posting as a create request. The round trip through the sandbox stands in ``tests/importer``."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.live_request import Loss, LossCode, as_read, live_request

Json = dict[str, Any]

BARE: Json = {
    "object": "posting",
    "id": "P1",
    "company_id": "C1",
    "title": "Night Baker ",
    "name": "Night Baker!",
    "description": "",
    "language": "en",
    "interviewer_name": "Sarah",
    "job_overview_delivery_mode": "exact_delivery",
    "phone_number_id": None,
    "allow_sms_comms": False,
    "max_retakes": 2.0,
    "retake_cooldown_days": 1.5,
    "deadline": 1900000000.5,
    "metadata": {"heymilo-ops": "a/b/c@1", "heymilo-ops-op": "x", "heymilo-ops-digest": "y", "team": "bread"},
    "status": "active",
    "finalized": True,
    "archived": False,
    "test_posting": False,
    "ats_metadata": {"ats_job_id": "J"},
    "urls": None,
    "created_at": 1.0,
    "updated_at": 2.0,
    "workflow": [
        {"id": "agent_vi_002", "type": "web_interview", "order": 2, "config": {"num_questions": 5, "video": False}},
        {"id": "agent_res_001", "type": "resume", "order": 1, "config": {"mandatory": True, "voice": None}},
    ],
}


def ask(modality: str, text: str, rank: int | None = None, **more: Any) -> Json:
    about = {"object": "question", "id": f"Q-{text}", "posting_id": "P1", "created_at": 1.0, "updated_at": 2.0}
    return {**about, "modality": modality, "text": text, "rank": rank, "is_knockout": None, **more}


def test_ids_nulls_defaults_and_marks_are_left_out_and_forms_are_the_tools_own() -> None:
    questions = [
        ask("voice", "Second", 2, score_weight=3.0, is_dealbreaker=False, dropdown_values=[]),
        ask("voice_tags", "shift", 1, options=["day"]),
        ask("voice", "First", 1, question_type="scored"),
        ask("resume_scoring", "Care", 1),
    ]
    read = live_request(BARE, questions)
    assert read.request == {
        "name": "Night Baker!",
        "title": "Night Baker",
        "max_retakes": 2,
        "retake_cooldown_days": 1.5,
        "deadline": "2030-03-17T17:46:40.500000Z",
        "metadata": {"team": "bread"},
        "workflow": [
            {
                "type": "resume",
                "config": {"mandatory": True},
                "questions": [{"modality": "resume_scoring", "text": "Care"}],
            },
            {
                "type": "web_interview",
                "questions": [
                    {"modality": "voice", "text": "First", "question_type": "scored"},
                    {"modality": "voice", "text": "Second", "score_weight": 3},
                    {"modality": "voice_tags", "text": "shift", "options": ["day"]},
                ],
            },
        ],
    }
    assert type(read.request["max_retakes"]) is int
    assert read.question_ids == {
        "/workflow/0/questions/0": "Q-Care",
        "/workflow/1/questions/0": "Q-First",
        "/workflow/1/questions/1": "Q-Second",
        "/workflow/1/questions/2": "Q-shift",
    }
    assert read.losses == ()
    assert canonical(read.request) == read.request


def test_questions_that_were_not_read_and_those_that_are_not_there_are_told_apart() -> None:
    unread, none = live_request(BARE, None), live_request(BARE, [])
    assert [step.get("questions") for step in unread.request["workflow"]] == [None, None]
    assert [step.get("questions") for step in none.request["workflow"]] == [[], []]


def lost(document: Json, *questions: Json) -> list[Loss]:
    read = live_request({"title": "Baker", "workflow": [{"type": "form", "config": {}}], **document}, questions)
    assert canonical(read.request) == read.request
    return list(read.losses)


WEB: Json = {"type": "web_interview", "config": {}}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"shiny": "new", "dull": False}, [Loss(LossCode.UNKNOWN_FIELD, "/shiny", "new")]),
        ({"redirect_url": "http://x.example"}, [Loss(LossCode.INVALID_VALUE, "/redirect_url", "http://x.example")]),
        ({"retake_cooldown_days": 2.0**53}, [Loss(LossCode.INVALID_VALUE, "/retake_cooldown_days", 2.0**53)]),
        ({"deadline": True}, [Loss(LossCode.INVALID_VALUE, "/deadline", True)]),
        ({"deadline": -5}, [Loss(LossCode.INVALID_VALUE, "/deadline", -5)]),
        ({"description": "half \ud800"}, [Loss(LossCode.INVALID_VALUE, "/description", "half \ud800")]),
        (
            {"metadata": {"n": 1, "x" * 41: "long"}},
            [
                Loss(LossCode.INVALID_VALUE, "/metadata/n", 1),
                Loss(LossCode.INVALID_VALUE, "/metadata/" + "x" * 41, "long"),
            ],
        ),
        (
            {"metadata": {"heymilo-ops-note": "theirs"}},
            [Loss(LossCode.INVALID_VALUE, "/metadata/heymilo-ops-note", "theirs")],
        ),
        (
            {"metadata": {f"k{n:02}": "v" for n in range(48)}},
            [Loss(LossCode.TOO_MUCH_METADATA, "/metadata", [f"k{n:02}" for n in range(48)])],
        ),
        ({"title": "ab"}, [Loss(LossCode.INVALID_VALUE, "/title", "ab")]),
        ({"title": "ab \r"}, [Loss(LossCode.INVALID_VALUE, "/title", "ab")]),
        ({"title": None}, [Loss(LossCode.INVALID_VALUE, "/title", None)]),
        ({"workflow": []}, [Loss(LossCode.NO_STEPS, "/workflow")]),
        ({"workflow": "none"}, [Loss(LossCode.NO_STEPS, "/workflow")]),
        (
            {"workflow": [{"type": "scenario"}, {"type": "form", "optional": True, "note": "", "config": None}]},
            [
                Loss(LossCode.UNKNOWN_STEP, "/workflow/0", "scenario"),
                Loss(LossCode.UNKNOWN_FIELD, "/workflow/0/optional", True),
            ],
        ),
        (
            {"workflow": [{"type": "web_interview", "config": {"tempo": 3, "interview_type": 4, "voice_id": 2**60}}]},
            [
                Loss(LossCode.UNKNOWN_FIELD, "/workflow/0/config/tempo", 3),
                Loss(LossCode.INVALID_VALUE, "/workflow/0/config/voice_id", 2**60),
                Loss(LossCode.INVALID_VALUE, "/workflow/0/config/interview_type", 4),
            ],
        ),
        (
            {
                "workflow": [
                    {
                        "type": "web_interview",
                        "config": {"web_interview_config": {"glow": 1, "min_duration_seconds": 0}},
                    }
                ]
            },
            [
                Loss(LossCode.UNKNOWN_FIELD, "/workflow/0/config/web_interview_config/glow", 1),
                Loss(LossCode.INVALID_VALUE, "/workflow/0/config/web_interview_config/min_duration_seconds", 0),
            ],
        ),
        (
            {"workflow": [{"type": "web_interview", "config": {"cheat_detection_config": "on"}}]},
            [Loss(LossCode.INVALID_VALUE, "/workflow/0/config/cheat_detection_config", "on")],
        ),
        (
            {
                "workflow": [
                    {
                        "type": "web_interview",
                        "config": {"cheat_detection_config": {"types": ["gaze", "tab_switching"]}},
                    }
                ]
            },
            [Loss(LossCode.INVALID_VALUE, "/workflow/0/config/cheat_detection_config/types/0", "gaze")],
        ),
    ],
)
def test_what_a_posting_holds_and_a_manifest_cannot_is_lost_and_named(document: Json, expected: list[Loss]) -> None:
    assert lost(document) == expected


@pytest.mark.parametrize(
    ("question", "code", "pointer", "value"),
    [
        (
            ask("form", "Where?", dropdown_values=[{"label": "\ud800"}]),
            LossCode.INVALID_VALUE,
            "/workflow/0/questions/0/dropdown_values",
            [{"label": "\ud800"}],
        ),
        (ask("form", "Where?", hint="x"), LossCode.UNKNOWN_FIELD, "/workflow/0/questions/0/hint", "x"),
        (
            ask("form", "Where?", operator="minimum"),
            LossCode.INVALID_VALUE,
            "/workflow/0/questions/0/operator",
            "minimum",
        ),
        (
            ask("form", "Where?", question_type=["a"]),
            LossCode.INVALID_VALUE,
            "/workflow/0/questions/0/question_type",
            ["a"],
        ),
        (
            ask("form", "Where?", answer=[{"var": "x"}]),
            LossCode.INVALID_VALUE,
            "/workflow/0/questions/0/answer",
            [{"var": "x"}],
        ),
        (ask("form", "Where?", answer=2**60), LossCode.INVALID_VALUE, "/workflow/0/questions/0/answer", 2**60),
        (
            ask("form", "Where?", file_types=["pdf", " "]),
            LossCode.INVALID_VALUE,
            "/workflow/0/questions/0/file_types",
            ["pdf", " "],
        ),
        (
            ask("form", "Where?", structured_config={"min": 1}),
            LossCode.STRUCTURED_CONFIG,
            "/workflow/0/questions/0/structured_config",
            {"min": 1},
        ),
    ],
)
def test_what_a_question_holds_and_a_manifest_cannot_is_lost_and_changes_nothing(
    question: Json, code: LossCode, pointer: str, value: Any
) -> None:
    (loss,) = lost({}, question)
    assert loss == Loss(code, pointer, value)
    assert not loss.changes_posting


@pytest.mark.parametrize(
    ("question", "code", "pointer"),
    [
        (ask("form", " "), LossCode.INVALID_QUESTION, "/workflow/0/questions/0"),
        (ask("form", "\ufeff"), LossCode.INVALID_QUESTION, "/workflow/0/questions/0"),
        (ask("hologram", "Wave"), LossCode.UNKNOWN_MODALITY, "/workflow"),
        ({"modality": ["x"], "text": "Wave"}, LossCode.UNKNOWN_MODALITY, "/workflow"),
        (ask("sms", "Here?"), LossCode.QUESTION_WITHOUT_STEP, "/workflow"),
    ],
)
def test_a_question_that_cannot_be_placed_would_change_the_posting(
    question: Json, code: LossCode, pointer: str
) -> None:
    (loss,) = lost({}, question)
    assert (loss.code, loss.pointer, loss.value) == (code, pointer, question)
    assert loss.changes_posting


def test_the_questions_of_two_steps_of_one_type_stand_in_the_first_and_that_is_a_loss() -> None:
    document = {"title": "Baker", "workflow": [{"type": "form"}, WEB, {"type": "form"}]}
    read = live_request(document, [ask("form", "One", 1), ask("form", "Two", 2)])
    assert [step.get("questions") for step in read.request["workflow"]] == [
        [{"modality": "form", "text": "One"}, {"modality": "form", "text": "Two"}],
        [],
        [],
    ]
    assert read.losses == (Loss(LossCode.STEP_UNCLEAR, "/workflow/0", [0, 2]),)
    assert read.losses[0].changes_posting
    assert live_request(document, []).losses == (), "where there is no question, nothing is unclear"


def test_a_form_as_read_has_what_a_reading_can_tell() -> None:
    form = {
        "name": "a",
        "workflow": [
            {"type": "form", "config": {"knockout_enabled": True}, "questions": [{"modality": "form", "text": "One"}]},
            {
                "type": "web_interview",
                "config": {"num_questions": 3},
                "questions": [{"modality": "voice_tags", "text": "t"}, {"modality": "voice", "text": "v"}],
            },
            {
                "type": "form",
                "questions": [{"modality": "form", "text": "Two", "question_type": "file-upload"}],
            },
            {"type": "resume"},
        ],
    }
    assert as_read(form) == {
        "name": "a",
        "workflow": [
            {
                "type": "form",
                "config": {"knockout_enabled": True},
                "questions": [
                    {"modality": "form", "text": "One"},
                    {"modality": "form", "text": "Two", "question_type": "file_upload"},
                ],
            },
            {
                "type": "web_interview",
                "questions": [{"modality": "voice", "text": "v"}, {"modality": "voice_tags", "text": "t"}],
            },
            {"type": "form"},
            {"type": "resume"},
        ],
    }
    assert as_read({"name": "a", "interview_template_id": "IT_1"}) == {"name": "a", "interview_template_id": "IT_1"}


def test_questions_of_a_type_that_heymilo_writes_in_one_step_are_unknown_in_all() -> None:
    asked = [{"modality": "form", "text": "One"}]
    form = {"workflow": [{"type": "form", "questions": asked}, {"type": "form"}]}
    assert as_read(form) == {"workflow": [{"type": "form"}, {"type": "form"}]}


def test_white_space_at_the_end_of_a_text_counts_for_no_limit() -> None:
    config = {"instructions": "x" * 10_000 + " \n", "web_interview_config": {"intro_message": "Hello "}}
    read = live_request({"title": "Baker", "workflow": [{**WEB, "config": config}]}, None)
    assert read.losses == ()
    assert read.request["workflow"][0]["config"] == {
        "instructions": "x" * 10_000,
        "web_interview_config": {"intro_message": "Hello"},
    }


def test_a_name_or_metadata_that_is_no_text_is_left_out() -> None:
    read = live_request({"title": "Baker", "name": "\udc00", "metadata": "x", "workflow": [WEB, "odd"]}, None)
    assert read.request == {"title": "Baker", "workflow": [{"type": "web_interview"}]}


def test_an_empty_list_of_a_question_says_nothing_whether_sent_or_filled_in() -> None:
    posting = {**BARE, "workflow": [{"type": "web_interview", "order": 1}, {"type": "form", "order": 2}]}
    questions = [
        ask("voice_tags", "shift", 1, options=[], file_types=[]),
        ask("form", "Why?", 1, dropdown_values=[], file_types=[], answer=[]),
    ]
    read = live_request(posting, questions)
    assert read.losses == ()
    tag, field = {"modality": "voice_tags", "text": "shift"}, {"modality": "form", "text": "Why?"}
    assert [step["questions"] for step in read.request["workflow"]] == [[tag], [field]]
    sent = {"workflow": [{"type": "form", "questions": [{**field, "file_types": []}]}]}
    assert as_read(sent)["workflow"] == [{"type": "form", "questions": [field]}]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("2026-12-28T05:24:38.999999Z", "2026-12-28T05:24:38Z"),
        ("2026-12-28T06:24:38.5+01:00", "2026-12-28T06:24:38+01:00"),
        ("2026-12-28T05:24Z", "2026-12-28T05:24Z"),
        ("next spring", "next spring"),
        (None, None),
    ],
)
def test_a_deadline_is_compared_in_whole_seconds_and_what_is_none_as_it_is(deadline: Any, expected: Any) -> None:
    assert as_read({"deadline": deadline}) == {"deadline": expected}
