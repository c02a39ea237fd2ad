"""What heymilo.yaml says of the rules."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.finding import CodeInfo, DismissedBy, Finding, Place, Severity
from heymilo_ops.lint.policy import PLAIN, Policy, matches


def found(code: str = "FR111", severity: Severity = Severity.WARNING, **more: Any) -> Finding:
    more.setdefault("place", Place("postings/team/a.yaml"))
    return Finding(code, {"FR111": "age-asked"}.get(code, "other"), severity, "it is so", **more)


@pytest.mark.parametrize("code", ["SY101", "AP120", "PL101"])
@pytest.mark.parametrize(
    "policy",
    [
        Policy(ignore=("ALL",)),
        Policy(select=()),
        Policy(severity={"ALL": Severity.INFO}),
        Policy(ignore=("SY101", "AP120", "PL101"), per_file_ignores={"**": ("ALL",)}),
    ],
)
def test_errors_of_what_cant_be_read_sent_or_planned_stay(code: str, policy: Policy):
    error = found(code, Severity.ERROR)
    assert policy.weighed(error) == error
    assert policy.dismissed(error) is None


def test_their_warnings_are_as_any_other():
    assert Policy(ignore=("AP",)).dismissed(found("AP108")) is not None


def test_without_settings_nothing_changes():
    assert PLAIN.is_plain and not Policy(ignore=("FR",)).is_plain
    assert PLAIN.weighed(found()) == found()
    assert PLAIN.dismissed(found()) is None


@pytest.mark.parametrize(
    ("policy", "reason"),
    [
        (Policy(ignore=("FR",)), "lint.ignore"),
        (Policy(ignore=("age-asked",)), "lint.ignore"),
        (Policy(ignore=("FR1",), extend_select=("FR",)), "lint.ignore"),
        (Policy(ignore=("FR",), extend_select=("FR1",)), None),
        (Policy(ignore=("FR111",), extend_select=("age-asked",)), "lint.ignore"),
        (Policy(ignore=("KO", "FR11x")), None),
        (Policy(select=("KO",)), "lint.select leaves it out"),
        (Policy(select=("KO",), extend_select=("FR111",)), None),
        (Policy(select=("ALL",), ignore=("ALL",)), "lint.ignore"),
    ],
)
def test_the_longer_selector_counts(policy: Policy, reason: str | None):
    dismissed = policy.dismissed(found())
    assert (dismissed and dismissed.reason) == reason
    assert dismissed is None or dismissed.by is DismissedBy.CONFIG


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("postings/team/a.yaml", True),
        ("postings/*/a.yaml", True),
        ("postings/*.yaml", False),
        ("postings/**/a.yaml", True),
        ("**/*.yaml", True),
        ("postings/", True),
        ("postings/team/?.yaml", True),
        ("postings", False),
        ("team/a.yaml", False),
        ("postings/team/a.yam", False),
        ("postings/team/a?yaml*", True),
        ("postings?team/a.yaml", False),
        ("**", True),
        ("**/team/**/a.yaml", True),
        ("**/eam/a.yaml", False),
        ("post**/a.yaml", True),
        ("postings/team/*a.*", True),
    ],
)
def test_a_pattern_is_of_whole_paths(pattern: str, fits: bool):
    assert (Policy(per_file_ignores={pattern: ("FR",)}).dismissed(found()) is not None) is fits


def test_no_pattern_takes_long():
    assert not matches("**/a/*" * 300, "a/" * 500)


def test_a_pattern_is_for_its_codes_and_for_what_has_a_place():
    policy = Policy(per_file_ignores={"**/*.yaml": ("KO",)})
    assert policy.dismissed(found()) is None
    assert Policy(per_file_ignores={"**/*": ("FR",)}).dismissed(found(place=None)) is None


def test_the_longest_selector_says_what_a_finding_weighs():
    policy = Policy(severity={"FR": Severity.INFO, "FR11": Severity.ERROR, "KO": Severity.INFO})
    assert policy.weighed(found()).severity is Severity.ERROR
    assert policy.weighed(found("FR201")).severity is Severity.INFO
    assert policy.weighed(found("CX101")).severity is Severity.WARNING


@pytest.mark.parametrize(
    ("policy", "asked"),
    [
        (PLAIN, False),
        (Policy(extend_select=("FR",)), False),
        (Policy(extend_select=("FR111",)), True),
        (Policy(select=("age-asked",)), True),
    ],
)
def test_a_preview_is_shown_where_it_is_named_in_full(policy: Policy, asked: bool):
    assert policy.is_asked(found(preview=True)) is asked
    assert policy.is_asked(found())


def test_a_selector_that_fits_nothing_is_named():
    policy = Policy(
        select=("ALL", "FR"),
        extend_select=("FR999",),
        ignore=("age-asked", "age-askd"),
        per_file_ignores={"a/b~c": ("FR1", "XX")},
        severity={"QQ": Severity.ERROR},
    )
    assert list(policy.unknown({"FR111": CodeInfo("age-asked", Severity.ERROR)})) == [
        ("/extend_select/0", "FR999"),
        ("/ignore/1", "age-askd"),
        ("/per_file_ignores/a~1b~0c/1", "XX"),
        ("/severity/QQ", "QQ"),
    ]
