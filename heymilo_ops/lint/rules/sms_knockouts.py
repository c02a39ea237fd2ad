"""Deal-breakers in a conversation by text message."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, error


@error("KO101")
def dealbreaker_without_answer(subject: Subject) -> Iterator[Hit]:
    """A deal-breaker says which answer passes.

    Without one there is nothing to compare the candidate's answer with.

    PASS:
        type: conversational_sms
        config:
          knockout_enabled: true
          disqualification_message: Thank you. This role is not a match today.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes", is_dealbreaker: true}
    FAIL:
        type: conversational_sms
        config:
          knockout_enabled: true
          disqualification_message: Thank you. This role is not a match today.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, is_dealbreaker: true}
    """
    for pointer, question in subject.sms:
        if question.is_dealbreaker and question.expected_answer is None and question.expected_value is None:
            field = "expected_value" if question.question_type == "NUMERIC" else "expected_answer"
            yield Hit(
                f"{pointer}/is_dealbreaker",
                "the question is a deal-breaker, and nothing says which answer passes",
                f"add {field}",
            )


@error("KO102")
def sms_answer_of_another_kind(subject: Subject) -> Iterator[Hit]:
    """The answer that passes is of the question's own kind.

    A YES_NO question takes ``expected_answer``, a NUMERIC question takes ``expected_value``, no question takes both.

    PASS:
        modality: sms
        text: How many evening shifts could you cover each week?
        question_type: NUMERIC
        expected_value: 2
    FAIL:
        modality: sms
        text: How many evening shifts could you cover each week?
        question_type: NUMERIC
        expected_answer: "2"
    """
    for pointer, question in subject.sms:
        kind = question.question_type
        if question.expected_answer is not None and (question.expected_value is not None or kind == "NUMERIC"):
            yield Hit(
                f"{pointer}/expected_answer",
                "the question has both expected_answer and expected_value"
                if question.expected_value is not None
                else "the question is NUMERIC and has expected_answer, which is for YES_NO",
                "keep expected_answer for YES_NO, or expected_value for NUMERIC",
            )
        elif question.expected_value is not None and kind == "YES_NO":
            yield Hit(
                f"{pointer}/expected_value",
                "the question is YES_NO and has expected_value, which is for NUMERIC",
                'write expected_answer: "yes" or "no" instead',
            )


@error("KO103")
def sms_answer_not_yes_or_no(subject: Subject) -> Iterator[Hit]:
    """The answer that passes a YES_NO question is "yes" or "no".

    PASS:
        modality: sms
        text: Can you work on Saturdays?
        question_type: YES_NO
        expected_answer: "yes"
    FAIL:
        modality: sms
        text: Can you work on Saturdays?
        question_type: YES_NO
        expected_answer: "true"
    """
    for pointer, question in subject.sms:
        answer = question.expected_answer
        if question.question_type == "YES_NO" and answer is not None and answer.strip().lower() not in ("yes", "no"):
            yield Hit(
                f"{pointer}/expected_answer",
                f'expected_answer is "{answer}", and the question is answered by yes or no',
                'write "yes" or "no", in quotes',
            )
