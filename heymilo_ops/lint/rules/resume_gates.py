"""How a résumé screen stands among the steps."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning


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
