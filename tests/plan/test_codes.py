"""The PL family."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.plan.codes import CODES, WORDS, make_finding

ROOM = Path(__file__).resolve().parents[2] / "heymilo_ops" / "plan"


def test_an_unknown_code_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        make_finding("PL999")


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_name_and_a_severity(code: str) -> None:
    known = CODES[code]
    assert re.fullmatch(r"PL\d{3}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", known.name)


def test_codes_are_sorted_and_names_are_unique() -> None:
    assert list(CODES) == sorted(CODES)
    assert len({each.name for each in CODES.values()}) == len(CODES)


def test_every_code_is_used_and_every_used_code_is_known() -> None:
    rules = (path for path in ROOM.glob("*.py") if path.stem not in ("codes", "comparison"))
    used = {case for path in rules for case in re.findall(r'"(PL\d+(?:\.[a-z_]+)?)"', path.read_text(encoding="utf-8"))}
    assert {case.partition(".")[0] for case in used} == set(CODES)
    assert used == set(WORDS)


def test_a_finding_carries_its_codes_name_and_severity() -> None:
    made = make_finding("PL502", "nurse", "/x", posting_id="p1", mark="nurse@1")
    assert (made.name, made.severity, made.address, made.pointer) == ("stray-posting", Severity.WARNING, "nurse", "/x")


@pytest.mark.parametrize("case", WORDS)
def test_a_case_has_words_for_what_is_wrong_and_what_to_do(case: str) -> None:
    templates = " ".join(WORDS[case])
    names = set(re.findall(r"{(\w+)}", templates)) - {"name"}
    made = make_finding(case, "nurse", "/x", **{name: f"<{name}>" for name in names})  # type: ignore[arg-type]
    assert (made.code, made.address, made.pointer) == (case[:5], "nurse", "/x")
    assert made.message and made.help and "{" not in made.message + made.help
    assert all(f"<{name}>" in made.message + made.help for name in names)
