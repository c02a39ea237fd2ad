"""Whether a question that has other words is the same one reworded, or another in its place."""

from __future__ import annotations

from typing import Any

from heymilo_ops.text.similarity import normalised, similarity

_ALIKE = 0.5
"""From so alike, or from so many of the shorter one's words in the longer one, a question counts as reworded."""


def is_another(before: Any, after: Any) -> bool:
    """Return whether hardly anything of a question's words is left."""
    if not (isinstance(before, str) and isinstance(after, str)):
        return False
    if similarity(before, after) >= _ALIKE:
        return False
    shorter, longer = sorted((set(normalised(text).split()) for text in (before, after)), key=len)
    return len(shorter & longer) < _ALIKE * len(shorter)
