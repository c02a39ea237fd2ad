from __future__ import annotations

import re
import time
from dataclasses import fields, replace

import pytest

from heymilo_ops.lint.law.law import Effect, Law, LawEntry
from heymilo_ops.lint.rules.topics_of_belief import about_religion
from heymilo_ops.lint.topics.language import MASKS, Words
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.topic import Scope, Topic
from heymilo_ops.lint.topics.topic_match import topic_matches
from tests.fuzz.large import TOKENS, repeated


def topics(text: str, scope: str = "asked", language: str = "en") -> set[str]:
    return {match.topic.value for match in topic_matches(text, language, Scope(scope))}


def test_lines_that_are_broken_within_a_paragraph_are_one():
    (match,) = topic_matches("How old\n  are\nyou?", "en", Scope.ASKED)
    assert (match.topic, match.phrase, match.clause) == (Topic.AGE, "how old are you", "how old are you?")


def test_a_frame_clears_its_own_clause_only():
    assert topics("Never ask how old they are.", "instruction") == set()
    assert topics("Never ask about health, but ask how old they are.", "instruction") == {"age"}


def test_work_with_others_clears_what_is_not_sure():
    assert topics("Are you married?") == {"marital_family"}
    assert topics("How would you greet a client who asks whether you are married?") == set()


def test_what_is_harmless_is_no_topic():
    assert topics("Are you 18 or over?") == set()
    assert topics("How do you debug a race condition?") == set()


def test_a_label_is_a_whole_text():
    assert topics("Religion:") == {"religion"}
    assert topics("Religion desk editors file at six.") == set()


def test_a_text_that_only_states_something_is_read_for_who_is_wanted():
    assert topics("Recent graduates preferred.", "stated") == {"age"}
    assert topics("How old are you is what nobody asks here.", "stated") == set()


def test_a_language_without_patterns_finds_nothing():
    assert topics("Ile masz lat?", language="pl") == set()


def patterns(code: str) -> dict[str, re.Pattern[str]]:
    """Every pattern of a language, by where it stands."""
    language = LANGUAGES[code]
    names = [field.name for field in fields(Words) if field.name != "signs"]
    forms = {f"forms.{mask}.{name}": language.form(mask, name) for mask in MASKS for name in names}
    topics = {f"{topic}.{name}": language.expression(topic, name) for topic in language.topics for name in names}
    compiled = {name: expression.compiled for name, expression in {**forms, **topics}.items() if expression}
    own = {name: getattr(language, name) for name in ("clause_end", "frame", "other", "no_topic")}
    return {**own, **compiled}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_topic_has_patterns_and_signs(code: str):
    language = LANGUAGES[code]
    assert language.code == code and language.name
    for topic, words in language.topics.items():
        assert words.signs.split() and any(name.startswith(f"{topic}.") for name in patterns(code)), topic
    assert all(set(fields_) <= {field.name for field in fields(Words)} for fields_ in language.forms.values())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("token", ["ask about ", "do you have ", "the candidate's ", "a", "your ", "a, ", *TOKENS[:4]])
def test_patterns_take_linear_time(code: str, token: str):
    text = repeated(token, 8_000)
    for name, pattern in patterns(code).items():
        started = time.process_time()
        for match in pattern.finditer(text):
            assert match is not None
        assert time.process_time() - started < 0.2, name


def test_signs_are_words_or_beginnings_of_words():
    needs = LANGUAGES["en"].word_needs
    assert needs.topics_in(needs.groups_in(["the", "pregnancies"])) == {Topic.PREGNANCY}
    assert needs.topics_in(needs.groups_in(["messages", "passages"])) == set()


def test_what_no_place_of_a_posting_minds_is_not_reported(subject_of):
    entry = LawEntry("x/age", ("US",), "age", Effect.BARS, "x.", "https://x.example")
    subject = subject_of({"instructions": "Ask about their religion.", "ops": {"jurisdictions": ["US"]}})
    assert list(about_religion.check(subject)) and not list(about_religion.check(replace(subject, law=Law((entry,)))))
