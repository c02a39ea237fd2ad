"""What is promised to a team whose CI applies what its pull requests showed."""

from __future__ import annotations

import pytest

from tests.guarantees.kinds import Safeguard, no, nothing, put, tests


def read_only_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.usecases.workspace.READ_ONLY", "HEYMILO_OPS_NO_SUCH_VARIABLE")


def nothing_stops(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.plan.review_comparison.ReviewedChange.stops", property(no))


def evidence_of_any_plan(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.usecases import review_evidence

    class Any(str):
        __slots__ = ()

        def __ne__(self, _: object) -> bool:
            return False

        __hash__ = str.__hash__

    original = review_evidence.EvidenceFile.model_validate_json

    def parsed(data: bytes) -> review_evidence.EvidenceFile:
        file = original(data)
        return file.model_copy(update={"plan_digest": Any(file.plan_digest)})

    patch.setattr(review_evidence.EvidenceFile, "model_validate_json", parsed)


CI: tuple[Safeguard, ...] = (
    Safeguard(
        "reviewed-before-applied",
        "`review compare`, which the workflow asks before an apply, stops where a change of the plan isn't what that "
        "of a merged pull request showed: the action, the design before and after, and what may be ended.",
        "Whoever may push to the default branch, or has two reviewed changes merged into a third, would have applied "
        "what nobody read.",
        nothing_stops,
        (
            *tests("cli/test_review_compare.py", "test_what_was_not_stops_with_a_list_and_the_way_out"),
            *tests(
                "plan/test_review_comparison.py", "test_what_is_not_written_needs_no_review_and_what_is_accepted_passes"
            ),
        ),
    ),
    Safeguard(
        "taken-back-is-not-reviewed",
        "What a merged pull request showed counts no more once a later one, planned after that merge, shows otherwise.",
        "Whoever may push to the default branch would bring back a design that was reviewed once and then withdrawn.",
        put("plan.review_comparison._is_superseded", by=no),
        tests(
            "plan/test_review_comparison.py",
            "test_what_a_later_pull_request_took_back_counts_no_more",
            "test_the_order_of_files_decides_nothing",
        ),
    ),
    Safeguard(
        "a-reader-sends-only-get",
        "With `HEYMILO_OPS_READ_ONLY` set, as the workflow sets it beside the key of the jobs that plan, no command "
        "opens a client that could send HeyMilo anything but GET.",
        "A mistake in a workflow would write to HeyMilo from a job that nobody has to approve.",
        read_only_ignored,
        tests("cli/test_review_evidence.py", "test_a_reader_sends_nothing_whatever_it_runs"),
    ),
    Safeguard(
        "evidence-is-of-its-plan",
        "What is recorded as reviewed with an apply is refused where it was made of another plan.",
        "A revision would name people as its reviewers who read something else.",
        evidence_of_any_plan,
        tests("cli/test_review_evidence.py", "test_evidence_of_another_plan_or_of_none_is_refused"),
    ),
    Safeguard(
        "public-only-where-accepted",
        "In a repository that GitHub shows to everybody, the workflows, `init --ci` and `doctor` stop until "
        "heymilo.yaml says `public_repo: accepted`.",
        "Candidates would read scoring guides and knock-out answers in comments and pages that nobody meant for them.",
        put("usecases.audience.require_accepted", by=nothing),
        (
            *tests("cli/test_review_evidence.py", "test_a_public_repository_has_to_be_accepted[public-1]"),
            *tests(
                "cli/test_audience.py",
                "test_init_with_workflows_stops_in_a_public_repository_until_that_is_accepted",
            ),
        ),
    ),
)
