"""The same question asked twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Severity
from heymilo_ops.lint.rule import At, Hit, Subject, error
from heymilo_ops.model.question import Question
from heymilo_ops.text.similarity import content, first_content, modes, normalised, same, similarity

_FEWEST_WORDS = 3
"""With fewer words that carry meaning, only the very same words count as the same question."""

_ALIKE = 0.6
_COMPARED = 20
"""Earlier questions with the same meaning, and characters of each in thousands, that one is compared with."""


@error("CX151")
def question_twice(subject: Subject) -> Iterator[Hit]:
    """No question is asked twice in a posting, in the same or nearly the same words.

    It costs candidates time, and without keys a plan can't tell the two apart. Where two questions differ only in
    function words, endings and punctuation, it is a warning. Whether somebody can, would or did do something
    makes questions of their own.

    PASS:
        type: form
        questions:
          - {text: How many years have you worked in retail?, question_type: number}
          - {text: How many years have you worked in sales?, question_type: number}
    FAIL:
        type: form
        questions:
          - {text: How many years have you worked in retail?, question_type: number}
          - {text: How many years did you work in retail, question_type: number}
    """
    asked: list[At[Question]] = [*subject.voice, *subject.sms, *subject.form]
    for group in (asked, subject.eligibility, subject.scoring):
        yield from _twice(group)


def _twice(group: Sequence[At[Question]]) -> Iterator[Hit]:
    openings = Counter(first_content(at.value.text) for at in group)
    earlier: dict[tuple[str, ...], list[At[Question]]] = {}
    for at in group:
        if openings[first_content(at.value.text)] == 1:
            continue
        words = tuple(content(at.value.text))
        # Few words must be the very same ones, so those are the group then; else the group is what it is about.
        few = len(words) < _FEWEST_WORDS
        asked = ("", normalised(at.value.text) or at.value.text) if few else (*words, *modes(at.value.text))
        alike = earlier.setdefault(asked, [])
        first = next((other for other in alike if few or _same(other.value.text, at.value.text)), None)
        if len(alike) < _COMPARED:
            alike.append(at)
        if first is not None:
            yield Hit(
                f"{at.pointer}/text",
                f'the question is asked before, as "{_short(first.value.text)}" ({_place(first.pointer)})',
                "remove one of them",
                None if same(first.value.text, at.value.text) else Severity.WARNING,
            )


def _place(pointer: str) -> str:
    """``/workflow/0/questions/2`` as people count."""
    _, _, step, _, question = pointer.split("/")
    return f"step {int(step) + 1}, question {int(question) + 1}"


def _same(one: str, other: str) -> bool:
    longest = 1000 * _COMPARED
    return similarity(one[:longest], other[:longest]) >= _ALIKE


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
