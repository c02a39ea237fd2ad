"""How long a candidate needs, estimated. Rules of thumb, not measurements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from heymilo_ops.model.question import VoiceQuestion
from heymilo_ops.model.step import Step

VOICE_QUESTION = 1.5
FOLLOW_UP = 0.75
SMS_QUESTION = 0.5
RESUME = 1.0
FORM_QUESTION = 0.25
_FORM_BY_TYPE = {"textarea": 1.5, "file_upload": 1.0, "file-upload": 1.0}
_GENERATED_VOICE = VOICE_QUESTION + FOLLOW_UP


def of_step(step: Step) -> float | None:
    """Return the minutes of a step; ``None`` where HeyMilo writes the questions and nothing says how many."""
    return _BY_TYPE[step.type](step)


def follow_ups(question: VoiceQuestion) -> float:
    """Return the follow-up questions to expect: half way between fewest and most; 1 where neither is set."""
    low, high = question.min_follow_ups, question.max_follow_ups
    if low is None and high is None:
        return 1.0
    if high is None:
        return float(low or 0)
    return ((low or 0) + high) / 2


def _voice(step: Any) -> float | None:
    if step.questions is None:
        return _generated(step, _GENERATED_VOICE)
    asked = (question for question in step.questions if question.modality == "voice")
    return sum((VOICE_QUESTION + FOLLOW_UP * follow_ups(question) for question in asked), 0.0)


def _sms(step: Any) -> float | None:
    if step.questions is None:
        return _generated(step, SMS_QUESTION)
    return SMS_QUESTION * len(step.questions)


def _generated(step: Any, minutes: float) -> float | None:
    """Return the minutes of questions that HeyMilo writes, as many as the config says."""
    number = step.config.num_questions if step.config else None
    return None if number is None else number * minutes


def _resume(_: Any) -> float:
    return RESUME


def _form(step: Any) -> float | None:
    if step.questions is None:
        return None
    return sum((_FORM_BY_TYPE.get(question.question_type, FORM_QUESTION) for question in step.questions), 0.0)


_BY_TYPE: dict[str, Callable[[Any], float | None]] = {
    "conversational_sms": _sms,
    "form": _form,
    "resume": _resume,
    "web_interview": _voice,
}
