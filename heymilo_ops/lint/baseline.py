"""A baseline: findings that were there before, and don't count while their wording stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heymilo_ops.finding import Finding, is_fixed
from heymilo_ops.lint.applied_text import field_of, question_of, wording_hash
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.pointer import value_at


@dataclass(frozen=True, slots=True, order=True)
class BaselineEntry:
    """One finding without its place, so that a move or another indentation makes no difference.

    Attributes:
        code: the rule's.
        posting: the posting's name.
        question: the key of the question, ``""`` where it is about no question or about one without a key.
        field: the name of the field.
        text: a hash of the words that it is about.
    """

    code: str
    posting: str
    question: str
    field: str
    text: str


def entry_of(finding: Finding, desired: Desired) -> BaselineEntry:
    """Return the entry of a finding."""
    pointer = finding.pointer
    text = wording_hash(value_at(desired.resolved, pointer))
    return BaselineEntry(finding.code, desired.address, question_of(desired, pointer), field_of(pointer), text)


def entries_of(findings: Iterable[tuple[Finding, Desired]]) -> tuple[BaselineEntry, ...]:
    """Return the baseline of findings, in order, without what counts in any case."""
    return tuple(sorted({entry_of(finding, desired) for finding, desired in findings if not is_fixed(finding)}))
