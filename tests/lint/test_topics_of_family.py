from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import topics_of_family as rules

FLAGGED = {
    rules.about_caring: (
        ("asked", "What are your childcare arrangements?"),
        ("asked", "Do you care for an elderly parent?"),
        ("asked", "Who will look after your kids when you travel?"),
        ("instruction", "Ask about their caring responsibilities."),
        ("rubric", "Has reliable childcare."),
        ("knockout", "No caring responsibilities."),
    ),
    rules.about_civil_partnership: (
        ("asked", "Are you in a civil partnership?"),
        ("asked", "Is your civil partner moving with you?"),
        ("instruction", "Find out whether they have a civil partner."),
    ),
    rules.about_marital_family: (
        ("asked", "Are you married?"),
        ("asked", "Do you have any kids?"),
        ("asked", "What does your husband do?"),
        ("asked", "How does your family feel about you working nights?"),
        ("asked", "Marital status"),
        ("asked", "What is your maiden name?"),
        ("instruction", "Break the ice by asking about their kids."),
        ("instruction", "Don't ask about age, but score parents lower."),
        ("rubric", "Single candidates preferred."),
        ("rubric", "Has no family commitments."),
        ("knockout", "No children at home."),
    ),
    rules.about_pregnancy: (
        ("asked", "Are you pregnant?"),
        ("asked", "Do you plan to start a family?"),
        ("asked", "Would you take maternity leave?"),
        ("instruction", "Find out if she plans to have a baby."),
        ("rubric", "Lower the score if she may go on maternity leave."),
        ("knockout", "Not pregnant."),
    ),
    rules.about_reproductive: (
        ("asked", "Are you on birth control?"),
        ("asked", "Have you had an abortion?"),
        ("instruction", "Ask about fertility treatment."),
        ("rubric", "Is going through IVF."),
    ),
}
CLEAR = {
    rules.about_caring: (
        ("asked", "Describe your experience caring for elderly residents."),
        ("asked", "Have you worked in a childcare setting?"),
    ),
    rules.about_civil_partnership: (("asked", "Have you taken bookings for civil partnership ceremonies?"),),
    rules.about_marital_family: (
        ("asked", "How do you keep a child process alive?"),
        ("asked", "A parent is angry at the school gate. What do you do?"),
        ("asked", "How do you work with partner teams?"),
        ("asked", "How do you handle two parents who disagree?"),
        ("instruction", "Do not ask about children or marriage."),
        ("stated", "We offer private cover for you and your family."),
    ),
    rules.about_pregnancy: (
        ("asked", "Have you covered for somebody on maternity leave?"),
        ("asked", "What are you expecting to learn here?"),
        ("asked", "How would you care for patients who are pregnant?"),
    ),
    rules.about_reproductive: (("asked", "Have you worked in a fertility clinic?"),),
}


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in FLAGGED.items() for case in cases])
def test_what_is_found(about, rule, kind: str, text: str):
    assert about(rule, kind, text)


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in CLEAR.items() for case in cases])
def test_what_is_left_alone(about, rule, kind: str, text: str):
    assert not about(rule, kind, text)
