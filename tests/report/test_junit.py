"""JUnit: what CI systems show as test results."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Place, Severity
from heymilo_ops.report.junit import junit_xml

PLACE = Place("postings/a.yaml", 7, 3)
ERROR = Finding("FR111", "age-asked", Severity.ERROR, 'it asks "how <old>" & why', "ask less", PLACE)
WARNING = Finding("CX101", "long", Severity.WARNING, "it is\x07long \ufffe", address="a")


def suite_of(*findings: Finding, dismissed: tuple[Dismissed, ...] = ()) -> ElementTree.Element:
    (suite,) = ElementTree.fromstring(junit_xml(findings, dismissed))
    assert int(suite.attrib["tests"]) == len(suite)
    return suite


def test_a_clean_run_is_one_case_that_claims_nothing() -> None:
    (case,) = suite_of()
    assert (case.attrib["name"], len(case)) == ("no finding", 0)


def test_an_error_has_failed_and_a_warning_has_not() -> None:
    suite = suite_of(ERROR, WARNING)
    assert (suite.attrib["failures"], suite.attrib["skipped"]) == ("1", "0")
    error, warning = sorted(suite, key=lambda case: case.attrib["name"], reverse=True)
    assert error.attrib == {
        "classname": "postings/a.yaml", "name": "FR111 age-asked:7:3", "file": "postings/a.yaml", "line": "7",
    }  # fmt: skip
    assert (error[0].tag, error[0].attrib["message"]) == ("failure", 'it asks "how <old>" & why')
    assert error[0].text == 'it asks "how <old>" & why\nhelp: ask less'
    assert warning.attrib == {"classname": "a", "name": "CX101 long"}
    assert warning[0].tag == "system-out"
    assert (warning[0].text or "").startswith("warning: it is")


def test_what_contradicts_it_is_named() -> None:
    (case,) = suite_of(replace(ERROR, other_place=Place("postings/_shared/b.yaml", 9, 1)))
    assert "\ncontradicted by: postings/_shared/b.yaml:9:1\nhelp: ask less" in (case[0].text or "")


def test_what_doesnt_count_was_skipped() -> None:
    nowhere = Finding("PL103", "nothing-desired", Severity.ERROR, "none is left")
    suite = suite_of(dismissed=(Dismissed(nowhere, DismissedBy.EXCEPTION, "agreed", "HR-1"),))
    skipped = [case for case in suite if len(case)]
    assert [case[0].attrib["message"] for case in skipped] == ["exception; agreed; HR-1"]
    assert suite.attrib["skipped"] == "1"
