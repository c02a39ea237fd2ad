from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import topics_of_body as rules

FLAGGED = {
    rules.about_age: (
        ("asked", "What is your exact age?"),
        ("asked", "When were you born?"),
        ("asked", "Do you plan to retire in the next few years?"),
        ("asked", "Are you under 35?"),
        ("asked", "Are you 25 or over?"),
        ("asked", "Date of birth (DD/MM/YYYY)"),
        ("instruction", "Find out how old the candidate is."),
        ("instruction", "Work out their age from the year they left school."),
        ("rubric", "Older candidates score lower."),
        ("rubric", "Fits in with a young team."),
        ("knockout", "Under 40."),
        ("knockout", "Graduated after 2018."),
        ("stated", "We want young, hungry people."),
        ("stated", "Digital natives only."),
    ),
    rules.about_appearance: (
        ("asked", "How tall are you?"),
        ("asked", "Please upload a recent photo of yourself."),
        ("asked", "Do you have any visible tattoos?"),
        ("instruction", "Note whether the candidate is well dressed."),
        ("rubric", "Looks professional on camera."),
        ("knockout", "No visible tattoos."),
        ("stated", "You must be attractive and slim."),
    ),
    rules.about_disability_health: (
        ("asked", "Do you have any disabilities?"),
        ("asked", "Have you ever been treated for depression?"),
        ("asked", "Are you in good health?"),
        ("asked", "How many sick days did you take last year?"),
        ("asked", "Do you take any prescription medication?"),
        ("asked", "Have you ever filed a workers' comp claim?"),
        ("asked", "Will you need reasonable accommodation to do this job?"),
        ("instruction", "Ask whether they have any health problems."),
        ("instruction", "Probe for signs of burnout."),
        ("rubric", "Penalise stammering."),
        ("rubric", "Candidates with a disability rank lower."),
        ("knockout", "Is in good health."),
        ("knockout", "No disabilities."),
        ("stated", "You must be able-bodied."),
    ),
    rules.about_genetic: (
        ("asked", "Does anyone in your family have cancer?"),
        ("asked", "What is your family medical history?"),
        ("asked", "Have you ever had genetic testing?"),
        ("instruction", "Ask about illnesses that run in the family."),
        ("rubric", "No hereditary diseases."),
    ),
    rules.about_physical_ability: (
        ("asked", "Can you stand for eight hours?"),
        ("asked", "Are you able to lift 50 lbs?"),
        ("instruction", "Check whether they can lift heavy boxes."),
        ("knockout", "Able to carry 25 kg."),
        ("knockout", "Must be able to climb ladders."),
    ),
}
CLEAR = {
    rules.about_age: (
        ("asked", "Are you 16 or over?"),
        ("asked", "Are you at least 21 years of age, as the licence requires?"),
        ("asked", "How old was the boiler when you replaced it?"),
        ("asked", "How would you teach a child of ten years of age?"),
        ("instruction", "Never ask about age."),
        ("rubric", "Explains how they would talk to an older patient."),
        ("stated", "Everyone is welcome, at any age."),
    ),
    rules.about_appearance: (
        ("asked", "Upload photos of a dish you cooked."),
        ("asked", "At what height do you place a ladder?"),
        ("rubric", "Weighs the trade-offs between cost and speed."),
        ("stated", "We weigh up every application."),
    ),
    rules.about_disability_health: (
        ("asked", "Can you do this with or without reasonable accommodation?"),
        ("asked", "How have you supported users with disabilities?"),
        ("asked", "Have you worked in mental health?"),
        ("instruction", "Do not ask about health or disability."),
        ("instruction", "If the candidate mentions an illness, thank them and move on."),
        ("rubric", "Explains how a health check of a service works."),
        ("stated", "Tell us if you need an adjustment because of a disability."),
    ),
    rules.about_genetic: (
        ("asked", "Have you used genetic algorithms?"),
        ("asked", "Which genetic testing products have you sold?"),
    ),
    rules.about_physical_ability: (
        ("asked", "Can you lift 25 kg, with or without accommodation?"),
        ("asked", "Can you carry out a code review?"),
        ("rubric", "Explains how a team can lift heavy loads safely with users."),
    ),
}


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in FLAGGED.items() for case in cases])
def test_what_is_found(about, rule, kind: str, text: str):
    assert about(rule, kind, text)


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in CLEAR.items() for case in cases])
def test_what_is_left_alone(about, rule, kind: str, text: str):
    assert not about(rule, kind, text)
