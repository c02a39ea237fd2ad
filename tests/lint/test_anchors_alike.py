from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.anchors_alike import anchors_alike

DIFFERENT = [
    ("Names no cause of the fault.", "Names the cause of the fault."),
    ("Names one constraint.", "Names two constraints."),
    ("Does not describe a fix.", "Describes a fix."),
    ("Blames the customer.", "Blames nobody, and names the cause."),
    ("Cannot say how it was found.", "Can say how it was found."),
    ("A", "B"),
    ("Says what they would do about the fault.", "Says what they did about the fault."),
    ("Can operate the forklift.", "Has operated the forklift."),
    ("Weak", "Strong"),
    ("Names low volumes.", "Names high volumes."),
    ("Nennt keine guten Schritte.", "Nennt gute Schritte."),
    ("Names a strong reason.", "Names two reasons."),
    ("Gives no strong reason.", "Gives a strong reason."),
    ("!", "?"),
    (None, "Names a cause."),
    ("Names a cause.", None),
]


@pytest.mark.parametrize("modality", ["voice", "resume_scoring"])
@pytest.mark.parametrize(("low", "high"), DIFFERENT)
def test_anchors_that_differ(hits_of, low, high, modality: str):
    part = {"modality": modality, "text": "Why?", "score_of_1": low, "score_of_5": high}
    assert hits_of(anchors_alike, part) == []


@pytest.mark.parametrize("modality", ["voice", "resume_scoring"])
@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("Names the cause.", "names the cause"),
        ("Describes the fault and how it was found.", "Described the fault, and how it was found"),
        ("原因を説明する", "原因を説明する"),
        ("!", "!"),
        ("Gives clear steps and an outcome.", "Gives very clear steps and an outcome."),
        ("Weak answer about the guest.", "Excellent answer about the guest."),
        ("Nennt schlechte Schritte zur Lösung.", "Nennt sehr gute Schritte zur Lösung."),
        ("Explica mal el fallo.", "Explica muy bien el fallo."),
        ("Décrit une mauvaise réparation.", "Décrit une très bonne réparation."),
        ("Noemt slechte stappen.", "Noemt zeer goede stappen."),
        ("It is what it was.", "It is what it was."),
    ],
)
def test_anchors_that_say_the_same(hits_of, low, high, modality: str):
    part = {"modality": modality, "text": "Why?", "score_of_1": low, "score_of_5": high}
    assert [hit.pointer for hit in hits_of(anchors_alike, part)] == ["/workflow/0/questions/0/score_of_5"]
