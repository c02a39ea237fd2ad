"""The codes of the schema layer: stable, named, explained."""

from __future__ import annotations

import re

import pytest

from heymilo_ops.finding import Place
from heymilo_ops.manifest.codes import SCHEMA_CODES, YAML_CODES, file_finding


def test_a_code_never_changes_its_name() -> None:
    """Others may come; these are in people's files."""
    assert {code: info.name for code, info in SCHEMA_CODES.items()}.items() >= {
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
    assert not SCHEMA_CODES.keys() & YAML_CODES.keys()
    names = [info.name for info in (*YAML_CODES.values(), *SCHEMA_CODES.values())]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", SCHEMA_CODES)
def test_a_code_is_explained(code: str) -> None:
    found = file_finding(code, "m", Place("a.yaml", 2, 3), help="h", pointer="/a")
    assert (found.code, found.severity, found.message, found.help, found.pointer) == (
        code,
        SCHEMA_CODES[code].severity,
        "m",
        "h",
        "/a",
    )
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found.name)


def test_an_unknown_code_is_our_bug() -> None:
    with pytest.raises(KeyError):
        file_finding("SY000", "m", Place("a.yaml"))
