"""The words of a text, as rules look them up."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_FEW = 2048
"""Several rules read the texts of one posting, soon after each other."""


@lru_cache(maxsize=_FEW)
def words_in(text: str) -> tuple[str, ...]:
    """Return the runs of letters in a text, in order and in small letters."""
    return tuple(_WORD.findall(text.lower()))
