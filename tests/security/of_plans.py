"""Promises on what is edited: snapshots, guards and saved plans."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, none_of_them, nothing, put, tests, yes

_SNAPSHOTS = "cli/test_edited_snapshots.py"
_GUARDS = "cli/test_guards.py"
_SAVED = "cli/test_saved_plans.py"
_ANEW = "test_nor_is_one_with_a_digest_written_anew"
_TO_ONE = "test_a_rollback_to_an_edited_snapshot_sends_nothing"


def _manifest_taken_for_request(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile.format import _FORMS

    patch.setitem(_FORMS, "request", _FORMS["manifest, below resolved,"])


def _request_taken_for_manifest(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile.format import _FORMS

    patch.setitem(_FORMS, "manifest, below resolved,", _FORMS["request"])


def _the_current_alone(given: Any, change: Any) -> tuple[str, ...]:
    """Only the posting that is current, as where what is archived beside it didn't count."""
    live = change.live
    ends = change.action == "replace" or (live is not None and live.posting_id in change.archives)
    return (live.posting_id,) if live is not None and not live.archived and ends else ()


def _sealed_anyhow(data: Any) -> dict[str, Any]:
    return {"document_digest": data.get("document_digest", ""), **data}


def permitted_by_the_file(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.cli import apply
    from heymilo_ops.usecases import saved_plan

    patch.setattr(apply, "resume_options", lambda plan, *_: replace(saved_plan.saved_options(plan), refresh="list"))


def without_what_must_stand(compare: Any) -> Any:
    return lambda saved, plan, words, *, unasked=None, **how: compare(saved, plan, words, **how)


def losing_sentences(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.usecases import saved_plan

    patch.setattr(saved_plan, "compare", without_what_must_stand(saved_plan.compare))


def nothing_otherwise(*_: Any, **__: Any) -> Any:
    from heymilo_ops.plan.comparison import Comparison

    return Comparison()


PLANS: tuple[Safeguard, ...] = (
    Safeguard(
        "every-archive-counts",
        "Whatever a plan archives counts for `ops.protect` (PL101) and for large changes (PL102), also what earlier "
        "replaces kept open or drained.",
        "One shared line archives dozens of protected postings, and takes the links that candidates have.",
        put("plan.safety.ended_ids", by=_the_current_alone),
        (
            *tests(_GUARDS, "test_what_was_kept_open_is_not_archived_by_a_line_that_looks_cosmetic"),
            *tests("plan/test_safety.py", "test_what_is_drained_counts_once_it_is_archived"),
        ),
    ),
    Safeguard(
        "archives-are-said",
        "Whatever a plan archives counts in its summary and in the class of the change, and is named with it.",
        'A reviewer reads "0 to archive" and "looks only" over a plan that closes postings to candidates.',
        put("plan.change.Change.closes", by=property(none_of_them)),
        tests(_GUARDS, "test_what_was_kept_open_is_not_archived_by_a_line_that_looks_cosmetic"),
    ),
    Safeguard(
        "document-digest",
        "A plan file in which any part was changed is neither shown nor applied: document_digest covers all of it.",
        "A file edited on its way from the reviewer to the runner tells another story than is carried out.",
        put("plan.planfile.seal", by=_sealed_anyhow),
        tests(_SAVED, "test_an_edited_file_is_neither_shown_nor_applied[reasons]"),
    ),
    Safeguard(
        "plan-file-compared",
        "Before a saved plan is applied, its fields, reasons, classes and notes are compared with the plan that is "
        "made anew; `show` says what of them it could recompute, and what it only reads.",
        "Whoever writes a file writes its digests too, and a reviewer approves what isn't done.",
        put("usecases.saved_plan.compare", by=nothing_otherwise),
        tests(_SAVED, f"{_ANEW}[fields]", f"{_ANEW}[reasons]", f"{_ANEW}[notes]", f"{_ANEW}[class]"),
    ),
    Safeguard(
        "plan-file-complete",
        "A saved plan from which a note, a finding or a reason was taken out is not applied, where that sentence "
        "follows without asking HeyMilo.",
        "A reviewer approves a replace without having read that links already sent stop working.",
        losing_sentences,
        tests(_SAVED, f"{_ANEW}[no notes]", f"{_ANEW}[without notes]"),
    ),
    Safeguard(
        "permissions-from-the-command-line",
        "What an apply permits comes from its own command line: nothing in a plan file allows a large change, or makes "
        "a posting anew.",
        "A line in an artifact switches a guard off.",
        permitted_by_the_file,
        tests(_SAVED, "test_a_file_gives_no_permission", "test_making_anew_is_allowed_by_the_command_line_alone"),
    ),
    Safeguard(
        "snapshot-manifest-recomputed",
        "A snapshot whose manifest is not the one that its digest was taken of is refused before anything is sent: a "
        "rollback and a promotion send that manifest.",
        "Whoever can write the state branch puts a question of their own live as the design of an earlier revision.",
        _request_taken_for_manifest,
        (
            *tests(_SNAPSHOTS, f"{_TO_ONE}[in_the_manifest]"),
            *tests("cli/test_workspaces.py", "test_an_edited_portable_form_is_not_promoted"),
        ),
    ),
    Safeguard(
        "snapshot-request-recomputed",
        "A snapshot whose request is not the one that its digest was taken of is refused: plans compare with it.",
        "An edited snapshot hides a change from whoever reads a plan.",
        _manifest_taken_for_request,
        tests(_SNAPSHOTS, f"{_TO_ONE}[in_the_request]"),
    ),
    Safeguard(
        "portable-form-fits",
        "A portable form is rolled back to or promoted only where, with some values for its variables, it comes to "
        "what was sent.",
        "Whoever can write the state branch names another portable form, and production gets what staging never ran.",
        put("usecases.comparison.comes_to", "plan.rollback.comes_to", by=yes),
        tests("cli/test_workspaces.py", "test_a_portable_form_that_never_came_to_what_was_sent_is_not_promoted"),
    ),
    Safeguard(
        "marks-name-the-revision",
        "A rollback stops unless the marks of the revision's posting name the design that the state names: by its own "
        "digest, or by that of a later revision of the same posting and design. A promotion stops unless the marks of "
        "the source's posting name what its state says that it runs. Where the posting is gone or carries no marks, or "
        "a promotion's source can't be asked, `--allow-unmarked` lets it pass; a promotion passes too where the "
        "manifest as it stands, or git history, comes to the digest that the state names.",
        "A snapshot written anew, with a digest of its own, goes live as the design of an earlier revision, or as what "
        "another workspace ran.",
        put("plan.rollback._refuse_edited", "usecases.promote.refuse_unproven", by=nothing),
        (
            *tests(
                _SNAPSHOTS,
                "test_a_whole_snapshot_written_anew_is_not_what_the_marks_say",
                "test_a_design_whose_posting_shows_nothing_is_brought_back_on_a_word_only",
            ),
            *tests(
                "cli/test_workspaces.py",
                "test_what_the_source_never_ran_is_not_promoted",
                "test_nor_is_it_where_the_manifest_says_it_but_the_marks_do_not",
                "test_what_only_the_state_says_is_promoted_on_a_word",
            ),
        ),
    ),
)
