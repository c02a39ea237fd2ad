from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import topics_of_record as rules

FLAGGED = {
    rules.about_criminal_record: (
        ("asked", "Have you ever been convicted of a crime?"),
        ("asked", "Do you have a criminal record?"),
        ("instruction", "Ask about past arrests."),
        ("rubric", "Has a clean record."),
        ("knockout", "No criminal record."),
    ),
    rules.about_financial: (
        ("asked", "What is your credit score?"),
        ("asked", "Have you ever been bankrupt?"),
        ("asked", "Do you own or rent your home?"),
        ("instruction", "Ask whether they have any debts."),
        ("rubric", "Good credit history."),
        ("knockout", "No bankruptcies."),
    ),
    rules.about_military: (
        ("asked", "What type of discharge did you receive?"),
        ("asked", "Are you a veteran?"),
        ("asked", "Are you in the army reserves?"),
        ("instruction", "Ask about their military service."),
        ("rubric", "Reservists score lower."),
        ("knockout", "Not a reservist."),
    ),
    rules.about_salary_history: (
        ("asked", "What is your current salary?"),
        ("asked", "How much do you earn now?"),
        ("asked", "What bonus did you get last year?"),
        ("asked", "Current CTC"),
        ("instruction", "Ask what they earned in their last job."),
        ("rubric", "Previous salary below 60,000."),
        ("knockout", "Earned at least $90,000."),
    ),
}
CLEAR = {
    rules.about_criminal_record: (
        ("asked", "Do you have any unspent convictions?"),
        ("asked", "Have you worked with prison officers?"),
        ("stated", "The offer is subject to a DBS check."),
    ),
    rules.about_financial: (
        ("asked", "Have you built credit scoring models?"),
        ("asked", "How do you pay down technical debt?"),
    ),
    rules.about_military: (
        ("asked", "How do you plan a patient discharge?"),
        ("asked", "Which skills have you gained in the armed forces?"),
    ),
    rules.about_salary_history: (
        ("asked", "What are your salary expectations?"),
        ("asked", "How did you earn their trust?"),
        ("instruction", "Never ask about past pay."),
    ),
}


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in FLAGGED.items() for case in cases])
def test_what_is_found(about, rule, kind: str, text: str):
    assert about(rule, kind, text)


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in CLEAR.items() for case in cases])
def test_what_is_left_alone(about, rule, kind: str, text: str):
    assert not about(rule, kind, text)
