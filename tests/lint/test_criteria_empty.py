from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.criteria_empty import criteria_say_nothing


def scored(criteria: str):
    return {"modality": "resume_scoring", "text": "Skills", "evaluation_criteria": criteria}


@pytest.mark.parametrize(
    "criteria",
    [
        "SQL",
        "Communication skills",
        "Clarity, empathy and attitude",
        "C++.",
        "Leadership / teamwork / motivation",
        "Node.js",
    ],
)
def test_a_name_and_nothing_else(hits_of, criteria: str):
    (hit,) = hits_of(criteria_say_nothing, scored(criteria))
    assert hit.pointer == "/workflow/0/questions/0/evaluation_criteria" and criteria in hit.message


@pytest.mark.parametrize(
    "criteria",
    [
        "Look for examples.",
        "Names two channels",
        "Writes SQL joins",
        "顧客の話を聞いたか",
        "Clarity about what was measured",
        "…",
        "Look for the steps that were taken, in which order, and by whom they were taken.",
    ],
)
def test_something_to_look_for(hits_of, criteria: str):
    assert hits_of(criteria_say_nothing, scored(criteria)) == []


def test_no_criteria_are_another_rule_s(hits_of):
    assert hits_of(criteria_say_nothing, {"modality": "resume_scoring", "text": "Skills"}) == []
