"""Reading: golden findings, limits, and that the two readers agree."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.manifest import yaml_fast
from heymilo_ops.manifest.codes import YAML_CODES
from heymilo_ops.manifest.fmt import KeyOrder, format_text
from heymilo_ops.manifest.suppress import parse_suppressions
from heymilo_ops.manifest.yaml_file import MAX_BYTES, Locator, normalise_text, read_file, read_slow, read_text
from heymilo_ops.model.pointer import escape
from tests.fuzz.yaml_text import document

CASES = Path(__file__).parents[1] / "cases" / "yaml" / "findings"
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))


def written(finding: Finding) -> str:
    place = finding.place
    assert place is not None
    return f"{finding.code} {place.line}:{place.column} {finding.pointer or '-'} {finding.message}; {finding.help}"


@pytest.mark.parametrize("name", NAMES)
def test_golden_findings(name: str) -> None:
    source = read_text((CASES / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    expected = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [written(finding) for finding in source.findings] == expected


def test_every_golden_file_is_run() -> None:
    assert len(NAMES) > 50
    assert {path.stem for path in CASES.glob("*.txt")} == set(NAMES)


def test_every_code_is_shown_by_a_case() -> None:
    shown = {line.split()[0] for path in CASES.glob("*.txt") for line in path.read_text("utf-8").splitlines()}
    elsewhere = {"SY001", "SY002", "SY003", "SY023", "SY024", "SY025", "SY026", "SY027", "SY028"}
    # test_suppress, _codes, _unread; tests/cli/test_lint_settings
    assert shown | elsewhere == set(YAML_CODES)
    assert not shown & elsewhere


def test_codes_have_distinct_names() -> None:
    assert len({info.name for info in YAML_CODES.values()}) == len(YAML_CODES)


def test_finding_takes_name_and_severity_from_the_catalogue() -> None:
    (finding,) = read_text("", "x.yaml").findings
    assert (finding.code, finding.name, finding.severity) == ("SY014", "empty-file", Severity.ERROR)


@pytest.mark.parametrize("text", ["", "\n", "# c", "---\n", "~\n", "\ufeff"])
def test_nothing_in_the_file(text: str) -> None:
    source = read_text(text, "x.yaml")
    assert source.data is None
    assert [finding.code for finding in source.findings] in (["SY014"], ["SY013"])


def test_byte_order_mark_and_line_ends_do_not_count() -> None:
    source = read_text("\ufeffname: x\r\ntitle: |\r\n  a\r\n  b\rlast: y\r".encode(), "x.yaml")
    assert source.findings == ()
    assert source.data == {"name": "x", "title": "a\nb\n", "last": "y"}
    assert source.line(2) == "title: |"
    assert source.line(99) == source.line(0) == ""


def test_not_utf8() -> None:
    source = read_text(b"\xef\xbb\xbfname: x\r\ntitle: Caf\xc3\xa9 caf\xe9\r\n", "x.yaml")
    (finding,) = source.findings
    assert (source.data, finding.code, str(finding.place)) == (None, "SY002", "x.yaml:2:16")
    assert finding.message == "the byte 0xE9 is not UTF-8"
    assert source.line(2) == "title: Café caf\ufffd"


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be"])
def test_utf_16(coding: str) -> None:
    source = read_text("\ufeffname: x\n".encode(coding), "x.yaml")
    assert [(each.code, each.message) for each in source.findings] == [("SY002", "the file is UTF-16 and not UTF-8")]


def test_lone_surrogate_is_a_finding() -> None:
    assert [finding.code for finding in read_text("name: \ud800x\n", "x.yaml").findings] == ["SY004"]
    escaped = read_text('name: "\\ud800x"\n', "x.yaml")
    assert all(isinstance(finding, Finding) for finding in escaped.findings)


def test_hidden_characters_are_reported_ten_at_most() -> None:
    assert len(read_text("name: " + "\x07" * 50, "x.yaml").findings) == 10


@pytest.mark.parametrize(
    "content", [b"a: " + b"x" * MAX_BYTES, "a: " + "x" * MAX_BYTES, "a: " + "é" * (MAX_BYTES // 2)]
)
def test_too_large(content: bytes | str) -> None:
    assert [finding.code for finding in read_text(content, "x.yaml").findings] == ["SY003"]


def test_depth_limit_counts_collections() -> None:
    def nested(depth: int) -> str:
        return "".join(f"{'  ' * level}k:\n" for level in range(depth))[:-1] + " v\n"

    assert read_text(nested(64), "x.yaml").findings == ()
    assert [finding.code for finding in read_text(nested(65), "x.yaml").findings] == ["SY020"]
    aliased = "a: &a " + "[" * 40 + "]" * 40 + "\nb: " + "[" * 40 + "*a" + "]" * 40 + "\n"
    assert [finding.code for finding in read_text(aliased, "x.yaml").findings] == ["SY020"]


@pytest.mark.parametrize(
    "text", ["- " * 300_000 + "x", "a: " + "[" * 300_000, "? " * 300_000 + "x", "a: " + "{a: " * 100_000]
)
def test_hostile_nesting_ends_in_a_finding(text: str) -> None:
    assert [finding.code for finding in read_text(text, "x.yaml").findings] == ["SY020"]


def test_aliases_within_limits_are_read_as_copies() -> None:
    source = read_text("a: &a [1]\nb: *a\nc: {d: *a}\n", "x.yaml")
    assert source.findings == ()
    assert source.data is not None
    source.data["a"].append(2)
    assert source.data["b"] == [1]


def test_findings_of_an_anchored_value_are_reported_once() -> None:
    source = read_text("a: &a [True]\nb: *a\n", "x.yaml")
    assert [finding.code for finding in source.findings] == ["SY018"]


def test_read_file(tmp_path: Path) -> None:
    (tmp_path / "postings").mkdir()
    (tmp_path / "postings" / "a.yaml").write_bytes(b"name: a\n")
    assert read_file(tmp_path, tmp_path / "postings" / "a.yaml").path == "postings/a.yaml"
    assert read_file(tmp_path, Path("postings/a.yaml")).data == {"name": "a"}


def test_read_file_that_can_not_be_opened(tmp_path: Path) -> None:
    missing = read_file(tmp_path, Path("no.yaml"))
    assert (missing.data, missing.findings[0].code) == (None, "SY001")
    assert "No such file" in missing.findings[0].message
    assert read_file(tmp_path, tmp_path).findings[0].code == "SY001"


def test_read_file_outside_the_root_and_too_large(tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    source = read_file(tmp_path / "root", tmp_path / "big.yaml")
    assert source.findings[0].code == "SY003"
    assert source.path == (tmp_path / "big.yaml").as_posix()


def test_a_plain_file_is_read_once_and_composed_only_for_places(monkeypatch: pytest.MonkeyPatch) -> None:
    import heymilo_ops.manifest.yaml_file as module

    calls: list[str] = []
    real, slow = module.compose_nodes, module.read_slow
    monkeypatch.setattr(module, "read_slow", lambda *args: calls.append("read") or slow(*args))
    monkeypatch.setattr(module, "compose_nodes", lambda text: calls.append("place") or real(text))
    source = read_text("name: x\ntitle: y\n", "x.yaml")
    assert calls == []
    assert source.locator.place("/title").line == 2
    source.locator.place("/name")
    assert calls == ["place"]


@pytest.mark.parametrize(
    "line",
    [
        "a: b" + " " * 200_000 + "c: d",
        "a" + " " * 200_000 + "b",
        "- " * 200_000 + ": : :",
        "a: " + "1" * 200_000 + "x",
        "a: " + "x #" * 100_000,
        "a: '" + "''" * 100_000,
        "a: [" + "b, " * 20_000 + "{",
        "#" * 200_000 + "\na: b: c",
    ],
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    text = f"name: x\n{line}\n{line}\n"
    started = time.process_time()
    source = read_text(text, "x.yaml")
    format_text(text, "x.yaml", KeyOrder())
    parse_suppressions(source.text)
    assert time.process_time() - started < 10  # quadratic time would be minutes


# -- the fast reader against the slow one ------------------------------------------------------------

SEEDS = (
    """\
# yaml-language-server: $schema=../schemas/posting.schema.json
title: Senior Backend Engineer (Payments)
name: senior-backend-engineer
description: |
  Own the services: APIs, jobs.
    Indented.

  Last line
deadline: "2027-03-31T23:59:59Z"
max_retakes: 1
sender_email_id: 1BF9F7881AC8
workflow:
  - type: web_interview
    config: {video: false, score: 0.5, note: 'it''s'}
    questions:
      - modality: voice
        text: >-
          Tell me about a service. What
          was hard?
        score_weight: 5  # most
        options: [tab_switching, "b c", 3, null]
      # none of your business
      - text: Hi {{candidate_name}}, say
          more
        answer:
      - x
""",
    "a:\n- b\n- - c\n  - d: e\n-\nf: g h\n  i\n\n  j\nk: ''\nl: []\nm: {}\n",
)
PIECES = (
    " #", "# ", ": ", ":", "- ", "-", "\n", "  ", " ", "'", '"', "[", "]", "{", "}", "|", ">", "&a ", "*a", "!",
    "!!str ",
    "0", "012", "0x1F", "1e3", "1_0", "~", "null", "True", "true", "yes", "+1",
    ".5", "?", "? ", ",", "%", "@", "`", "\t",
    "---\n", "...\n", "é", "\u2028", "\u00a0", "😀", "<<: ", "\\", "\\n", "a: b\n", "- b\n", "\n\n", "|-", "|+", "|2",
    "1: ", ".inf", "#",
)  # fmt: skip


def agree(text: str) -> bool:
    """Whether the fast reader took the text; fails where it says something else than the judge."""
    quick = yaml_fast.read_fast(text)
    judged = read_slow(text, "x.yaml")
    if quick is None:
        return False
    assert repr(quick) == repr(judged.data), text
    assert judged.findings == (), text
    return True


def mutated(seed: int) -> str:
    chance = random.Random(seed)
    text = chance.choice(SEEDS)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(text) + 1)
        if chance.random() < 0.3:
            text = text[:at] + text[at + chance.randrange(1, 4) :]
        elif chance.random() < 0.8:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        else:
            lines = text.split("\n")
            lines[chance.randrange(len(lines))] = chance.choice(lines)
            text = "\n".join(lines)
    return normalise_text(text)


def test_seeds_are_read_fast() -> None:
    assert all(yaml_fast.read_fast(seed) is not None for seed in SEEDS)
    assert all(read_text(seed, "x.yaml").findings == () for seed in SEEDS)


def test_both_readers_agree_on_the_whole_grammar() -> None:
    """``make fuzz`` does the same with a million texts and more."""
    taken = sum(agree(normalise_text(document(seed))) for seed in range(10_000))
    assert taken > 2000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('text: Tell me\n  "that you led # and what you learned"\n', "SY010"),
        ("text: Tell me about it # and more\n", "SY010"),
        ("text: Tell me\n  about it # and more\n  ['x']\n", "SY010"),
        ("text: Tell me about it\t# and more\n", "SY010"),
        ("a: True\n", "SY018"),
        ("a: 9007199254740993\n", "SY019"),
        ("a: &a b\n", "SY022"),
        ("a: [b, *a]\n", "SY008"),
        ("a: !!str 1\n", "SY015"),
        ("a: !!map {}\n", "SY015"),
        ("<<: b\n", "SY016"),
        ("1: b\n", "SY017"),
        ("? [a]\n: b\n", "SY017"),
        ("a: {{b}}\n", "SY009"),
        ("a: b\na: c\n", "SY011"),
        ("a: b\n---\nc: d\n", "SY012"),
        ("- a\n", "SY013"),
        ("a: b\u200b\u2028\n", "SY004"),
        ("a: b\x7f\n", "SY004"),
        ("a:" + " [" * 65 + "]" * 65 + "\n", "SY020"),
        ("a: [" + "1," * 100_000 + "]\n", "SY021"),
    ],
)
def test_the_fast_reader_leaves_what_is_remarkable_to_the_judge(text: str, code: str) -> None:
    assert yaml_fast.read_fast(text) is None
    assert code in {finding.code for finding in read_text(text, "x.yaml").findings}


@pytest.mark.parametrize("header", ["|", "|+", "|-", ">", ">+", ">-"])
def test_an_empty_block_is_an_empty_text(header: str) -> None:
    for end in ("", "\n"):
        assert yaml_fast.read_fast(f"key: {header}{end}") == read_slow(f"key: {header}{end}", "x").data == {"key": ""}


def test_fast_reader_and_judge_agree_on_mutations() -> None:
    taken = sum(agree(mutated(seed)) for seed in range(1000))
    assert taken > 100


SCALAR = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12),
    st.sampled_from(PIECES),
)
DOCUMENT = st.dictionaries(
    st.text("abcdeftrue_ -", min_size=1, max_size=5),
    st.recursive(
        SCALAR,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=100, deadline=None)
@given(DOCUMENT, st.booleans(), st.sampled_from([None, True, False]))
def test_fast_reader_and_judge_agree_on_documents(data: object, wide: bool, flow: bool | None) -> None:
    import yaml

    text = yaml.safe_dump(
        data, allow_unicode=True, width=20 if wide else 1000, default_flow_style=flow, sort_keys=False
    )
    agree(normalise_text(text))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab:-#[]{}&*!|>'\"%@`~?, \n\t01.e\\\u2028<"), max_size=40))
def test_no_text_raises(text: str) -> None:
    source = read_text(text, "x.yaml")
    assert source.data is not None or source.findings
    assert source.locator.place("/a/0").line >= 1


TEXT = """\
name: x
text: |
  one
  two

workflow:
  - type: form
    "a/b": {c~d: [1, 22]}
    folded: >-
      words

      more
  -
    type: sms
empty:
long: words
  go on
last: |
  end"""


def show(place: Any) -> str:
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ("", "1:1-19:6", "1:1-19:6"),
        ("/name", "1:7-1:8", "1:1-1:5"),
        ("/text", "2:7-4:6", "2:1-2:5"),
        ("/workflow", "7:3-14:14", "6:1-6:9"),
        ("/workflow/0", "7:5-12:11", "7:5-12:11"),
        ("/workflow/0/a~1b/c~0d/1", "8:22-8:24", "8:22-8:24"),
        ("/workflow/0/a~1b", "8:12-8:26", "8:5-8:10"),
        ("/workflow/0/folded", "9:13-12:11", "9:5-9:11"),
        ("/workflow/1/type", "14:11-14:14", "14:5-14:9"),
        ("/empty", "15:7-15:7", "15:1-15:6"),
        ("/long", "16:7-17:8", "16:1-16:5"),
        ("/last", "18:7-19:6", "18:1-18:5"),
    ],
)
def test_places(pointer: str, value: str, key: str) -> None:
    locator = Locator(TEXT, "x.yaml")
    assert show(locator.place(pointer)) == value
    assert show(locator.place(pointer, key=True)) == key


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("/title", "1:1-1:5"),  # the file: its first key
        ("/workflow/0/questions", "7:5-7:9"),  # a list item: its first key
        ("/workflow/0/a~1b/x", "8:5-8:10"),  # a mapping behind a key: that key
        ("/workflow/7/type", "6:1-6:9"),
        ("/workflow/x", "6:1-6:9"),
        ("/name/deep/er", "1:1-1:5"),
    ],
)
def test_what_is_not_there_is_shown_at_what_is(pointer: str, place: str) -> None:
    assert show(Locator(TEXT, "x.yaml").place(pointer)) == place
    assert show(Locator(TEXT, "x.yaml").place(pointer, key=True)) == place


def test_a_text_that_can_not_be_read_has_one_place() -> None:
    assert str(Locator("a: [", "x.yaml").place("/a/0")) == "x.yaml:1:1"
    assert str(Locator("", "x.yaml").place("")) == "x.yaml:1:1"


def test_list_items_that_are_missing_are_shown_at_the_item_above() -> None:
    assert show(Locator("- a\n- [b]\n", "x.yaml").place("/1/4")) == "2:3-2:6"


def test_places_through_an_alias() -> None:
    locator = Locator("a: &a {b: c}\nd: *a\n", "x.yaml")
    assert show(locator.place("/d/b")) == "1:11-1:12"
    assert show(locator.place("/d")) == "2:4-2:6"


def pointers(data: Any, above: str = "") -> Iterator[str]:
    yield above
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield from pointers(value, f"{above}/{escape(str(step))}")


def test_every_node_has_a_place_within_the_text() -> None:
    source = read_text(TEXT, "x.yaml")
    found = [source.locator.place(pointer) for pointer in pointers(source.data)]
    assert len(found) == 16
    lines = TEXT.split("\n")
    for place in found:
        assert place.end_line is not None and place.end_column is not None
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.end_column <= len(lines[place.end_line - 1]) + 1


LONG = "# " + "as long as most are\n# " * 59 + "as long as most are\n"


def _pointers(value: object, pointer: str = "") -> Iterator[str]:
    yield pointer
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _pointers(part, f"{pointer}/{key}")


@pytest.mark.parametrize(
    "text",
    [
        "name: a\nops: {jurisdictions: [GB]}\nworkflow:\n  - type: form\n",
        "# top\nname: a\n\n# of the steps\nworkflow:\n- type: form  # a form\n  text: >-\n    one\n\n    two\n\n"
        "# of ops\nops:\n  b: |\n    x\n",
        "name: |+\n  a\n\n\nops:\n  c: 1\n",
        "---\nname: a\nops: b",
        "name: &a {x: 1}\nops: *a\n",
        'name: "a\nops: b"\nworkflow: c\n',
        'name: "a\n  b: c"\nops: d\n',
        "{name: a, ops: {b: c}}\n",
        '"name": a\nops: {b: c}\n',
        'name: "a\u2028b"\nops: {c: d}\n',
        "name: a\u2028\nops: {c: d}\n",
        "  name: a\n  ops: {c: d}\n",
        "name:\n- a\n- b: c\nops: d\n",
    ],
)
def test_a_place_is_the_same_whether_the_file_or_only_its_part_is_composed(text: str) -> None:
    source = read_text(LONG + text, "postings/a.yaml")
    whole = Locator(source.text, source.path)
    for pointer in (*_pointers(source.data), "/ops/missing", "/missing", "/workflow/7/x"):
        for key in (False, True):
            of_part = Locator(source.text, source.path, None, tuple(source.data or ()))
            assert of_part.place(pointer, key=key) == whole.place(pointer, key=key), pointer


def test_only_the_part_of_a_plain_file_is_composed() -> None:
    source = read_text(LONG + "name: a\nops: {b: c}\n", "postings/a.yaml")
    assert source.part_locator.place("/ops/b").line == 62
    assert "_tree" not in vars(source.part_locator)
    assert source.part_locator.written("/name") == "a"
    assert source.part_locator.place("/ops/b").line == 62
