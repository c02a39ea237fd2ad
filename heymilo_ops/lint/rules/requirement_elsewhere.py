"""One requirement for which several postings have different values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from heymilo_ops.finding import Severity
from heymilo_ops.lint.requirement import Requirement, requirements, value_number
from heymilo_ops.lint.rule import Hit, Subject, across

_FEWEST = 2


@across("KO133", Severity.INFO)
def requirement_of_another_value(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Hit]]:
    """What several postings knock out by has the same value in all of them, unless the roles differ in it.

    Compared are knock-outs that a step enforces, by the words that carry their meaning. Reported are the postings that
    differ from most.

    PASS:
        - type: form
          config: {knockout_enabled: true}
          questions:
            - {text: How many years of experience in customer support do you have?, question_type: number,
               operator: gte, answer: 2, is_knockout: true}
        - type: form
          config: {knockout_enabled: true}
          questions:
            - {text: How many years of experience in customer support do you have?, question_type: number,
               operator: gte, answer: 2, is_knockout: true}
    FAIL:
        - type: form
          config: {knockout_enabled: true}
          questions:
            - {text: How many years of experience in customer support do you have?, question_type: number,
               operator: gte, answer: 2, is_knockout: true}
        - type: form
          config: {knockout_enabled: true}
          questions:
            - {text: How many years of experience in customer support do you have?, question_type: number,
               operator: gte, answer: 5, is_knockout: true}
    """
    alike: dict[frozenset[str], list[tuple[Subject, Requirement]]] = {}
    for subject in subjects:
        for requirement in requirements(subject):
            if len(requirement.about) >= _FEWEST:
                alike.setdefault(requirement.about, []).append((subject, requirement))
    for places in alike.values():
        numbers = [value_number(requirement.value) for _, requirement in places]
        if len(set(numbers)) < 2:
            continue
        usual = Counter(numbers).most_common(1)[0][0]
        first, example = next(place for place, number in zip(places, numbers, strict=True) if number == usual)
        for (subject, requirement), number in zip(places, numbers, strict=True):
            if number != usual and subject is not first:
                yield (
                    subject,
                    Hit(
                        requirement.pointer,
                        f"{first.desired.address} requires the same with {example.value}, and this with "
                        f"{requirement.value}",
                        "use one value, unless the roles differ in it",
                    ),
                )
