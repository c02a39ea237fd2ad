"""The interview as a candidate meets it, step by step, as data: what a reader of a new posting is shown.

Texts are as the manifest has them; a writer has to clean and escape them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from heymilo_ops.model.minutes import (
    FOLLOW_UP,
    SMS_QUESTION,
    VOICE_QUESTION,
    follow_ups,
    form_question,
    written_questions,
)
from heymilo_ops.review.field_path import Form, steps_of
from heymilo_ops.review.gates import ScriptGate, question_gate, required_words, step_gates
from heymilo_ops.review.passages import Passage, posting_passages, step_passages
from heymilo_ops.review.score_shares import counts, shares_of
from heymilo_ops.review.switches import Switch, follow_up_words, step_switches
from heymilo_ops.review.words import counted, field_name, modality_name, step_name, value_words

_GUIDES = (
    "evaluation_criteria", "score_of_1", "score_of_5", "additional_instructions",
    "post_processing_evaluation_criteria", "instructions",
)  # fmt: skip
_WRITTEN = {
    "num_criteria_questions": "criterion",
    "num_eligibility_questions": "requirement",
    "num_questions": "question",
}
_UNTITLED = "(no title)"


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long something takes: whole minutes, the least and the most that are expected. An estimate."""

    low: int
    high: int

    @property
    def words(self) -> str:
        """``about 12 to 20 min``."""
        return f"about {self.low} min" if self.low == self.high else f"about {self.low} to {self.high} min"


@dataclass(frozen=True, slots=True)
class Guide:
    """What answers are judged by, or how the AI handles a question: ``Strong answer (5)`` and its text."""

    pointer: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ScriptQuestion:
    """One question.

    Attributes:
        pointer: JSON pointer into the canonical form.
        key: its name in the manifest; ``None`` where it has none, or none is known.
        kind: what it is, in words: ``form field``.
        options: the answers to choose from, as candidates see them.
        required: ``answer required``; ``""`` where it isn't.
        gate: what ends the application, ``None`` where nothing does.
        is_scored: whether the answer counts; share: of the step's score, in per cent; ``None`` where not known.
        note: what else is set: ``1 to 3 follow-up questions``.
    """

    pointer: str
    key: str | None
    text: str
    modality: str
    kind: str
    options: tuple[str, ...] = ()
    required: str = ""
    gate: ScriptGate | None = None
    is_scored: bool = False
    share: int | None = None
    guides: tuple[Guide, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScriptStep:
    """One step.

    Attributes:
        index: from 0. kind: its type; title: that in words.
        minutes: ``None`` where nothing is asked of candidates, or HeyMilo writes an unknown number of questions.
        passages: what is said in this step in place of, or beside, what holds for the whole posting.
        gates: what of the step itself ends an application: the name of the setting, and the gate.
        pass_mark: ``70 of 100``; ``None`` where there is none.
        written: what HeyMilo writes by itself, a sentence; ``""`` where the questions are given.
    """

    index: int
    kind: str
    title: str
    minutes: Minutes | None
    passages: tuple[Passage, ...]
    questions: tuple[ScriptQuestion, ...]
    gates: tuple[tuple[str, ScriptGate], ...]
    pass_mark: str | None
    switches: tuple[Switch, ...]
    written: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A whole interview.

    Attributes:
        interviewer: the name by which the AI introduces itself.
        passages: the texts that hold for all steps.
        minutes: of all steps together; ``None`` where it isn't known of one, or nothing is asked.
        settings: those of the posting, in words.
        template: the interview template at HeyMilo that stands for the steps; ``None`` where they are given.
    """

    title: str
    language: str
    interviewer: str
    passages: tuple[Passage, ...]
    steps: tuple[ScriptStep, ...]
    minutes: Minutes | None
    settings: tuple[Switch, ...] = ()
    template: str | None = None


def script_of(form: Form, keys: Mapping[str, str] | None = None) -> Script:
    """Return the script of a canonical form; ``keys`` has the keys of questions by JSON pointer."""
    steps = tuple(_step(form, at, step, keys or {}) for at, step in enumerate(steps_of(form)))
    return Script(
        title=str(form.get("title") or _UNTITLED),
        language=str(form.get("language") or "en"),
        interviewer=str(form.get("interviewer_name") or "Sarah"),
        passages=tuple(posting_passages(form)),
        steps=steps,
        minutes=_together(steps),
        settings=tuple(_settings(form)),
        template=form.get("interview_template_id"),
    )


_ELSEWHERE = frozenset({"description", "interview_template_id", "interviewer_name", "language", "name", "title"})


def _settings(form: Form) -> Iterator[Switch]:
    passages = {passage.pointer.removeprefix("/") for passage in posting_passages(form)}
    for name, value in form.items():
        if name in passages or name in _ELSEWHERE or name == "workflow" or name.endswith("_delivery_mode"):
            continue
        if name == "metadata":
            for key, note in value.items():
                yield Switch(f"/metadata/{key}", f"{field_name(name)}: {key}", str(note))
        else:
            yield Switch(f"/{name}", field_name(name), value_words(name, value))


def _step(form: Form, at: int, step: Mapping[str, Any], keys: Mapping[str, str]) -> ScriptStep:
    kind, config = str(step.get("type") or ""), step.get("config") or {}
    asked = step.get("questions") or []
    shares = shares_of(asked)
    questions = tuple(
        replace(_question(f"/workflow/{at}/questions/{number}", question, config, keys), share=shares[number])
        for number, question in enumerate(asked)
    )
    gates = [number for number, question in enumerate(questions, start=1) if question.gate is not None]
    mark = config.get("min_evaluation_score")
    return ScriptStep(
        index=at,
        kind=kind,
        title=step_name(kind),
        minutes=step_minutes(step),
        passages=tuple(step_passages(form, at, config)),
        questions=questions,
        gates=step_gates(config),
        pass_mark=value_words("min_evaluation_score", mark) if mark is not None else None,
        switches=tuple(step_switches(at, config, gates)),
        written="" if "questions" in step and step["questions"] is not None else _written(config),
    )


def _written(config: Mapping[str, Any]) -> str:
    numbers = ((noun, config[name]) for name, noun in _WRITTEN.items() if config.get(name) is not None)
    what = " and ".join(counted(number, noun).replace("criterions", "criteria") for noun, number in numbers)
    return f"HeyMilo writes {what or 'the questions'} by itself; nobody has reviewed them."


def _question(
    pointer: str, question: Mapping[str, Any], config: Mapping[str, Any], keys: Mapping[str, str]
) -> ScriptQuestion:
    modality = str(question.get("modality") or "voice")
    return ScriptQuestion(
        pointer=pointer,
        key=keys.get(pointer),
        text=str(question.get("text") or ""),
        modality=modality,
        kind=modality_name(modality),
        options=tuple(_options(question)),
        required=required_words(question),
        gate=question_gate(question, config),
        is_scored=counts(question),
        guides=tuple(
            Guide(f"{pointer}/{name}", field_name(name), question[name]) for name in _GUIDES if question.get(name)
        ),
        note="; ".join(_notes(question)),
    )


def _options(question: Mapping[str, Any]) -> Iterator[str]:
    for choice in question.get("dropdown_values") or ():
        yield str(choice.get("label") or value_words("options", choice)) if isinstance(choice, Mapping) else str(choice)
    yield from map(str, question.get("options") or ())


def _notes(question: Mapping[str, Any]) -> Iterator[str]:
    follows = follow_up_words(question.get("min_follow_ups"), question.get("max_follow_ups"))
    if follows:
        yield follows
    if question.get("mcq_type"):
        yield "several choices" if question["mcq_type"] == "multiple" else "one choice"
    for name in ("file_types", "slider_min", "slider_max", "slider_step", "response_format"):
        if question.get(name) is not None:
            yield f"{field_name(name).lower()}: {value_words(name, question[name])}"
    if question.get("allow_multiple_files"):
        yield "several files"


def step_minutes(step: Mapping[str, Any]) -> Minutes | None:
    """Return how long a step takes a candidate, ``None`` where nothing is asked, or not known how much."""
    kind, config, asked = step.get("type"), step.get("config") or {}, step.get("questions")
    if kind == "web_interview":
        return _interview_minutes(config, asked)
    if asked and kind == "form":
        return _rounded(*[sum(form_question(question.get("question_type")) for question in asked)] * 2)
    if kind == "conversational_sms":
        number = len(asked) if asked else config.get("num_questions")
        return _rounded(*[number * SMS_QUESTION] * 2) if number else None
    return None


def _interview_minutes(config: Mapping[str, Any], asked: Any) -> Minutes | None:
    if asked is None:
        number = config.get("num_questions")
        low = high = written_questions(number) if number else 0.0
    else:
        aloud = [question for question in asked if question.get("modality") == "voice"]
        bounds = [follow_ups(question.get("min_follow_ups"), question.get("max_follow_ups")) for question in aloud]
        low, high = (sum(VOICE_QUESTION + FOLLOW_UP * bound[at] for bound in bounds) for at in (0, 1))
    room = config.get("web_interview_config") or {}
    shortest, longest = (room.get(f"{name}_duration_seconds") for name in ("min", "max"))
    if high and longest:
        low, high = min(low, longest / 60), min(high, longest / 60)
    if high and shortest:
        low, high = max(low, shortest / 60), max(high, shortest / 60)
    return _rounded(low, high) if high else None


def _rounded(low: float, high: float) -> Minutes:
    return Minutes(max(1, ceil(low)), max(1, ceil(high)))


def _together(steps: tuple[ScriptStep, ...]) -> Minutes | None:
    known = [step.minutes for step in steps if step.minutes is not None]
    if not known or any(step.minutes is None and step.written and step.kind != "resume" for step in steps):
        return None
    return Minutes(sum(part.low for part in known), sum(part.high for part in known))
