from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import form_knockouts as rules

A, B = {"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}


def form(**fields):
    return {"modality": "form", "text": "A question", **fields}


def gate(**fields):
    return form(is_knockout=True, **fields)


LONG = {"text": "Tell us more.", "question_type": "textarea"}
SHORT = {"text": "Ready?", "is_knockout": True, "answer": "yes"}

QUIET = [
    (rules.knockout_without_answer, form()),
    (rules.knockout_without_answer, gate(answer=False)),
    (rules.knockout_without_answer, gate(answer=0)),
    (rules.knockout_without_answer, gate(question_type="textarea")),
    (rules.knockout_answer_not_offered, form(answer="maybe", dropdown_values=[A, B])),
    (rules.knockout_answer_not_offered, gate(dropdown_values=[A, B])),
    (rules.knockout_answer_not_offered, gate(answer="yes")),
    (rules.knockout_answer_not_offered, gate(answer=[], dropdown_values=[A, B])),
    (rules.knockout_answer_not_offered, gate(answer="", dropdown_values=[A, B])),
    (rules.knockout_answer_not_offered, gate(answer="Yes", dropdown_values=[A, B])),
    (rules.knockout_answer_not_offered, gate(answer=["yes", "no"], dropdown_values=[A, B])),
    (rules.knockout_answer_not_offered, gate(answer=1, dropdown_values=[{"value": "1"}, {"value": "2"}])),
    (rules.answer_is_a_label, gate(answer="yes", dropdown_values=[A, B])),
    (rules.answer_is_a_label, gate(answer="maybe", dropdown_values=[A, B])),
    (rules.answer_is_a_label, gate(dropdown_values=[A, B])),
    (rules.answer_is_a_label, gate(answer="Yes")),
    (rules.answer_is_a_label, form(answer="Yes", dropdown_values=[{"label": "Yes"}, {"label": "No"}])),
    (rules.answer_is_a_label, form(answer=1, dropdown_values=[{"value": "1"}, {"label": "1", "value": "2"}])),
    (rules.answer_shape, form(answer=["a"])),
    (rules.answer_shape, form(mcq_type="multiple")),
    (rules.answer_shape, form(mcq_type="single", answer="a")),
    (rules.knockout_without_operator, form(question_type="number", answer=1)),
    (rules.knockout_without_operator, gate(question_type="slider", answer=1)),
    (rules.answer_not_comparable, form(question_type="number", answer=1.5)),
    (rules.answer_not_comparable, form(question_type="date")),
    (rules.answer_not_comparable, form(question_type="date", answer="2028-02-29")),
    (rules.answer_not_comparable, form(question_type="dropdown", answer="x")),
    (rules.knockout_can_be_skipped, gate()),
    (rules.knockout_can_be_skipped, form(is_answer_mandated=False)),
    (rules.knockout_on_free_text, gate(question_type="dropdown")),
    (rules.knockout_late, {"type": "form"}),
    (rules.knockout_late, {"type": "form", "questions": [{"text": "When?", "question_type": "date"}, SHORT]}),
    (rules.knockout_late, {"type": "form", "questions": [{**LONG, "is_knockout": True}, SHORT]}),
    (rules.knockout_late, {"type": "form", "questions": [SHORT, LONG, {"text": "When?", "question_type": "date"}]}),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


LOUD = [
    (rules.knockout_without_answer, gate(), "/is_knockout", "nothing says"),
    (rules.knockout_answer_not_offered, gate(answer="maybe", dropdown_values=[A, B]), "/answer", "passes, maybe, is"),
    (rules.knockout_answer_not_offered, gate(answer=True, dropdown_values=[A, B]), "/answer", "passes, true, is"),
    (rules.knockout_answer_not_offered, gate(answer=["yes", "x"], dropdown_values=[A, B]), "/answer", "passes, x, is"),
    (rules.answer_is_a_label, gate(answer="Yes", dropdown_values=[A, B]), "/answer", "passes, Yes, is a label"),
    (rules.answer_is_a_label, form(answer=["no", "Yes"], dropdown_values=[A, B]), "/answer", "passes, Yes, is"),
    (rules.answer_is_a_label, form(answer=True, dropdown_values=[{**A, "label": "true"}, B]), "/answer", "true, is"),
    (rules.knockout_without_answer, gate(answer=[], dropdown_values=[A, B]), "/is_knockout", "nothing says"),
    (rules.knockout_without_answer, gate(answer=" "), "/is_knockout", "nothing says"),
    (rules.answer_shape, form(mcq_type="single", answer=["a"]), "/answer", "a list"),
    (rules.answer_shape, form(mcq_type="multiple", answer="a"), "/answer", "one value"),
    (rules.knockout_without_operator, gate(question_type="date", answer="2027-01-01"), "", "date has no operator"),
    (rules.answer_not_comparable, form(question_type="number", answer="1"), "/answer", 'the text "1"'),
    (rules.answer_not_comparable, form(question_type="number", answer=True), "/answer", "answer is true"),
    (rules.answer_not_comparable, form(question_type="number", answer=[1, 2]), "/answer", "a list"),
    (rules.answer_not_comparable, form(question_type="date", answer={"from": 1}), "/answer", "a mapping"),
    (rules.answer_not_comparable, form(question_type="date", answer=20270101), "/answer", "20270101"),
    (rules.answer_not_comparable, form(question_type="date", answer="20270101"), "/answer", "20270101"),
    (rules.answer_not_comparable, form(question_type="date", answer="2027-02-30"), "/answer", "2027-02-30"),
    (rules.knockout_can_be_skipped, gate(is_answer_mandated=False), "/is_answer_mandated", "empty"),
    (rules.knockout_on_free_text, gate(question_type="file-upload"), "/is_knockout", "file-upload"),
]


@pytest.mark.parametrize(("rule", "part", "place", "said"), LOUD)
def test_loud(hits_of, rule, part, place: str, said: str):
    (hit,) = hits_of(rule, part)
    assert hit.pointer == f"/workflow/0/questions/0{place}" and said in hit.message


def test_the_first_late_knockout_is_named(hits_of):
    hits = hits_of(rules.knockout_late, {"type": "form", "questions": [SHORT, LONG, SHORT, SHORT]})
    assert [hit.pointer for hit in hits] == ["/workflow/0/questions/2"]
