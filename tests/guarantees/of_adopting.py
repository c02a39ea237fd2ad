"""Safeguards of taking over postings that people made at HeyMilo."""

from __future__ import annotations

from typing import Any

from tests.guarantees.kinds import Safeguard, no, none_of_them, nothing, put, tests

_COMMANDS = "cli/test_adopt.py"
_APPLYING = "apply/test_adoption.py"
_PLANNING = "plan/test_adoption.py"


def _no_addresses(*_: Any) -> frozenset[str]:
    return frozenset()


def _no_metadata(*_: Any) -> dict[str, Any]:
    return {}


ADOPTING: tuple[Safeguard, ...] = (
    Safeguard(
        "adopting-makes-nothing",
        "A manifest with `ops.adopt` never makes a posting: where its posting can't be taken over, it is held.",
        "A mistyped id, or one of another workspace, would open a second posting beside the one that people are in.",
        put("plan.build.decide_adoption", by=nothing),
        tests(_COMMANDS, "test_a_manifest_that_names_a_posting_makes_none"),
    ),
    Safeguard(
        "adopted-as-it-is",
        "A posting is taken over only where its manifest reads back as no changes against all that HeyMilo shows of "
        "it, questions included.",
        "The next change of one word would be one of the whole design, and a replace would cost every candidate their "
        "link.",
        put("plan.adoption.diff_forms", by=none_of_them),
        tests(_COMMANDS, "test_one_that_is_not_as_its_manifest_says_is_held_and_shown"),
    ),
    Safeguard(
        "adopted-from-nobody",
        "Marks of another project, workspace or posting are refused with their name, in the plan and again right "
        "before the PATCH.",
        "Two repos would write to one posting, each undoing what the other did.",
        put("plan.adoption.marks_of_another", "apply.jobs.marks_of_another", by=nothing),
        tests(_COMMANDS, "test_marks_of_another_project_are_refused_with_their_name")
        + tests(_APPLYING, "test_marks_that_came_since_the_plan_stop_everything")
        + tests(_APPLYING, "test_marks_that_come_right_before_its_patch_are_not_overwritten"),
    ),
    Safeguard(
        "metadata-of-others-stays",
        "An adoption reads the metadata right before it writes it, and keeps every entry beside the marks.",
        "HeyMilo replaces metadata whole: what an ATS or a person noted there would be gone.",
        put("apply.requests.own_metadata", by=_no_metadata),
        tests(_COMMANDS, "test_a_posting_is_taken_over_by_one_patch_of_its_metadata"),
    ),
    Safeguard(
        "metadata-fits",
        "More than 47 entries of metadata beside the marks are an error that names them (PL110).",
        "HeyMilo would refuse the PATCH, or drop entries of somebody's.",
        put("plan.adoption.MOST_METADATA", by=50),
        tests(_COMMANDS, "test_more_metadata_than_the_marks_leave_room_for_is_an_error_that_names_it"),
    ),
    Safeguard(
        "adopted-as-planned",
        "A posting that was changed between the plan and its PATCH is not taken over.",
        "What is recorded as live would be what it was before.",
        put("apply.jobs.moved_since", "apply.requests.moved_since", by=no),
        tests(_APPLYING, "test_one_that_was_changed_since_the_plan_stops_everything")
        + tests(_APPLYING, "test_one_of_many_that_was_changed_since_the_plan_stops_everything"),
    ),
    Safeguard(
        "adopted-as-compared",
        "The baseline of an adopted posting is what its manifest was compared with, not what it has come to by the end "
        "of the run.",
        "What somebody changes in it meanwhile would be in no manifest and never be shown as drift.",
        put("apply.baselines._Reader._takeover", by=nothing),
        tests(_APPLYING, "test_what_somebody_changes_after_its_patch_is_drift")
        + tests(_APPLYING, "test_a_question_that_somebody_changes_since_the_plan_is_drift[True]")
        + tests(_APPLYING, "test_a_question_that_somebody_changes_since_the_plan_is_drift[False]"),
    ),
    Safeguard(
        "which-one-is-approved",
        "The digest of a plan covers which posting is taken over.",
        "A yes to one posting would take over another that has the same design.",
        put("plan.change._ended_or_adopted", by=none_of_them),
        tests(_PLANNING, "test_the_digest_of_a_plan_covers_which_posting_is_taken_over"),
    ),
    Safeguard(
        "unseen-is-not-archived",
        "Until an apply has found the manifest of an adopted posting in a commit that HEAD's history has, its absence "
        "is held.",
        "An import on a branch, and then an apply of the default branch, would archive everything that was imported.",
        put("usecases.plan.unseen_addresses", by=_no_addresses),
        tests(_COMMANDS, "test_what_was_taken_over_on_a_branch_is_not_archived_from_another"),
    ),
)
