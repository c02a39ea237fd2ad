from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import topics_of_belief as rules

FLAGGED = {
    rules.about_affiliation: (
        ("asked", "What clubs do you belong to?"),
        ("asked", "Are you a member of a fraternity?"),
        ("instruction", "Find out which clubs they are in."),
        ("rubric", "Country club member."),
    ),
    rules.about_politics: (
        ("asked", "Who will you vote for?"),
        ("asked", "What are your political views?"),
        ("asked", "Are you a Republican?"),
        ("instruction", "Find out their politics."),
        ("rubric", "Shares our politics."),
        ("knockout", "Not a member of a political party: party membership."),
    ),
    rules.about_religion: (
        ("asked", "What is your religion?"),
        ("asked", "Do you go to church?"),
        ("asked", "Which religious holidays do you observe?"),
        ("asked", "Are you a practising Muslim?"),
        ("asked", "Would you wear a headscarf at work?"),
        ("instruction", "Ask if they pray during the day."),
        ("rubric", "Shares our Christian values."),
        ("knockout", "Is a Christian."),
    ),
    rules.about_union: (
        ("asked", "Are you a member of a union?"),
        ("asked", "How do you feel about unions?"),
        ("asked", "Have you ever been on strike?"),
        ("instruction", "Probe for union activity."),
        ("rubric", "Is in favour of unions."),
        ("knockout", "Not a union member."),
    ),
}
CLEAR = {
    rules.about_affiliation: (
        ("asked", "Are you a member of a professional body?"),
        ("asked", "Have you coached a football club?"),
    ),
    rules.about_politics: (
        ("asked", "How do you deal with office politics?"),
        ("asked", "Which third parties have you managed?"),
        ("rubric", "Uses conservative estimates."),
    ),
    rules.about_religion: (
        ("asked", "How would you plan staffing for public holidays?"),
        ("asked", "How would you teach a mixed-faith class?"),
        ("rubric", "Negotiates in good faith."),
        ("instruction", "Do not ask about religion."),
    ),
    rules.about_union: (
        ("asked", "What does a SQL union do?"),
        ("asked", "Have you negotiated with trade unions?"),
    ),
}


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in FLAGGED.items() for case in cases])
def test_what_is_found(about, rule, kind: str, text: str):
    assert about(rule, kind, text)


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in CLEAR.items() for case in cases])
def test_what_is_left_alone(about, rule, kind: str, text: str):
    assert not about(rule, kind, text)
