from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import topics_of_origin as rules

FLAGGED = {
    rules.about_caste: (
        ("asked", "What is your caste?"),
        ("asked", "Do you belong to a scheduled caste?"),
        ("instruction", "Find out their caste."),
        ("knockout", "Upper caste."),
    ),
    rules.about_citizenship: (
        ("asked", "Are you a British citizen?"),
        ("asked", "What type of visa do you have?"),
        ("asked", "Do you hold a green card?"),
        ("asked", "Citizenship"),
        ("instruction", "Ask about their immigration status."),
        ("rubric", "US citizens preferred."),
        ("knockout", "Is a US citizen."),
        ("stated", "US citizens only."),
    ),
    rules.about_language: (
        ("asked", "What is your mother tongue?"),
        ("asked", "Which language do you speak at home?"),
        ("asked", "Is English your first language?"),
        ("asked", "How did you learn to speak German so well?"),
        ("instruction", "Note whether they have an accent."),
        ("rubric", "Speaks without an accent."),
        ("rubric", "Deduct a point for a strong accent."),
        ("knockout", "Native English speaker."),
        ("stated", "Native speakers only."),
    ),
    rules.about_monitoring: (
        ("asked", "Please answer for our equality monitoring."),
        ("asked", "Voluntary self-identification"),
        ("instruction", "Collect diversity monitoring answers at the end."),
    ),
    rules.about_national_origin: (
        ("asked", "Where are you really from?"),
        ("asked", "Where were your parents born?"),
        ("asked", "Nationality"),
        ("asked", "That is an unusual name. What kind of name is it?"),
        ("asked", "How long have you lived in this country?"),
        ("instruction", "Ask where they grew up."),
        ("rubric", "Immigrants rank lower."),
        ("knockout", "Born in the country."),
    ),
    rules.about_race_ethnicity: (
        ("asked", "What is your ethnicity?"),
        ("asked", "Are you Black?"),
        ("asked", "Race"),
        ("asked", "What is your skin colour?"),
        ("instruction", "Note the candidate's race."),
        ("rubric", "White candidates preferred."),
        ("rubric", "Sounds foreign and ethnic-sounding."),
    ),
}
CLEAR = {
    rules.about_caste: (("asked", "How long can cast iron be heated?"),),
    rules.about_citizenship: (
        ("asked", "Are you authorized to work in the US?"),
        ("asked", "Will you need visa sponsorship?"),
        ("asked", "Have you coached citizen developers?"),
        ("knockout", "Has the right to work in the UK."),
    ),
    rules.about_language: (
        ("asked", "How well do you speak French?"),
        ("asked", "Which programming language do you like best?"),
        ("asked", "Have you shipped a native app?"),
        ("rubric", "Judge the steps, not accent or speed."),
        ("instruction", "Never comment on an accent."),
    ),
    rules.about_monitoring: (("asked", "Have you built a diversity monitoring report?"),),
    rules.about_national_origin: (
        ("asked", "Where are you based?"),
        ("asked", "Where did you begin your career?"),
        ("asked", "Who keeps the certificate of origin?"),
        ("instruction", "Do not ask about nationality."),
    ),
    rules.about_race_ethnicity: (
        ("asked", "How do you find a race condition?"),
        ("asked", "Have you tested with white-box tests?"),
        ("asked", "How would you reach an ethnic community as customers?"),
    ),
}


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in FLAGGED.items() for case in cases])
def test_what_is_found(about, rule, kind: str, text: str):
    assert about(rule, kind, text)


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in CLEAR.items() for case in cases])
def test_what_is_left_alone(about, rule, kind: str, text: str):
    assert not about(rule, kind, text)
