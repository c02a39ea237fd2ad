from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.degree_required import degree_required


def requirement(text: str):
    return {"modality": "resume_eligibility", "text": text}


@pytest.mark.parametrize(
    "text",
    [
        "Has a bachelor's degree in computer science.",
        "Holds a Master’s in economics.",
        "Has a PhD.",
        "University degree required.",
        "Graduated from an Ivy League college, or has equivalent experience.",
        "Attended a top-tier university.",
        "Is degree-educated.",
    ],
)
def test_a_degree_or_a_famous_school(hits_of, text: str):
    (hit,) = hits_of(degree_required, requirement(text))
    assert hit.pointer == "/workflow/0/questions/0/text"


@pytest.mark.parametrize(
    "text",
    [
        "Has a bachelor's degree in computer science, or equivalent experience.",
        "Has a degree or three years of experience.",
        "Has a nursing degree.",
        "Holds a law degree and is a registered solicitor.",
        "Is a certified Scrum master.",
        "Has maintained master data in SAP.",
        "Has given 360 degree feedback.",
        "Has worked as a master electrician.",
        "Has taught at a school.",
    ],
)
def test_what_is_equivalent_counts_or_the_law_asks_for_it(hits_of, text: str):
    assert hits_of(degree_required, requirement(text)) == []


def test_knock_outs_of_every_step(hits_of):
    text = "Do you have a bachelor's degree?"
    for part in (
        {"modality": "sms", "text": text, "is_dealbreaker": True},
        {"modality": "form", "text": text, "is_knockout": True},
    ):
        assert len(hits_of(degree_required, part)) == 1
    for part in ({"modality": "sms", "text": text}, {"modality": "form", "text": text}):
        assert hits_of(degree_required, part) == []


def test_a_rubric_that_scores_the_school(hits_of):
    part = {"modality": "resume_scoring", "text": "Studies", "score_of_5": "Studied at a leading university."}
    (hit,) = hits_of(degree_required, part)
    assert hit.pointer.endswith("/score_of_5")
    assert (
        hits_of(degree_required, {"modality": "resume_scoring", "text": "Studies", "score_of_5": "Has a degree."}) == []
    )
