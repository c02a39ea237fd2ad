from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.anchor_on_a_scale import anchor_on_a_scale


def posting(anchor: str):
    question = {"modality": "resume_scoring", "text": "Care", "evaluation_criteria": "Care", "score_of_5": anchor}
    return {"workflow": [{"type": "resume", "questions": [question]}]}


@pytest.mark.parametrize(
    "anchor",
    [
        "Clear steps, 5/5 answer.",
        "Names two channels, 4 out of 5.",
        "An above-average answer with steps.",
        "Average, with some steps named",
        "Names both steps and gets a score of 5.",
        "Tells the steps, which earns 4 points.",
        "Stands at the midpoint of the scale.",
    ],
)
def test_an_anchor_that_speaks_of_a_scale(hits_of, anchor: str):
    (hit,) = hits_of(anchor_on_a_scale, posting(anchor))
    assert hit.pointer == "/workflow/0/questions/0/score_of_5"


@pytest.mark.parametrize(
    "anchor",
    [
        "Says what 9 out of 10 customers asked for.",
        "Lowered the average handling time and says how.",
        "Average response time fell to two minutes.",
        "Was on call 24/7 and says how it was shared.",
        "Moved the rating of the shop from 3.1 to 4.5.",
        "Names three points at which it could fail.",
        "Scores of data were merged without loss.",
        "5/5",
    ],
)
def test_numbers_of_the_work_itself(hits_of, anchor: str):
    assert hits_of(anchor_on_a_scale, posting(anchor)) == []
