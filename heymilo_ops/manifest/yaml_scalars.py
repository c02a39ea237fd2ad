"""The one table that says what an unquoted scalar means.

Null, true, false and plain JSON numbers are what they look like; everything else is a text. A number
with an exponent is a text too, because identifiers such as ``91E07829`` look like one.
"""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
LARGEST = 2**53 - 1
LOOK_ALIKES = frozenset({"True", "TRUE", "False", "FALSE", "Null", "NULL"})

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER_STARTS = frozenset("-0123456789")


def resolve_scalar(text: str) -> Scalar:
    """Return the value of an unquoted scalar. A number beyond 2^53 stays a text (see ``is_too_large``)."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS or NUMBER.fullmatch(text) is None or is_too_large(text):
        return text
    return float(text) if "." in text else int(text)


def is_too_large(text: str) -> bool:
    """Return whether the text is a JSON number that JSON readers would round: beyond 2^53 - 1 either way."""
    if NUMBER.fullmatch(text) is None:
        return False
    whole = text.partition(".")[0].lstrip("-")
    return len(whole) > 16 or int(whole) > LARGEST
