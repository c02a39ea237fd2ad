"""What findings propose to ask instead: for every topic, in the language of the posting, and free of findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from heymilo_ops.lint.registry import RULES
from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.rules.topics_of_body import about_age
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.topic import Topic
from heymilo_ops.lint.topics.wordings import WORDINGS

ASKED = [(code, topic, wording) for code, wordings in WORDINGS.items() for topic, wording in wordings.items()]
ORDINARY = {
    "de": "Was reizt Sie an dieser Arbeit?",
    "en": "What draws you to this work?",
    "es": "¿Qué le atrae de este trabajo?",
    "fr": "Qu'est-ce qui vous attire dans ce travail ?",
    "nl": "Wat trekt je aan in dit werk?",
}


def test_no_topic_of_any_language_lacks_a_wording():
    assert set(WORDINGS) == set(LANGUAGES)
    assert all(set(wordings) == set(Topic) for wordings in WORDINGS.values())


@pytest.fixture(scope="module")
def codes(subject_of: Callable[..., Subject]) -> Callable[..., set[str]]:
    """Which rules find something in a posting of a language that puts a question on a form."""

    def found(language: str, text: str) -> set[str]:
        question = {"modality": "form", "text": text, "question_type": "textarea"}
        subject = subject_of({"language": language, "workflow": [{"type": "form", "questions": [question]}]})
        return {rule.code for rule in RULES for _ in rule.check(subject)}

    return found


@pytest.fixture(scope="module")
def ordinary(codes: Callable[..., set[str]]) -> dict[str, set[str]]:
    """What rules find in a posting of a language whatever it asks, by language."""
    return {language: codes(language, text) for language, text in ORDINARY.items()}


@pytest.mark.parametrize(("language", "topic", "wording"), ASKED)
def test_a_wording_put_as_a_question_gives_no_finding(codes, ordinary, language: str, topic: Topic, wording: str):
    assert codes(language, wording) <= ordinary[language]


@pytest.mark.parametrize(
    ("language", "asked", "expected"),
    [
        ("en-GB", "How old are you?", WORDINGS["en"][Topic.AGE]),
        ("de-AT", "Wie alt sind Sie?", WORDINGS["de"][Topic.AGE]),
        ("pl", "How old are you, if we may ask you that?", WORDINGS["en"][Topic.AGE]),
    ],
)
def test_a_finding_shows_the_wording_of_the_language_of_the_posting(hits_of, language: str, asked: str, expected: str):
    hits = hits_of(about_age, {"language": language, "instructions": asked})
    assert [hit.proposal for hit in hits] == [expected]
