"""How many minutes a candidate needs, estimated: rules of thumb, not measurements."""

from __future__ import annotations

VOICE_QUESTION = 1.5
FOLLOW_UP = 0.75
FORM_QUESTION = 0.25
SMS_QUESTION = 0.5
_FORM_BY_TYPE = {"textarea": 1.5, "file_upload": 1.0, "file-upload": 1.0}


def form_question(question_type: str | None) -> float:
    """Return the minutes of one field of a form."""
    return _FORM_BY_TYPE.get(question_type or "", FORM_QUESTION)


def follow_ups(low: int | None, high: int | None) -> tuple[int, int]:
    """Return the fewest and the most follow-up questions to expect; 1 where neither is set."""
    if low is None and high is None:
        return 1, 1
    fewest = low or 0
    return fewest, fewest if high is None else max(fewest, high)


def written_questions(number: int) -> float:
    """Return the minutes of an interview whose questions HeyMilo writes."""
    return number * (VOICE_QUESTION + FOLLOW_UP)
