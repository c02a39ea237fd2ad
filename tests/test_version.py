"""Which release a repo asks for."""

from __future__ import annotations

import re

import pytest

from heymilo_ops.version import SPECIFIERS, __version__, is_newer, satisfies


@pytest.mark.parametrize(
    "asked", ["", "1.2", "~=1.2", "!=1.2", ">1.2", "<=1.2", ">=", ">=1.", ">=1..2", ">=v1", ">=1.2rc1", ",>=1", ">=1 2"]
)
def test_what_is_no_specifier(asked: str) -> None:
    assert not re.match(SPECIFIERS, asked)
    with pytest.raises(ValueError, match="not a version specifier"):
        satisfies(asked, "1.2")


def test_what_is_no_version() -> None:
    with pytest.raises(ValueError, match="not a version: 'new'"):
        satisfies(">=1", "new")


@pytest.mark.parametrize(
    ("asked", "version", "expected"),
    [
        (">=1.2", "1.2", True),
        (">=1.2", "1.2.0", True),
        (">=1.2.0", "1.2", True),
        (">=1.2", "1.10", True),
        (">=1.2", "1.1.9", False),
        (">=1.2", "2", True),
        (">=1.2", "1.2.0rc1", False),
        (">=1.2", "1.2.dev4", False),
        (">=1.2", "1.3a1", True),
        ("<2", "1.99", True),
        ("<2", "2.0.0", False),
        ("<2", "2.0b1", False),
        ("<2", "1.9b1", True),
        ("==1.4", "1.4.0", True),
        ("==1.4", "1.4.1", False),
        ("==0", "0.0", True),
        (">=1.2,<2", "1.5", True),
        (" >= 1.2 , < 2 ", "2.1", False),
        (">=1.2,<2", "1.1", False),
        (">=1", "1.0+local.1", True),
    ],
)
def test_a_version_is_held_against_what_is_asked(asked: str, version: str, expected: bool) -> None:
    assert satisfies(asked, version) is expected


def test_this_release_is_a_version() -> None:
    assert satisfies(f"=={__version__}")


@pytest.mark.parametrize(
    ("version", "than", "expected"),
    [
        ("1.2", "1.1.9", True),
        ("1.10", "1.9", True),
        ("1.2", "1.2.0", False),
        ("1.2", "1.2rc1", True),
        ("1.2rc1", "1.2", False),
        ("1.1", "1.2", False),
        ("", "1.2", False),
        ("1.2", "", False),
    ],
)
def test_which_version_is_newer(version: str, than: str, expected: bool) -> None:
    assert is_newer(version, than) is expected
