"""Whom a change concerns, in words."""

from __future__ import annotations

import pytest

from heymilo_ops.model.people import UNKNOWN, Impact
from heymilo_ops.plan.change import Action, Change, Plan
from heymilo_ops.report.prompt import apply_question
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.document import Style
from heymilo_ops.review.people_words import impact_spans, people_lines, plain

AT = "2026-11-28T02:10:16Z"


def strong(impact: Impact) -> list[str]:
    return [span.text for span in impact_spans(impact) if span.style is Style.STRONG]


def plan(**impacts: Impact | None) -> Plan:
    changes = tuple(Change(name, Action.UPDATE, impact=impact) for name, impact in impacts.items())
    return Plan("prod", "ws", "", 0, changes)


def test_who_has_not_completed_is_strong() -> None:
    assert plain(impact_spans(Impact(41, 17, 24, AT))) == "41 registered, 17 completed, 24 not completed"
    assert strong(Impact(41, 17, 24, AT)) == ["24 not completed"]
    assert plain(impact_spans(UNKNOWN)) == "unknown how many"
    assert strong(UNKNOWN) == ["unknown"]


@pytest.mark.parametrize(
    ("hours", "words", "is_strong"),
    [
        (0, "less than an hour ago", False),
        (1, "1 hour ago", False),
        (23, "23 hours ago", False),
        (24, "24 hours ago", True),
        (47, "47 hours ago", True),
        (48, "2 days ago", True),
    ],
)
def test_numbers_from_an_earlier_run_say_how_old_they_are(hours: int, words: str, is_strong: bool) -> None:
    impact = Impact(41, 17, 24, AT, age_hours=hours)
    assert plain(impact_spans(impact)).endswith(f", as of 2026-11-28 02:10 UTC, {words}")
    assert (len(strong(impact)) == 2) is is_strong


def test_what_a_plan_file_says_is_no_markup() -> None:
    spans = impact_spans(Impact("<b>1", "2", "3\x1b[31m", "**now**", age_hours=1))
    assert "\x1b" not in plain(spans)
    assert not any(span.own for span in spans if "<b>" in span.text or "**" in span.text)


def test_the_prompt_names_those_with_the_most_people_first() -> None:
    counts = {f"n{left}": Impact(left + 10, 10, left, AT) for left in (7, 30, 12, 9, 8)}
    few = Impact(103, "at least 99", "fewer than 5", AT)
    made = plan(few=few, nobody=None, lost=UNKNOWN, **counts)
    assert [name for name, _ in people_lines(made)] == ["lost", "n30", "n12", "n9", "n8", ""]
    assert plain(people_lines(made)[-1][1]) == "and the people of 2 more postings"
    question = apply_question("production", "Acme", Writer(), made)
    assert "\n  People of lost: unknown how many\n  People of n30: 40 registered, 10 completed, 30 not" in question
    assert "people who were knocked out or gave up are among" in question
    assert "People of" not in apply_question("production", "Acme", Writer(), plan(nobody=None))
