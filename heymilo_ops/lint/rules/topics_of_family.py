"""Family: pregnancy, marriage, children and care. One rule a topic."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.lint.topic_hits import topic_hits
from heymilo_ops.lint.topics.topic import Topic


@warning("FR116", topic=Topic.CARING)
def about_caring(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked who cares for their children or parents.

    Care is mostly done by women, and how it is arranged is nobody's business. What the job needs is the hours. What
    the finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask whether the hours or
    travel are possible. Silence is no clearance.

    PASS:
        modality: form
        text: This job begins at six in the morning. Can you be there?
        question_type: textarea
    FAIL:
        modality: form
        text: What childcare arrangements do you have?
        question_type: textarea
    """
    return topic_hits(subject, Topic.CARING)


@warning("FR117", topic=Topic.CIVIL_PARTNERSHIP)
def about_civil_partnership(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked about a civil partnership.

    It says whom somebody loves, and is protected as marriage is. What the finding weighs comes from the law of the
    places in ``ops.jurisdictions``. Instead: ask whether the hours or travel are possible. Silence is no clearance.

    PASS:
        modality: form
        text: Can you travel twice a month?
        question_type: textarea
    FAIL:
        modality: form
        text: Are you in a civil partnership?
        question_type: textarea
    """
    return topic_hits(subject, Topic.CIVIL_PARTNERSHIP)


@warning("FR118", topic=Topic.MARITAL_FAMILY)
def about_marital_family(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked about marriage, partners, children or family life.

    Answers are held against women more than against men. What the job needs is hours, travel or a place. What the
    finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask whether the hours, shifts
    or travel are possible. Silence is no clearance.

    PASS:
        modality: form
        text: This job has two evening shifts a week. Can you work them?
        question_type: textarea
    FAIL:
        modality: form
        text: Do you have children?
        question_type: textarea
    """
    return topic_hits(subject, Topic.MARITAL_FAMILY)


@warning("FR119", topic=Topic.PREGNANCY)
def about_pregnancy(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked about pregnancy, or plans to have children.

    Whoever asks is taken to decide by it. What the finding weighs comes from the law of the places in
    ``ops.jurisdictions``. Instead: ask for the hours or dates that the job has, of everybody in the same words.
    Silence is no clearance.

    PASS:
        modality: form
        text: Can you start on the third of May?
        question_type: textarea
    FAIL:
        modality: form
        text: Are you planning to have children soon?
        question_type: textarea
    """
    return topic_hits(subject, Topic.PREGNANCY)


@warning("FR120", topic=Topic.REPRODUCTIVE)
def about_reproductive(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked about contraception, abortion or fertility.

    Several places protect such choices by name, and everywhere they are about health. What the finding weighs comes
    from the law of the places in ``ops.jurisdictions``. Instead: leave it out: no work needs it. Silence is no
    clearance.

    PASS:
        modality: form
        text: Can you work the hours above?
        question_type: textarea
    FAIL:
        modality: form
        text: Have you ever had an abortion?
        question_type: textarea
    """
    return topic_hits(subject, Topic.REPRODUCTIVE)
