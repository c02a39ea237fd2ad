"""Which question is which."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.plan.question_pairing import SIMILAR, Item, moved, pair_questions, pair_steps, similarity

REWORDED = [
    ("How do you decide what to test first?", "How do you choose what to test first?"),
    (
        "Tell me about a time you changed your mind about a technical decision.",
        "Describe a time when you changed your mind on a technical decision. What changed it?",
    ),
    ("Can you work at least one weekend day each week?", "Are you able to work at least one day every weekend?"),
    (
        "Do you have the right to work in the UK?",
        "Do you have the right to work in the UK, or will you by your start date?",
    ),
    ("How many hours a week would you like to work?", "How many hours per week do you want to work?"),
    ("What draws you to this role?", "What draws you to this role at our company?"),
    ("At least 3 years of Python", "At least five years of Python in production"),
]
OTHER = [
    ("Can you work at least one weekend day each week?", "How many hours a week would you like to work?"),
    (
        "Tell me about a time you changed your mind about a technical decision.",
        "Tell me about a time you disagreed with your manager.",
    ),
    ("Do you have the right to work in the UK?", "Do you have a driving licence?"),
    ("Do you have the right to work in the UK?", "Do you have experience on a till?"),
    ("When can you start?", "Why do you want this job?"),
    ("At least 3 years of Python", "At least 3 years of Kubernetes"),
    ("How do you decide what to test first?", "How do you keep a service observable?"),
    ("Walk us through an incident you handled.", "Walk us through a design you are proud of."),
]


def items(*texts: str, modality: str = "voice") -> list[Item]:
    return [Item(None, modality, text) for text in texts]


@pytest.mark.parametrize("pair", OTHER)
def test_another_question_is_not_a_rewording(pair: tuple[str, str]) -> None:
    assert similarity(*pair) < SIMILAR
    assert pair_questions(items(pair[0]), items(pair[1])) == []


@pytest.mark.parametrize("pair", REWORDED)
def test_a_rewording_is_the_same_question(pair: tuple[str, str]) -> None:
    assert similarity(*pair) >= SIMILAR
    assert pair_questions(items(pair[0]), items(pair[1])) == [(0, 0)]


def test_two_keys_are_two_questions_however_alike() -> None:
    alike = "How do you decide?", "How do you decide now?"
    assert pair_questions([Item("a", "voice", alike[0])], [Item("b", "voice", alike[1])]) == []
    assert pair_questions([Item("a", "voice", alike[0])], [Item(None, "voice", alike[1])]) == [(0, 0)]


def test_a_renamed_key_on_the_same_text_is_the_same_question() -> None:
    assert pair_questions([Item("a", "voice", "Why?")], [Item("b", "voice", "Why?")]) == [(0, 0)]


def test_the_key_comes_before_the_text() -> None:
    before = [Item("a", "voice", "Why?"), Item("b", "voice", "How?")]
    after = [Item("b", "voice", "Why?"), Item("a", "voice", "How?")]
    assert pair_questions(before, after) == [(1, 0), (0, 1)]


def test_equal_text_of_the_same_modality_comes_first() -> None:
    before = [Item(None, "resume_scoring", "RN"), Item(None, "resume_eligibility", "RN")]
    after = [Item(None, "resume_eligibility", "RN"), Item(None, "resume_scoring", "RN")]
    assert pair_questions(before, after) == [(1, 0), (0, 1)]
    assert pair_questions(before[:1], after[:1]) == [(0, 0)]


def test_similar_text_of_another_modality_is_no_pair() -> None:
    one, other = REWORDED[0]
    assert pair_questions(items(one), items(other, modality="voice_tags")) == []


def test_the_most_similar_pair_first_then_the_nearest() -> None:
    assert pair_questions(items("start date one", "start date two"), items("start date two!")) == [(1, 0)]
    assert pair_questions(items("start date a", "start date b"), items("x", "start date c")) == [(1, 1)]


def test_equal_texts_are_paired_in_order() -> None:
    assert pair_questions(items("Why?", "Why?"), items("Why?", "Why?", "Why?")) == [(0, 0), (1, 1)]


def test_steps_by_type_and_order() -> None:
    assert pair_steps(["form", "resume", "form"], ["resume", "form", "form", "form"]) == [(1, 0), (0, 1), (2, 2)]
    assert pair_steps([], ["form"]) == []


@pytest.mark.parametrize(
    ("pairs", "movers"),
    [
        ([], set()),
        ([(0, 0), (1, 1)], set()),
        ([(1, 0), (2, 1), (0, 2)], {(0, 2)}),
        ([(2, 0), (0, 1), (1, 2)], {(2, 0)}),
        ([(0, 0), (3, 1), (1, 2), (2, 3), (4, 4)], {(3, 1)}),
    ],
)
def test_the_fewest_move(pairs: list[tuple[int, int]], movers: set[tuple[int, int]]) -> None:
    assert moved(pairs) == movers


@given(st.permutations(range(6)))
def test_no_smaller_set_of_moves_does(order: list[int]) -> None:
    pairs = [(i, j) for j, i in enumerate(order)]
    stay = [pair for pair in pairs if pair not in moved(pairs)]
    assert stay == sorted(stay)
    longer = combinations(pairs, len(stay) + 1)
    assert not any(list(some) == sorted(some) for some in longer)


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abcd")))
def test_pairs_are_one_to_one(before: list[str], after: list[str]) -> None:
    pairs = pair_questions(items(*before), items(*after))
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
