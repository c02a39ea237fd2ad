"""What is promised to somebody whose state branch others may write to, and whose HeyMilo may answer anything."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, none_of_them, nothing, put, tests, yes


def answer_believed(_sender: Any, _intent: Any, answer: Any) -> Any:
    return answer


def any_late_record_believed(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply import reconcile
    from heymilo_ops.plan.ownership import NO_MARK, Ownership, Relation

    original = reconcile.classify

    def classify(state: Any, listed: Any, project: str, workspace: str, made: Any) -> dict[str, Ownership]:
        owners = original(state, listed, project, workspace, made)
        believed = {
            key: Ownership(
                owners[key].live, Relation.PENDING, intent.address, replace(NO_MARK, op_id=intent.op_id), key
            )
            for key, intent in made.items()
        }
        return {**owners, **believed}

    patch.setattr(reconcile, "classify", classify)


def any_id(patch: pytest.MonkeyPatch) -> None:
    put("remote.answer.is_posting_id", "remote.postings.is_posting_id", by=yes)(patch)


STATE: tuple[Safeguard, ...] = (
    Safeguard(
        "only-what-the-marks-call-ours",
        "Nothing is changed or archived at HeyMilo unless the posting's own marks name this project, workspace and "
        "posting, by its present name or one that the state records from before. Marks that name something else "
        "are refused, and no option lets them pass.",
        "Whoever may write to the state branch would have another project's postings changed or archived.",
        put("plan.owner.Owner.refusal", by=nothing),
        (
            *tests("cli/test_marks.py", "test_a_posting_of_another_project_is_never_written_to[archive]"),
            *tests("apply/test_marks_check.py", "test_another_projects_posting_in_the_state_is_never_archived"),
        ),
    ),
    Safeguard(
        "unmarked-needs-leave",
        "A posting that carries no marks is written to only where a person names it with `--allow-unmarked` on the "
        "command line of that run; a saved plan doesn't carry that leave.",
        "Whoever may write to the state branch would have postings that people made by hand changed or archived.",
        put("plan.owner.Owner._unmarked", by=nothing),
        tests(
            "cli/test_marks.py",
            "test_a_posting_without_marks_is_written_to_on_a_word_only[update]",
            "test_a_saved_plan_takes_the_word_from_the_command_line_of_its_apply",
        ),
    ),
    Safeguard(
        "wrong-owner-in-the-plan",
        "A plan that would write to such a posting says so, and can't be applied (PL506, PL507).",
        "The reviewer of a plan would not see that a posting is somebody else's.",
        put("plan.safety.unowned_findings", by=none_of_them),
        tests("plan/test_safety.py", "test_a_write_to_what_is_not_shown_as_ours_is_an_error"),
    ),
    Safeguard(
        "marks-before-the-first-write",
        "All postings that a run would write to are read before its first write, and one wrong one stops all of it.",
        "A run would do half of what was planned before it met the posting that it must not touch.",
        put("apply.run.check_owned", by=nothing),
        tests(
            "apply/test_marks_check.py",
            "test_the_run_stops_before_its_first_write",
            "test_what_was_left_over_is_looked_at_too",
        ),
    ),
    Safeguard(
        "marks-right-before-each-write",
        "The marks are read again right before each change and each archive.",
        "What changed hands during a long run would be written to.",
        put("apply.requests.Requests._refusal", by=nothing),
        tests(
            "apply/test_marks_check.py",
            "test_it_is_looked_at_again_right_before_the_write",
            "test_a_replace_whose_old_posting_turns_out_foreign_leaves_that_open",
        ),
    ),
    Safeguard(
        "no-create-makes-what-was-there",
        "A create that HeyMilo answers with a posting that is on record, or that carries another operation's marks, "
        "has an unknown outcome; that posting is neither adopted nor archived.",
        "A server that answers wrongly, or a proxy before it, could have any posting taken for ours.",
        put("apply.requests.Requests.checked", by=answer_believed),
        tests(
            "apply/test_marks_check.py",
            "test_an_id_on_record_is_no_answer_to_a_create",
            "test_an_answer_with_the_marks_of_another_operation_is_no_answer_to_a_create",
        ),
    ),
    Safeguard(
        "late-records-name-nobody-elses",
        "A record beside the state of what a process saw made is no evidence of a posting that is on record, or whose "
        "marks name something else.",
        "Whoever may write to the state branch could have another project's posting adopted.",
        any_late_record_believed,
        tests(
            "apply/test_reconcile.py",
            "test_a_late_record_of_what_carries_other_marks_is_no_evidence",
            "test_a_late_record_of_what_is_on_record_is_no_evidence",
        ),
    ),
    Safeguard(
        "ids-are-ids",
        "An id that HeyMilo answers with is kept and sent only where it is 1 to 200 characters that mean nothing in a "
        "URL or a path. The same holds for the ids and names in a state.",
        "A server's answer, or an edit of the state, would choose the path of a request or of a file, or end every run "
        "in a bug.",
        any_id,
        tests("remote/test_odd_answers.py", "test_an_id_that_can_not_be_one_is_not_taken_for_a_posting"),
    ),
    Safeguard(
        "branch-history-told",
        "`doctor` fails where commits on the state branch don't read like those of heymilo-ops, or where it was "
        "rewritten since this clone last looked. A commit that imitates them isn't told apart.",
        "Somebody else's writes to the state would go unnoticed.",
        put("usecases.doctor.check_history", by=nothing),
        tests("cli/test_places.py", "test_doctor_tells_who_writes_to_the_branch_and_whether_it_was_rewritten"),
    ),
    Safeguard(
        "lists-end",
        "A list that goes on after 1,000 pages is given up as unreadable.",
        "A server that always has more would hold a job, and the lock with it, for ever.",
        put("remote.postings.MOST_PAGES", by=2_000),
        tests("remote/test_odd_answers.py", "test_pages_without_end_end"),
    ),
)
