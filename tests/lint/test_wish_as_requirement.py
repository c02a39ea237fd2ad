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
    ],
)
def test_wishes(hits_of, text: str):
    hits = hits_of(wish_as_requirement, {"modality": "resume_eligibility", "text": text})
    assert [hit.pointer for hit in hits] == ["/workflow/0/questions/0/text"]


def test_wishes_belong_among_the_criteria(hits_of):
    assert hits_of(wish_as_requirement, {"modality": "resume_scoring", "text": "Ideally knows SQL"}) == []
