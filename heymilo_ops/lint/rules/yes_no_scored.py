"""Scored questions that can be answered by yes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.text.sentences import sentences

_AUXILIARY = (
    r"(?:are|were|do|did|have|had|is|was|will|would|could|can|should|must|don't|didn't|haven't|aren't|isn't|wouldn't|"
    r"couldn't|won't|can't)"
)
_POLITE = (
    r"(?:please )?(?:describe|explain|expand|give|go|guide|name|outline|recall|run|share|show|speak|summari[sz]e|take|"
    r"talk|teach|tell|think|walk)\b"
)
_YES_NO = re.compile(
    rf"^(?:(?:and|so|well|hi|hello|first|finally)[,:]? )?{_AUXILIARY} (?:you|your|there|it)\b(?!,? (?:{_POLITE}))"
    r"(?!.*\b(?:how|what|which|why|where|when you|who|whom|whose)\b)[^?]*\?$"
)
_OF_THE_PAST = re.compile(r"^(?:and |so )?(?:are|have|did|haven't|aren't|didn't) you\b")
"""After another sentence, "Do you fly?" asks for a decision in that case; what was done or is so asks for none."""
_LEADING = re.compile(
    r"^(?:you (?:do|are|have|would|can|will)\b[^?]*,? (?:right|correct|don't you|aren't you|haven't you|wouldn't you"
    r"|can't you|won't you)\?|(?:wouldn't|don't|isn't|aren't) (?:you|it|we) (?:agree|think|say|believe"
    r"|fair|true)\b[^?]*\?)$"
)


@warning("CX152", english=True)
def yes_no_question_scored(subject: Subject) -> Iterator[Hit]:
    """A scored question asks for more than yes or no, and doesn't suggest the answer.

    "Have you handled complaints?" is answered by "Yes", in which there is nothing to score, and "You do like
    customers, right?" has one answer. A question with another sentence that asks for more is left alone.

    PASS:
        modality: voice
        text: Have you ever handled a complaint? Tell me what you did.
        question_type: scored
        evaluation_criteria: Look for how the complaint was heard, and for a clear outcome.
        score_of_1: Blames the customer or gives no steps.
        score_of_5: Acknowledges, investigates, and confirms the outcome with the customer.
    FAIL:
        modality: voice
        text: Have you ever handled a complaint?
        question_type: scored
        evaluation_criteria: Look for how the complaint was heard, and for a clear outcome.
        score_of_1: Blames the customer or gives no steps.
        score_of_5: Acknowledges, investigates, and confirms the outcome with the customer.
    """
    for pointer, question in subject.voice:
        if question.question_type != "scored" or question.not_scored or question.min_follow_ups:
            continue
        parts = [" ".join(part.lower().replace("’", "'").split()) for part in sentences(question.text)]
        if not parts or not parts[-1].endswith("?"):
            continue
        leading, *_ = [part for part in parts if _LEADING.search(part)] or [""]
        asking = [part for part in parts if part.endswith("?")]
        if leading:
            yield Hit(
                f"{pointer}/text",
                f'the question suggests its answer: "{leading}"',
                "ask what they did or would do, without saying what you hope for",
            )
        elif len(asking) == 1 and _YES_NO.search(asking[0]) and (len(parts) == 1 or _OF_THE_PAST.search(asking[0])):
            yield Hit(
                f"{pointer}/text",
                "the question is scored and can be answered by yes or no",
                "ask for an occasion or for how they would go about it: Tell me about …, How would you …",
            )
