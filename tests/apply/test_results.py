"""The exit code of a run."""

from __future__ import annotations

import pytest

from heymilo_ops.apply.run_context import exit_code
from heymilo_ops.errors import Exit
from heymilo_ops.model.event import Cause, Outcome, Result
from heymilo_ops.model.state import Intent

DONE = Outcome("a", "create", Result.DONE, posting_id="P1", revision=1)
REJECTED = Outcome("b", "create", Result.REJECTED)
HALF = Outcome("c", "replace", Result.REJECTED, posting_id="P3", revision=2)
ONE_OF_TWO = Outcome("g", "archive", Result.SKIPPED, posting_id="P7")
UNKNOWN = Outcome("d", "create", Result.UNKNOWN)
SKIPPED = Outcome("e", "create", Result.SKIPPED)
UNREACHED = Outcome("f", "create", Result.REJECTED, cause=Cause.UNREACHED)
INTENT = Intent(kind="create", op_id="0" * 32, address="a", action="create", at="2027-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        ([], Exit.DONE),
        ([DONE], Exit.DONE),
        ([DONE, REJECTED], Exit.PARTIAL),
        ([DONE, SKIPPED], Exit.PARTIAL),
        ([DONE, UNREACHED], Exit.PARTIAL),
        ([HALF], Exit.PARTIAL),
        ([ONE_OF_TWO], Exit.PARTIAL),
        ([UNKNOWN], Exit.PARTIAL),
        ([REJECTED], Exit.ATTENTION),
        ([REJECTED, SKIPPED], Exit.ATTENTION),
        ([SKIPPED], Exit.ATTENTION),
        ([UNREACHED, SKIPPED], Exit.UNREACHABLE),
        ([UNREACHED, REJECTED], Exit.UNREACHABLE),
    ],
)
def test_exit_code(outcomes: list[Outcome], code: Exit) -> None:
    assert exit_code(outcomes) is code


def test_anything_pending_is_partial() -> None:
    assert exit_code([DONE], [INTENT]) is Exit.PARTIAL
    assert exit_code([REJECTED], [INTENT]) is Exit.PARTIAL
