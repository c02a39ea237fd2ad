from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import topics_of_identity as rules

FLAGGED = {
    rules.about_gender_reassignment: (
        ("asked", "Are you transgender?"),
        ("asked", "Is your gender the same as the one you were given at birth?"),
        ("instruction", "Find out whether the candidate is transgender."),
        ("rubric", "The candidate is trans."),
        ("knockout", "Biological female."),
    ),
    rules.about_sex_gender: (
        ("asked", "What is your gender?"),
        ("asked", "As a woman, how do you cope with a male crew?"),
        ("asked", "Male or female?"),
        ("asked", "Would you be comfortable working with only men?"),
        ("instruction", "Note the candidate's sex."),
        ("rubric", "Men score higher."),
        ("knockout", "Male."),
        ("stated", "Looking for a female receptionist."),
    ),
    rules.about_sexual_orientation: (
        ("asked", "Are you gay?"),
        ("asked", "What is your sexual orientation?"),
        ("asked", "Do you have a boyfriend or a girlfriend?"),
        ("instruction", "Find out whether they are gay."),
        ("rubric", "Seems gay."),
        ("knockout", "Heterosexual."),
    ),
}
CLEAR = {
    rules.about_gender_reassignment: (
        ("asked", "Tell us how you transitioned to a new role."),
        ("asked", "How did the state transition work?"),
    ),
    rules.about_sex_gender: (
        ("asked", "How would you model a gender field?"),
        ("asked", "What have you done for women's health?"),
        ("rubric", "Describes how a team closed its gender pay gap."),
        ("stated", "We welcome men, women and everyone else."),
    ),
    rules.about_sexual_orientation: (
        ("asked", "What is straight-through processing?"),
        ("asked", "Have you run an LGBT network?"),
    ),
}


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in FLAGGED.items() for case in cases])
def test_what_is_found(about, rule, kind: str, text: str):
    assert about(rule, kind, text)


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in CLEAR.items() for case in cases])
def test_what_is_left_alone(about, rule, kind: str, text: str):
    assert not about(rule, kind, text)
