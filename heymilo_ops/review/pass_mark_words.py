"""Which way a pass mark moves, and whom that concerns, in words."""

from __future__ import annotations


def direction(before: float | None, after: float | None) -> str:
    """Return ``lower`` or ``higher`` for a mark that moves; ``""`` where one side has none, or both are alike."""
    if not before or not after or before == after:
        return ""
    return "lower" if after < before else "higher"


def between(before: float, after: float) -> str:
    """Return the scores that one mark lets pass and the other doesn't: ``60 to under 80``."""
    return f"{points(min(before, after))} to under {points(max(before, after))}"


def mark_remark(before: float | None, after: float | None) -> str:
    """Return what another pass mark means for people, a sentence: ``Lower: 60 to under 80 pass now.``."""
    if not all(mark is None or isinstance(mark, int | float) for mark in (before, after)):
        return ""  # a plan file may have anything there
    way = direction(before, after)
    if way and before and after:
        outcome = "pass now" if way == "lower" else "are rejected now"
        return f"{way.capitalize()}: {between(before, after)} {outcome}."
    if after and not before:
        return f"New: people under {points(after)} are rejected now."
    return "" if not before or after else "Nobody is rejected by the score any more."


def mark_beside_weights(mark: float | None) -> str:
    """Return what other weights can do to people under a pass mark, or that there is none."""
    if not mark:
        return "no pass mark, so nobody is rejected by the score."
    return f"the pass mark is {points(mark)} of 100; other weights can change who reaches it."


def points(mark: float) -> str:
    """Return a mark between 0 and 1 in points of 100."""
    return f"{100 * mark:.4g}"
