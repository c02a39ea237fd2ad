"""A notice that candidates never hear."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.notices.silence import silent_notices
from heymilo_ops.lint.rule import Hit, Subject, error


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
    for name, pointer, phrase in silent_notices(subject):
        yield Hit(
            pointer,
            f'{name} tells candidates "{phrase}", and silent_reference keeps it from them',
            f"write {name}_delivery_mode: exact_delivery, or say it in the step's intro_message",
        )
