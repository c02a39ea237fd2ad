"""What is said of broken texts; the golden cases are in test_source."""

from __future__ import annotations

import pytest

from heymilo_ops.manifest.events import Problem
from heymilo_ops.manifest.source import read
from heymilo_ops.manifest.traps import explain, swallowed_words


@pytest.mark.parametrize(
    "line",
    [
        "score_weight: 3  # most important",
        "voice_id: wrv-1 # Sarah",
        "text: These are words  # deliberate",
        "text: Are you sure? # asked by legal",
        "text: We start now. #",
        "text: We start now # heymilo-ops: allow ST001 for a reason",
        "text: no comment at all",
        "type: form # first",
    ],
)
def test_comments_that_swallow_nothing(line: str) -> None:
    assert [f.code for f in read(line + "\n", "x.yaml").findings] == []


@pytest.mark.parametrize(
    "line",
    [
        "text: Is your C # skill strong",
        "title: C # developer",
        "text: We are the #1 shop and #2 shop".replace("the #1", "the # 1"),
        "text: What is it? #golang",
        "text: We start now #today",
    ],
)
def test_comments_that_swallow_words(line: str) -> None:
    (finding,) = read(line + "\n", "x.yaml").findings
    assert (finding.code, finding.pointer.startswith("/t")) == ("SY010", True)
    assert finding.place is not None
    assert line[finding.place.column - 1] == "#"
    assert finding.place.end_column == len(line) + 1


def test_swallowed_words_needs_the_comment_right_behind() -> None:
    assert swallowed_words("a b # c", 3, "a b")
    assert not swallowed_words("a b", 3, "a b")


def test_a_problem_without_a_place_points_at_the_beginning() -> None:
    (finding,) = explain(Problem("SY005", "words", None), "a: b", "x.yaml")
    assert str(finding.place) == "x.yaml:1:1"
    assert finding.message == "not valid YAML: words"


@pytest.mark.parametrize("text", ["a: b\n\tc: d\n", "a:\n  b: c\n\td: e\n"])
def test_tabs(text: str) -> None:
    assert [f.code for f in read(text, "x.yaml").findings] == ["SY006"]


def test_everything_is_said_in_plain_words() -> None:
    for text in ("a: [b\n", "a: {b\n", "a: 'b", "a: b: c\n", "- a\nb: c\n", 'a: "b" c\n', "a: {b: c}}\n"):
        (finding,) = read(text, "x.yaml").findings
        assert "while" not in finding.message, text
