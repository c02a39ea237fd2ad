from __future__ import annotations

import pytest

from heymilo_ops.manifest.sharing.splice import entry_lines, with_use, with_values
from heymilo_ops.manifest.yaml_file import read

FORM = "{file: a.md}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: word  # why\nb: 1\n", "a: {file: a.md}  # why\nb: 1\n"),
        ("a: >-  # why\n  one\n\n  two\n\n# next\nb: 1\n", "a: {file: a.md}  # why\n\n# next\nb: 1\n"),
        ("a: |\n  # no comment\nb: 1\n", "a: {file: a.md}\nb: 1\n"),
        ("a: one\n  two  # why\nb: 1\n", "a: {file: a.md}  # why\nb: 1\n"),
        ('a:\n  "one\n  two"\nb: 1\n', "a:\n  {file: a.md}\nb: 1\n"),
        ("{b: 1, a: 'é # x'}  # why\n", "{b: 1, a: {file: a.md}}  # why\n"),
        ("a: |\n  last", "a: {file: a.md}"),
    ],
)
def test_a_value_gives_way_to_a_form(before: str, after: str) -> None:
    assert with_values(before, ["/a"], FORM) == after


def test_several_values_at_once() -> None:
    assert with_values("x: [{a: 1}, {a: 2}]\nb: 3\n", ["/b", "/x/1/a"], FORM) == (
        "x: [{a: 1}, {a: {file: a.md}}]\nb: {file: a.md}\n"
    )


@pytest.mark.parametrize("text", ["a: &it word\nb: *it\n", "a: [\n"])
def test_what_can_not_be_edited(text: str) -> None:
    assert with_values(text, ["/a"], FORM) is None
    assert with_use(text, "/a", "x", [], []) is None


QUESTION = """\
q:
  # Asked of all.
  - key: plan  # since 2019
    text: >-  # in these words
      Tell me
      all.

    # Low on purpose.
    score_weight: 2  # of 10
    dropdown_values:
      # The usual one.
      - label: "Yes"
        value: "yes"

  # Another.
  - key: other
"""


def test_every_comment_of_a_question_stays() -> None:
    assert with_use(QUESTION, "/q/0", "plan", ["score_weight"], ["max_follow_ups"]) == (
        "q:\n"
        "  # Asked of all.\n"
        "  - use: plan  # since 2019\n"
        "    # in these words\n"
        "    # Low on purpose.\n"
        "    score_weight: 2  # of 10\n"
        "    # The usual one.\n"
        "    max_follow_ups: null\n"
        "\n"
        "  # Another.\n"
        "  - key: other\n"
    )


def test_the_key_may_stay() -> None:
    edited = with_use(QUESTION, "/q/0", "first-plan", ["key"], [])
    assert edited is not None
    assert "  - use: first-plan\n    key: plan  # since 2019\n    # in these words\n" in edited


def test_a_question_in_braces() -> None:
    assert with_use("q: [{key: a, text: 'b, c', score_weight: 3}]  # x\n", "/q/0", "why", ["text"], ["d"]) == (
        "q: [{use: why, text: 'b, c', d: null}]  # x\n"
    )


def test_a_comment_inside_of_braces_would_be_lost() -> None:
    text = "q:\n  - {key: a,  # why\n     text: b}\n"
    assert with_use(text, "/q/0", "a", [], []) is None


def test_the_lines_of_a_key() -> None:
    assert entry_lines(QUESTION, "/q/0", "text") == ["text: >-", "  Tell me", "  all."]
    assert entry_lines(QUESTION, "/q/0", "dropdown_values") == [
        "dropdown_values:",
        '  - label: "Yes"',
        '    value: "yes"',
    ]
    assert entry_lines("q: [{text: b}]", "/q/0", "text") == []
    assert read("\n".join(entry_lines(QUESTION, "/q/0", "text")) + "\n", "").data == {"text": "Tell me all."}
