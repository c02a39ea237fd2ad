"""The same question asked twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heymilo_ops.lint.rule import At, Hit, Subject, error
from heymilo_ops.model.question import Question
from heymilo_ops.text.similarity import content, first_content, same, same_content, similarity

_FEWEST_WORDS = 3
"""With fewer words that carry meaning, only the very same words count as the same question."""

_ALIKE = 0.6


@error("CX151")
def question_twice(subject: Subject) -> Iterator[Hit]:
    """No question is asked twice in a posting, in the same or nearly the same words.

    It costs candidates time, and without keys a plan can't tell the two apart. Two questions count as the
    same when they differ in function words, endings and punctuation alone.

    PASS:
        type: form
        questions:
          - {text: How many years have you worked in sales?, question_type: number}
          - {text: How many years have you worked in retail?, question_type: number}
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
    earlier: dict[str, list[At[Question]]] = {}
    for at in group:
        alike = earlier.setdefault(first_content(at.value.text), [])
        first = next((each for each in alike if _same(each.value.text, at.value.text)), None)
        alike.append(at)
        if first is not None:
            yield Hit(
                f"{at.pointer}/text",
                f'the question is asked before, as "{_short(first.value.text)}" ({_place(first.pointer)})',
                "remove one of them",
            )


def _place(pointer: str) -> str:
    """``/workflow/0/questions/2`` as people count."""
    _, _, step, _, question = pointer.split("/")
    return f"step {int(step) + 1}, question {int(question) + 1}"


def _same(one: str, other: str) -> bool:
    if not same_content(one, other):
        return False
    if len(list(content(one))) < _FEWEST_WORDS:
        return same(one, other)
    return similarity(one, other) >= _ALIKE


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
