"""Safeguards of what people change in HeyMilo's own pages."""

from __future__ import annotations

from tests.guarantees.kinds import Safeguard, put, tests

_DECISION, _CLI, _BASELINES = "plan/test_drift_decision.py", "cli/test_drift.py", "apply/test_baselines.py"

DRIFT: tuple[Safeguard, ...] = (
    Safeguard(
        "accepted-by-value",
        "What was accepted and then edited in the manifest is written over only while HeyMilo shows the value that was "
        "accepted.",
        "An edit would overwrite a later change of somebody at HeyMilo, which nobody has seen.",
        put("plan.drift_decision.value_mark", "plan.acceptance.value_mark", by=lambda _: f"sha256:{'0' * 16}"),
        tests("cli/test_drift.py", "test_an_accepted_value_that_changes_once_more_is_held_again"),
    ),
    Safeguard(
        "drift-held",
        "What was changed outside is written over by no plan: the posting is held, with the fields shown, until "
        "somebody accepts or reverts it; the other postings go on.",
        "A recruiter's correction made in HeyMilo's own pages would be gone with the next pull request.",
        put("plan.decide.is_stopped", by=lambda *_: False),
        (
            *tests(_DECISION, "test_what_would_be_written_over_a_change_is_held"),
            *tests(_CLI, "test_what_would_be_written_over_is_held_until_it_is_accepted"),
        ),
    ),
    Safeguard(
        "accepted-not-sent",
        "What HeyMilo shows already as the manifest says is recorded as a revision, and nothing is sent.",
        "Accepting a change of a design would replace the posting that has it: a new link, for nothing.",
        put("plan.decide.accepted", by=lambda *_: None),
        (
            *tests(_DECISION, "test_what_heymilo_shows_already_is_recorded_without_sending"),
            *tests(_CLI, "test_what_is_accepted_is_recorded_and_nothing_is_sent"),
        ),
    ),
    Safeguard(
        "drift-carried",
        "What was changed outside and that nobody accepted stays drift after a write beside it.",
        "The reading after that write would pass it off as applied.",
        put("apply.baselines._Reader._carried", by=lambda *_: ()),
        (
            *tests(_BASELINES, "test_what_nobody_accepted_stays_drift_after_a_write"),
            *tests(_CLI, "test_a_saved_plan_shows_what_was_changed_outside"),
        ),
    ),
    Safeguard(
        "made-and-changed",
        "What somebody changes in a posting between its create and the first reading of it is drift.",
        "The first reading would pass it off as applied, and no plan would ever show it.",
        put("apply.baselines.is_touched", by=lambda *_: False),
        (
            *tests("cli/test_changed_while_made.py", "test_it_is_drift"),
            *tests(
                _BASELINES,
                "test_so_is_what_somebody_changes_where_the_run_ended_before_it_read_the_posting",
            ),
        ),
    ),
    Safeguard(
        "baseline-untouched",
        "A posting that an earlier run wrote is read back only where nobody has touched it since, or where it reads as "
        "it was sent.",
        "What somebody changed meanwhile would be taken for applied.",
        put("apply.baselines._is_as_applied", by=lambda *_: True),
        (
            *tests(_BASELINES, "test_what_was_sent_and_is_changed_is_not_taken_for_applied"),
            *tests(_CLI, "test_a_state_without_baselines_is_compared_as_before_and_gets_them"),
        ),
    ),
    Safeguard(
        "revert-digest",
        "The digest of a plan that reverts covers the live values that it overwrites: where HeyMilo shows others by "
        "then, it is refused.",
        "A change that nobody has seen would be overwritten by a plan that was approved before it was made.",
        put("plan.drift_verdict.overwritten", by=lambda _: "sha256:none"),
        (*tests(_DECISION, "test_a_revert_puts_settings_back_in_place_and_its_digest_covers_what_it_overwrites"),),
    ),
)
