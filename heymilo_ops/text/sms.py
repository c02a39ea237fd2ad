"""How many text messages a text takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
        encoding: ``GSM-7``, or ``UCS-2`` where a character needs it.
        units: septets or 16-bit units; an extension character such as ``{`` or ``€`` takes two, an emoji two or more.
        segments: messages that are sent and paid for; 0 for an empty text.
        foreign: the characters that force ``UCS-2``, each once, in order.
    """

    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    segments: int
    foreign: str


def measure(text: str) -> Sms:
    """Return encoding and size of a text."""
    used = set(text)
    foreign = used - _BASIC - _EXTENSION
    if foreign:
        in_order = "".join(dict.fromkeys(char for char in text if char in foreign))
        return _sized("UCS-2", text, {char for char in used if ord(char) > 0xFFFF}, in_order)
    return _sized("GSM-7", text, used & _EXTENSION, "")


def _sized(encoding: Literal["GSM-7", "UCS-2"], text: str, double: set[str], foreign: str) -> Sms:
    """``double``: the characters that take two units."""
    alone, part = _LIMITS[encoding]
    units = len(text) + sum(text.count(char) for char in double)
    if units <= alone:
        return Sms(encoding, units, min(units, 1), foreign)
    segments, used = 1, 0
    for char in text:
        width = 2 if char in double else 1
        if used + width > part:  # a character of two units is never cut in half
            segments, used = segments + 1, 0
        used += width
    return Sms(encoding, units, segments, foreign)
