"""Safeguards in looking for what became of an operation, and in telling what HeyMilo has beside the state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, no, none_of_them, put, tests, traces


def adopted_by_name(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.plan.ownership.Ownership.is_of", lambda self, intent: self.live.name == intent.address)


def any_of_several(postings: Any) -> Any:
    return next(iter(postings), None)


def adopted_from_the_record(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.reconcile import _Reconciler

    original = _Reconciler._create

    def create(self: _Reconciler, *look: Any) -> None:
        real = self.settled.state
        bare = real.model_copy(update={"postings": {}})
        self.settled = replace(self.settled, state=bare)
        original(self, *look)
        if self.settled.state is bare:
            self.settled = replace(self.settled, state=real)

    patch.setattr(_Reconciler, "_create", create)


def evidence_believed(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.reconcile import _Reconciler
    from heymilo_ops.model.live import Live

    def evidence(_self: _Reconciler, ids: Any) -> list[Live]:
        return [Live(posting_id, "", None, "active", False) for posting_id in ids]

    patch.setattr(_Reconciler, "_evidence", evidence)


def namesakes_let_pass(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.plan import creation

    original = creation.decide_namesake
    patch.setattr(creation, "decide_namesake", lambda *given: (original(*given)[0], ()))


def lost_state_let_pass(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.plan import build

    original = build.ownership_findings
    patch.setattr(build, "ownership_findings", lambda *plan: [each for each in original(*plan) if each.code != "PL501"])


def equal_times_believed(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.plan import decide

    original = decide.find_drift

    def drift(entry: Any, live: Any, *more: Any) -> Any:
        return original(entry, live, *more) if entry.updated_at != live.updated_at else ()

    patch.setattr(decide, "find_drift", drift)


LOOKING: tuple[Safeguard, ...] = (
    Safeguard(
        "wait-for-absence",
        "A create counts as not made only after a request's time limit and HeyMilo's settling time have passed.",
        "What is still under way, or not listed yet, would be made a second time.",
        put("apply.run_context.SettlingTime.left", by=lambda self, since: 0.0),
        (
            *tests("apply/test_reconcile.py", "test_absence_is_believed_after_two_lists_that_are_late_enough"),
            *traces("killed_on_the_wire"),
        ),
    ),
    Safeguard(
        "two-lists-agree",
        "It counts as not made only when two full lists of HeyMilo's postings agree.",
        "One list that is read from an old copy would be believed.",
        put("apply.reconcile._merged", by=lambda first, _second: list(first)),
        tests("apply/test_reconcile.py", "test_what_only_one_of_the_last_two_lists_shows_is_adopted"),
    ),
    Safeguard(
        "adopted-by-operation",
        "A posting is adopted by the operation id in its marks, and by nothing else.",
        "A posting that only has the same name would be owned, edited and archived.",
        adopted_by_name,
        (
            *tests("apply/test_reconcile.py", "test_marks_of_another_project_or_workspace_are_not_ours"),
            *traces("another_shows_up"),
        ),
    ),
    Safeguard(
        "first-only-where-dated",
        "Of several postings of one operation the first made is taken, and only where HeyMilo dates them all.",
        "A copy made by a person would be taken for the original.",
        put("plan.ownership.first_made", by=any_of_several),
        tests(
            "apply/test_reconcile.py",
            "test_two_of_which_none_is_older_are_left_alone",
            "test_one_of_which_it_is_not_known_when_it_was_made_may_be_the_older",
        ),
    ),
    Safeguard(
        "on-record-not-again",
        "A posting that is on record is never adopted a second time.",
        "One posting would stand for two revisions, and the missing one would never be made.",
        adopted_from_the_record,
        tests("apply/test_reconcile.py", "test_what_is_on_record_is_not_adopted_again"),
    ),
    Safeguard(
        "probable-match",
        "A posting without marks, newer than HeyMilo's newest before the request, with the name or title: then the "
        "outcome stays open, and a person is asked.",
        "A posting whose marks were stripped would be made a second time.",
        put("apply.reconcile.probable", by=none_of_them),
        tests(
            "apply/test_reconcile.py",
            "test_a_newer_posting_without_marks_and_with_the_name_or_title_is_a_probable_match",
        ),
    ),
    Safeguard(
        "late-records-are-evidence",
        "What a process that had lost the lock still saw made is looked for in HeyMilo, and never believed alone.",
        "A posting that was deleted since would be owned.",
        evidence_believed,
        tests("apply/test_reconcile.py", "test_a_late_record_of_what_was_deleted_is_no_evidence"),
    ),
    Safeguard(
        "late-commits-told",
        "A posting of an attempt that counted as not made is reported (PL504), and stops a plan that would make it.",
        "Two postings of one name would be open, and nobody would know.",
        put("plan.ownership._Classification._is_late", by=no),
        tests(
            "plan/test_ownership_findings.py",
            "test_a_late_create_that_is_still_asked_for_stops_the_plan",
            "test_a_late_attempt_beside_the_one_on_record_is_a_warning",
        ),
    ),
    Safeguard(
        "namesakes-told",
        "An open posting without marks that has the name of one of ours is reported (PL505).",
        "A posting that lost its marks before the state was lost would be made a second time, unsaid.",
        put("plan.inputs.namesakes", by=lambda owners: {}),
        tests("plan/test_ownership_findings.py", "test_one_that_would_be_made_a_second_time_is_a_warning")
        + tests("cli/test_rare.py", "test_somebody_elses_posting_has_the_name"),
    ),
    Safeguard(
        "namesakes-hold",
        "A posting that HeyMilo has under the name of one to be made, and that nobody manages, holds that create "
        "until somebody decides; `--allow-namesake NAME` on the command line of that run is the only leave.",
        "CI would make the second open posting of one name, and candidates would enter at both.",
        namesakes_let_pass,
        (
            *tests("plan/test_ownership_findings.py", "test_its_create_is_held_and_the_others_go_on"),
            *tests("cli/test_namesakes.py", "test_the_second_posting_of_a_name_is_not_made_and_the_others_are"),
        ),
    ),
    Safeguard(
        "many-creates-wait",
        "More than 10 creates in one plan, while HeyMilo lists open postings that nobody manages, need "
        "`--allow-large-change` (PL106).",
        "A repo that was filled from postings made by hand would open each of them a second time.",
        put("plan.safety._many", by=none_of_them),
        tests("plan/test_ownership.py", "test_many_creates_beside_them_need_a_yes_of_their_own")
        + tests("cli/test_guards.py", "test_many_creates_beside_what_nobody_manages_need_a_yes"),
    ),
    Safeguard(
        "lost-state-stops",
        "A posting with our marks that the state doesn't know stops the plan (PL501).",
        "With a lost or stale state, everything would be made a second time.",
        lost_state_let_pass,
        tests(
            "plan/test_drift.py",
            "test_a_marked_posting_and_no_state_stops",
            "test_a_newer_revision_than_the_state_knows_stops",
            "test_a_posting_changed_in_place_by_an_apply_that_the_state_does_not_know_stops",
        ),
    ),
    Safeguard(
        "compared-whatever-the-time",
        "Title, settings, metadata and marks that HeyMilo lists are compared with what was applied in every plan, also "
        "where it dates the last change as before.",
        '"No changes" would be said of a posting that leads candidates elsewhere.',
        equal_times_believed,
        tests(
            "plan/test_drift.py",
            "test_a_difference_is_told_although_the_time_of_the_last_change_stands_still",
        ),
    ),
    Safeguard(
        "whole-list-or-none",
        "Nothing is made by a list of postings that did not come to its end (PL503).",
        "What the missing pages show would be made a second time.",
        put("plan.safety._incomplete", by=none_of_them),
        (
            *tests("plan/test_drift.py", "test_an_incomplete_listing_stops_creates"),
            *tests("cli/test_guards.py", "test_nothing_is_made_by_a_list_that_did_not_come_to_its_end"),
        ),
    ),
)
