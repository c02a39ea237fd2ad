"""A new posting: every combination of steps, in every language that is offered, is one that lint finds nothing in."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import chain, combinations

import pytest

from heymilo_ops.errors import UsageError
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.run import run
from heymilo_ops.manifest.fmt import ORDER, format_text
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.usecases.new_posting import LANGUAGES, STEPS, parse_steps, posting_text

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
CHOICES = list(chain.from_iterable(combinations(STEPS, number) for number in range(1, 5)))


def made(text: str) -> Desired:
    source = read_text(text, "postings/new-one.yaml")
    assert source.findings == [] or source.findings == ()
    return desire(source.data or {}, "postings/new-one.yaml")


def found(text: str) -> list[Finding]:
    return [each for each in run([Subject(made(text), NOW, True)]) if each.severity is not Severity.INFO]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("steps", CHOICES, ids="+".join)
def test_lint_finds_nothing(steps: tuple[str, ...], language: str) -> None:
    text = posting_text("new-one", steps, language, NOW, has_schema=True)
    assert found(text) == []
    assert "@" not in text
    posting = made(text).manifest
    assert [step.type for step in posting.workflow or ()] == list(steps)
    assert (posting.name, posting.language, posting.deadline) == ("new-one", language, "2027-01-30T18:00:00Z")


def test_every_language_has_every_text_and_its_own() -> None:
    texts = {language: posting_text("x", STEPS, language, NOW, has_schema=False) for language in LANGUAGES}
    assert len({text.count("\n") // 100 for text in texts.values()}) == 1
    for field in ("title", "text"):
        values = [set(re.findall(rf"\b{field}: (.+)", text)) - {">-"} for text in texts.values()]
        assert not set.intersection(*values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_in_the_usual_order(language: str) -> None:
    text = posting_text("new-one", STEPS, language, NOW, has_schema=True)
    assert format_text(text, "", ORDER) == text


def test_the_schema_is_named_where_there_is_one() -> None:
    assert "yaml-language-server" in posting_text("x", STEPS, "en", NOW, has_schema=True)
    assert "yaml-language-server" not in posting_text("x", STEPS, "en", NOW, has_schema=False)


def test_steps_in_any_order_and_by_their_short_names() -> None:
    assert parse_steps("interview, SMS,resume,resume") == ("resume", "conversational_sms", "web_interview")


@pytest.mark.parametrize(("asked", "words"), [("resume,video", "no step 'video'"), (" , ", "No step")])
def test_steps_that_there_are_not(asked: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        parse_steps(asked)
