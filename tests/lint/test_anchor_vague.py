from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.lint.rules.anchor_vague import anchor_vague, is_grade

OBSERVABLE = [
    "No example.",
    "Only individual tickets are described.",
    "No customer contact described.",
    "Good steps, and confirms the outcome.",
    "Excellent answers name the cause.",
    "Lists technologies with no system, scale or personal contribution described.",
    "Clear timeline, evidence for the cause, and a change that prevents recurrence.",
    "Excellent candidates are very, very, very good at really all of it, fully and perfectly.",
    "Keine Beispiele.",
    "例がない",
    "?",
    "Would hire a second baker.",
    "Meets the customer's expectations by calling back.",
    "No steps.",
    "Keine Erfahrung mit Kunden.",
    "Nennt gute Gründe.",
    "Explica bien el fallo.",
    "No da ningún ejemplo.",
    "良い例を二つ挙げる",
    "C++ and C#",
    "★★★ for each step",
    "Fails to call back.",
]


@pytest.mark.parametrize("anchor", OBSERVABLE)
def test_anchors_that_describe(hits_of, anchor: str):
    assert hits_of(anchor_vague, {"modality": "voice", "text": "Why?", "score_of_1": anchor}) == []


@pytest.mark.parametrize(
    "anchor",
    [
        "Good",
        "Excellent answer.",
        "Poor communication skills",
        "5/5",
        "Average.",
        "very good, very clear",
        "Strong candidate",
        "Strong No Hire",
        "strong hire",
        "No-hire",
        "Lean yes",
        "Below expectations",
        "Exceeds expectations.",
        "Does not meet the requirements",
        "Needs improvement",
        "Not good enough",
        "F",
        "A+",
        "Grade B",
        "★",
        "★★★★★",
        "⭐⭐",
        "👍",
        "***",
        "1",
        "5 out of 5",
        "Five stars",
        "Schlecht",
        "Sehr gut",
        "Sehr gute Antwort",
        "Onvoldoende",
        "Uitstekend",
        "Malo",
        "Muy bueno",
        "Muy buena respuesta",
        "Très bien",
        "Ottimo",
        "Muito bom",
        "Bardzo dobry",
        "Очень хорошо",
        "悪い",
        "とても良い回答です",
        "良い",
        "很好",
        "매우 좋음",
    ],
)
@pytest.mark.parametrize("name", ["score_of_1", "score_of_5"])
def test_anchors_that_are_marks(hits_of, anchor: str, name: str):
    part = {"modality": "resume_scoring", "text": "Depth", name: anchor}
    assert [hit.pointer for hit in hits_of(anchor_vague, part)] == [f"/workflow/0/questions/0/{name}"]


@pytest.mark.parametrize(
    "text", ["", "?", "…", "Gut example", "Bueno und gut", "Names A+ suppliers", "hire slowly", "-"]
)
def test_what_says_more_is_no_grade(text: str):
    assert not is_grade(text)


@pytest.mark.parametrize(
    "text", ["Good", " “Excellent.” ", "gut!", "4 / 5", "100 %", "b-", "good 5", "優秀。", "Don’t hire"]
)
def test_grades(text: str):
    assert is_grade(text)


@given(st.text(max_size=60))
def test_any_text_is_judged(text: str):
    assert is_grade(text) in (True, False)
