from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.yes_no_scored import yes_no_question_scored


def question(text: str, **fields: object):
    return {"modality": "voice", "text": text, "question_type": "scored", **fields}


@pytest.mark.parametrize(
    "text",
    [
        "Have you ever handled a complaint?",
        "Are you comfortable with night shifts?",
        "So, do you like working with customers?",
        "We use Kafka here. Have you worked with it?",
        "Can you work under pressure?",
    ],
)
def test_yes_is_an_answer(hits_of, text: str):
    (hit,) = hits_of(yes_no_question_scored, question(text))
    assert hit.pointer == "/workflow/0/questions/0/text" and "yes or no" in hit.message


@pytest.mark.parametrize("text", ["You do enjoy helping people, don't you?", "Wouldn’t you agree that speed matters?"])
def test_the_answer_is_suggested(hits_of, text: str):
    (hit,) = hits_of(yes_no_question_scored, question(text))
    assert "suggests" in hit.message


@pytest.mark.parametrize(
    "text",
    [
        "Can you tell me about a complaint that you handled?",
        "Could you please walk me through your last release?",
        "Can you give an example of a hard decision?",
        "Have you ever handled a complaint? Tell me what you did.",
        "Have you handled a complaint, and what came of it?",
        "Tell me about a complaint.",
        "The wind is just below the limit and ten people wait for you. Do you fly?",
        "Do you know how a lock works, and why it may fail?",
        "What did you do?",
        "A customer shouts at you. Do you answer? How?",
        "   ",
        "Who do you ask for help?",
    ],
)
def test_there_is_more_to_say(hits_of, text: str):
    if text.strip():
        assert hits_of(yes_no_question_scored, question(text)) == []


def test_only_what_is_scored_without_follow_ups(hits_of):
    text = "Have you ever handled a complaint?"
    for fields in ({"min_follow_ups": 1}, {"not_scored": True}, {"question_type": "open-ended"}):
        assert hits_of(yes_no_question_scored, question(text, **fields)) == []
