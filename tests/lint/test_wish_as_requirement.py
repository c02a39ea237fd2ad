from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.wish_as_requirement import wish_as_requirement


@pytest.mark.parametrize(
    "text",
    [
        "Has at least one year in customer support.",
        "Has used C++ or a comparable language.",
        "Has worked on plus-size fashion.",
        "Has sold loyalty bonus schemes.",
        "Has met nice people.",
        "Can work without an advantage card.",
        "Lives in the preference area.",
        "Bonus payroll experience of two years.",
        "Plus-size fashion buying",
        "Plus-size: has sold it for a year.",
        "Has managed a preferred supplier list.",
        "Has worked as the preferred, and only, supplier of a hotel.",
        "Knows when a stack is preferred over a queue.",
        "Has sold homes in desirable areas.",
        "Has sold ideally located homes.",
        "Has told must-haves from nice-to-haves.",
        "Has modelled, and is a plus-size model.",
        "Has led a team and is an asset manager.",
        "Has run a scheme in which guests earn bonus points.",
        "Has built optional features.",
        "Can say when a queue is preferred.",
        "Explains why a night shift is an advantage.",
        "Can explain what is optional.",
        "Bonus-malus systems: has priced one.",
    ],
)
def test_musts(hits_of, text: str):
    assert hits_of(wish_as_requirement, {"modality": "resume_eligibility", "text": text}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nice to have: Zendesk.",
        "Ideally two years in support.",
        "Spanish preferred.",
        "Knows SQL; Python is a plus.",
        "Bonus: has written articles.",
        "A degree is desirable.",
        "Optional: a licence.",
        "Plus – speaks Dutch",
        "Speaks Dutch (a plus)",
        "A licence, optional",
        "A licence (preferred)",
        "Preferred skills: SQL",
        "Two years preferred, but not required.",
        "A degree is preferred.",
        "A degree is highly desirable and so is a licence.",
        "French would be a strong plus, German too.",
        "Dutch would be an asset.",
        "Preferably with a licence.",
        "Knows SQL. Bonus points for Python.",
        "Zendesk is nice to have.",
    ],
)
def test_wishes(hits_of, text: str):
    (hit,) = hits_of(wish_as_requirement, {"modality": "resume_eligibility", "text": text})
    assert hit.pointer == "/workflow/0/questions/0/text"
    shown = hit.message.split('"')[1]
    assert shown and shown in text.lower() and shown[0].isalpha() and shown[-1].isalpha()


def test_wishes_belong_among_the_criteria(hits_of):
    assert hits_of(wish_as_requirement, {"modality": "resume_scoring", "text": "Ideally knows SQL"}) == []
