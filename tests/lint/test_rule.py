from __future__ import annotations

from collections.abc import Callable

from heymilo_ops.lint.rule import Rule, Subject, delivery, field, text_for, warning
from heymilo_ops.model.pointer import escape
from heymilo_ops.model.question import SmsQuestion

ALL = """
metadata: {a/b: x~y}
workflow:
  - type: resume
    questions:
      - {modality: resume_scoring, text: Scored}
      - {modality: resume_eligibility, text: Required}
  - type: conversational_sms
    questions: [{text: Texted}]
  - type: web_interview
    questions:
      - {modality: voice_tags, text: tagged}
      - {modality: voice, text: Asked}
  - type: form
    questions: [{text: Filled}]
"""


def test_a_template_has_no_steps(subject_of: Callable[..., Subject]):
    subject = subject_of({"interview_template_id": "IT_1"})
    assert subject.steps == subject.questions == ()
    assert subject.voice == subject.tags == subject.sms == subject.form == subject.web_steps == []


def test_questions_and_steps_by_kind(subject_of: Callable[..., Subject]):
    subject = subject_of(ALL)
    texts = {at.value.text: at.pointer for at in subject.questions}
    for group, text in (
        (subject.scoring, "Scored"),
        (subject.eligibility, "Required"),
        (subject.sms, "Texted"),
        (subject.tags, "tagged"),
        (subject.voice, "Asked"),
        (subject.form, "Filled"),
    ):
        assert [(at.pointer, at.value.text) for at in group] == [(texts[text], text)]
    assert texts["Asked"] == "/workflow/2/questions/1"
    steps = (subject.resume_steps, subject.sms_steps, subject.web_steps, subject.form_steps)
    assert [at.pointer for group in steps for at in group] == [f"/workflow/{i}" for i in range(4)]


def test_texts_have_their_places(subject_of: Callable[..., Subject]):
    subject = subject_of(ALL)
    places = {text: pointer for pointer, text in subject.texts_with("")}
    assert places["Asked"] == "/workflow/2/questions/1/text"
    assert places["x~y"] == "/metadata/a~1b"
    assert sorted(subject.words.split("\n")) == sorted(text for _, text in subject.texts_with(""))
    assert list(subject.texts_with("~")) == [("/metadata/a~1b", "x~y")]
    assert list(subject.texts_with("no such text")) == []
    assert "asked" in subject.lowered and "Asked" not in subject.lowered


def test_english_by_its_tag(subject_of: Callable[..., Subject]):
    assert [subject_of({"language": tag}).english for tag in ("en", "en-GB", "EN", "es", "enm")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_field_that_is_not_there():
    question = SmsQuestion(modality="sms", text="Ready?", score_weight=2)
    assert field(None, "text") is None
    assert field(question, "not_scored") is None
    assert field(question, "score_weight") == 2


def test_keys_in_pointers():
    assert escape("a/b~c") == "a~1b~0c"
    assert escape(3) == "3"


def test_a_function_without_words_has_an_empty_page():
    rule = warning("ZZ009")(lambda subject: ())
    assert isinstance(rule, Rule)
    assert rule.page == ""


def test_the_posting_speaks_where_the_step_is_silent(subject_of: Callable[..., Subject]):
    subject = subject_of({"company_overview": "We build tools."})
    (step,) = subject.steps
    assert text_for(subject, step, "company_overview") == ("/company_overview", "We build tools.")
    assert text_for(subject, step, "interview_process_overview").pointer == "/interview_process_overview"
    assert delivery(subject, step, "company_overview") == "exact_delivery"


def test_nothing_is_told_where_nothing_is_written(subject_of: Callable[..., Subject]):
    subject = subject_of({"interview_process_overview": None, "interview_process_overview_delivery_mode": None})
    assert text_for(subject, subject.steps[0], "interview_process_overview").value == ""


def test_the_step_wins_also_where_it_is_empty(subject_of: Callable[..., Subject]):
    config = {"company_overview": "", "company_overview_delivery_mode": "silent_reference"}
    subject = subject_of({"company_overview": "We build tools.", "workflow": [{"type": "form", "config": config}]})
    (step,) = subject.steps
    assert text_for(subject, step, "company_overview") == ("/workflow/0/config/company_overview", "")
    assert delivery(subject, step, "company_overview") == "silent_reference"


def test_the_mode_of_the_posting(subject_of: Callable[..., Subject]):
    subject = subject_of({"job_overview_delivery_mode": "reference_only"})
    assert delivery(subject, subject.steps[0], "job_overview") == "reference_only"
