"""What rejects by text message and by résumé, and whether the switch of the step agrees."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, error, warning
from heymilo_ops.model.question import FormQuestion, Question, SmsQuestion
from heymilo_ops.model.step import FormStep, ResumeStep, SmsStep


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


@warning("KO120")
def knockout_switched_off(subject: Subject) -> Iterator[Hit]:
    """Knock-outs work only where the step's ``knockout_enabled`` is true.

    A deal-breaker in a step that doesn't enforce it rejects nobody. For a résumé's requirements the switch
    may well be off, so that people see them and decide; but the manifest should say so.

    PASS:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
             is_knockout: true}
    FAIL:
        type: form
        config: {knockout_enabled: false}
        questions:
          - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
             is_knockout: true}
    """
    for at in _switched(subject):
        pointer, step = at
        switch = step.config.knockout_enabled if step.config else None
        if switch or (switch is False and step.type == "resume"):
            continue
        marked = [(i, field) for i, question in enumerate(step.questions or ()) if (field := _gate(question))]
        if not marked:
            continue
        if step.type == "resume":
            yield Hit(
                pointer,
                "the résumé step has requirements, and nothing says whether missing one rejects",
                "write knockout_enabled: true or false in its config",
                fields=("knockout_enabled",),
            )
        else:
            i, field = marked[0]
            yield Hit(
                f"{pointer}/questions/{i}/{field}",
                f"{field} is true, and the step's knockout_enabled is not, so it rejects nobody",
                f"write knockout_enabled: true in the step's config, or remove {field}",
                fields=("knockout_enabled",),
            )


@warning("KO121")
def knockout_switch_idle(subject: Subject) -> Iterator[Hit]:
    """Where ``knockout_enabled`` is true, the step has something that rejects.

    PASS:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
             is_knockout: true}
          - {text: Which shifts can you work?, question_type: textarea}
    FAIL:
        type: form
        config: {knockout_enabled: true}
        questions:
          - {text: Which shifts can you work?, question_type: textarea}
    """
    for pointer, step in _switched(subject):
        if step.config and step.config.knockout_enabled and step.questions and not any(map(_gate, step.questions)):
            yield Hit(
                f"{pointer}/config/knockout_enabled",
                f"knockout_enabled is true, and no question of the {step.type} step rejects anybody",
                "write knockout_enabled: false, or mark the question that is a must",
            )


def _switched(subject: Subject) -> list[At[FormStep | ResumeStep | SmsStep]]:
    return [*subject.form_steps, *subject.resume_steps, *subject.sms_steps]


def _gate(question: Question) -> str:
    """The field by which a question rejects, empty where it doesn't."""
    if isinstance(question, SmsQuestion):
        return "is_dealbreaker" if question.is_dealbreaker else ""
    if isinstance(question, FormQuestion):
        return "is_knockout" if question.is_knockout else ""
    return "modality" if question.modality == "resume_eligibility" else ""


@warning("KO140")
def resume_can_be_skipped(subject: Subject) -> Iterator[Hit]:
    """A résumé screen that rejects can't be passed by sending no résumé.

    PASS:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Has at least one year in customer support.}
    FAIL:
        type: resume
        config: {knockout_enabled: true, mandatory: false}
        questions:
          - {modality: resume_eligibility, text: Has at least one year in customer support.}
    """
    for pointer, step in subject.resume_steps:
        config = step.config
        if config and config.mandatory is False and (config.knockout_enabled or config.min_evaluation_score):
            yield Hit(
                f"{pointer}/config/mandatory",
                "the résumé step rejects, and mandatory: false lets candidates go on without a résumé",
                "write mandatory: true, or let the step reject nobody",
            )


@warning("KO141")
def resume_not_first(subject: Subject) -> Iterator[Hit]:
    """A résumé screen is the first step.

    HeyMilo suggests it: candidates who can't be considered should not sit through an interview first.

    PASS:
        workflow:
          - type: resume
            config: {knockout_enabled: true, mandatory: true}
            questions:
              - {modality: resume_eligibility, text: Has at least one year in customer support.}
          - type: form
            questions:
              - {text: Which shifts can you work?, question_type: textarea}
    FAIL:
        workflow:
          - type: form
            questions:
              - {text: Which shifts can you work?, question_type: textarea}
          - type: resume
            config: {knockout_enabled: true, mandatory: true}
            questions:
              - {modality: resume_eligibility, text: Has at least one year in customer support.}
    """
    steps = subject.resume_steps
    if steps and steps[0].value is not subject.steps[0].value:
        yield Hit(
            steps[0].pointer,
            f"the résumé step comes after the {subject.steps[0].value.type} step",
            "move it to the top of the workflow",
        )
