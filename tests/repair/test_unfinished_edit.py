"""What HeyMilo shows in the middle of an edit in place tells of what is left of it, without the state that knew."""

from __future__ import annotations

from typing import Any

import pytest
from fake_heymilo import at
from test_edit import EVERYTHING, Nurse, add, edited, nothing, remove, retitle, reword, silence, turn

from heymilo_ops.apply.edit_calls import Goal, derive
from heymilo_ops.apply.edit_scope import Design
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.state import EditScope
from heymilo_ops.repair.unfinished_edit import LivePosting, has_ended, unexplained, unfinished_scope

AT = "2027-06-01T00:00:00Z"


def shown(nurse: Nurse) -> LivePosting:
    (live,) = nurse.api.list_all()
    return LivePosting(live.posting_id, live.document, nurse.api.questions(live.posting_id))


def left(desired: Desired, scope: EditScope, seen: LivePosting) -> Any:
    goal = Goal(Design(desired.form, desired.keys), desired.request, scope)
    return derive(goal, seen.document, seen.listed)


@pytest.mark.parametrize("number", range(2, 7))
def test_what_is_left_is_what_the_lost_state_would_have_said(number: int) -> None:
    nurse, after = Nurse(), edited(*EVERYTHING)
    nurse.api.fault = at(number, "reject")
    nurse.want(after)
    half, seen = nurse.state.postings["a"].half_edit, shown(nurse)
    assert half is not None
    assert not has_ended(after, seen)
    scope = unfinished_scope(edited(), after, seen)
    assert scope is not None
    assert left(after, scope, seen) == left(after, half.edit, seen)
    assert (scope.touched, scope.orders, scope.before) == (half.edit.touched, half.edit.orders, half.edit.before)


@pytest.mark.parametrize("edits", [(reword,), (add,), (remove,), (turn,), (retitle,), (silence,), EVERYTHING])
def test_an_edit_that_ended_is_told_from_one_that_did_not_begin(edits: Any) -> None:
    nurse, after = Nurse(), edited(*edits)
    assert not has_ended(after, shown(nurse))
    assert unfinished_scope(edited(), after, shown(nurse)) is not None
    nurse.want(after)
    assert has_ended(after, shown(nurse))
    assert unfinished_scope(edited(), after, shown(nurse)) is None
    assert unexplained(after, shown(nurse), AT) is None


def test_what_is_in_neither_design_is_explained_by_none_unless_what_was_applied_is_on_record() -> None:
    nurse, after = Nurse(), edited(reword, retitle)
    nurse.api.postings["P1"]["title"] = "Somebody's title"
    assert unfinished_scope(edited(), after, shown(nurse)) is None
    scope = unfinished_scope(edited(), after, shown(nurse), certain=True)
    assert scope is not None
    assert "/title" in scope.touched
    carried = unexplained(after, shown(nurse), AT)
    assert carried is not None
    assert [(field.path, field.value) for field in carried.carried if field.path == "/title"] == [
        ("/title", "Day nurse")
    ]


def test_a_changed_question_is_explained_by_no_design() -> None:
    nurse = Nurse()
    nurse.api.asked["P1"][0]["not_scored"] = False
    assert unfinished_scope(edited(), edited(reword), shown(nurse)) is None


def test_a_question_of_a_person_is_never_taken_for_one_to_delete() -> None:
    nurse = Nurse()
    by_hand = nurse.api.by_hand("P1", text="What do you earn?", not_scored=True)
    assert unfinished_scope(edited(), edited(remove), shown(nurse)) is None
    scope = unfinished_scope(edited(), edited(remove), shown(nurse), certain=True)
    assert scope is not None
    assert by_hand not in {*scope.gone, *scope.listed, *scope.pairs.values()}
    carried = unexplained(edited(), shown(nurse), AT)
    assert carried is not None
    assert [(field.path, field.kind) for field in carried.carried] == [(f"/questions/{by_hand}", "added")]


def test_two_alike_and_other_steps_are_not_guessed_at() -> None:
    nurse = Nurse()
    nurse.api.by_hand("P1", text="Which ward?", not_scored=True)
    assert unfinished_scope(edited(), edited(remove), shown(nurse), certain=True) is None
    assert not has_ended(edited(), shown(nurse))
    nurse = Nurse()
    nurse.api.postings["P1"]["workflow"].pop()
    assert unfinished_scope(edited(), edited(reword), shown(nurse), certain=True) is None
    assert not has_ended(edited(nothing), shown(nurse))
