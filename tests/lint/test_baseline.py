"""What identifies a finding of a baseline."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.lint.baseline import entries_of, entry_of
from heymilo_ops.lint.rule import Subject
from tests.lint.test_applied_text import MANIFEST


def found(pointer: str, code: str = "FR111") -> Finding:
    return Finding(code, "age-asked", Severity.ERROR, "it asks for age", address="a", pointer=pointer)


def test_it_survives_a_move_and_lapses_with_the_wording(subject_of: Callable[..., Subject]) -> None:
    before = entry_of(found("/workflow/1/questions/0/text"), subject_of(MANIFEST).desired)
    assert (before.code, before.posting, before.question, before.field) == ("FR111", "a", "age", "text")
    moved = deepcopy(MANIFEST)
    moved["workflow"][1]["questions"].reverse()
    assert entry_of(found("/workflow/1/questions/1/text"), subject_of(moved).desired) == before
    moved["workflow"][1]["questions"][1]["text"] = "How old\nare you?\n"
    assert entry_of(found("/workflow/1/questions/1/text"), subject_of(moved).desired) == before
    moved["workflow"][1]["questions"][1]["text"] = "How old are you now?"
    assert entry_of(found("/workflow/1/questions/1/text"), subject_of(moved).desired) != before


def test_what_counts_in_any_case_is_not_in_it(subject_of: Callable[..., Subject]) -> None:
    desired = subject_of(MANIFEST).desired
    pairs = [(found("/title", code), desired) for code in ("KO101", "AP120", "FR111", "KO101")]
    assert [entry.code for entry in entries_of(pairs)] == ["FR111", "KO101"]
