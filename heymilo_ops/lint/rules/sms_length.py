"""Text messages that are split and paid for several times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heymilo_ops.lint.rule import Hit, Subject, warning

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("\f^{}\\[~]|€")
_LIMITS = {"GSM-7": (160, 153), "UCS-2": (70, 67)}


@dataclass(frozen=True, slots=True)
class Sms:
    """A text as messages.

    Attributes:
        units: septets or 16-bit units; an extension character such as ``{`` or ``€`` takes two, an emoji two or more.
        segments: messages that are sent and paid for; 0 for an empty text.
        foreign: the characters that force ``UCS-2`` in place of ``GSM-7``, each once, in order.
    """

    units: int
    segments: int
    foreign: str


def measure(text: str) -> Sms:
    """Return the size of a text."""
    used = set(text)
    foreign = used - _BASIC - _EXTENSION
    double = {char for char in used if ord(char) > 0xFFFF} if foreign else used & _EXTENSION  # they take two units
    alone, part = _LIMITS["UCS-2" if foreign else "GSM-7"]
    units = len(text) + sum(text.count(char) for char in double)
    segments, filled = min(units, 1), 0
    for char in text if units > alone else "":
        width = 2 if char in double else 1
        if filled + width > part:  # a character of two units is never cut in half
            segments, filled = segments + 1, 0
        filled += width
    return Sms(units, segments, "".join(dict.fromkeys(char for char in text if char in foreign)))


_MESSAGES = ("intro_message", "disqualification_message", "follow_up_message", "hop_on_call_message")
_LONG_NAME = "Alexandra Fernandez"


@warning("CX166")
def sms_length(subject: Subject) -> Iterator[Hit]:
    """A message fits into one text message.

    160 characters fit, or 70 where one of them is outside of the plain alphabet, such as a curly quote or an
    emoji. Longer ones are split and cost as much as several. Variables count with the posting's title and a
    long name in their place.

    PASS:
        type: conversational_sms
        config:
          follow_up_message: Still interested in the role? Just reply. Reply STOP to opt out.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        type: conversational_sms
        config:
          follow_up_message: We’d love to hear from you about the role. Just reply. Reply STOP to opt out.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    for pointer, step in subject.sms_steps:
        if step.config is None:
            continue
        for name in _MESSAGES:
            text = getattr(step.config, name)
            if text:
                size = measure(_filled(text, subject.manifest.title))
                if size.segments > 1:
                    yield _hit(f"{pointer}/config/{name}", size)


def _filled(text: str, title: str) -> str:
    return text.strip().replace("{{candidate_name}}", _LONG_NAME).replace("{{job_title}}", title)


def _hit(pointer: str, size: Sms) -> Hit:
    if size.foreign:
        characters = " ".join(size.foreign[:5])
        return Hit(
            pointer,
            f"the message takes {size.segments} text messages, because {characters} leaves room for 70 characters only",
            "write plain letters and straight quotes, or shorten it",
        )
    return Hit(
        pointer,
        f"the message takes {size.segments} text messages: {size.units} characters with a long name and the title",
        "shorten it to 160",
    )
