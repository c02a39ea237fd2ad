"""Lines on a change as a whole: what becomes of the posting, and why."""

from __future__ import annotations

from collections.abc import Sequence

from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.review.document import Inline, Style, joined, own, sentence
from heymilo_ops.review.words import ActionWords

LONGEST = 600
"""Characters of a reason."""
REASONS_IN_LABEL = frozenset({ReasonCode.NEW, ReasonCode.DESIGN_CHANGED, ReasonCode.EDITED_IN_PLACE})
"""Reasons that say no more than the label of a change, for whoever doesn't work on the tool."""


def headline(words: ActionWords) -> Inline:
    """Return what becomes of a posting, in two parts."""
    return own(words.headline, Style.STRONG), own(f": {words.consequence}")


def why(reasons: Sequence[str]) -> Inline:
    """Return the reasons of a change as one sentence."""
    return own("Why: "), *joined((sentence(reason[:LONGEST]) for reason in reasons), "; "), own(".")
