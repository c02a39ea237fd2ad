"""The PL family."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.plan.codes import CODES, finding

ROOM = Path(__file__).resolve().parents[2] / "heymilo_ops" / "plan"


def test_an_unknown_code_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        finding("PL999", "m", "h")


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_name_and_a_severity(code: str) -> None:
    known = CODES[code]
    assert re.fullmatch(r"PL\d{3}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", known.name)


def test_codes_are_sorted_and_names_are_unique() -> None:
    assert list(CODES) == sorted(CODES)
    assert len({each.name for each in CODES.values()}) == len(CODES)


def test_every_code_is_used_and_every_used_code_is_known() -> None:
    used = {
        code
        for path in ROOM.glob("*.py")
        for code in re.findall(r'finding\(\s*"(PL\d+)"', path.read_text(encoding="utf-8"))
    }
    assert used == set(CODES)


def test_a_finding_carries_its_codes_name_and_severity() -> None:
    made = finding("PL502", "a message", "a way", "nurse", "/x")
    assert (made.name, made.severity, made.address, made.pointer) == ("stray-posting", Severity.WARNING, "nurse", "/x")
