"""One requirement with two values in one posting."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.requirement import Requirement, requirements, value_number
from heymilo_ops.lint.rule import Hit, Subject, warning


@warning("KO131")
def requirement_twice(subject: Subject) -> Iterator[Hit]:
    """A requirement has one value in a posting, whichever of its steps asks.

    Who passes the first step would be rejected by the second for the same thing. Requirements are compared where
    they are enforced, by the words that carry their meaning.

    PASS:
        workflow:
          - type: resume
            config: {knockout_enabled: true, mandatory: true}
            questions:
              - {modality: resume_eligibility, text: Has two years of experience in customer support.}
          - type: form
            config: {knockout_enabled: true}
            questions:
              - {text: How many years of experience in customer support do you have?, question_type: number,
                 operator: gte, answer: 2, is_knockout: true}
    FAIL:
        workflow:
          - type: resume
            config: {knockout_enabled: true, mandatory: true}
            questions:
              - {modality: resume_eligibility, text: Has two years of experience in customer support.}
          - type: form
            config: {knockout_enabled: true}
            questions:
              - {text: How many years of experience in customer support do you have?, question_type: number,
                 operator: gte, answer: 3, is_knockout: true}
    """
    earlier: list[Requirement] = []
    for requirement in requirements(subject):
        other = next((one for one in earlier if requirement.is_of_the_same(one)), None)
        earlier.append(requirement)
        if other is not None and value_number(other.value) != value_number(requirement.value):
            yield Hit(
                requirement.pointer,
                f"the same is required before with {other.value}, and here with {requirement.value}",
                "use one value, or ask once",
            )
