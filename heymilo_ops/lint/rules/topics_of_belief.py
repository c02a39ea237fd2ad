"""Belief and belonging: religion, politics, unions, clubs. One rule a topic."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.lint.topic_hits import topic_hits
from heymilo_ops.lint.topics.topic import Topic


@warning("FR130", topic=Topic.AFFILIATION)
def about_affiliation(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for the clubs they belong to.

    Clubs and societies show origin, religion or sex. Professional bodies that the work needs may be asked for. What
    the finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask for professional
    memberships that the work needs. Silence is no clearance.

    PASS:
        modality: form
        text: Are you a member of a professional body for this work?
        question_type: textarea
    FAIL:
        modality: form
        text: Which clubs and societies do you belong to?
        question_type: textarea
    """
    return topic_hits(subject, Topic.AFFILIATION)


@warning("FR131", topic=Topic.POLITICS)
def about_politics(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked how they vote, or what they think of politics.

    Opinions are protected in many places, and everywhere data that needs a reason. What the finding weighs comes
    from the law of the places in ``ops.jurisdictions``. Instead: leave it out: no work outside a party needs it.
    Silence is no clearance.

    PASS:
        modality: form
        text: Have you worked with public bodies?
        question_type: textarea
    FAIL:
        modality: form
        text: Who did you vote for in the last election?
        question_type: textarea
    """
    return topic_hits(subject, Topic.POLITICS)


@warning("FR132", topic=Topic.RELIGION)
def about_religion(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for religion, or how they practise it.

    Prayers, holidays and dress show it. What the job needs is days and hours. What the finding weighs comes from
    the law of the places in ``ops.jurisdictions``. Instead: ask whether the days and hours are possible. Silence is
    no clearance.

    PASS:
        modality: form
        text: This job has shifts on two weekends a month. Can you work them?
        question_type: textarea
    FAIL:
        modality: form
        text: Which church do you go to?
        question_type: textarea
    """
    return topic_hits(subject, Topic.RELIGION)


@warning("FR133", topic=Topic.UNION)
def about_union(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked about unions.

    Membership, strikes and what somebody thinks of unions are protected, and asking is taken as a threat. What the
    finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: leave it out: no work needs
    it. Silence is no clearance.

    PASS:
        modality: form
        text: Have you worked at a unionized site?
        question_type: textarea
    FAIL:
        modality: form
        text: Are you a member of a trade union?
        question_type: textarea
    """
    return topic_hits(subject, Topic.UNION)
