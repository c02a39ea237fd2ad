from __future__ import annotations

from dataclasses import replace

import pytest

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.people import UNKNOWN, Impact
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.rule import Decided, RuleSource
from heymilo_ops.review.decided_words import decided_lines

WORDING = ChangeClass.WORDING
LINE = "ops: {on_change: {wording: update}}"


def change(decided: Decided, impact: Impact | None = None) -> Change:
    return Change("a", Action.UPDATE, effect=WORDING, decided_by=decided, impact=impact)


def people(completed: int | str) -> Impact:
    return Impact(41, completed, 24, "2026-11-28T02:00:00Z")


@pytest.mark.parametrize(
    ("impact", "what"),
    [
        (None, "those who completed answered another wording"),
        (UNKNOWN, "those who completed answered another wording"),
        (people(0), "nobody has completed it yet"),
        (people(1), "the 1 person who completed answered another wording"),
        (people(17), "the 17 people who completed answered another wording"),
        (people("fewer than 5"), "the fewer than 5 people who completed answered another wording"),
    ],
)
def test_an_edit_says_who_answered_something_else_and_what_a_replace_costs(impact: Impact | None, what: str) -> None:
    assert decided_lines(change(Decided("update", RuleSource.MANIFEST, WORDING, "replace"), impact)) == (
        "edited in place, since on_change in the manifest is update for wording",
        f"edit in place: the link stays, and {what}",
        "a replace would be a new posting with a new link, and scores would start afresh",
    )


def test_a_replace_says_the_line_that_would_edit_in_place() -> None:
    decided = Decided("replace", RuleSource.DEFAULT, WORDING, "update", LINE)
    assert decided_lines(change(decided, people(17))) == (
        "replaced: a new link, since the default of on_change is replace for wording",
        "edited in place, the link would stay, and the 17 people who completed answered another wording",
        f"this line in the manifest chooses that: {LINE}",
    )
    assert len(decided_lines(change(replace(decided, line=None)))) == 2


@pytest.mark.parametrize(
    ("decided", "line"),
    [
        (
            Decided("replace", RuleSource.STRUCTURE),
            "replaced: a new link, since only a new posting can have other steps, another kind of question, name or "
            "template",
        ),
        (
            Decided("replace", RuleSource.LIMITS),
            "replaced: a new link, since HeyMilo can't bring this about in the posting that is live",
        ),
        (Decided("hold", RuleSource.WORKSPACE), "held, since on_change of the workspace in heymilo.yaml is hold"),
        (Decided("hold", RuleSource.PROJECT, WORDING), "held, since on_change in heymilo.yaml is hold for wording"),
    ],
)
def test_where_there_is_no_other_choice_one_line_says_why(decided: Decided, line: str) -> None:
    assert decided_lines(change(decided)) == (line,)


def test_an_edit_that_goes_on_says_so() -> None:
    first, second = decided_lines(change(Decided("update", RuleSource.UNFINISHED)))
    assert first == "edited in place, since an edit in place that was begun goes on"
    assert second.startswith("edit in place: the link stays")


def test_where_no_rule_decided_nothing_is_said() -> None:
    assert decided_lines(Change("a", Action.UPDATE)) == ()
