"""Where an application can end without a person: knock-outs, dealbreakers and pass marks that are switched on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.lint.rule import At, Subject, field
from heymilo_ops.model.question import FormQuestion, Question, ResumeEligibility, SmsQuestion
from heymilo_ops.model.step import Step


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that rejects.

    Attributes:
        pointer: where it is.
        kind: ``knockout`` or ``pass_mark``.
        step: index of its step.
        words: what it is, for a message.
    """

    pointer: str
    kind: str
    step: int
    words: str


def gates(subject: Subject) -> Sequence[Gate]:
    """Return what can end an application, in order."""
    return subject.known(_gates)


def _gates(subject: Subject) -> tuple[Gate, ...]:
    return tuple(gate for index, at in enumerate(subject.steps) for gate in _gates_of(index, at))


def is_first_look(step: Step) -> bool:
    """Return whether a step scores, rejects or records."""
    if step.type != "form":
        return True
    return bool(field(step.config, "knockout_enabled"))


def _gates_of(index: int, at: At[Step]) -> Iterator[Gate]:
    pointer, step = at
    config = step.config
    if field(config, "knockout_enabled"):
        if step.questions is None:
            yield Gate(
                f"{pointer}/config/knockout_enabled", "knockout", index, f"knockout_enabled of the {step.type} step"
            )
        for number, question in enumerate(step.questions or ()):
            if _rejects(question):
                yield Gate(
                    f"{pointer}/questions/{number}/text",
                    "knockout",
                    index,
                    f'the knock-out "{_short(question.text)}" of the {step.type} step',
                )
    if mark := field(config, "min_evaluation_score"):
        yield Gate(
            f"{pointer}/config/min_evaluation_score",
            "pass_mark",
            index,
            f"min_evaluation_score {mark:g} of the {step.type} step",
        )


def _rejects(question: Question) -> bool:
    if isinstance(question, SmsQuestion):
        return bool(question.is_dealbreaker)
    if isinstance(question, FormQuestion):
        return bool(question.is_knockout)
    return isinstance(question, ResumeEligibility)


def _short(text: Any) -> str:
    words = " ".join(str(text).split())
    return words if len(words) <= 80 else f"{words[:79]}…"
