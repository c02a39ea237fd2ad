"""Each safeguard, switched off in turn, is missed by every test that is said to hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard
from tests.guarantees.safeguards import SAFEGUARDS
from tests.security.promises import PROMISES

EVERY = (*SAFEGUARDS, *PROMISES)


@pytest.mark.parametrize("safeguard", EVERY, ids=lambda each: each.name)
def test_a_safeguard_that_is_off_is_missed(
    safeguard: Safeguard, switched_off: Callable[[str, tuple[str, ...]], dict[str, Any]]
) -> None:
    found = switched_off(safeguard.name, safeguard.held_by)
    assert not found["broken"], found["said"]
    assert found["code"] == 1, found["said"]
    for node in safeguard.held_by:
        missed = [each for each in found["red"] if each == node or each.startswith(f"{node}[")]
        assert missed, f"{node} is green without {safeguard.name}\n{found['said']}"


def test_names_are_taken_once_and_everything_is_said() -> None:
    assert [name for name, number in Counter(each.name for each in EVERY).items() if number > 1] == []
    for each in EVERY:
        assert each.held_by
        assert each.says.endswith(".") and each.without.endswith(".")
