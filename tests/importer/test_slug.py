"""Names of postings and keys of questions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.importer.slug import ChosenName, NameOrigin, choose_name, question_keys
from heymilo_ops.model.facts import NAME_PATTERN

HEYMILO, TITLE, ID = NameOrigin.HEYMILO, NameOrigin.TITLE, NameOrigin.POSTING_ID


@pytest.mark.parametrize(
    ("name", "title", "taken", "expected"),
    [
        ("night-baker", "Baker", (), ("night-baker", HEYMILO, "night-baker")),
        ("night-baker", "Baker", ("night-baker",), ("night-baker-2", HEYMILO, "night-baker")),
        ("night-baker", "Baker", ("night-baker", "night-baker-2"), ("night-baker-3", HEYMILO, "night-baker")),
        ("Night Baker", "Senior Baker (Nights), Paris", (), ("senior-baker-nights-paris", TITLE, ...)),
        ("a" * 101, "Baker", (), ("baker", TITLE, ...)),
        (None, "Köchin in der Großküche", (), ("kochin-in-der-grosskuche", TITLE, ...)),
        (None, "  A  Baker's Mate ", (), ("a-bakers-mate", TITLE, ...)),
        (None, "客服专员", (), ("posting-p1-x", ID, ...)),
        (None, "word " * 40, (), ("-".join(["word"] * 12), TITLE, ...)),
        (None, "x" * 90, (), ("x" * 60, TITLE, ...)),
        ("a" * 100, "Baker", ("a" * 100,), ("a" * 98 + "-2", HEYMILO, "a" * 100)),
    ],
)
def test_the_name_of_an_import(name: str | None, title: str, taken: tuple[str, ...], expected: tuple[str, ...]) -> None:
    chosen, origin, base = expected
    assert choose_name(name, title, "P1_X", taken) == ChosenName(
        chosen, NameOrigin(origin), chosen if base is ... else base
    )


def test_a_posting_whose_id_has_no_letter_still_gets_a_name() -> None:
    assert re.fullmatch(r"posting-[0-9a-f]{6}", choose_name(None, "专员", "_", ()).name)


TEXTS = [
    "Tell me about a time when a customer was angry with you.",
    "How many Saturdays in four could you work?",
    "preferred_shift",
    "请讲一次客户生气的经历。",
    "Why?",
    "Why?",
]


def test_keys_are_short_and_say_what_the_question_is_about() -> None:
    keys = question_keys(TEXTS)
    assert keys[:3] == ["customer-angry", "saturdays-four-work", "preferred-shift"]
    assert re.fullmatch("question-[0-9a-f]{6}", keys[3]), "no letter of it is Latin"
    assert keys[4:] == ["why", "why-2"]


def test_a_key_depends_on_the_texts_and_not_on_their_order() -> None:
    alike = ["Describe your work with cash registers.", "Describe your work with cash registers at night."]
    assert question_keys(alike) == ["work-cash-registers", "work-cash-registers-night"]
    assert question_keys(alike[::-1]) == ["work-cash-registers-night", "work-cash-registers"]
    assert question_keys(TEXTS[:4][::-1]) == question_keys(TEXTS[:4])[::-1]


@given(st.lists(st.text(max_size=40), max_size=12))
def test_keys_are_valid_and_unique_whatever_the_texts(texts: list[str]) -> None:
    keys = question_keys(texts)
    assert len(keys) == len(set(keys)) == len(texts)
    assert all(re.fullmatch(NAME_PATTERN, key) and len(key) <= 100 for key in keys)


@given(st.text(max_size=30), st.text("abcXYZ019_.~:@+=-", min_size=1, max_size=30))
def test_a_name_is_valid_whatever_the_title(title: str, posting_id: str) -> None:
    name = choose_name(None, title, posting_id, ()).name
    assert re.fullmatch(NAME_PATTERN, name)
    assert choose_name(None, title, posting_id, {name}).name == f"{name}-2"
