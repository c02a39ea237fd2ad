"""Two questions in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, warning
from heymilo_ops.model.question import FormQuestion, SmsQuestion, VoiceQuestion
from heymilo_ops.text.sentences import asked
from heymilo_ops.text.similarity import normalised

_MARK = re.compile("[?？؟;\u037e﹖⁇⁈⁉か]")
_TAGS = ("correct", "ok", "okay", "right", "yes no", "yes or no", "y n")
"""What is put after a question and asks nothing more."""


@warning("CX150")
def compound_question(subject: Subject) -> Iterator[Hit]:
    """A question that is judged asks one thing.

    People answer one of two questions and are marked down for the other. A follow-up is the place for it. What
    somebody says in quotation marks isn't counted.

    PASS:
        modality: sms
        text: Can you work on Saturdays?
        question_type: YES_NO
        expected_answer: "yes"
    FAIL:
        modality: sms
        text: Can you work on Saturdays? And could you start in May?
        question_type: YES_NO
        expected_answer: "yes"
    """
    judged = [at for at in subject.voice if not at.value.not_scored and at.value.question_type != "open-ended"]
    gates = [at for at in subject.form if at.value.is_knockout]
    asking: list[At[FormQuestion] | At[SmsQuestion] | At[VoiceQuestion]] = [*judged, *subject.sms, *gates]
    for pointer, question in asking:
        if len(_MARK.findall(question.text)) < 2:
            continue
        things = [sentence for sentence in asked(question.text) if normalised(sentence) not in _TAGS]
        if len(things) > 1:
            yield Hit(
                f"{pointer}/text",
                f"the question asks {len(things)} things at once",
                "ask one, and make the other a question of its own or a follow-up",
            )
