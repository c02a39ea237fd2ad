"""Sex, gender and orientation. One rule a topic."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.lint.topic_hits import topic_hits
from heymilo_ops.lint.topics.topic import Topic


@warning("FR121", topic=Topic.GENDER_REASSIGNMENT)
def about_gender_reassignment(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked whether they are transgender.

    A transition, a name before it or a sex at birth says nothing about the work. What the finding weighs comes from
    the law of the places in ``ops.jurisdictions``. Instead: leave it out; to know how to address people, ask that.
    Silence is no clearance.

    PASS:
        modality: form
        text: By which name should we call you?
        question_type: textarea
    FAIL:
        modality: form
        text: Are you transgender?
        question_type: textarea
    """
    return topic_hits(subject, Topic.GENDER_REASSIGNMENT)


@warning("FR122", topic=Topic.SEX_GENDER)
def about_sex_gender(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for their sex or gender, nor wanted for it.

    Few jobs need it, and those need it said why. What the finding weighs comes from the law of the places in
    ``ops.jurisdictions``. Instead: leave it out; to know how to address people, ask that. Silence is no clearance.

    PASS:
        modality: form
        text: How should we address you?
        question_type: textarea
    FAIL:
        modality: form
        text: Are you male or female?
        question_type: textarea
    """
    return topic_hits(subject, Topic.SEX_GENDER)


@warning("FR123", topic=Topic.SEXUAL_ORIENTATION)
def about_sexual_orientation(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked whom they love.

    Orientation shows in questions on partners as well. What the finding weighs comes from the law of the places in
    ``ops.jurisdictions``. Instead: leave it out: no work needs it. Silence is no clearance.

    PASS:
        modality: form
        text: Which teams have you worked with?
        question_type: textarea
    FAIL:
        modality: form
        text: Are you gay or straight?
        question_type: textarea
    """
    return topic_hits(subject, Topic.SEXUAL_ORIENTATION)
