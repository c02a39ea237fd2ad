"""Comments that accept a finding."""

from __future__ import annotations

import pytest

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.manifest.suppress import parse_suppressions
from heymilo_ops.manifest.yaml_nodes import compose_nodes

TEXT = """\
name: x
# heymilo-ops: allow FR001 asked by the works council
# another comment

title: Young team  # heymilo-ops: allow ST002, CX003: agreed
text: |
  # heymilo-ops: allow FR001 this is text
quoted: "a # heymilo-ops: allow FR001 this is text"
block: >  # heymilo-ops: allow KO001 on the header
  words
"""


def at(code: str, line: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, "name", severity, "message", place=Place("x.yaml", line))


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("# heymilo-ops: allow FR001", "without a reason"),
        ("# heymilo-ops: allow FR001 —", "without a reason"),
        ("# heymilo-ops: allow", "allows nothing"),
        ("# heymilo-ops: allow everything", "allows nothing"),
        ("# heymilo-ops: ignore FR001 because", "allows nothing"),
        ("# heymilo-ops: allow SY011 because", "SY011 can't be allowed"),
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
    assert found.remaining(findings) == findings[:1]


def test_a_hash_inside_a_text_is_no_comment() -> None:
    found = parse_suppressions(TEXT, "x.yaml")
    assert [(item.code, item.line) for item in found.items] == [("FR001", 5), ("ST002", 5), ("CX003", 5), ("KO001", 9)]
    assert found.findings == ()
    assert found.items[0].reason == "asked by the works council"
    assert found.items[1].reason == "agreed"


def test_the_given_tree_is_used() -> None:
    assert parse_suppressions(TEXT, "x.yaml", compose_nodes(TEXT).root) == parse_suppressions(TEXT, "x.yaml")


def test_covers_the_line_and_nothing_else() -> None:
    found = parse_suppressions(TEXT)
    findings = [at("FR001", 5), at("FR001", 4), at("FR002", 5)]
    assert found.remaining(findings) == findings[1:]


def test_a_comment_at_the_end_covers_itself_only() -> None:
    assert [item.line for item in parse_suppressions("a: b\n# heymilo-ops: allow FR001 why\n").items] == [2]


def test_a_broken_text_still_has_its_comments() -> None:
    found = parse_suppressions("a: [\n# heymilo-ops: allow FR001 why\nb: c\n")
    assert found.remaining([at("FR001", 3)]) == []


def test_texts_without_comments_cost_nothing() -> None:
    assert parse_suppressions("a: [").items == ()


def test_remaining_and_unused() -> None:
    found = parse_suppressions(TEXT, "x.yaml")
    nowhere = Finding("FR001", "name", Severity.ERROR, "message")
    findings = [at("FR001", 5), at("FR001", 6), at("CX003", 5), nowhere]
    assert found.remaining(findings) == [findings[1], nowhere]
    assert [(f.code, f.message.split()[0], f.place and f.place.line) for f in found.unused(findings)] == [
        ("SY024", "ST002", 5),
        ("SY024", "KO001", 9),
    ]
