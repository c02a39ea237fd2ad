"""The codes of the schema layer: stable, named, explained."""

from __future__ import annotations

import re

import pytest

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.manifest.codes import CODES, MOST, file_finding, limit_findings


def test_a_code_never_changes_its_name() -> None:
    """Others may come; these are in people's files."""
    assert {code: info.name for code, info in CODES.items()}.items() >= {
        "SY101": "unknown-key",
        "SY102": "missing-key",
        "SY103": "unknown-value",
        "SY104": "wrong-type",
        "SY105": "wrong-form",
        "SY106": "blank-text",
        "SY107": "not-https",
        "SY108": "out-of-range",
        "SY109": "wrong-size",
        "SY110": "bad-key",
        "SY150": "duplicate-name",
        "SY199": "schema",
    }.items()


def test_no_code_or_name_is_given_twice() -> None:
    names = [info.name for info in CODES.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_explained(code: str) -> None:
    found = file_finding(code, "m", Place("a.yaml", 2, 3), help="h", pointer="/a")
    assert (found.code, found.severity, found.message, found.help, found.pointer) == (
        code,
        CODES[code].severity,
        "m",
        "h",
        "/a",
    )
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found.name)


def test_an_unknown_code_is_our_bug() -> None:
    with pytest.raises(KeyError):
        file_finding("SY000", "m", Place("a.yaml"))


E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def found(severity: Severity, line: int, path: str | None = "a.yaml") -> Finding:
    return Finding("SY999", "some", severity, "x", place=Place(path, line) if path else None, address="a")


def test_a_hundred_findings_are_all_shown() -> None:
    findings = [found(W, line) for line in range(MOST)]
    assert limit_findings(findings) == findings


@pytest.mark.parametrize(("heaviest", "number", "words"), [(E, 2, "2 more findings"), (W, 1, "1 more finding of")])
def test_one_more_is_said_and_weighs_as_what_is_left_out(heaviest: Severity, number: int, words: str) -> None:
    *shown, last = limit_findings([found(heaviest, line) for line in range(MOST + number, 0, -1)])
    assert [each.place.line for each in shown if each.place] == list(range(1, MOST + 1))
    assert (last.code, last.severity, last.place, last.address) == ("SY025", heaviest, Place("a.yaml"), "a")
    assert words in last.message


def test_errors_are_shown_first() -> None:
    *shown, last = limit_findings([*(found(I, 1) for _ in range(50)), *(found(W, 2) for _ in range(60)), found(E, 3)])
    assert [each.severity for each in shown] == [E] + [W] * 60 + [I] * 39
    assert last.severity is I


def test_each_file_has_its_own_and_what_has_no_place_is_all_shown() -> None:
    many = [found(E, 1, path) for path in ("a.yaml", "b.yaml", None) for _ in range(MOST)]
    assert sorted(map(str, limit_findings(many))) == sorted(map(str, many))
