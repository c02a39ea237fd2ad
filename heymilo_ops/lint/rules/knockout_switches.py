"""Whether knock-outs and the switch of their step agree."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, warning
from heymilo_ops.model.question import FormQuestion, Question, SmsQuestion
from heymilo_ops.model.step import FormStep, ResumeStep, SmsStep


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
