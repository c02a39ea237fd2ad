from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import topics_of_private as rules

FLAGGED = {
    rules.about_cannabis: (
        ("asked", "Do you use cannabis?"),
        ("asked", "Have you ever smoked weed?"),
        ("instruction", "Ask whether they smoke pot."),
        ("rubric", "Recreational marijuana use."),
        ("knockout", "No marijuana use."),
    ),
    rules.about_lifestyle: (
        ("asked", "Do you smoke?"),
        ("asked", "How often do you drink alcohol?"),
        ("instruction", "Find out whether they smoke."),
        ("rubric", "Smokers rank lower."),
        ("knockout", "Non-smoker."),
        ("stated", "Non-smokers only."),
    ),
    rules.about_polygraph: (
        ("asked", "Would you take a polygraph test?"),
        ("instruction", "Mention the lie detector and watch."),
        ("knockout", "Consents to a polygraph."),
    ),
    rules.about_residence: (
        ("asked", "Which neighbourhood do you live in?"),
        ("asked", "What is your postcode?"),
        ("asked", "Do you own a car?"),
        ("instruction", "Ask where they live."),
        ("rubric", "Lives in a good area."),
        ("knockout", "Lives within 10 miles."),
    ),
    rules.about_social_media: (
        ("asked", "What is your Instagram handle?"),
        ("asked", "Please log in to your Facebook."),
        ("instruction", "Look up their Facebook profile."),
        ("knockout", "Shares their Instagram password."),
    ),
}
CLEAR = {
    rules.about_cannabis: (
        ("asked", "Have you worked in cannabis retail?"),
        ("asked", "How do you weed out weak leads?"),
    ),
    rules.about_lifestyle: (
        ("asked", "How do you write a smoke test?"),
        ("asked", "Have you run a drinks menu?"),
    ),
    rules.about_polygraph: (("asked", "Have you worked with polygraph examiners?"),),
    rules.about_residence: (
        ("asked", "What is your e-mail address?"),
        ("asked", "How do you validate a postcode field?"),
        ("asked", "Have you worked with live data?"),
    ),
    rules.about_social_media: (
        ("asked", "How would you run a social media campaign?"),
        ("asked", "What is your LinkedIn profile?"),
    ),
}


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in FLAGGED.items() for case in cases])
def test_what_is_found(about, rule, kind: str, text: str):
    assert about(rule, kind, text)


@pytest.mark.parametrize(("rule", "kind", "text"), [(rule, *case) for rule, cases in CLEAR.items() for case in cases])
def test_what_is_left_alone(about, rule, kind: str, text: str):
    assert not about(rule, kind, text)
