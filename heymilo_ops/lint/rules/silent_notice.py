"""A notice that candidates never hear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, delivery, error, field, text_for
from heymilo_ops.model.step import Step

_FIELD = "interview_process_overview"
_OTHERS = ("company_overview", "job_overview")
_NOTICE = re.compile(
    r"\b([Aa]n )?AI[- ](interviewer|assistant|system|tool)\b|\b[Aa]n AI\b|\b(?i:the|this|your) recording\b"
    r"|\b(is|are|be|being|gets) (audio |video )?(recorded|transcribed)\b"
    r"|\b[Ww]e (also )?(record|transcribe)\b|\bAI[- ]powered\b|\b(eine|einer|mit) KI\b|\baufgezeichnet\b"
    r"|\bune IA\b|\benregistrée?s?\b|\buna IA\b|\bse graba(rá)?\b|\bgrabad[ao]s?\b"
)
_SURE = re.compile(
    r"\bAI[- ]interviewer\b"
    r"|\b(talk|speak|talking|speaking|interviewed) (to|with|by) an AI\b(?! (?!assistant|interviewer|system)\w)"
    r"|\b(answers|call|conversation|interview|voice) (is|are|will be) (audio |video )?(recorded|transcribed)\b"
)
"""In a text on the company or the job, which may well be about AI: only what can't be anything else."""


@error("CX110")
def silent_notice(subject: Subject) -> Iterator[Hit]:
    """The text that tells candidates about AI or recording is not kept silent.

    ``silent_reference`` is for the interviewer alone: the candidate would never learn it. In many places the
    law asks for that notice.

    PASS:
        interview_process_overview: You are talking to an AI interviewer. The conversation is recorded.
        interview_process_overview_delivery_mode: exact_delivery
    FAIL:
        interview_process_overview: You are talking to an AI interviewer. The conversation is recorded.
        interview_process_overview_delivery_mode: silent_reference
    """
    blamed: set[str] = set()
    for at in subject.steps:
        silent = [name for name in (_FIELD, *_OTHERS) if delivery(subject, at, name) == "silent_reference"]
        if not silent or _is_announced(subject, at, silent):
            continue
        for name in silent:
            pointer, text = text_for(subject, at, name)
            match = (_NOTICE if name == _FIELD else _SURE).search(text)
            if match and pointer not in blamed:
                blamed.add(pointer)
                yield Hit(
                    pointer,
                    f'{name} tells candidates "{match.group()}", and silent_reference keeps it from them',
                    f"write {name}_delivery_mode: exact_delivery, or say it in the step's intro_message",
                )


def _is_announced(subject: Subject, step: At[Step], silent: list[str]) -> bool:
    """Whether the step says so elsewhere: in its first words, or in an overview that isn't silent."""
    if _NOTICE.search(_opening(step)):
        return True
    heard = (name for name in (_FIELD, *_OTHERS) if name not in silent)
    return any((_NOTICE if name == _FIELD else _SURE).search(text_for(subject, step, name).value) for name in heard)


def _opening(step: At[Step]) -> str:
    """The step's own first words, where it has any."""
    config = step.value.config
    return field(field(config, "web_interview_config") or config, "intro_message") or ""
