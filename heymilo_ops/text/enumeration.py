"""Lists in a sentence."""

from __future__ import annotations

from collections.abc import Iterable


def first_few(items: Iterable[str], most: int, separator: str = ", ") -> str:
    """Join the first items, and count the rest: ``a, b and 3 more``."""
    items = list(items)
    rest = f" and {len(items) - most} more" if len(items) > most else ""
    return separator.join(items[:most]) + rest
