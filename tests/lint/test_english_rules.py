"""Which rules read nothing but English, and how many postings they leave unread."""

from __future__ import annotations

from heymilo_ops.lint.english_rules import unread_by_english_rules
from heymilo_ops.lint.policy import Policy
from heymilo_ops.lint.registry import RULES

CODES = tuple(sorted(rule.code for rule in RULES if rule.english))


def test_postings_in_other_languages_are_counted_with_the_rules_that_do_not_read_them() -> None:
    assert unread_by_english_rules(["en", "nl", "de-AT", "en-GB"]) == (2, CODES)
    assert unread_by_english_rules(["en", "en-GB"]) is None
    assert unread_by_english_rules([]) is None


def test_rules_that_are_not_asked_for_are_not_named() -> None:
    asked = unread_by_english_rules(["nl"], Policy(ignore=("KO", "CX162")))
    assert asked is not None and set(CODES) - set(asked.codes) == {"CX162", "KO104", "KO130", "KO132"}
    assert unread_by_english_rules(["nl"], Policy(select=("SC",))) is None
