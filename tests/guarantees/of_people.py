"""Safeguards of the people in the postings that a plan touches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.config import SAFETY
from heymilo_ops.model.people import People
from heymilo_ops.usecases.people import with_people
from tests.guarantees.kinds import Safeguard, nothing, put, tests

_FILE = "cli/test_people.py"


def nobody_counted(_api: Any, posting_ids: Iterable[str]) -> tuple[dict[str, People], dict[str, str]]:
    return dict.fromkeys(posting_ids, People(0, 0, "2026-01-01T00:00:00Z")), {}


def unknown_passes(self: Any, people: People | None) -> bool:
    return people is None or people.not_completed <= self.most


def counts_shown(patch: pytest.MonkeyPatch) -> None:
    def plan_with_people(inputs: Any, *more: Any) -> Any:
        return with_people(replace(inputs, shows_people=True), *more)

    patch.setattr("heymilo_ops.usecases.plan.with_people", plan_with_people)


def limits_unrecorded(patch: pytest.MonkeyPatch) -> None:
    kept = {name: read for name, read in SAFETY.items() if name not in ("guards.max_affected", "people")}
    patch.setattr("heymilo_ops.config.SAFETY", kept)


PEOPLE: tuple[Safeguard, ...] = (
    Safeguard(
        "people-limit",
        "A plan that concerns more people who haven't completed than heymilo.yaml or the command line allows stops "
        "(PL130).",
        "A change of one word would cost hundreds of people their link, and nobody would have been asked.",
        put("plan.impact._compare", by=lambda *_: ([], [])),
        tests(
            _FILE,
            "test_more_people_than_the_limit_stop_a_change[replace]",
            "test_a_rollback_is_held_against_the_same_limits",
        ),
    ),
    Safeguard(
        "people-asked-again",
        "How many people a change concerns is asked again right before the first write, and compared with the limit.",
        "Who registers while a plan is read would count for nothing.",
        put("apply.run.check_people", by=nothing),
        tests(_FILE, "test_people_are_asked_for_again_right_before_the_first_write"),
    ),
    Safeguard(
        "unknown-people-count",
        "An unknown number of people counts as more than any limit.",
        "A change would pass its limit whenever HeyMilo doesn't answer.",
        put("model.people.ImpactCheck.passes", by=unknown_passes),
        tests(_FILE, "test_unknown_counts_as_more_than_any_limit"),
    ),
    Safeguard(
        "unknown-is-not-nobody",
        "A number that HeyMilo doesn't give is unknown in every output, and never 0.",
        "A reader would take a posting with people in it for an empty one.",
        put("usecases.people.count_people", by=nobody_counted),
        tests(_FILE, "test_what_heymilo_does_not_say_is_unknown_and_never_none[404]"),
    ),
    Safeguard(
        "few-people-not-told-apart",
        "A count of 1 to 4 people is shown and kept as fewer than 5, and can't be worked out from the others.",
        "A review or a file in git would say what a single person did.",
        put("model.people.FEW", by=0),
        tests(_FILE, "test_fewer_than_five_are_told_apart_nowhere"),
    ),
    Safeguard(
        "people-off",
        "With people: off, counts stand in no plan, no review and no file, and the limits hold all the same.",
        "A project that may not keep such numbers would find them in git.",
        counts_shown,
        tests(_FILE, "test_people_off_keeps_counts_out_of_files_and_reviews"),
    ),
    Safeguard(
        "limits-recorded",
        "A limit that is raised, and people: off, are in every plan until an apply has recorded them (PL601).",
        "A branch could lift a limit, and nobody would see it.",
        limits_unrecorded,
        tests(_FILE, "test_lowering_a_limit_on_a_branch_is_shown"),
    ),
    Safeguard(
        "counts-stop-nothing",
        "Counts that can't be kept beside the state are one line, and change neither the plan nor the exit code.",
        "A key that may not write to the place of the state could not plan any more.",
        put("usecases.people.OpsError", by=ZeroDivisionError),
        tests(_FILE, "test_counts_that_can_not_be_kept_are_one_line_and_no_other_exit_code"),
    ),
)
