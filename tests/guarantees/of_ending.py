"""Safeguards of a role that ends, and of what its postings are connected to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, none_of_them, nothing, put, tests, yes

_CLOSING = "cli/test_closing.py"
_DISCONNECTING = "cli/test_disconnecting.py"


def archived_as_ever(patch: pytest.MonkeyPatch) -> None:
    """Archive a role that is closed, and treat an archived one as any other."""
    from heymilo_ops.plan import build

    original = build.decide_lifecycle

    def decide(inputs: Any, desired: Any, origin: Any) -> Any:
        entry = origin.entry
        return original(inputs, desired, origin) if entry is not None and entry.status == "active" else None

    patch.setattr(build, "decide_lifecycle", decide)


def permitted_by_the_file(patch: pytest.MonkeyPatch) -> None:
    """Take what a plan file was allowed by for what its apply is allowed."""
    from heymilo_ops.cli import apply

    original = apply.resume_options

    def resumed(saved: Any, options: Any) -> Any:
        flags = (flag.split(" ") for flag in saved.document.permissions)
        names = frozenset(flag[1] for flag in flags if flag[0] == "--allow-disconnect")
        return replace(original(saved, options), disconnect_allowed=names)

    patch.setattr(apply, "resume_options", resumed)


ENDING: tuple[Safeguard, ...] = (
    Safeguard(
        "closed-is-not-made-anew",
        "No posting is made of a manifest whose `ops.lifecycle` is `closed` or `draining`, whatever else changes in it "
        "and wherever the apply that archived it was killed.",
        "A role that a pull request closed would open again under a new link at the next apply.",
        archived_as_ever,
        tests(
            _CLOSING,
            "test_closed_and_applied_twice_nothing_is_created",
            "test_killed_in_between_nothing_is_created",
        ),
    ),
    Safeguard(
        "no-command-reopens",
        "`--recreate` of a role that ends is refused (PL140).",
        "One option on a command line would open again what a reviewed manifest closes.",
        put("plan.build.recreate_findings", by=none_of_them),
        tests("plan/test_lifecycle.py", "test_recreate_makes_nothing_of_it"),
    ),
    Safeguard(
        "no-rollback-reopens",
        "A rollback of a role that ends is refused.",
        "A new posting would open beside a manifest that says closed.",
        put("plan.rollback._refuse_ending", by=nothing),
        tests(_CLOSING, "test_no_command_makes_a_closing_role_anew[command0]"),
    ),
    Safeguard(
        "drained-or-over",
        "What drains is archived only when HeyMilo says that nobody is left in it, or when its days are over. A count "
        "that isn't known counts as somebody.",
        "People half-way through would lose their interview, where a review said that they could end it.",
        put("plan.superseded.is_drained", "plan.lifecycle.is_drained", by=yes),
        (
            *tests("cli/test_archive.py", "test_it_drains_while_somebody_is_left"),
            *tests("plan/test_superseded.py", "test_draining_ones_are_due_when_finished"),
        ),
    ),
    Safeguard(
        "closed-in-the-file-first",
        "`archive` writes its line into the manifest before it sends anything, and leaves the file where a guard stops "
        "it or nobody says yes.",
        "A posting would be archived whose manifest asks for one: the next apply opens it again under a new link.",
        put("usecases.archive.Closing.write", by=nothing),
        tests("cli/test_archive.py", "test_the_file_is_written_before_anything_is_sent"),
    ),
    Safeguard(
        "archive-spares-work",
        "`archive` writes into no file with work that is neither applied nor committed, or that changed since it was "
        "read.",
        "A person's unfinished edit would be committed with the closing of a role, unreviewed.",
        put("usecases.archive._guard_work", by=nothing),
        tests("cli/test_archive.py", "test_work_that_is_nowhere_else_is_not_written_over"),
    ),
    Safeguard(
        "connected-stops",
        "A posting that HeyMilo shows `ats_metadata` of is replaced or archived only with `--allow-disconnect NAME` "
        "(PL141).",
        "Candidates of an ATS would go on to a posting that is closed, and nobody would know.",
        put("plan.safety.disconnect_findings", by=none_of_them),
        tests(
            _DISCONNECTING,
            "test_a_replace_stops_and_says_what_stays_behind",
            "test_closing_a_role_and_rolling_it_back_stop_too",
        ),
    ),
    Safeguard(
        "disconnected-by-the-command-line",
        "That leave is given on the command line of the run alone; a plan file carries none.",
        "Who approves a file would disconnect an ATS without having said so.",
        permitted_by_the_file,
        tests(_DISCONNECTING, "test_a_plan_file_allows_nothing"),
    ),
)
