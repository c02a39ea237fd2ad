from __future__ import annotations

import re
from datetime import date

import pytest

from heymilo_ops.lint.law.law import NOT_CONFIRMED, Effect
from heymilo_ops.lint.law.place import find_place
from heymilo_ops.lint.topics.topic import Topic
from heymilo_ops.manifest.law_reader import load_law, read_law
from heymilo_ops.version import __version__, is_newer

LAW = load_law()
TODAY = date(2026, 11, 28)
"""The day on which the data was last looked at as a whole; no test asks a clock."""


def test_ids_are_unique() -> None:
    ids = [entry.id for entry in LAW.entries]
    assert len(set(ids)) == len(ids)


def test_every_entry_names_places_that_exist() -> None:
    codes = {code for entry in LAW.entries for code in (*entry.places, *entry.excepted)}
    assert {code for code in codes if find_place(code) != code} == set()


def test_every_entry_on_a_question_is_on_a_topic_that_is_looked_for() -> None:
    topics = {entry.topic for entry in LAW.entries if entry.effect in (Effect.BARS, Effect.EVIDENCE)}
    assert topics - set(Topic) == set()


@pytest.mark.parametrize("entry", LAW.entries, ids=lambda entry: entry.id)
def test_an_entry_is_one_plain_sentence_with_a_source(entry) -> None:
    assert re.fullmatch(r"https://[^\s/]+/\S*", entry.source_url)
    assert re.match(r"[A-Z].*\.$", entry.what_it_says) and "\n" not in entry.what_it_says
    assert not re.search(r"\billegal|\bcompliant|\bapproved\b|\bpassed\b", entry.what_it_says)
    assert entry.confirmed_by == NOT_CONFIRMED
    assert entry.checked_on is None or date(2026, 1, 1) <= entry.checked_on <= TODAY
    assert re.fullmatch(r"(https?://[^\s/]+/\S*)?", entry.checked_with)
    assert entry.checked_on is not None or not entry.checked_with
    assert not is_newer(entry.since, __version__)


def test_a_file_that_is_not_plain_yaml_is_refused() -> None:
    with pytest.raises(ValueError, match="not plain YAML"):
        read_law("acts: [&a x, *a]\n")


def test_values_of_an_act_hold_for_its_entries_unless_they_say_otherwise() -> None:
    entries = read_law(
        """
acts:
  - act: x
    places: [NL]
    source: https://law.invalid/
    since: 0.1.0
    confirmed_by: counsel, 2026-02-01
    entries:
      - {on: [age, union], effect: bars, says: "A.", from: 2026-01-01, to: 2027-01-01, uses: [video], when: before}
      - {on: [religion], places: [DE], effect: evidence, says: "B.", except: [DE-BY]}
"""
    )
    assert [(entry.id, entry.places, entry.uses, entry.when) for entry in entries] == [
        ("x/age", ("NL",), ("video",), "before"),
        ("x/union", ("NL",), ("video",), "before"),
        ("x/religion", ("DE",), (), ""),
    ]
    assert entries[0].effective_from == date(2026, 1, 1) and entries[0].effective_to == date(2027, 1, 1)
    assert entries[0].confirmed_by == "counsel, 2026-02-01" and entries[2].excepted == ("DE-BY",)
