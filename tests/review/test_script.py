import pytest

from heymilo_ops.model.desired import desire
from heymilo_ops.review.gates import NOT_VISIBLE, ScriptGate, pass_mark_rule, question_gate
from heymilo_ops.review.passages import Audience
from heymilo_ops.review.score_shares import largest_remainder, shares_of
from heymilo_ops.review.script import Minutes, Script, script_of
from heymilo_ops.review.switches import cheat_words, follow_up_words, hours_words, rejection_words

STEPS = [
    {
        "type": "resume",
        "config": {"mandatory": True, "min_evaluation_score": 0.55, "num_criteria_questions": 4},
    },
    {
        "type": "form",
        "config": {"knockout_enabled": True},
        "questions": [
            {"key": "years", "text": "Years?", "question_type": "number", "operator": "gte", "answer": 2,
             "is_knockout": True, "is_answer_mandated": True},
            {"text": "Tools?", "question_type": "dropdown", "mcq_type": "multiple",
             "dropdown_values": [{"label": "Zendesk", "value": "z"}]},
        ],
    },
    {
        "type": "conversational_sms",
        "config": {
            "knockout_enabled": False, "intro_message": "Hi.", "num_questions": 3,
            "blackout_period": {"enabled": True, "timezone": "UTC", "start_hour": 21, "end_hour": 8},
        },
        "questions": [
            {"text": "May you work?", "question_type": "YES_NO", "expected_answer": "yes", "is_dealbreaker": True},
            {"text": "Shifts?", "question_type": "NUMERIC", "expected_value": 2, "score_weight": 2},
        ],
    },
    {
        "type": "web_interview",
        "config": {
            "video": True, "job_overview": "Of this step.", "company_overview_delivery_mode": "silent_reference",
            "cheat_detection_config": {"enabled": True, "threshold": 70, "types": ["ai_scripted_answer"]},
            "web_interview_config": {"max_duration_seconds": 300, "min_duration_seconds": 120, "outro_message": "Bye."},
        },
        "questions": [
            {"text": "One?", "evaluation_criteria": "C", "score_of_1": "L", "score_of_5": "H", "score_weight": 1,
             "min_follow_ups": 1, "max_follow_ups": 3},
            {"text": "Two?", "evaluation_criteria": "C", "score_of_1": "L", "score_of_5": "H", "score_weight": 2},
            {"text": "Three?", "not_scored": True, "max_follow_ups": 0},
            {"modality": "voice_tags", "text": "shift", "options": ["early", "late"], "instructions": "As said."},
        ],
    },
]  # fmt: skip


@pytest.fixture
def script() -> Script:
    data = {
        "name": "x", "title": "A job", "company_overview": "We.", "company_overview_delivery_mode": "reference_only",
        "interview_process_overview": "An AI asks.", "instructions": "Be kind.", "description": "A long job.",
        "metadata": {"team": "a"}, "max_retakes": 1, "workflow": STEPS,
    }  # fmt: skip
    desired = desire(data, "p.yaml")
    return script_of(desired.form, desired.keys)


def test_what_candidates_are_told_and_how(script: Script) -> None:
    told = {passage.pointer: (passage.audience, passage.delivery) for passage in script.passages}
    assert told["/company_overview"] == (Audience.ASKING, "told only to candidates who ask")
    process = told["/interview_process_overview"]
    assert process == (Audience.CANDIDATES, "read out word for word (HeyMilo's default)")
    assert told["/instructions"][0] is told["/description"][0] is Audience.AI
    voice = {passage.pointer: (passage.text, passage.audience) for passage in script.steps[3].passages}
    root = "/workflow/3/config"
    assert voice[f"{root}/company_overview_delivery_mode"] == ("We.", Audience.AI)
    assert voice[f"{root}/job_overview"] == ("Of this step.", Audience.CANDIDATES)
    assert voice[f"{root}/web_interview_config/outro_message"][0] == "Bye."
    assert [passage.text for passage in script.steps[2].passages] == ["Hi."]


def test_who_is_rejected(script: Script) -> None:
    resume, form, sms, _ = script.steps
    assert [gate.words() for _, gate in resume.gates] == [
        "must score at least 55 of 100; otherwise this step ends the application.",
        "must hand in a résumé; otherwise this step ends the application.",
    ]
    years, tools = form.questions
    assert years.gate is not None and years.required == "answer required" and years.key == "years"
    assert years.gate.words() == "must answer at least 2; otherwise this step ends the application."
    assert "2" not in years.gate.words(public=True)
    assert tools.gate is None and tools.options == ("Zendesk",) and tools.note == "several choices"
    off = sms.questions[0].gate
    assert off is not None and off.words() == off.words(public=True) == "asked, rejects nobody"
    assert NOT_VISIBLE.startswith("Whether a person looks afterwards")


def test_minutes_shares_and_switches(script: Script) -> None:
    assert [step.minutes for step in script.steps] == [None, Minutes(1, 1), Minutes(1, 1), Minutes(5, 5)]
    assert script.minutes == Minutes(7, 7), "a résumé takes nobody's time, whoever writes its criteria"
    assert [question.share for question in script.steps[3].questions] == [33, 67, None, None]
    assert [question.share for question in script.steps[2].questions] == [None, 100]
    assert {switch.name: switch.value for switch in script.steps[3].switches} == {
        "Video recording": "on: video is recorded as well as voice",
        "Cheat detection": "watches for scripted answers; sensitivity 70 of 100",
        "Longest interview": "5 min",
        "Shortest interview": "2 min",
    }
    assert [switch.value for switch in script.steps[2].switches][:2] == [
        "off, so that its knock-outs reject nobody",
        "no text message from 21:00 to 08:00 (UTC)",
    ]
    assert [(switch.name, switch.value) for switch in script.settings] == [
        ("Your own notes: team", "a"),
        ("Retakes", "1"),
    ]


def test_what_heymilo_writes_is_said() -> None:
    form = {"title": "A job", "workflow": [{"type": "web_interview", "config": {"num_questions": 4}}, {"type": "form"}]}
    script = script_of(form)
    assert script.steps[0].written == "HeyMilo writes 4 questions by itself; nobody has reviewed them."
    assert script.steps[1].written == "HeyMilo writes the questions by itself; nobody has reviewed them."
    assert script.steps[0].minutes == Minutes(9, 9) and script.minutes is None
    assert script_of({"title": "A job", "interview_template_id": "IT1"}).template == "IT1"
    assert Minutes(3, 5).words == "about 3 to 5 min" and Minutes(3, 3).words == "about 3 min"


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ({"modality": "form", "answer": "a", "dropdown_values": [{"label": "Yes", "value": "a"}]}, "must answer “Yes”"),
        ({"modality": "form", "answer": ["a", "b"]}, "must answer one of “a”, “b”"),
        ({"modality": "form", "answer": True}, "must answer yes"),
        ({"modality": "form"}, "must pass, and no answer that passes is set"),
        (
            {"modality": "form", "answer": "2027-01-01", "operator": "lte", "question_type": "date"},
            "must answer 2027-01-01 or earlier",
        ),
        ({"modality": "form", "answer": 3, "operator": "neq"}, "must answer anything but 3"),
        ({"modality": "sms"}, "must pass, and no answer that passes is set"),
        (
            {"modality": "sms", "expected_value": 2},
            "must match 2 (as the least or exactly: HeyMilo doesn't document which)",
        ),
    ],
)
def test_rules(question: dict, rule: str) -> None:
    gate = question_gate({**question, "is_knockout": True, "is_dealbreaker": True}, {"knockout_enabled": True})
    assert gate == ScriptGate(rule, rejects=True)


def test_a_requirement_is_a_gate_where_its_step_rejects() -> None:
    question = {"modality": "resume_eligibility", "text": "x"}
    assert question_gate(question, {"knockout_enabled": True}) == ScriptGate("must be true of the résumé", True)
    assert question_gate(question, {}) == ScriptGate("must be true of the résumé", False)
    assert question_gate({"modality": "voice"}, {}) is None
    assert pass_mark_rule(0.7) == "must score at least 70 of 100"


def test_shares_add_up_to_100() -> None:
    assert largest_remainder([1, 1, 1]) == [34, 33, 33]
    assert largest_remainder([5, 5, 4, 2]) == [31, 31, 25, 13]
    assert largest_remainder([0, 0]) == [None, None]
    for size in range(1, 30):
        assert sum(filter(None, largest_remainder([number % 5 + 1 for number in range(size)]))) == 100
    scored = {"modality": "voice", "question_type": "scored"}
    assert shares_of([scored]) == (100,)
    assert shares_of([scored, {**scored, "score_weight": 3}]) == (None, None)
    assert shares_of([{**scored, "score_weight": True}, None]) == (100, None)


def test_words_of_switches() -> None:
    assert cheat_words({"enabled": False}) == cheat_words(None) == "off"
    assert cheat_words({"enabled": True}) == "on; which signals it watches isn't set here"
    assert hours_words({"enabled": False}) == "off"
    assert follow_up_words(None, None) == ""
    assert follow_up_words(2, None) == "at least 2 follow-up questions"
    assert follow_up_words(None, 0) == "no follow-up questions"
    assert follow_up_words(0, 2) == "up to 2 follow-up questions"
    assert follow_up_words(1, 1) == "1 follow-up question"
    assert follow_up_words(1, 3) == "1 to 3 follow-up questions"


@pytest.mark.parametrize(
    ("is_on", "gates", "words"),
    [
        (True, (), "on"),
        (False, (), "off"),
        (False, (2,), "off, so that its knock-outs reject nobody"),
        (True, (2,), "on, question 2 rejects"),
        (True, (1, 3), "on, questions 1, 3 reject"),
    ],
)
def test_which_questions_reject_is_said(is_on: bool, gates: tuple[int, ...], words: str) -> None:
    assert rejection_words(is_on, gates) == words
