"""A notice that candidates never hear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, error, field
from heymilo_ops.lint.told import delivery, told
from heymilo_ops.model.step import Step

_FIELD = "interview_process_overview"
_NOTICE = re.compile(
    r"\b([Aa]n )?AI[- ](interviewer|assistant|system|tool)\b|\b[Aa]n AI\b|\b(?i:the|this|your) recording\b"
    r"|\b(is|are|be|being|gets) (audio |video )?(recorded|transcribed)\b"
)


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
        if delivery(subject, at, _FIELD) != "silent_reference":
            continue
        pointer, text = told(subject, at, _FIELD)
        found = _NOTICE.search(text)
        if found and pointer not in blamed and not _NOTICE.search(_opening(at)):
            blamed.add(pointer)
            yield Hit(
                pointer,
                f'{_FIELD} tells candidates "{found.group()}", and silent_reference keeps it from them',
                f"write {_FIELD}_delivery_mode: exact_delivery, or say it in the step's intro_message",
            )


def _opening(step: At[Step]) -> str:
    """The step's own first words, where it has any."""
    config = step.value.config
    return field(field(config, "web_interview_config") or config, "intro_message") or ""
