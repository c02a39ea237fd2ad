"""What lies behind people: records, service, money, pay. One rule a topic."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.lint.topic_hits import topic_hits
from heymilo_ops.lint.topics.topic import Topic


@warning("FR134", topic=Topic.CRIMINAL_RECORD)
def about_criminal_record(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for arrests or convictions before an offer.

    Many places bar the question until then, and arrests are no proof of anything. Checks that the law asks for may
    be named. What the finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: say that
    an offer depends on the check that the law asks for, and ask nothing before it. Silence is no clearance.

    PASS:
        modality: form
        text: The offer depends on a background check. Is that fine with you?
        question_type: textarea
    FAIL:
        modality: form
        text: Have you ever been arrested?
        question_type: textarea
    """
    return topic_hits(subject, Topic.CRIMINAL_RECORD)


@warning("FR135", topic=Topic.FINANCIAL)
def about_financial(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for credit, debts or a bank.

    Money shows origin, family and health. Few jobs may check credit, and then by law. What the finding weighs comes
    from the law of the places in ``ops.jurisdictions``. Instead: leave it out, or name the check that a law asks
    for of this very job. Silence is no clearance.

    PASS:
        modality: form
        text: Have you worked with credit risk?
        question_type: textarea
    FAIL:
        modality: form
        text: What is your credit score?
        question_type: textarea
    """
    return topic_hits(subject, Topic.FINANCIAL)


@warning("FR136", topic=Topic.MILITARY)
def about_military(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for their discharge, reserve duty or veteran status.

    Service that taught something for the job may be told; how it ended and what is still due may not be asked for.
    What the finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask for the skills
    or training that the work needs. Silence is no clearance.

    PASS:
        modality: form
        text: Which skills from any kind of service would you bring?
        question_type: textarea
    FAIL:
        modality: form
        text: What type of military discharge did you receive?
        question_type: textarea
    """
    return topic_hits(subject, Topic.MILITARY)


@warning("FR137", topic=Topic.SALARY_HISTORY)
def about_salary_history(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked what they earned before.

    It carries old differences in pay into the new job. Expectations may be asked for, and a range should be told.
    What the finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: tell the range and
    ask for expectations. Silence is no clearance.

    PASS:
        modality: form
        text: The range is 40,000 to 48,000. Which pay do you expect?
        question_type: textarea
    FAIL:
        modality: form
        text: What is your current salary?
        question_type: textarea
    """
    return topic_hits(subject, Topic.SALARY_HISTORY)
