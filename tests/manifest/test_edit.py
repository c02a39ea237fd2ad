"""A file changed in place reads as wanted, and what wasn't touched keeps its comments and layout."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from heymilo_ops.manifest.dump import dump
from heymilo_ops.manifest.edit import with_values
from heymilo_ops.manifest.source import read
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
        "name: a\nlanguage: de\n# before\ninstructions: |-\n  One.\n  Three.\n\n"
        "# after\n# inside\nmetadata:\n  k: w\n  # last\n"
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
