import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.finding import Place, Severity
from heymilo_ops.lint.english_rules import EnglishRules
from heymilo_ops.report import findings
from heymilo_ops.report.findings import snippet
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.width import cells
from tests.fuzz.steps import steps


def no_lines(path: str, line: int) -> None:
    return None


def test_nothing_to_report() -> None:
    line = "40 files, no finding; 1 text read, 2 not readable in their language, 3 topics not covered\n"
    assert findings.render_findings([], no_lines, Writer(), 40, texts=(1, 2, 3)) == line
    assert findings.render_findings([], no_lines, Writer(), 1).startswith("1 file, no finding; 0 texts read")
    assert findings.finding_blocks([], no_lines, Writer()) == ""
    assert json.loads(findings.findings_json([])) == {"format_version": "1.0", "findings": []}
    texts = json.loads(findings.findings_json([], texts=(1, 2, 3)))["texts"]
    assert texts == {"read": 1, "unreadable": 2, "topics_not_covered": 3}
    assert findings.github_annotations([]) == ""


def test_source_line_and_help(made) -> None:
    shown = findings.render_findings(
        [made.a_finding()], lambda path, line: f"{path} line {line} weight: 7", Writer(), 40
    )
    assert shown.splitlines() == [
        "postings/senior.yaml:14:21: error AP012 weight-range: score_weight is 7, but HeyMilo takes 0 to 5",
        "  14 | postings/senior.yaml line 14 weight: 7",
        "     |                     ^",
        "  help: Write a whole number from 1 to 5.",
        "",
        "1 error in 1 of 40 files",
    ]


def test_by_file_then_place_and_without_place_last(made) -> None:
    found = [
        made.a_finding(place=None, address="b", severity=Severity.INFO),
        made.a_finding(place=Place("b.yaml", 1, 1)),
        made.a_finding(place=Place("a.yaml", 20, 1), severity=Severity.WARNING),
        made.a_finding(place=Place("a.yaml", 3, 1)),
        made.a_finding(place=None, address=None, help=""),
    ]
    lines = findings.render_findings(found, no_lines, Writer(), 40).splitlines()
    heads = [line.split(" ")[0] for line in lines if "weight-range" in line]
    assert heads == ["a.yaml:3:1:", "a.yaml:20:1:", "b.yaml:1:1:", "error", "b:"]
    assert lines[-1] == "3 errors, 1 warning, 1 hint in 2 of 40 files"


def test_summary_without_any_place(made) -> None:
    assert findings.render_findings([made.a_finding(place=None)], no_lines, Writer(), 2).endswith("\n\n1 error\n")


def test_a_finding_on_a_folder_is_in_none_of_the_files(made) -> None:
    assert findings.render_findings([made.a_finding()], no_lines, Writer(), 0).endswith("\n\n1 error\n")


def test_long_help_is_folded(made) -> None:
    shown = findings.finding_block(made.a_finding(help="word " * 40), no_lines, Writer(columns=60))
    assert all(len(line) <= 60 for line in shown.splitlines())
    assert len(shown.splitlines()) == 6


def test_a_long_message_is_folded_where_there_is_a_width(made) -> None:
    finding = made.a_finding(message="it waits; run `heymilo-ops state unlock` once it is known " + "why " * 20)
    for paint in (Writer(columns=60), Writer(enabled=True, columns=60)):
        first, *rest = findings.finding_block(finding, no_lines, paint).splitlines()
        assert "postings/senior.yaml:14:21:" in first and "AP012" in first
        assert all(line.startswith("    ") for line in rest[:-1]) and "help:" in rest[-1]
    assert all(cells(line) <= 60 for line in findings.finding_block(finding, no_lines, Writer(columns=60)).splitlines())
    assert "`heymilo-ops state unlock`" in findings.finding_block(finding, no_lines, Writer(columns=60))
    assert findings.finding_block(finding, no_lines, Writer()).splitlines()[0].endswith("why")


def test_colours_by_severity(made) -> None:
    paint = Writer(enabled=True)
    for severity, style in zip(Severity, (paint.red, paint.yellow, paint.cyan), strict=True):
        shown = findings.render_findings([made.a_finding(severity=severity)], lambda *_: "weight: 7" * 5, paint, 1)
        assert style(severity.value) in shown
        assert style("^") in shown


def test_nasty_texts_stay_on_their_line(made) -> None:
    finding = made.a_finding(message=made.NASTY, help=made.NASTY, place=Place(made.NASTY, 1, 1), address=made.NASTY)
    for shown in (
        findings.render_findings([finding], lambda *_: made.NASTY, Writer(), 1),
        findings.github_annotations([finding]),
    ):
        assert "\x1b" not in shown and "\u202e" not in shown
    assert not any(
        line.lstrip().startswith("::")
        for line in findings.render_findings([finding], lambda *_: "::error::x", Writer(), 1).splitlines()
    )
    assert len(findings.github_annotations([finding]).splitlines()) == 1


def test_json_has_the_promised_keys(made) -> None:
    records = json.loads(findings.findings_json([made.a_finding(), made.a_finding(place=None, address=None)]))[
        "findings"
    ]
    place = ["path", "line", "column", "end_line", "end_column"]
    keys = ["code", "name", "severity", "message", "help", *place, "address", "pointer"]
    assert [list(record) for record in records] == [keys, keys]
    assert records[0]["path"] == "postings/senior.yaml" and records[0]["end_column"] == 22
    assert records[1]["path"] is None and records[1]["address"] is None


def test_github_escapes(made) -> None:
    finding = made.a_finding(message="100% of a, b: c", place=Place("a,b:c%.yaml", 3, 5), help="")
    assert findings.github_annotations([finding]) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=3,col=5,title=AP012 weight-range::100%25 of a, b: c\n"
    )


def test_github_levels_and_no_place(made) -> None:
    found = [made.a_finding(severity=severity, place=None) for severity in Severity]
    shown = findings.github_annotations(found).splitlines()
    assert sorted(line.split()[0] for line in shown) == ["::error", "::notice", "::warning"]
    assert shown[0].endswith(
        "::senior-backend-engineer: score_weight is 7, but HeyMilo takes 0 to 5"
        "%0Ahelp: Write a whole number from 1 to 5."
    )
    assert "::score_weight" in findings.github_annotations([made.a_finding(place=None, address=None)])


def test_an_empty_line_is_not_shown(made) -> None:
    shown = findings.finding_block(made.a_finding(place=Place("a.yaml")), lambda path, line: "", Writer())
    assert shown.splitlines()[1:] == ["  help: Write a whole number from 1 to 5."]


def test_what_was_not_read_is_folded_below_the_count() -> None:
    said = findings.render_findings([], no_lines, Writer(columns=60), 40, passed=(2, 3))
    assert said.splitlines()[0] == "40 files, no finding"
    assert said.splitlines()[1].startswith("  0 texts read") and "not read: 2" in said
    assert max(map(len, said.splitlines())) <= 60
    assert len(findings.render_findings([], no_lines, Writer(), 40, passed=(2, 3)).splitlines()) == 1


def shown(line: str, place: Place, width: int = 100) -> list[str]:
    return snippet(line, place, str, Writer(columns=width))


def test_carets_under_the_value() -> None:
    assert shown("score_weight: 77", Place("p", 14, 15, 14, 17)) == [
        "  14 | score_weight: 77",
        "     |               ^^",
    ]


@pytest.mark.parametrize(
    ("line", "place", "text", "carets"),
    [
        ("\tkey: x", Place("p", 1, 7, 1, 8), "    key: x", "         ^"),
        ("a\tb", Place("p", 1, 3, 1, 4), "a   b", "    ^"),
        ("日本 x", Place("p", 1, 1, 1, 3), "日本 x", "^^^^"),
        ("日本 x", Place("p", 1, 4), "日本 x", "     ^"),
        ("a\u202eb", Place("p", 1, 2, 1, 3), "a<U+202E>b", " ^^^^^^^^"),
        ("abc\r\n", Place("p", 1, 2, 3, 1), "abc", " ^^"),
        ("abc", Place("p", 1, 99, 1, 120), "abc", "   ^"),
        ("abc", Place("p", 1, 2, 1, 2), "abc", " ^"),
        ("", Place("p", 1, 1), "", "^"),
        ("abc", Place("p", 1, 2, 1, 1), "abc", " ^"),
    ],
)
def test_shapes(line, place, text, carets) -> None:
    first, second = shown(line, place)
    assert first == f"  1 | {text}".rstrip()
    assert second == f"    | {carets}"


def test_long_line_is_cut_around_the_value() -> None:
    line = "x" * 200 + "VALUE" + "y" * 200
    first, second = shown(line, Place("p", 1, 201, 1, 206), 60)
    at = second.index("^")
    assert first[at : at + 5] == "VALUE"
    assert second.count("^") == 5
    assert first.startswith("  1 | …") and first.endswith("…")
    assert cells(first) <= 60
    assert "xxxxxxxxVALUE" in first, "what stands before the value is told too"


def test_long_line_at_its_ends() -> None:
    line = "A" + "x" * 198 + "Z"
    assert shown(line, Place("p", 1, 1, 1, 2), 60)[0].startswith("  1 | Ax")
    first, second = shown(line, Place("p", 1, 200, 1, 201), 60)
    assert first.endswith("Z") and first[second.index("^")] == "Z"


@given(st.text("ab\t日\u202eé", max_size=80), st.integers(1, 90), st.integers(1, 90), st.integers(20, 60))
def test_always_fits_and_never_lies(line: str, column: int, end: int, width: int) -> None:
    first, second = shown(line, Place("p", 1, column, 1, max(column, end)), width)
    assert cells(first) <= max(width, 27)
    assert cells(second) <= max(width, 27) + 1
    assert "^" in second and "\u202e" not in first
    index = column - 1
    if index < len(line) and line[index] in "ab日é":
        caret = second.index("^")
        before = 0
        for char in first:
            if before == caret:
                assert char == line[index]
                break
            before += cells(char)


@pytest.mark.parametrize("column", [1, 500_000, 1_000_000])
def test_of_a_long_line_only_what_is_near_is_looked_at(column: int) -> None:
    line = "x" * (column - 1) + "y" + "x" * (1_000_000 - column)
    found: list[str] = []
    assert steps(lambda: found.extend(shown(line, Place("p", 1, column, 1, column + 1)))) < 20_000
    text, carets = found
    assert text[carets.index("^")] == "y"
    assert carets.count("^") == 1
    assert text.endswith("…") == (column < 1_000_000)
    assert ("| …" in text) == (column > 1)
    assert cells(text) <= 100


def test_rules_that_read_only_english_are_named_with_how_many_postings_they_left() -> None:
    unread = EnglishRules(3, ("CX123", "KO104"))
    line = "3 postings are not in English. Not read there: 2 rules for English words (CX123, KO104)."
    assert findings.english_line(unread) == line
    assert findings.english_line(EnglishRules(1, ("CX123",))).startswith("1 posting is not in English. Not read there")
    assert findings.english_line(None) == ""
    written = json.loads(findings.findings_json([], english=unread))
    assert written["english_rules"] == {"unread_postings": 3, "codes": ["CX123", "KO104"]}
    assert "english_rules" not in json.loads(findings.findings_json([]))


def test_a_long_line_that_ends_in_nothing_is_cut_all_the_same() -> None:
    text, _ = shown("a: b" + "\u0301" * 10_000, Place("p", 1, 1, 1, 2))
    assert text.endswith("…")


def test_what_contradicts_it_is_shown_with_its_line(made) -> None:
    finding = replace(made.a_finding(), other_place=Place("a.yaml", 7, 3, 7, 5))
    text = findings.finding_block(finding, lambda path, number: f"  xy of {path}" if number == 7 else None, Writer())
    assert "  contradicted by: a.yaml:7:3\n" in text and "xy of a.yaml" in text
    assert "xy" not in findings.finding_block(finding, lambda path, number: None, Writer())
    assert '"contradicted_by": "a.yaml:7:3"' in findings.findings_json([finding])
    assert "contradicted by: a.yaml:7:3" in findings.github_annotations([finding])
