"""Comments that accept a finding."""

from __future__ import annotations

from datetime import date

import pytest

from heymilo_ops.finding import DismissedBy, Finding, Place, Severity
from heymilo_ops.manifest.suppress import Suppressions, parse_suppressions
from heymilo_ops.manifest.yaml_nodes import compose_nodes

TEXT = """\
name: x
# heymilo-ops: allow RB001 asked by the works council
# another comment

title: Young team  # heymilo-ops: allow ST002, CX003: agreed
text: |
  # heymilo-ops: allow RB001 this is text
quoted: "a # heymilo-ops: allow RB001 this is text"
block: >  # heymilo-ops: allow KO001 on the header
  words
"""


TODAY = date(2027, 1, 1)


def remaining(found: Suppressions, findings: list[Finding]) -> list[Finding]:
    return found.sort_out(findings, TODAY, lambda _: False)[0]


def at(code: str, line: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, "name", severity, "message", place=Place("x.yaml", line))


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("# heymilo-ops: allow RB001", "without a reason"),
        ("# heymilo-ops: allow RB001 —", "without a reason"),
        ("# heymilo-ops: allow", "allows nothing"),
        ("# heymilo-ops: allow everything", "allows nothing"),
        ("# heymilo-ops: ignore RB001 because", "allows nothing"),
        ("# heymilo-ops: allow SY011 because", "SY011 can't be allowed"),
        ("# heymilo-ops: allow FR111 because", "FR111 is allowed without one of the reasons for its family"),
        ("# heymilo-ops: allow KO001, FR111 reason=legal-minimum", "FR111 is allowed without a ticket"),
        ("# heymilo-ops: allow KO001 why until=31.1.2027", "until=31.1.2027 is no date"),
    ],
)
def test_a_comment_that_allows_nothing_is_a_finding(comment: str, words: str) -> None:
    found = parse_suppressions(f"a: b\nc: d  {comment}\n", "x.yaml")
    assert found.items == ()
    (finding,) = found.findings
    assert (finding.code, finding.severity, str(finding.place)) == ("SY023", Severity.WARNING, "x.yaml:2:7")
    assert words in finding.message


def test_errors_of_the_yaml_and_schema_layer_are_never_covered() -> None:
    found = parse_suppressions("a: b  # heymilo-ops: allow SY101 because\n")
    findings = [at("SY101", 1), at("SY101", 1, Severity.WARNING)]
    assert remaining(found, findings) == findings[:1]


def test_a_hash_inside_a_text_is_no_comment() -> None:
    found = parse_suppressions(TEXT, "x.yaml")
    assert [(item.code, item.line) for item in found.items] == [("RB001", 5), ("ST002", 5), ("CX003", 5), ("KO001", 9)]
    assert found.findings == ()
    assert found.items[0].reason == "asked by the works council"
    assert found.items[1].reason == "agreed"


def test_the_given_tree_is_used() -> None:
    assert parse_suppressions(TEXT, "x.yaml", compose_nodes(TEXT).root) == parse_suppressions(TEXT, "x.yaml")


def test_covers_the_line_and_nothing_else() -> None:
    found = parse_suppressions(TEXT)
    findings = [at("RB001", 5), at("RB001", 4), at("RB002", 5)]
    assert remaining(found, findings) == findings[1:]


def test_a_comment_at_the_end_covers_itself_only() -> None:
    assert [item.line for item in parse_suppressions("a: b\n# heymilo-ops: allow RB001 why\n").items] == [2]


def test_a_broken_text_still_has_its_comments() -> None:
    found = parse_suppressions("a: [\n# heymilo-ops: allow RB001 why\nb: c\n")
    assert remaining(found, [at("RB001", 3)]) == []


def test_texts_without_comments_cost_nothing() -> None:
    assert parse_suppressions("a: [").items == ()


def test_remaining_and_unused() -> None:
    found = parse_suppressions(TEXT, "x.yaml")
    nowhere = Finding("RB001", "name", Severity.ERROR, "message")
    findings = [at("RB001", 5), at("RB001", 6), at("CX003", 5), nowhere]
    assert remaining(found, findings) == [findings[1], nowhere]
    assert [
        (f.code, f.message.split()[0], f.place and f.place.line) for f in found.report(findings, TODAY, is_whole=True)
    ] == [
        ("SY024", "ST002", 5),
        ("SY024", "KO001", 9),
    ]


def test_fairness_is_allowed_with_a_reason_and_a_ticket() -> None:
    found = parse_suppressions(
        "a: b  # heymilo-ops: allow FR111 reason=legal-minimum ticket=HR-12 bar staff\n", "x.yaml"
    )
    (item,) = found.items
    assert (item.reason, item.acceptance.terms.ticket) == ("legal-minimum - bar staff", "HR-12")
    left, dismissed = found.sort_out([at("FR111", 1)], TODAY, lambda _: True)
    assert left == []
    assert [(it.by, it.reason, it.ticket, it.place and it.place.line) for it in dismissed] == [
        (DismissedBy.COMMENT, "legal-minimum - bar staff", "HR-12", 1)
    ]


@pytest.mark.parametrize(
    ("until", "has_changed", "counts", "reported"),
    [
        ("2027-12-31", True, False, []),
        ("2027-01-20", True, False, [("SY027", Severity.INFO)]),
        ("2026-12-31", False, False, [("SY027", Severity.WARNING)]),
        ("2026-12-31", True, True, [("SY027", Severity.WARNING)]),
    ],
)
def test_what_ends_counts_again_once_the_text_changes(
    until: str, has_changed: bool, counts: bool, reported: list[object]
) -> None:
    found = parse_suppressions(f"a: b  # heymilo-ops: allow KO001 agreed until={until}\n")
    findings = [at("KO001", 1)]
    assert bool(found.sort_out(findings, TODAY, lambda _: has_changed)[0]) is counts
    assert [(f.code, f.severity) for f in found.report(findings, TODAY, is_whole=False)] == reported


def test_what_cant_be_read_or_sent_stays_and_the_comment_is_reported() -> None:
    found = parse_suppressions("a: b  # heymilo-ops: allow AP120 agreed\n")
    findings = [at("AP120", 1)]
    assert found.sort_out(findings, TODAY, lambda _: False) == (findings, [])
    assert [f.code for f in found.report(findings, TODAY, is_whole=True)] == ["SY023"]
    assert list(found.report([], TODAY, is_whole=False)) == []
