"""What each question counts of the score of its step, in per cent that add up to 100."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

_NEVER = ("form", "voice_tags")
_BY_WEIGHT = ("sms", "resume_eligibility")
"""Where a question counts towards a score only if it has a weight."""


def counts(question: Any) -> bool:
    """Return whether the answer has a part in the score of its step."""
    if not isinstance(question, Mapping) or question.get("modality") in _NEVER:
        return False
    if question.get("modality") in _BY_WEIGHT and not question.get("score_weight"):
        return False
    return not question.get("not_scored") and question.get("question_type") != "open-ended"


def weight_of(question: Any) -> int | float | None:
    """Return the weight of a question that counts; ``None`` where it doesn't, or has none."""
    weight = question.get("score_weight") if counts(question) else None
    return weight if isinstance(weight, int | float) and not isinstance(weight, bool) else None


def shares_of(questions: Sequence[Any]) -> tuple[int | None, ...]:
    """Return the share of each question, in whole per cent; ``None`` where it doesn't count.

    The shares of those that count add up to 100. They are ``None`` as well where one of several counts without a
    weight: what HeyMilo takes it for isn't documented.
    """
    counting = [at for at, question in enumerate(questions) if counts(question)]
    weights = [weight_of(questions[at]) for at in counting]
    if len(counting) == 1:
        weights = [weights[0] or 1]
    known = [weight for weight in weights if weight is not None]
    shares = largest_remainder(known) if len(known) == len(weights) else [None] * len(counting)
    by_place = dict(zip(counting, shares, strict=True))
    return tuple(by_place.get(at) for at in range(len(questions)))


def largest_remainder(weights: Sequence[int | float]) -> list[int | None]:
    """Return whole per cents that add up to 100, each as near to its weight's part as that allows.

    ``None`` each where no weight is above 0.
    """
    total = sum(weights)
    if total <= 0:
        return [None] * len(weights)
    exact = [100 * weight / total for weight in weights]
    whole = [int(part) for part in exact]
    number = Counter(weights)
    # Of equal remainders that of a weight which stands alone goes up: equal weights keep equal shares if they can.
    by_rest = sorted(range(len(weights)), key=lambda at: (round(whole[at] - exact[at], 9), number[weights[at]], at))
    for at in by_rest[: 100 - sum(whole)]:
        whole[at] += 1
    return list(whole)
