from __future__ import annotations

import csv
from pathlib import Path

import pytest

from heymilo_ops.lint.topics import topic_match
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.topic import Scope
from heymilo_ops.lint.topics.topic_match import topic_matches
from heymilo_ops.lint.topics.word_needs import WordNeeds
from heymilo_ops.text.words import words_in

FOLDER = Path(__file__).parents[1] / "fairness/development"
ROWS = [
    row
    for path in sorted(FOLDER.glob("*.csv"))
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
]


def test_each_language_has_examples():
    assert {row["language"] for row in ROWS} >= LANGUAGES.keys() - {"en"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_examples_of_the_language_are_read_as_they_are_meant(code: str):
    """One test a language: as many tests as there are rows take longer to be run than to be checked."""
    misread = []
    for row in ROWS:
        if row["language"] == code:
            matches = topic_matches(row["text"], code, Scope(row["scope"]))
            topics = {match.topic.value for match in matches}
            if row["topic"] not in topics if row["should_flag"] == "true" else topics:
                misread.append((row["text"], row["scope"], f"meant: {row['topic']}", f"read: {sorted(topics)}"))
    assert misread == []


def test_every_match_has_a_sign_in_it(monkeypatch: pytest.MonkeyPatch):
    """A match without a sign is one that the prefilter would lose."""
    topic_match._matches.cache_clear()
    topics_in = WordNeeds.topics_in
    monkeypatch.setattr(WordNeeds, "topics_in", lambda needs, _: frozenset(needs._topics.values()))
    for row in ROWS:
        needs = LANGUAGES[row["language"]].word_needs
        for match in topic_matches(row["text"], row["language"], Scope(row["scope"])):
            hinted = topics_in(needs, needs.groups_in(words_in(match.phrase)))
            assert match.topic in hinted, (row["text"], match)
    topic_match._matches.cache_clear()
