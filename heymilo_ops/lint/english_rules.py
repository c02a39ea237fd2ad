"""The rules that look for English words: that they find nothing in postings in another language clears none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from heymilo_ops.finding import Finding
from heymilo_ops.lint.policy import PLAIN, Policy
from heymilo_ops.lint.registry import ACROSS, RULES
from heymilo_ops.lint.rule import AcrossRule, Rule
from heymilo_ops.text.language import language_code


class EnglishRules(NamedTuple):
    """How many postings are in another language than English, and the codes of the rules that don't read them."""

    postings: int
    codes: tuple[str, ...]


def unread_by_english_rules(languages: Iterable[str], policy: Policy = PLAIN) -> EnglishRules | None:
    """Return what ``EnglishRules`` counts, for postings in these languages; ``None`` where each rule reads all of them.

    Rules that ``policy`` leaves out for every file aren't named.
    """
    postings = sum(language_code(language) != "en" for language in languages)
    rules: list[Rule | AcrossRule] = [*RULES, *ACROSS]
    english = [rule for rule in rules if rule.english]
    asked = [rule for rule in english if policy.dismissed(Finding(rule.code, rule.name, rule.severity, "")) is None]
    return EnglishRules(postings, tuple(sorted(rule.code for rule in asked))) if postings and asked else None
