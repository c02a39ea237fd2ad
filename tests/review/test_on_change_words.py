"""What a changed design does is said in words, by kind of change."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.on_change import ChangeAction
from heymilo_ops.review.words import value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "not set"),
        ("hold", "held until a person decides"),
        (
            {"notice": "update", "knockout": "replace"},
            "what candidates are told: changed in place, the link stays; "
            "who is rejected automatically: a new interview with a new link takes its place",
        ),
        ({}, "none"),
        ({"other": 1}, "other: 1"),
    ],
)
def test_on_change_in_words(value: Any, words: str) -> None:
    assert value_words("on_change", value) == words


@pytest.mark.parametrize("effect", ChangeClass)
@pytest.mark.parametrize("action", get_args(ChangeAction))
def test_every_class_and_action_has_words(effect: ChangeClass, action: str) -> None:
    said = value_words("on_change", {effect.value: action})
    assert not said.startswith(f"{effect.value}:") and not said.endswith(f": {action}")
