"""On which terms a finding is accepted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from heymilo_ops.finding import DismissedBy, Finding, Place, Severity
from heymilo_ops.lint.terms import AcceptedFinding, Terms, parse_terms, terms_problem

UNTIL = date(2027, 1, 31)
PLACE = Place("heymilo-exceptions.yaml", 3)


@pytest.mark.parametrize(
    ("words", "terms", "problem"),
    [
        ("asked by the works council", Terms("asked by the works council"), ""),
        (": agreed", Terms("agreed"), ""),
        ("", Terms(), ""),
        ("reason=false-alarm ticket=HR-1", Terms("false-alarm", "HR-1"), ""),
        (
            "until=2027-01-31 reason=legal-minimum bar staff ticket=HR-2",
            Terms("legal-minimum - bar staff", "HR-2", UNTIL),
            "",
        ),
        ("until=soon why", Terms("why"), "until=soon is no date"),
    ],
)
def test_terms_are_read_off_a_comment(words: str, terms: Terms, problem: str) -> None:
    assert parse_terms(words) == (terms, problem)


@pytest.mark.parametrize(
    ("code", "terms", "problem"),
    [
        ("KO101", Terms("agreed"), ""),
        ("KO101", Terms(), "KO101 is allowed without a reason"),
        ("FR111", Terms("legal-minimum - bar staff", "HR-1"), ""),
        ("FR111", Terms("agreed", "HR-1"), "FR111 is allowed without one of the reasons for its family"),
        ("FR111", Terms("false-alarm"), "FR111 is allowed without a ticket"),
        ("FR1", Terms("false-alarm", "HR-1"), "FR1 is no code"),
    ],
)
def test_fairness_takes_a_reason_of_law_and_a_ticket(code: str, terms: Terms, problem: str) -> None:
    assert terms_problem(code, terms) == problem


def accepted(until: date | None = UNTIL) -> AcceptedFinding:
    return AcceptedFinding("FR111", Terms("false-alarm", "HR-1", until), DismissedBy.EXCEPTION, PLACE)


def found(code: str = "FR111", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, "age-asked", severity, "it asks for age")


@pytest.mark.parametrize("has_changed", [True, False])
def test_it_covers_its_own_code_until_its_last_day(has_changed: bool) -> None:
    for acceptance in (accepted(), accepted(None)):
        assert acceptance.covers(found(), UNTIL, lambda _: has_changed)
        assert not acceptance.covers(found("FR112"), UNTIL, lambda _: has_changed)


def test_afterwards_it_covers_what_stands_as_applied() -> None:
    after = UNTIL + timedelta(days=1)
    assert accepted().covers(found(), after, lambda _: False)
    assert not accepted().covers(found(), after, lambda _: True)


def test_what_counts_in_any_case_is_not_covered() -> None:
    acceptance = AcceptedFinding("AP120", Terms("why"), DismissedBy.COMMENT, PLACE)
    assert not acceptance.covers(found("AP120"), UNTIL, lambda _: False)
    assert acceptance.covers(found("AP120", Severity.WARNING), UNTIL, lambda _: False)


@pytest.mark.parametrize(
    ("days", "severity"),
    [(31, None), (30, Severity.INFO), (0, Severity.INFO), (-1, Severity.WARNING)],
)
def test_its_end_is_announced(days: int, severity: Severity | None) -> None:
    ending = accepted().ending(UNTIL - timedelta(days=days))
    assert (ending and ending[0]) == severity
    assert ending is None or "2027-01-31" in ending[1]
    assert accepted(None).ending(UNTIL) is None


def test_a_dismissed_finding_has_its_terms() -> None:
    dismissed = accepted().dismiss(found())
    assert (dismissed.by, dismissed.reason, dismissed.ticket, dismissed.place) == (
        DismissedBy.EXCEPTION, "false-alarm", "HR-1", PLACE,
    )  # fmt: skip
