"""Texts that are there and empty."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

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
    for name in _blank(subject.manifest, _ROOT):
        yield Hit(f"/{name}", f"{name} is empty", "write it" if name == "title" else "write it, or leave the key out")
    for pointer, step in subject.steps:
        for name in _blank(step.config, _CONFIG):
            yield Hit(f"{pointer}/config/{name}", f"{name} is empty", "write it, or leave the key out")


def _blank(part: BaseModel | None, names: tuple[str, ...]) -> list[str]:
    """Those of the fields that are there and empty."""
    values = vars(part) if part is not None else {}
    return [name for name in names if (value := values.get(name)) is not None and not value.strip()]
