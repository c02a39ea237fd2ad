"""Origin: race, nation, language, citizenship. One rule a topic."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.lint.topic_hits import topic_hits
from heymilo_ops.lint.topics.topic import Topic


@warning("FR124", topic=Topic.CASTE)
def about_caste(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for a caste.

    Several places name caste as protected, and elsewhere it counts as ethnic origin. What the finding weighs comes
    from the law of the places in ``ops.jurisdictions``. Instead: leave it out: no work needs it. Silence is no
    clearance.

    PASS:
        modality: form
        text: Which regions have you sold in?
        question_type: textarea
    FAIL:
        modality: form
        text: Which caste do you belong to?
        question_type: textarea
    """
    return topic_hits(subject, Topic.CASTE)


@warning("FR125", topic=Topic.CITIZENSHIP)
def about_citizenship(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for citizenship or a kind of visa.

    What an employer has to know is whether somebody may work, and whether they need sponsorship. What the finding
    weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask whether they may work in the
    country, and whether they will need sponsorship. Silence is no clearance.

    PASS:
        modality: form
        text: Are you authorized to work in the US, and will you need sponsorship?
        question_type: textarea
    FAIL:
        modality: form
        text: Are you a US citizen?
        question_type: textarea
    """
    return topic_hits(subject, Topic.CITIZENSHIP)


@warning("FR126", topic=Topic.LANGUAGE)
def about_language(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for a mother tongue, or marked down for an accent.

    How well somebody speaks a language that the work needs may be asked; how they came by it may not. What the
    finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask how well somebody speaks
    or writes the language that the work needs, and for what. Silence is no clearance.

    PASS:
        modality: form
        text: This role supports Spanish-speaking patients. How well do you speak Spanish?
        question_type: textarea
    FAIL:
        modality: form
        text: What is your mother tongue?
        question_type: textarea
    """
    return topic_hits(subject, Topic.LANGUAGE)


@warning("FR127", topic=Topic.MONITORING)
def about_monitoring(subject: Subject) -> Iterator[Hit]:
    """Monitoring stands outside what is scored.

    Answers on origin or sex for statistics belong on a form that nobody who decides can see; within an AI interview
    they reach whoever reads it. What the finding weighs comes from the law of the places in ``ops.jurisdictions``.
    Instead: move it to a separate, voluntary form that nobody who decides can see. Silence is no clearance.

    PASS:
        modality: form
        text: Is there anything else you would like to tell us about your work?
        question_type: textarea
    FAIL:
        modality: form
        text: For our diversity monitoring, please describe yourself.
        question_type: textarea
    """
    return topic_hits(subject, Topic.MONITORING)


@warning("FR128", topic=Topic.NATIONAL_ORIGIN)
def about_national_origin(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked where they or their parents are from.

    Birthplace, nationality and the sound of a name say nothing about the work. The right to work may be asked. What
    the finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask for the right to work
    in the country, of everybody. Silence is no clearance.

    PASS:
        modality: form
        text: Do you have the right to work in the UK?
        question_type: textarea
    FAIL:
        modality: form
        text: Where are you originally from?
        question_type: textarea
    """
    return topic_hits(subject, Topic.NATIONAL_ORIGIN)


@warning("FR129", topic=Topic.RACE_ETHNICITY)
def about_race_ethnicity(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for race, ethnic group or skin colour.

    Origin says nothing about the work. Hair and names stand in for it. What the finding weighs comes from the law
    of the places in ``ops.jurisdictions``. Instead: leave it out; monitoring belongs on a separate form that nobody
    who decides can see. Silence is no clearance.

    PASS:
        modality: form
        text: Tell us about a time when you made a team more inclusive.
        question_type: textarea
    FAIL:
        modality: form
        text: Which ethnic group do you belong to?
        question_type: textarea
    """
    return topic_hits(subject, Topic.RACE_ETHNICITY)
