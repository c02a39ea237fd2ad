"""Knock-outs on a web form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from heymilo_ops.lint.rule import Hit, Subject, error, warning
from heymilo_ops.model.question import FormQuestion

_FREE = ("textarea", "file_upload", "file-upload")
_COMPARED = ("date", "number")


@error("KO110")
def knockout_without_answer(subject: Subject) -> Iterator[Hit]:
    """A knock-out says which answer passes.

    PASS:
        type: form
        config: {knockout_enabled: true}
        questions:
          - text: How many years have you worked in support?
            question_type: number
            operator: gte
            answer: 1
            is_knockout: true
    FAIL:
        type: form
        config: {knockout_enabled: true}
        questions:
          - text: How many years have you worked in support?
            question_type: number
            operator: gte
            is_knockout: true
    """
    for pointer, question in subject.form:
        if question.is_knockout and not _has_answer(question.answer) and question.question_type not in _FREE:
            yield Hit(
                f"{pointer}/is_knockout",
                "the question is a knock-out, and nothing says which answer passes",
                "add answer, or remove is_knockout",
            )


def _has_answer(answer: Any) -> bool:
    """Whether an answer says anything: 0 and false do, a blank text and an empty list don't."""
    return answer is not None and answer != [] and not (isinstance(answer, str) and not answer.strip())


@error("KO111")
def knockout_answer_not_offered(subject: Subject) -> Iterator[Hit]:
    """The answer that passes a knock-out is one that can be given.

    Otherwise everybody is rejected.

    PASS:
        type: form
        config: {knockout_enabled: true}
        questions:
          - text: Are you 18 or over?
            question_type: dropdown
            is_knockout: true
            answer: "yes"
            dropdown_values:
              - {label: "Yes", value: "yes"}
              - {label: "No", value: "no"}
    FAIL:
        type: form
        config: {knockout_enabled: true}
        questions:
          - text: Are you 18 or over?
            question_type: dropdown
            is_knockout: true
            answer: true
            dropdown_values:
              - {label: "Yes", value: "yes"}
              - {label: "No", value: "no"}
    """
    for pointer, question in subject.form:
        if not (question.is_knockout and question.dropdown_values and _has_answer(question.answer)):
            continue
        offered = {value for option in question.dropdown_values for value in option.values()}
        answers = _passing_answers(question)
        strange = [_as_text(answer) for answer in answers if _as_text(answer) not in offered]
        if strange:
            yield Hit(
                f"{pointer}/answer",
                f"the answer that passes, {', '.join(strange)}, is not one of the options, so everybody is rejected",
                f"write one of the options: {', '.join(sorted(offered))}",
            )


@warning("KO118")
def answer_is_a_label(subject: Subject) -> Iterator[Hit]:
    """The answer that passes is an option's value, not its label.

    The label is what candidates read, the value is what a form sends. HeyMilo doesn't document which of them it
    compares; with the label of an option whose value differs, everybody may be rejected.

    PASS:
        modality: form
        text: Which shift can you work?
        question_type: dropdown
        answer: sat
        dropdown_values:
          - {label: Saturday, value: sat}
          - {label: Sunday, value: sun}
    FAIL:
        modality: form
        text: Which shift can you work?
        question_type: dropdown
        answer: Saturday
        dropdown_values:
          - {label: Saturday, value: sat}
          - {label: Sunday, value: sun}
    """
    for pointer, question in subject.form:
        if not (question.dropdown_values and _has_answer(question.answer)):
            continue
        values = {option.get("value") for option in question.dropdown_values}
        labelled = [option for option in question.dropdown_values if "label" in option and "value" in option]
        value_of = {option["label"]: option["value"] for option in labelled}
        labels = [
            label for label in map(_as_text, _passing_answers(question)) if label in value_of and label not in values
        ]
        if labels:
            yield Hit(
                f"{pointer}/answer",
                f"the answer that passes, {', '.join(labels)}, is a label, and the value of its option is another",
                f"write {', '.join(value_of[label] for label in labels)}",
            )


def _passing_answers(question: FormQuestion) -> list[Any]:
    """The answers that pass, one or several."""
    return question.answer if isinstance(question.answer, list) else [question.answer]


def _as_text(value: Any) -> str:
    """A value as a text; true and false as YAML writes them."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@error("KO112")
def answer_shape(subject: Subject) -> Iterator[Hit]:
    """The answer that passes has the shape of the answers: one value, or a list where several may be taken.

    PASS:
        modality: form
        text: Which shifts can you work?
        question_type: dropdown
        mcq_type: multiple
        answer: [saturday]
        dropdown_values:
          - {label: Saturday, value: saturday}
          - {label: Sunday, value: sunday}
    FAIL:
        modality: form
        text: Which shift can you work?
        question_type: dropdown
        mcq_type: single
        answer: [saturday, sunday]
        dropdown_values:
          - {label: Saturday, value: saturday}
          - {label: Sunday, value: sunday}
    """
    for pointer, question in subject.form:
        if question.answer is None or question.mcq_type is None:
            continue
        several = isinstance(question.answer, list)
        if several != (question.mcq_type == "multiple"):
            yield Hit(
                f"{pointer}/answer",
                f"mcq_type is {question.mcq_type}, and answer is {'a list' if several else 'one value'}",
                "write one value" if several else "write a list, also for one value",
            )


@error("KO113")
def knockout_without_operator(subject: Subject) -> Iterator[Hit]:
    """A knock-out on a number or a date says how the answer is compared.

    Without an operator nobody can say whether the number is a minimum or the only one that passes.

    PASS:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
             is_knockout: true}
    FAIL:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: How many years have you worked in support?, question_type: number, answer: 1, is_knockout: true}
    """
    for pointer, question in subject.form:
        if question.is_knockout and question.question_type in _COMPARED and question.operator is None:
            yield Hit(
                pointer,
                f"the knock-out on a {question.question_type} has no operator",
                "add operator: gte for at least, lte for at most, eq for exactly",
            )


@error("KO114")
def answer_not_comparable(subject: Subject) -> Iterator[Hit]:
    """The answer that passes a number question is a number, that of a date question a date.

    PASS:
        modality: form
        text: What is the earliest date you could start?
        question_type: date
        operator: lte
        answer: 2027-03-15
    FAIL:
        modality: form
        text: What is the earliest date you could start?
        question_type: date
        operator: lte
        answer: 15 March 2027
    """
    for pointer, question in subject.form:
        answer = question.answer
        if answer is None:
            continue
        if question.question_type == "number" and not _is_number(answer):
            yield Hit(
                f"{pointer}/answer",
                f"the question asks for a number, and answer is {_described(answer)}",
                "write a number without quotes",
            )
        elif question.question_type == "date" and not _is_date(answer):
            yield Hit(
                f"{pointer}/answer",
                f"the question asks for a date, and answer is {_described(answer)}",
                "write a date such as 2027-03-15",
            )


def _is_number(answer: Any) -> bool:
    return isinstance(answer, int | float) and not isinstance(answer, bool)


def _is_date(answer: Any) -> bool:
    if not isinstance(answer, str) or len(answer) != len("2027-03-15"):
        return False
    try:
        date.fromisoformat(answer)
    except ValueError:
        return False
    return True


def _described(answer: Any) -> str:
    if isinstance(answer, list):
        return "a list"
    if isinstance(answer, dict):
        return "a mapping"
    return f'the text "{answer}"' if isinstance(answer, str) else _as_text(answer)


@warning("KO115")
def knockout_can_be_skipped(subject: Subject) -> Iterator[Hit]:
    """A knock-out must be answered.

    Who leaves it empty is not held back by it.

    PASS:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
             is_knockout: true, is_answer_mandated: true}
    FAIL:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
             is_knockout: true, is_answer_mandated: false}
    """
    for pointer, question in subject.form:
        if question.is_knockout and question.is_answer_mandated is False:
            yield Hit(
                f"{pointer}/is_answer_mandated",
                "the question is a knock-out, and candidates may leave it empty",
                "write is_answer_mandated: true",
            )


@warning("KO116")
def knockout_on_free_text(subject: Subject) -> Iterator[Hit]:
    """A knock-out is not put on a free text or a file.

    There is no one right text, so nobody can say whom it would reject.

    PASS:
        type: form
        questions:
          - {text: Tell us about a time you helped a customer., question_type: textarea}
    FAIL:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: Tell us about a time you helped a customer., question_type: textarea, is_knockout: true}
    """
    for pointer, question in subject.form:
        if question.is_knockout and question.question_type in _FREE:
            yield Hit(
                f"{pointer}/is_knockout",
                f"a {question.question_type} answer can't be compared with the one that passes",
                "ask for a choice, a number or a date, or remove is_knockout",
            )


@warning("KO117")
def knockout_late(subject: Subject) -> Iterator[Hit]:
    """Knock-outs come before the questions that take time.

    Nobody should write a long text first and be rejected over a tick box after it.

    PASS:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
             is_knockout: true}
          - {text: Tell us about a time you helped a customer., question_type: textarea}
    FAIL:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: Tell us about a time you helped a customer., question_type: textarea}
          - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
             is_knockout: true}
    """
    for pointer, step in subject.form_steps:
        long = False
        for i, question in enumerate(step.questions or ()):
            if long and question.is_knockout:
                yield Hit(
                    f"{pointer}/questions/{i}",
                    "the knock-out comes after a question that takes long to answer",
                    "move it up, before the free texts and files",
                )
                break
            long = long or (question.question_type in _FREE and not question.is_knockout)
