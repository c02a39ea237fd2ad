"""A file changed in place reads as wanted, and what wasn't touched keeps its comments and layout."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from heymilo_ops.manifest.item_pairing import is_same
from heymilo_ops.manifest.variables import replace_values
from heymilo_ops.manifest.yaml_dump import Commented, dump
from heymilo_ops.manifest.yaml_edit import edit_or_rewrite, edit_text, list_comments, read_entry
from heymilo_ops.manifest.yaml_file import Locator, read_text
from heymilo_ops.model.canonical import canonical, digest, request_of
from heymilo_ops.model.pointer import join
from tests.manifest.test_var_lines import BLOCK
from tests.manifest.test_write_back import TEXT as SHARED_TEXT
from tests.strategies import NASTY, manifests

TEXT = """\
# yaml-language-server: $schema=../schemas/posting.schema.json
# A comment of the whole.

name: baker   # the name
title: 'Night baker'

# Why so brief.
instructions: >-
  Be warm.
  Be brief.
metadata:
  owner: hiring  # who
workflow:
  # First the form.
  - type: form
    questions:
      - text: Why?  # asked first
"""


def data_of(text: str) -> dict[str, Any]:
    data = read_text(text, "a.yaml").data
    assert data is not None
    return dict(data)


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(manifests(), manifests())
def test_it_reads_as_wanted(before: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert data_of(edit_or_rewrite(dump(before), wanted)) == wanted


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_commented_file_reads_as_wanted(draw: st.DataObject) -> None:
    wanted = copy.deepcopy(data_of(TEXT))
    for key in draw.draw(st.lists(st.sampled_from(sorted(wanted)), unique=True, max_size=3)):
        if draw.draw(st.booleans()):
            del wanted[key]
        else:
            wanted[key] = draw.draw(st.sampled_from(NASTY))
    wanted |= draw.draw(st.dictionaries(st.sampled_from(["language", "deadline"]), st.sampled_from(NASTY), max_size=1))
    assert data_of(edit_or_rewrite(TEXT, wanted)) == wanted


@pytest.mark.parametrize("text", NASTY, ids=repr)
def test_any_text_can_be_set(text: str) -> None:
    wanted = {**data_of(TEXT), "title": text}
    edited = edit_or_rewrite(TEXT, wanted)
    assert data_of(edited) == wanted
    assert "# First the form." in edited


def test_nothing_to_change_changes_nothing() -> None:
    assert edit_or_rewrite(TEXT, data_of(TEXT)) == TEXT


def test_what_is_not_touched_stays_as_it_is() -> None:
    edited = edit_or_rewrite(TEXT, {**data_of(TEXT), "title": "Day baker"})
    assert edited == TEXT.replace("'Night baker'", "Day baker")


def test_a_key_is_taken_out_and_one_is_added() -> None:
    wanted = data_of(TEXT)
    del wanted["metadata"]
    edited = edit_or_rewrite(TEXT, {**wanted, "language": "de"})
    assert "metadata" not in edited
    for comment in ("# A comment of the whole.", "# the name", "# Why so brief.", "# First the form.", "# asked first"):
        assert comment in edited
    assert data_of(edited) == {**wanted, "language": "de"}


def test_comments_next_to_what_changes_stay() -> None:
    text = (
        "name: a\n# before\ninstructions: >-\n  One.\n  Two.\n\n# after\nmetadata:\n  k: v # inside\n  # last\n"
        "max_retakes: 1  # once\n# the end\n"
    )
    wanted = {"name": "a", "instructions": "One.\nThree.", "metadata": {"k": "w"}, "max_retakes": 2, "language": "de"}
    assert edit_or_rewrite(text, wanted) == (
        "name: a\nlanguage: de\n# before\ninstructions: >-\n  One.\n\n  Three.\n\n"
        "# after\nmetadata:\n  k: w  # inside\n  # last\n"
        "max_retakes: 2  # once\n# the end\n"
    )
    assert edit_or_rewrite("max_retakes: 1 # once\n", {"max_retakes": [1]}) == "max_retakes:  # once\n  - 1\n"


def test_an_empty_wish_and_an_empty_file() -> None:
    assert data_of(edit_or_rewrite(TEXT, {"name": "a"})) == {"name": "a"}
    assert data_of(edit_or_rewrite("{}\n", {"name": "a"})) == {"name": "a"}


@pytest.mark.parametrize("broken", ["a: [", "- a\n", "", "a: 1\na: 2\n"])
def test_what_cannot_be_read_is_written_anew(broken: str) -> None:
    assert edit_or_rewrite(broken, {"name": "a"}) == dump({"name": "a"})


def test_aliases_are_written_out_where_an_edit_would_change_two_places() -> None:
    text = "name: a\ndescription: &d Long.\njob_overview: *d\n"
    source = read_text(text, "a.yaml")
    if source.data is None:
        assert source.findings
    assert data_of(edit_or_rewrite(text, {"name": "a", "job_overview": "Long."})) == {
        "name": "a",
        "job_overview": "Long.",
    }


def test_windows_line_ends_and_a_mark_are_no_trouble() -> None:
    text = "\ufeffname: a\r\ntitle: abc # why\r\n"
    edited = edit_or_rewrite(text, {"name": "a", "title": "abc", "language": "de"})
    assert data_of(edited) == {"name": "a", "title": "abc", "language": "de"}
    assert "# why" in edited


QUESTIONS = """\
name: a
workflow:
  # The talk.
  - type: web_interview   # by phone too
    config: {mode: audio}  # why
    questions:

      # On people.
      - key: angry  # kept
        # as asked since spring
        text: >-
          Tell me about
          an angry customer.
        score_weight: 3  # as agreed

      # On products.
      - {key: price, text: How much?, score_weight: 2}  # short

      # Part two.

      # On time.
      - key: late
        # heymilo-ops: allow ST110 a quotation
        text: Why late?
        options: [a, b]
  - # The form.
    type: form
    questions:
    - text: Your age?  # asked by law
# The end.
"""


def changed(change: Any) -> tuple[dict[str, Any], str]:
    """What is wanted, and the file edited to it."""
    wanted = data_of(QUESTIONS)
    change(wanted)
    edited = edit_or_rewrite(QUESTIONS, wanted)
    assert data_of(edited) == wanted
    return wanted, edited


def asked(data: dict[str, Any]) -> list[dict[str, Any]]:
    return list(data["workflow"][0]["questions"])


def test_one_value_of_a_question_is_one_line() -> None:
    _, edited = changed(lambda data: asked(data)[0].update(score_weight=5))
    assert edited == QUESTIONS.replace("score_weight: 3", "score_weight: 5")
    _, edited = changed(lambda data: asked(data)[2].update(text="Why early?"))
    assert edited == QUESTIONS.replace("Why late?", "Why early?")


def test_a_block_of_text_stays_one_and_brackets_stay_brackets() -> None:
    _, edited = changed(lambda data: asked(data)[0].update(text="Tell me of it."))
    assert edited == QUESTIONS.replace(
        "          Tell me about\n          an angry customer.\n", "          Tell me of it.\n"
    )
    _, edited = changed(lambda data: asked(data)[1].update(score_weight=4, note=None, more=[True, 1.5]))
    assert "- {key: price, text: How much?, score_weight: 4, note: null, more: [true, 1.5]}  # short\n" in edited
    _, edited = changed(lambda data: asked(data)[2].update(options=["b"]))
    assert edited == QUESTIONS.replace("[a, b]", "[b]")


def test_a_question_moves_with_its_comments() -> None:
    _, edited = changed(lambda data: data["workflow"][0]["questions"].reverse())
    assert sorted(edited.split("\n"), key=str.strip)[-20:] == sorted(QUESTIONS.split("\n"), key=str.strip)[-20:]
    assert "      # On time.\n      - key: late\n" in edited
    assert "      # On people.\n      - key: angry  # kept\n" in edited


def test_what_is_taken_out_takes_its_own_comments_along() -> None:
    _, edited = changed(lambda data: data["workflow"][0]["questions"].pop())
    assert "# Part two." in edited
    assert "# On time." not in edited
    assert "heymilo-ops: allow" not in edited
    _, edited = changed(lambda data: asked(data)[0].pop("score_weight"))
    assert edited == QUESTIONS.replace("        score_weight: 3  # as agreed\n", "")


def test_a_new_question_stands_in_its_place() -> None:
    new = {"key": "new", "text": "What is new?", "score_weight": 1}
    _, edited = changed(lambda data: data["workflow"][0]["questions"].insert(1, new))
    assert edited == QUESTIONS.replace(
        "\n      # On products.",
        "\n      - key: new\n        text: What is new?\n        score_weight: 1\n\n      # On products.",
    )


def test_a_reworded_question_without_a_key_keeps_its_comments() -> None:
    _, edited = changed(lambda data: data["workflow"][1]["questions"][0].update(text="Your age today?"))
    assert edited == QUESTIONS.replace("Your age?", "Your age today?")
    _, edited = changed(lambda data: data["workflow"][1].update(questions=[{"text": "Can you lift 20 kg?"}]))
    assert "# asked by law" not in edited


def test_the_order_of_steps_is_changed_by_their_lines() -> None:
    _, edited = changed(lambda data: data["workflow"].reverse())
    assert sorted(edited.split("\n")) == sorted(QUESTIONS.split("\n"))


def test_a_layout_that_lines_cannot_tell_apart_is_written_anew_there_only() -> None:
    text = "name: a  # kept\nmetadata:\n  ? k\n  : v\n"
    edited = edit_or_rewrite(text, {"name": "a", "metadata": {"k": "w"}})
    assert edited == "name: a  # kept\nmetadata:\n  k: w\n"


def commented(lines: list[str], draw: st.DataObject) -> list[str]:
    """The lines with a comment beside every third or so, and above others, each of them another one."""
    found = []
    for number, line in enumerate(lines):
        way = draw.draw(st.sampled_from(["", "", "beside", "above"]))
        is_open = line.rstrip().endswith((":", "-")) or line.split(": ")[0] == line or '"' in line or "|" in line
        if way == "above" and line.strip():
            found.append(" " * (len(line) - len(line.lstrip())) + f"# c{number}")
        found.append(f"{line}  # c{number}" if way == "beside" and not is_open else line)
    return found


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(manifests(), manifests(), st.data())
def test_comments_on_what_is_not_touched_survive(
    before: dict[str, Any], other: dict[str, Any], draw: st.DataObject
) -> None:
    text = "\n".join(commented(dump(before).split("\n"), draw))
    if data_of(text) != before:  # a comment fell into a block of text
        return
    taken = draw.draw(st.sets(st.sampled_from(sorted(other))))
    wanted = copy.deepcopy({**before, **{key: other[key] for key in taken}, "name": before["name"]})
    for step in wanted.get("workflow") or ():
        if draw.draw(st.booleans()) and step.get("questions"):
            step["questions"] = draw.draw(st.permutations(step["questions"]))
    edited = edit_or_rewrite(text, wanted)
    assert data_of(edited) == wanted
    assert digest(canonical(request_of(data_of(edited)))) == digest(canonical(request_of(wanted)))
    untouched = {key for key in before if key in wanted and is_same(before[key], wanted[key])}
    for key, lines in _by_root_key(text).items():
        if key in untouched:
            assert lines in edited


def _by_root_key(text: str) -> dict[str, str]:
    """The lines of each root key of a text in the usual layout, with those of its own comments that stand in it."""
    found: dict[str, str] = {}
    key = ""
    for line in text.split("\n"):
        if line and line[0] not in " #":
            key = line.partition(":")[0]
            found[key] = line
        elif key and line[:1] != "#":
            found[key] += f"\n{line}"
    return {key: lines.rstrip() for key, lines in found.items()}


# --- strictly: every comment stays, and nothing that stays is written anew ---


FORM = {"file": "a.md"}


def shared(text: str, *pointers: str) -> str | None:
    """The text with a form of sharing in the place of values, each comment kept."""
    return edit_text(text, replace_values(read_text(text, "").data or {}, dict.fromkeys(pointers, FORM)), strict=True)


def used(text: str, name: str, kept: list[str], nulls: list[str]) -> str | None:
    """The text with its first question shared."""
    question = data_of(text)["workflow"][0]["questions"][0]
    form = {"use": name, **{key: question[key] for key in kept}, **dict.fromkeys(nulls)}
    return edit_text(
        text, replace_values(read_text(text, "").data or {}, {"/workflow/0/questions/0": form}), strict=True
    )


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
    assert shared(before, "/a") == after


def test_several_values_at_once() -> None:
    assert shared("x: [{a: 1}, {a: 2}]\nb: 3\n", "/b", "/x/1/a") == (
        "x: [{a: 1}, {a: {file: a.md}}]\nb: {file: a.md}\n"
    )


@pytest.mark.parametrize("text", ["a: &it word\nb: *it\n", "a: [\n"])
def test_what_can_not_be_edited(text: str) -> None:
    assert edit_text(text, {"a": FORM, "b": "word"}, strict=True) is None


QUESTION = """\
workflow:
- type: form
  questions:
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
    assert used(QUESTION, "plan", ["score_weight"], ["max_follow_ups"]) == (
        "workflow:\n"
        "- type: form\n"
        "  questions:\n"
        "  # Asked of all.\n"
        "  - use: plan  # since 2019\n"
        "    # in these words\n"
        "\n"
        "    # Low on purpose.\n"
        "    score_weight: 2  # of 10\n"
        "    max_follow_ups: null\n"
        "    # The usual one.\n"
        "\n"
        "  # Another.\n"
        "  - key: other\n"
    )


def test_the_key_may_stay() -> None:
    edited = used(QUESTION, "first-plan", ["key"], [])
    assert edited is not None
    assert "  - use: first-plan\n    key: plan  # since 2019\n    # in these words\n" in edited


def test_a_question_in_braces() -> None:
    assert (
        used(
            "workflow: [{type: form, questions: [{key: a, text: 'b, c', score_weight: 3}]}]  # x\n",
            "why",
            ["text"],
            ["d"],
        )
        == "workflow: [{type: form, questions: [{use: why, text: 'b, c', d: null}]}]  # x\n"
    )


def test_a_comment_inside_of_braces_would_be_lost() -> None:
    text = "workflow:\n- type: form\n  questions:\n  - {key: a,  # why\n     text: b}\n"
    assert used(text, "a", [], []) is None


def test_the_lines_of_a_key() -> None:
    assert read_entry(QUESTION, "/workflow/0/questions/0", "text") == ["text: >-", "  Tell me", "  all."]
    assert read_entry(QUESTION, "/workflow/0/questions/0", "dropdown_values") == [
        "dropdown_values:",
        '  - label: "Yes"',
        '    value: "yes"',
    ]
    assert read_entry("q: [{text: b}]", "/q/0", "text") == []
    assert read_text("\n".join(read_entry(QUESTION, "/workflow/0/questions/0", "text")) + "\n", "").data == {
        "text": "Tell me all."
    }


# --- one value is one place ---


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value that holds no other."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if path and not (isinstance(value, dict | list) and value):
        yield path
    for key, inner in items:
        yield from leaves(inner, (*path, key))


TEXTS = {"plain": TEXT, "questions": QUESTIONS, "shared": SHARED_TEXT, "block": BLOCK}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_an_edit_of_one_value_changes_the_lines_of_that_value_only(draw: st.DataObject) -> None:
    text = draw.draw(st.one_of(st.sampled_from(sorted(TEXTS.values())), manifests().map(dump)))
    before = data_of(text)
    path = draw.draw(st.sampled_from(list(leaves(before))))
    new = draw.draw(st.one_of(st.sampled_from([*NASTY, None, True, 3, 2.5]), st.just({"var": "a"})))
    wanted = replace_values(before, {join(*path): new})
    edited = edit_text(text, wanted, strict=True)
    if edited is None:  # a comment inside of a text that goes
        return
    assert is_same(data_of(edited), wanted)
    place, key = Locator(text, "").place(join(*path)), Locator(text, "").place(join(*path), key=True)
    first, last = key.line - 1, (place.end_line or place.line)
    old, lines = text.split("\n"), edited.split("\n")
    assert lines[:first] == old[:first]
    behind = [line for line in old[last:] if line.strip()]
    assert [line for line in lines if line.strip()][len(lines) and -len(behind) :] == behind or not behind
    assert list_comments(edited) == list_comments(text)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("a: { b: 1,c: 'x' }\n", {"a": {"b": 2, "c": "x"}}, "a: { b: 2,c: 'x' }\n"),
        ("a: {b: 1, c: 'x'}\n", {"a": {"c": "x"}}, "a: {c: 'x'}\n"),
        ("a: {b: , c: 'x'}\n", {"a": {"b": 1, "c": "x"}}, "a: {b: 1, c: 'x'}\n"),
        ("a: {b: , c: 'x'}\n", {"a": {"b": None, "c": "z"}}, "a: {b: , c: z}\n"),
        ("a: [ 'x', 1 ]\n", {"a": ["x", 1, 2]}, "a: ['x', 1, 2]\n"),
        ("a: [x, y]\n", {"a": "z"}, "a: z\n"),
        ("a: {b: 1}\n", {"a": [1]}, "a: [1]\n"),
        ("a: [{b: 'é'},\n  {c: 'x'}]  # why\n", {"a": [{"b": "é"}, {"c": "z"}]}, "a: [{b: 'é'},\n  {c: z}]  # why\n"),
        ("a: {b: 'one\n  two', c: 1}\n", {"a": {"b": "three", "c": 1}}, "a: {b: three, c: 1}\n"),
        (
            "workflow: [{type: form, config: {}}]\n",
            {"workflow": [{"type": "form", "config": {}, "questions": []}]},
            "workflow: [{type: form, config: {}, questions: []}]\n",
        ),
        ("{a: 1, b: 'x'}\n", {"a": 2, "b": "x"}, "{a: 2, b: 'x'}\n"),
    ],
)
def test_what_is_in_brackets_is_changed_there(before: str, change: dict[str, Any], after: str) -> None:
    assert edit_text(before, change, strict=True) == after


def test_what_is_in_brackets_on_several_lines_is_written_anew_where_its_items_change() -> None:
    text = "a: [x,\n  y]\n"
    assert edit_text(text, {"a": ["x"]}, strict=True) is None
    assert edit_text(text, {"a": ["x"]}) == "a:\n  - x\n"
    assert edit_text("{a: 1,\n b: 2}\n", {"a": 1}) is None


def test_a_comment_comes_with_a_new_value() -> None:
    assert edit_text("a: 1\n", {"a": 1, "b": Commented("x", "why")}, strict=True) == "a: 1\nb: x  # why\n"


def test_a_list_that_is_spaced_stays_so_when_its_first_item_moves() -> None:
    text = "questions:\n- key: a\n  text: A?\n\n- key: b\n  text: B?\n"
    moved = "questions:\n- key: b\n  text: B?\n\n- key: a\n  text: A?\n"
    assert edit_text(text, {"questions": data_of(text)["questions"][::-1]}) == moved


def test_braces_that_open_keep_what_stays_and_take_what_changes() -> None:
    wanted = {"a": {"b": "x", "c": 2, "d": Commented("w", "why")}}
    assert edit_text("a: {b: 'x', c: 1}  # kept\n", wanted, strict=True) == (
        "a:  # kept\n  b: 'x'\n  c: 2\n  d: w  # why\n"
    )


def test_a_comment_beside_braces_on_several_lines_comes_above_their_lines() -> None:
    text = "questions:\n- {key: a,\n  text: A?}  # why\n"
    wanted = {"questions": [{"key": "a", "text": "A?", "score_weight": 1}]}
    assert edit_text(text, wanted) == "questions:\n# why\n- key: a\n  text: A?\n  score_weight: 1\n"
    assert edit_text(text, wanted, strict=True) is None
    assert edit_text("a: {b: [x,\n  z], c: 1}\n", {"a": {"b": ["x"], "c": 1}}, strict=True) is None


def test_blank_lines_that_belong_to_a_text_stay_with_it() -> None:
    assert edit_text("a: |+\n  x\n\nb: 1\n", {"a": "x\n\n", "b": 2}, strict=True) == "a: |+\n  x\n\nb: 2\n"
