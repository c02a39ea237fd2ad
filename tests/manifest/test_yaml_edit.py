"""A file changed in place reads as wanted, and what wasn't touched keeps its comments and layout."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from heymilo_ops.manifest.item_pairing import same
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_edit import with_values
from heymilo_ops.manifest.yaml_file import read
from heymilo_ops.model.canonical import canonical, digest, request_of
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
    data = read(text, "a.yaml").data
    assert data is not None
    return dict(data)


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(manifests(), manifests())
def test_it_reads_as_wanted(before: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert data_of(with_values(dump(before), wanted)) == wanted


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
    assert data_of(with_values(TEXT, wanted)) == wanted


@pytest.mark.parametrize("text", NASTY, ids=repr)
def test_any_text_can_be_set(text: str) -> None:
    wanted = {**data_of(TEXT), "title": text}
    edited = with_values(TEXT, wanted)
    assert data_of(edited) == wanted
    assert "# First the form." in edited


def test_nothing_to_change_changes_nothing() -> None:
    assert with_values(TEXT, data_of(TEXT)) == TEXT


def test_what_is_not_touched_stays_as_it_is() -> None:
    edited = with_values(TEXT, {**data_of(TEXT), "title": "Day baker"})
    assert edited == TEXT.replace("'Night baker'", "Day baker")


def test_a_key_is_taken_out_and_one_is_added() -> None:
    wanted = data_of(TEXT)
    del wanted["metadata"]
    edited = with_values(TEXT, {**wanted, "language": "de"})
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
    assert with_values(text, wanted) == (
        "name: a\nlanguage: de\n# before\ninstructions: >-\n  One.\n\n  Three.\n\n"
        "# after\nmetadata:\n  k: w  # inside\n  # last\n"
        "max_retakes: 2  # once\n# the end\n"
    )
    assert with_values("max_retakes: 1 # once\n", {"max_retakes": [1]}) == "# once\nmax_retakes:\n  - 1\n"


def test_an_empty_wish_and_an_empty_file() -> None:
    assert data_of(with_values(TEXT, {"name": "a"})) == {"name": "a"}
    assert data_of(with_values("{}\n", {"name": "a"})) == {"name": "a"}


@pytest.mark.parametrize("broken", ["a: [", "- a\n", "", "a: 1\na: 2\n"])
def test_what_cannot_be_read_is_written_anew(broken: str) -> None:
    assert with_values(broken, {"name": "a"}) == dump({"name": "a"})


def test_aliases_are_written_out_where_an_edit_would_change_two_places() -> None:
    text = "name: a\ndescription: &d Long.\njob_overview: *d\n"
    source = read(text, "a.yaml")
    if source.data is None:
        assert source.findings
    assert data_of(with_values(text, {"name": "a", "job_overview": "Long."})) == {"name": "a", "job_overview": "Long."}


def test_windows_line_ends_and_a_mark_are_no_trouble() -> None:
    text = "\ufeffname: a\r\ntitle: abc # why\r\n"
    edited = with_values(text, {"name": "a", "title": "abc", "language": "de"})
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
    edited = with_values(QUESTIONS, wanted)
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
    edited = with_values(text, {"name": "a", "metadata": {"k": "w"}})
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
    edited = with_values(text, wanted)
    assert data_of(edited) == wanted
    assert digest(canonical(request_of(data_of(edited)))) == digest(canonical(request_of(wanted)))
    untouched = {key for key in before if key in wanted and same(before[key], wanted[key])}
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
