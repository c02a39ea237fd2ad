from __future__ import annotations

from collections.abc import Callable

from heymilo_ops.lint.rule import Rule, Subject, field, warning
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
