from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import sms_knockouts as rules


def sms(**fields):
    return {"modality": "sms", "text": "Ready?", **fields}


QUIET = [
    (rules.dealbreaker_without_answer, sms()),
    (rules.dealbreaker_without_answer, sms(is_dealbreaker=False)),
    (rules.dealbreaker_without_answer, sms(is_dealbreaker=True, expected_answer="yes")),
    (rules.dealbreaker_without_answer, sms(is_dealbreaker=True, expected_value=0)),
    (rules.sms_answer_of_another_kind, sms(expected_answer="yes")),
    (rules.sms_answer_of_another_kind, sms(expected_value=1)),
    (rules.sms_answer_of_another_kind, sms(question_type="YES_NO", expected_answer="yes")),
    (rules.sms_answer_of_another_kind, sms(question_type="NUMERIC", expected_value=0)),
    (rules.sms_answer_not_yes_or_no, sms(question_type="YES_NO", expected_answer="Yes ")),
    (rules.sms_answer_not_yes_or_no, sms(question_type="YES_NO")),
    (rules.sms_answer_not_yes_or_no, sms(expected_answer="maybe")),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


LOUD = [
    (rules.dealbreaker_without_answer, sms(is_dealbreaker=True), "is_dealbreaker", "add expected_answer"),
    (
        rules.dealbreaker_without_answer,
        sms(is_dealbreaker=True, question_type="NUMERIC"),
        "is_dealbreaker",
        "add expected_value",
    ),
    (rules.sms_answer_of_another_kind, sms(expected_answer="yes", expected_value=1), "expected_answer", "both"),
    (
        rules.sms_answer_of_another_kind,
        sms(question_type="NUMERIC", expected_answer="2"),
        "expected_answer",
        "NUMERIC and",
    ),
    (rules.sms_answer_of_another_kind, sms(question_type="YES_NO", expected_value=1), "expected_value", "YES_NO and"),
    (rules.sms_answer_not_yes_or_no, sms(question_type="YES_NO", expected_answer="true"), "expected_answer", '"true"'),
]


@pytest.mark.parametrize(("rule", "part", "name", "said"), LOUD)
def test_loud(hits_of, rule, part, name: str, said: str):
    (hit,) = hits_of(rule, part)
    assert hit.pointer == f"/workflow/0/questions/0/{name}" and said in f"{hit.message} {hit.help}"
