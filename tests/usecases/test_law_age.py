"""What ``doctor`` says of the age of the law data."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heymilo_ops.errors import Exit
from heymilo_ops.lint.law.law import Effect, Law, LawEntry
from heymilo_ops.model.setup_check import SetupCode
from heymilo_ops.usecases.doctor import check_law

NOW = datetime(2027, 6, 1, tzinfo=UTC)


def checked(day: date | None) -> LawEntry:
    return LawEntry("x/age", ("GB",), "age", Effect.BARS, "Says so.", "https://law.invalid/", checked_on=day)


@pytest.mark.parametrize(
    ("days", "old", "unchecked"),
    [
        ((date(2026, 6, 1), date(2027, 6, 1)), 0, 0),
        ((date(2026, 5, 31), date(2027, 1, 1)), 1, 0),
        ((None, date(2020, 1, 1), date(2027, 1, 1)), 1, 1),
    ],
)
def test_entries_are_old_after_a_year_or_were_never_checked(
    days: tuple[date | None, ...], old: int, unchecked: int
) -> None:
    check = check_law(Law(tuple(map(checked, days))), NOW)
    assert check.args == {"entries": len(days), "old": old, "unchecked": unchecked}
    assert check.code is (SetupCode.LAW_OLD if old or unchecked else SetupCode.LAW_FRESH)
    assert check.exit is Exit.DONE
