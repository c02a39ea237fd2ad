"""Every class of a change, the gravest first."""

from __future__ import annotations

import pytest

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change, FieldChange
from heymilo_ops.plan.classes import classes

KNOCKOUT = {"modality": "sms", "text": "Can you drive?", "is_dealbreaker": True}
SCORED = {"modality": "sms", "text": "How many years?", "score_weight": 2}
STEP = {"type": "conversational_sms", "config": {"intro_message": "Hello"}, "questions": [SCORED]}


def field(path: str, kind: str, effect: str, before=None, after=None) -> FieldChange:
    return FieldChange(path, kind, before, after, ChangeClass(effect))


@pytest.mark.parametrize(
    ("fields", "effect", "named"),
    [
        ((), None, []),
        ((), "identity", ["identity"]),
        ((field("/deadline", "changed", "notice", "a", "b"),), "notice", ["notice"]),
        (
            (
                field("/redirect_url", "added", "cosmetic", None, "https://x"),
                field("/deadline", "changed", "notice", "a", "b"),
                field("/workflow/0/questions/0/is_dealbreaker", "changed", "knockout", False, True),
            ),
            "knockout",
            ["knockout", "notice", "cosmetic"],
        ),
        ((field("/workflow/0", "added", "identity", None, STEP),), "identity", ["identity", "notice", "scoring"]),
        ((field("/workflow/0", "removed", "identity", {"type": "form"}),), "identity", ["identity"]),
        (
            (field("/workflow/0/questions", "removed", "scoring", [KNOCKOUT, SCORED]),),
            "scoring",
            ["knockout", "scoring"],
        ),
        ((field("/workflow/0", "moved", "identity", 0, 1),), "identity", ["identity"]),
        ((field("/metadata/team", "added", "cosmetic", None, {"type": "team"}),), "cosmetic", ["cosmetic"]),
    ],
)
def test_every_class_the_gravest_first(fields, effect, named) -> None:
    change = Change("a", Action.REPLACE, fields=fields, effect=ChangeClass(effect) if effect else None)
    assert [each.value for each in classes(change)] == named
