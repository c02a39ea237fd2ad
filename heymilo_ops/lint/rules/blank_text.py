"""Texts that are there and empty."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, error

_ROOT = (
    "title",
    "interviewer_name",
    "phone_number_id",
    "sender_email_id",
    "email_template_group_id",
    "design_template_group_id",
    "interview_template_id",
)
_CONFIG = (
    "voice_id",
    "intro_message",
    "disqualification_message",
    "follow_up_message",
    "hop_on_call_message",
)


@error("AP107")
def blank_text(subject: Subject) -> Iterator[Hit]:
    """A name, an identifier or a message is not empty.

    HeyMilo takes an empty text. Candidates would meet an interviewer without a name or an empty message.

    PASS:
        interviewer_name: Marisol
    FAIL:
        interviewer_name: " "
    """
    for name in _ROOT:
        yield from _blank(getattr(subject.manifest, name), f"/{name}", name)
    for pointer, step in subject.steps:
        if step.config is not None:
            for name in _CONFIG:
                yield from _blank(getattr(step.config, name, None), f"{pointer}/config/{name}", name)


def _blank(value: str | None, pointer: str, name: str) -> Iterator[Hit]:
    if value is not None and not value.strip():
        yield Hit(pointer, f"{name} is empty", "write it, or leave the key out" if name != "title" else "write it")
