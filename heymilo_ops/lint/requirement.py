"""What a knock-out requires: what it is about, and the value that passes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from heymilo_ops.lint.rule import Subject
from heymilo_ops.text.memory import MOST_TEXTS
from heymilo_ops.text.similarity import content, same

_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTS.split())}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_MEASURES = "how least minimum many much more most over than maximum work year years current have hav"
_ASIDE = frozenset((*_MEASURES.split(), *content(_COUNTS)))
"""Words of how much is required, beside the number."""
_OPERATORS = {"eq": "", "neq": "not ", "gt": "more than ", "gte": "at least ", "lt": "less than ", "lte": "at most "}
_ALIKE = 0.75
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing without which an application ends.

    Attributes:
        pointer: of the value, or of the text that has it.
        about: the words that carry the meaning, without numbers.
        value: what passes, in words; ``""`` where nothing says it.
        text: the question or the requirement.
    """

    pointer: str
    about: frozenset[str]
    value: str
    text: str

    def is_of_the_same(self, other: Requirement) -> bool:
        """Return whether both are about the same: nearly all words, two at least; or the very same text."""
        both = len(self.about & other.about)
        if both < _FEWEST:
            return same(self.text, other.text)
        return both >= _ALIKE * len(self.about | other.about)


def requirements(subject: Subject) -> Sequence[Requirement]:
    """Return what a posting knocks out by, where the step enforces it."""
    return subject.known(_requirements)


def _requirements(subject: Subject) -> tuple[Requirement, ...]:
    return tuple(_enforced(subject))


def _enforced(subject: Subject) -> Iterator[Requirement]:
    enforced = {at.pointer for at in subject.steps if at.value.config and vars(at.value.config).get("knockout_enabled")}
    for pointer, question in subject.questions:
        if pointer.rsplit("/questions/", 1)[0] not in enforced:
            continue
        field, value = _value(question)
        if field:
            yield Requirement(f"{pointer}/{field}", _about(question.text), value, question.text)


def _value(question: Any) -> tuple[str, str]:
    """The field that holds what passes, and that in words; none where the question rejects nobody."""
    if question.modality == "resume_eligibility":
        return "text", _written(question.text)
    if question.modality == "sms" and question.is_dealbreaker:
        if question.expected_value is not None:
            return "expected_value", str(question.expected_value)
        return "expected_answer", (question.expected_answer or "").strip().lower()
    if question.modality == "form" and question.is_knockout and question.answer is not None:
        answer = question.answer if isinstance(question.answer, list) else [question.answer]
        return "answer", _OPERATORS.get(question.operator or "", "") + ", ".join(sorted(map(_plain, answer)))
    return "", ""


def _plain(value: Any) -> str:
    return str(value).strip().lower()


@lru_cache(maxsize=MOST_TEXTS)
def _written(text: str) -> str:
    """The number that a requirement names, ``"yes"`` for one that names none."""
    numbers = [*_NUMBER.findall(text), *(_NUMBERS[word] for word in text.lower().split() if word in _NUMBERS)]
    return numbers[0] if len(numbers) == 1 else "yes" if not numbers else " ".join(numbers)


@lru_cache(maxsize=MOST_TEXTS)
def _about(text: str) -> frozenset[str]:
    return frozenset(word for word in content(text) if word not in _ASIDE and not _NUMBER.fullmatch(word))


def value_number(value: str) -> str:
    """Return the number in a value, to compare "at least 3" with "3"; the value itself where it has none."""
    match = _NUMBER.search(value)
    return match.group() if match else value
