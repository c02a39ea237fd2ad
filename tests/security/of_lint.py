"""Promises about findings that a branch would rather not have counted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, none_of_them, put, tests


def fixed_nowhere(patch: pytest.MonkeyPatch) -> None:
    """Errors on what can't be read or sent are dismissed as any others."""

    def never(_: Any) -> bool:
        return False

    for room in ("lint.policy", "lint.terms", "lint.baseline"):
        patch.setattr(f"heymilo_ops.{room}.is_fixed", never)


LINT: tuple[Safeguard, ...] = (
    Safeguard(
        "dismissed-findings-are-named",
        "A plan names the errors of lint that a comment, heymilo-exceptions.yaml, the baseline or heymilo.yaml says "
        "don't count, and counts all such findings; where `lint` in heymilo.yaml differs from the last apply, it "
        "warns.",
        "A branch would switch a rule off beside the text that it is about, and a reviewer would see a clean plan.",
        put("plan.lint_errors._dismissed", by=none_of_them),
        (
            *tests("cli/test_lint_settings.py", "test_a_branch_that_switches_rules_off_is_seen_in_the_plan"),
            *tests("plan/test_lint_errors.py", "test_findings_that_dont_count_are_named_and_counted"),
        ),
    ),
    Safeguard(
        "no-setting-lets-errors-pass",
        "Errors of the families SY, AP and PL are neither ignored, lowered, suppressed nor kept in a baseline.",
        "A branch would have applied what HeyMilo refuses, or what can't be read.",
        fixed_nowhere,
        (
            *tests("cli/test_lint_settings.py", "test_what_cant_be_sent_is_neither_ignored_nor_lowered"),
            *tests("lint/test_policy.py", "test_errors_of_what_cant_be_read_sent_or_planned_stay"),
        ),
    ),
)
