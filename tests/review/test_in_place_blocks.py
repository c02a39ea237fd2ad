"""That a replaced posting could keep its link stands where everybody reads it, for one and for several alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heymilo_ops.model.people import Impact
from heymilo_ops.plan.change import Change
from heymilo_ops.plan.rule import Decided, RuleSource
from heymilo_ops.review.in_place_blocks import in_place_blocks
from heymilo_ops.review.people_words import plain

BY_DEFAULT = Decided(action="replace", source=RuleSource.DEFAULT, other="update")


def said(*changes: Change) -> str:
    return "".join(plain(block.text) for block in in_place_blocks(changes))


def of_people(change: Change, completed: int | str | None) -> Change:
    return replace(change, decided_by=BY_DEFAULT, impact=Impact(42, completed, None, None))


def test_one_posting(made) -> None:
    assert said(of_people(made.replacing(), 17)) == (
        "To decide by hiring manager and recruiter: This could also be changed in place: the link stays, and the 17 "
        "people who completed met other conditions. Engineers can set that up."
    )


@pytest.mark.parametrize(
    ("completed", "words"),
    [
        ((17, 4), "the 21 people who completed met"),
        ((1, 0), "the 1 person who completed met"),
        ((0, 0), "those who completed met"),
        ((17, "fewer than 5"), "those who completed met"),
        ((17, None), "those who completed met"),
    ],
)
def test_several_alike(made, completed: tuple[int | str | None, ...], words: str) -> None:
    text = said(*(of_people(made.replacing(), number) for number in completed))
    assert f"2 of these could also be changed in place: the link stays, and {words} the old version." in text


def test_nothing_where_there_is_no_choice(made) -> None:
    fixed = replace(made.replacing(), decided_by=Decided(action="replace", source=RuleSource.STRUCTURE))
    assert said(fixed) == said(replace(fixed, decided_by=None)) == ""
