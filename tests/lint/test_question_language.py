from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.question_language import question_in_another_language

ENGLISH = "Tell me about a customer who was upset and what you did."
SPANISH = "Explícame cómo ayudarías a un cliente que no puede iniciar sesión."


def posting(language: str, text: str, multilingual: bool = False):
    question = {"modality": "voice", "text": text}
    tag = {"modality": "voice_tags", "text": SPANISH}
    step = {"type": "web_interview", "config": {"is_multilingual": multilingual}, "questions": [question, tag]}
    resume = {"type": "resume", "questions": [{"modality": "resume_scoring", "text": SPANISH}]}
    return {"language": language, "workflow": [resume, step]}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", SPANISH, "Spanish"),
        ("es-MX", ENGLISH, "English"),
        ("nl", "Was haben Sie in Ihrer letzten Stelle gelernt?", "German"),
        ("en", "Расскажите о себе, пожалуйста", "a script of another language"),
    ],
)
def test_a_question_in_another_language(hits_of, language: str, text: str, name: str):
    (hit,) = hits_of(question_in_another_language, posting(language, text))
    assert hit.pointer == "/workflow/1/questions/0/text" and f"is in {name}, " in hit.message


@pytest.mark.parametrize(
    ("language", "text"), [("en", ENGLISH), ("es", SPANISH), ("pl", ENGLISH), ("en", "C++, Java, Go?")]
)
def test_a_question_in_the_posting_s_or_in_no_language(hits_of, language: str, text: str):
    assert hits_of(question_in_another_language, posting(language, text)) == []


def test_an_interview_that_may_change(hits_of):
    assert hits_of(question_in_another_language, posting("en", SPANISH, multilingual=True)) == []
