"""What errors of lint rules bar, and what is said of those that bar nothing and of findings that don't count."""

from __future__ import annotations

import pytest

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, LintError, Place, Severity
from heymilo_ops.model.live import Listing
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.plan.change import Action, Change, Plan
from tests.plan.conftest import World, live_of
from tests.plan.conftest import posting_of as manifest


def found(address: str = "a", code: str = "KO101", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, "late", severity, "it is so", address=address, place=Place("postings/a.yaml"))


def errors(*addresses: str, is_new: bool = True) -> tuple[LintError, ...]:
    return tuple(LintError(found(address), is_new) for address in addresses)


def by_name(plan: Plan) -> dict[str, Change]:
    return {change.address: change for change in plan.changes}


BARS = Reason(ReasonCode.LINT_BARS, 1, ("KO101",), "prod")
STANDS = of_posting("a", Reason(ReasonCode.LINT_ERRORS, 1, ("KO101",)))
OTHER_QUESTIONS = [{"type": "form", "questions": [{"text": "Which shift?", "question_type": "textarea"}]}]


def test_a_create_is_held_and_the_others_go_on(world: World) -> None:
    plan = world.plan(manifest("a"), manifest("b"), lint_errors=errors("a", "a"))
    changes = by_name(plan)
    assert (changes["a"].action, changes["b"].action) == (Action.HOLD, Action.CREATE)
    assert changes["a"].reasons == (Reason(ReasonCode.LINT_BARS, 2, ("KO101",), "prod"),)
    assert plan.notes == ()


@pytest.mark.parametrize("is_new", [True, False])
def test_a_replace_is_held_wherever_the_error_is(world: World, is_new: bool) -> None:
    world.apply(manifest("a"))
    lint_errors = errors("a", is_new=is_new)
    plan = world.plan(manifest("a", workflow=OTHER_QUESTIONS, ops={"on_change": "replace"}), lint_errors=lint_errors)
    (change,) = plan.changes
    assert (change.action, change.operations, change.decided_by) != (Action.REPLACE, (), None)
    assert BARS in change.reasons
    assert not any(operation.__class__.__name__ == "CreatePosting" for operation in change.operations)


@pytest.mark.parametrize(("is_new", "action"), [(True, Action.HOLD), (False, Action.UPDATE)])
def test_an_edit_is_held_where_the_error_is_in_what_it_changes(world: World, is_new: bool, action: Action) -> None:
    world.apply(manifest("a", ops={"on_change": "update"}))
    edited = manifest("a", title="Nurse on nights", ops={"on_change": "update"})
    plan = world.plan(edited, lint_errors=errors("a", is_new=is_new))
    (change,) = plan.changes
    assert change.action is action
    assert (BARS in change.reasons) is is_new
    assert (STANDS in plan.notes) is not is_new


def test_settings_pass_while_a_design_is_held(world: World) -> None:
    world.apply(manifest("a"))
    both = manifest("a", title="Nurse on nights", redirect_url="https://x.example/new")
    (change,) = world.plan(both, lint_errors=errors("a")).changes
    assert change.action is Action.UPDATE
    assert change.settings == {"redirect_url": "https://x.example/new"}
    assert BARS in change.reasons


def test_settings_an_archive_and_what_is_as_it_was_are_not_barred(world: World) -> None:
    world.apply(manifest("a"))
    for resolved in ([manifest("a", redirect_url="https://x.example/new")], [manifest("a")], []):
        plan = world.plan(*resolved, manifest("b"), lint_errors=errors("a"))
        assert by_name(plan)["a"].action in (Action.UPDATE, Action.UNCHANGED, Action.ARCHIVE)
        assert STANDS in plan.notes


def test_a_recreate_is_a_create(world: World) -> None:
    world.apply(manifest("a"))
    (change,) = world.plan(manifest("a"), recreate=frozenset({"a"}), lint_errors=errors("a")).changes
    assert (change.action, change.reasons) == (Action.HOLD, (BARS,))


def test_a_namesake_holds_beside_it(world: World) -> None:
    listing = Listing({"p9": live_of("p9", name="a", metadata={})})
    (change,) = world.plan(manifest("a"), listing=listing, lint_errors=errors("a")).changes
    assert change.action is Action.HOLD
    assert [reason.code for reason in change.reasons][-1] is ReasonCode.LINT_BARS
    assert len(change.reasons) > 1


def test_findings_that_dont_count_are_named_and_counted(world: World) -> None:
    dismissed = (
        Dismissed(found(), DismissedBy.COMMENT, "agreed", "HR-1"),
        Dismissed(found("b", "CX101", Severity.WARNING), DismissedBy.CONFIG, "lint.ignore"),
        Dismissed(found("", "FR111"), DismissedBy.BASELINE),
    )
    notes = world.plan(manifest("a"), dismissed=dismissed).notes
    by_comment = Reason(ReasonCode.DISMISSED_BY_COMMENT, "agreed", "HR-1")
    by_baseline = Reason(ReasonCode.DISMISSED_BY_BASELINE, "", "")
    assert of_posting("a", Reason(ReasonCode.LINT_DISMISSED, "KO101", "late", by_comment)) in notes
    assert of_posting("postings/a.yaml", Reason(ReasonCode.LINT_DISMISSED, "FR111", "late", by_baseline)) in notes
    ways = ("1 by comment", "1 by baseline", "1 by config")
    assert notes[-1] == Reason(ReasonCode.LINT_DISMISSED_COUNT, 3, 2, ways, "prod")


def test_at_most_twenty_are_named(world: World) -> None:
    dismissed = tuple(Dismissed(found(f"a{number}"), DismissedBy.BASELINE) for number in range(30))
    notes = world.plan(dismissed=dismissed).notes
    assert sum(note.code is ReasonCode.OF_POSTING for note in notes) == 20
    assert notes[-1].args[:2] == (30, 30)


def test_one_without_a_place_or_a_posting_is_named_too(world: World) -> None:
    nowhere = Finding("FR111", "late", Severity.ERROR, "it is so")
    notes = world.plan(dismissed=(Dismissed(nowhere, DismissedBy.BASELINE),)).notes
    assert notes[0].args[0] == ""
