from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.compound_question import compound_question


@pytest.mark.parametrize(
    "part",
    [
        {"modality": "voice", "text": "Tell me about a service you designed. What were the hardest constraints?"},
        {"modality": "voice", "text": 'A customer asks "Why?" and "When?" at once. What do you say?'},
        {"modality": "voice", "text": "Why us? What would you like to know?", "not_scored": True},
        {"modality": "voice", "text": "Why us? What would you like to know?", "question_type": "open-ended"},
        {"modality": "form", "text": "Tell us about a fault. What was it? What did you do?"},
        {"modality": "sms", "text": "Really??"},
        {"modality": "sms", "text": "Can you drive? Yes or no?"},
        {"modality": "voice", "text": 'A guest says "Where is my room? Why is it not ready?" What do you say?'},
        {"modality": "voice", "text": "お客様が「なぜ？いつ？」と聞きました。どうしますか？"},
        {"modality": "voice", "text": "A night; a day; which would you take?"},
        {"modality": "sms", "text": "Is a?b a query to you?"},
    ],
)
def test_one_thing_asked(hits_of, part):
    assert hits_of(compound_question, part) == []


@pytest.mark.parametrize(
    "part",
    [
        {"modality": "voice", "text": "What was the fault? How did you find it?"},
        {"modality": "voice", "text": "¿Qué hiciste? ¿Por qué?"},
        {"modality": "voice", "text": "何をしましたか？なぜですか？"},
        {"modality": "voice", "text": "ماذا فعلت؟ لماذا؟"},
        {"modality": "voice", "text": "Τι έκανες; Γιατί;"},
        {"modality": "sms", "text": "Can you drive?\nDo you own a car?"},
        {"modality": "form", "text": "Can you drive? Do you own a car?", "is_knockout": True, "answer": "yes"},
    ],
)
def test_two_things_asked(hits_of, part):
    (hit,) = hits_of(compound_question, part)
    assert hit.pointer == "/workflow/0/questions/0/text" and "2 things" in hit.message
