"""What of the spelling of a prose text says nothing, in each version of the canonical form."""

from __future__ import annotations

import unicodedata
from itertools import groupby

_BLANKS = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""What is white space and ends no line."""


def prose_1(text: str) -> str:
    """Of canon 1: without white space at its end."""
    return text.rstrip()


def prose_2(text: str) -> str:
    """Of canon 2: in NFC, and without white space at its end and before each line end."""
    return "\n".join(line.rstrip(_BLANKS) for line in composed(text).rstrip().split("\n"))


def reads_alike(one: str, other: str) -> bool:
    """Return whether two texts are one and the same in today's canonical form: HeyMilo shows a text as it was sent."""
    return one == other or prose_2(one) == prose_2(other)


def composed(text: str) -> str:
    """Return the text in NFC, the same in every Python.

    A digest must not change with the Python that takes it, so what Unicode added after 3.2 is left as it is, and so is
    its order among marks: of all else the composed form never changes. 3.2 has every letter that living languages
    write with a mark.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    runs = groupby(text, key=lambda letter: unicodedata.ucd_3_2_0.category(letter) != "Cn")
    return "".join(unicodedata.normalize("NFC", "".join(run)) if known else "".join(run) for known, run in runs)
