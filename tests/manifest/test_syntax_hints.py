"""What is said of broken texts; the golden cases are in test_source."""

from __future__ import annotations

import pytest

from heymilo_ops.manifest.syntax_hints import explain_problem, swallowed_words
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.manifest.yaml_nodes import Problem


@pytest.mark.parametrize(
    "line",
    [
        "score_weight: 3  # most important",
        "voice_id: wrv-1 # Sarah",
        "text: These are words  # deliberate",
        "note: Are you sure? # asked by legal",
        "text: We start now. #",
        "title: Porter # provisional",
        "text: Order  #45 is late",
        "type: form #first of two",
        "text: # the words are still missing",
        "text: We start now # heymilo-ops: allow ST001 for a reason",
        "text: no comment at all",
        "type: form # first",
    ],
)
def test_comments_that_swallow_nothing(line: str) -> None:
    assert [f.code for f in read_text(line + "\n", "x.yaml").findings] == []


@pytest.mark.parametrize(
    "line",
    [
        "text: Is your C # skill strong",
        "title: C # developer",
        "text: We are the #1 shop and #2 shop".replace("the #1", "the # 1"),
        "text: What is it? #golang",
        "text: We start now #today",
        "text: Order #45 is late, and the customer asks why.",
        "text: Order #45",
        "text: Order\t#45 is late",
        "title: Waiter # main hall",
        "text: Are you sure? # asked by legal",
        "text: Bring your card. # of years on the job, please",
        "text: Was #ärgert",
        "title: #1 bakery in town",
    ],
)
def test_comments_that_swallow_words(line: str) -> None:
    (finding,) = read_text(line + "\n", "x.yaml").findings
    assert (finding.code, finding.pointer.startswith("/t")) == ("SY010", True)
    assert finding.place is not None
    assert line[finding.place.column - 1] == "#"
    assert finding.place.end_column == len(line) + 1


@pytest.mark.parametrize(
    "text",
    [
        "metadata:\n  site: Hall #2\n",
        "workflow:\n- questions:\n  - options:\n    - Hall #2\n",
        "workflow:\n- questions:\n  - dropdown_values:\n    - label: Hall #2\n",
        "workflow:\n- questions:\n  - answer: Hall #2\n",
        "workspaces:\n  prod:\n    vars:\n      hall: Hall #2\n",
    ],
)
def test_numbers_swallowed_from_other_words_of_the_author(text: str) -> None:
    assert [each.code for each in read_text(text, "x.yaml").findings] == ["SY010"]
    assert read_text(text.replace("#2", "# second"), "x.yaml").findings == ()


def test_the_name_of_a_prose_field_below_metadata_is_no_prose() -> None:
    assert read_text("metadata:\n  title: Hall # the second one\n", "x.yaml").findings == ()


def test_swallowed_words_needs_the_comment_right_behind() -> None:
    assert swallowed_words("a b # c", 3, "a b")
    assert not swallowed_words("a b", 3, "a b")


def test_a_problem_without_a_place_points_at_the_beginning() -> None:
    (finding,) = explain_problem(Problem("SY005", "words", None), "a: b", "x.yaml")
    assert str(finding.place) == "x.yaml:1:1"
    assert finding.message == "not valid YAML: words"


@pytest.mark.parametrize("text", ["a: b\n\tc: d\n", "a:\n  b: c\n\td: e\n"])
def test_tabs(text: str) -> None:
    assert [f.code for f in read_text(text, "x.yaml").findings] == ["SY006"]


def test_everything_is_said_in_plain_words() -> None:
    for text in ("a: [b\n", "a: {b\n", "a: 'b", "a: b: c\n", "- a\nb: c\n", 'a: "b" c\n', "a: {b: c}}\n"):
        (finding,) = read_text(text, "x.yaml").findings
        assert "while" not in finding.message, text


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("name: a\n\ufefftitle: b\n", [1]),
        ("a:\n  - \ufefftext: b\n", [5]),
        ("title: \ufeffHello\nname: a\ufeffb\n", []),
        ("text: |\n  a\ufeff\n", []),
        ("title: a\x08b\n", [9]),
    ],
)
def test_a_byte_order_mark_is_wrong_before_a_key_and_left_to_the_rules_in_a_text(text: str, columns: list[int]) -> None:
    found = [each for each in read_text(text, "x.yaml").findings if each.code == "SY004"]
    assert [each.place and each.place.column for each in found] == columns


def test_the_marks_of_a_merge_conflict_are_named() -> None:
    text = "name: x\n<<<<<<< HEAD\ntitle: One\n=======\ntitle: Two\n>>>>>>> branch\n"
    (found,) = read_text(text, "x.yaml").findings
    assert (found.code, found.place.line if found.place else 0) == ("SY005", 2)
    assert "merge conflict" in found.message
    (other,) = read_text("name: x\n<<<<<<< HEAD\ntitle: One\n", "x.yaml").findings
    assert "merge conflict" not in other.message
