from __future__ import annotations

import time

import pytest

from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.matching import topic_matches, topics_hinted
from heymilo_ops.lint.topics.topic import Scope, Topic
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


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pattern_compiles_and_has_signs(code: str):
    language = LANGUAGES[code]
    assert language.code == code and language.name
    for topic, words in language.topics.items():
        assert language.compiled(topic) and words.signs.strip(), topic


@pytest.mark.parametrize("code", LANGUAGES)
def test_patterns_take_linear_time(code: str):
    language = LANGUAGES[code]
    patterns = [language.clause_end, language.frame, language.other, language.no_topic]
    for topic in language.topics:
        compiled = language.compiled(topic)
        patterns += [value for name in compiled.__slots__ if (value := getattr(compiled, name)) is not None]
    for token in ("ask about ", "do you have ", "the candidate's ", "a", "your ", *TOKENS[:6]):
        text = repeated(token, 16_000)
        started = time.process_time()
        for pattern in patterns:
            sum(1 for _ in pattern.finditer(text))
        assert time.process_time() - started < 0.02 * len(patterns), token


def test_signs_are_words_or_beginnings_of_words():
    english = LANGUAGES["en"]
    assert topics_hinted("the pregnancies", english) == {Topic.PREGNANCY}
    assert topics_hinted("message in a package", english) == set()
