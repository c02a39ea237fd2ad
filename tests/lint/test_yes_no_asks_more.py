from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.yes_no_asks_more import yes_no_asks_more

YES_NO = [{"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}]


def text_message(text: str):
    return {"modality": "sms", "text": text, "question_type": "YES_NO"}


@pytest.mark.parametrize(
    "text",
    [
        "Do you hold a forklift licence, and if so, which class?",
        "Do you hold a licence? If yes, please describe it.",
        "Can you start in May? Why or why not?",
        "How many shifts can you work?",
        "Do you have a car, and how far would you drive?",
        "Have you used Excel? Please explain.",
        "Which shift suits you?",
    ],
)
def test_yes_is_no_answer(hits_of, text: str):
    (hit,) = hits_of(yes_no_asks_more, text_message(text))
    assert hit.pointer == "/workflow/0/questions/0/text"
    (field,) = hits_of(yes_no_asks_more, {"modality": "form", "text": text, "dropdown_values": YES_NO})
    assert field.message == hit.message


@pytest.mark.parametrize(
    "text",
    [
        "Can you work on Saturdays, when the shop is open from nine to five?",
        "Do you know how to drive a forklift?",
        "Are you able to lift what a full crate weighs, with or without help?",
        "Do you have a licence and know when to use it?",
        "Would you like to hear which benefits there are?",
        "Do you hold a food handler card? We pay for the course if you don't.",
        "Are you 18 or over? Some stock can only be sold by staff aged 18 or over.",
        "Do you have the right to work in the UK, or will you by your start date?",
    ],
)
def test_yes_is_an_answer(hits_of, text: str):
    assert hits_of(yes_no_asks_more, text_message(text)) == []


def test_only_where_yes_and_no_are_all_there_is(hits_of):
    more = [*YES_NO, {"label": "Not yet", "value": "not-yet"}]
    for part in (
        {"modality": "form", "text": "Which shift suits you?", "dropdown_values": more},
        {"modality": "form", "text": "Which shift suits you?"},
        {"modality": "sms", "text": "How many shifts?", "question_type": "NUMERIC"},
    ):
        assert hits_of(yes_no_asks_more, part) == []
