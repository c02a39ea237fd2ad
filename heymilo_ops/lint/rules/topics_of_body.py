"""Age, health, bodies and looks. One rule a topic."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.lint.topic_hits import topic_hits
from heymilo_ops.lint.topics.topic import Topic


@warning("FR111", topic=Topic.AGE)
def about_age(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked how old they are, nor when they finished school.

    Dates of birth, graduation years, retirement plans and words such as "young and dynamic" all say how old
    somebody should be. A minimum age that the law sets may be asked for as yes or no: 16, 18 or 21, with its
    reason. What the finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask for what
    the work needs; a minimum age of law may be asked as yes or no, with its reason. Silence is no clearance.

    PASS:
        modality: form
        text: Are you 18 or over, as the law asks of whoever sells alcohol?
        question_type: textarea
    FAIL:
        modality: form
        text: In which year did you finish school?
        question_type: textarea
    """
    return topic_hits(subject, Topic.AGE)


@warning("FR112", topic=Topic.APPEARANCE)
def about_appearance(subject: Subject) -> Iterator[Hit]:
    """Nobody is judged by looks, height, weight or a photo.

    Looks stand in for sex, age, origin and health. Clothing that safety or hygiene needs may be named. What the
    finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: name the clothing or reach
    that the task needs, or leave it out. Silence is no clearance.

    PASS:
        modality: form
        text: This kitchen needs covered hair and closed shoes. Can you wear them?
        question_type: textarea
    FAIL:
        modality: form
        text: How much do you weigh?
        question_type: textarea
    """
    return topic_hits(subject, Topic.APPEARANCE)


@warning("FR113", topic=Topic.DISABILITY_HEALTH)
def about_disability_health(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked about disabilities, illness or treatment.

    Health says nothing about whether somebody can do the tasks, and asking before an offer is what many laws bar.
    Offering adjustments for the interview is fine. What the finding weighs comes from the law of the places in
    ``ops.jurisdictions``. Instead: describe the tasks and ask whether they can be done, with or without
    adjustments. Silence is no clearance.

    PASS:
        modality: form
        text: Is there anything that we can change about this interview to make it work for you?
        question_type: textarea
    FAIL:
        modality: form
        text: Do you have any medical conditions that we should know about?
        question_type: textarea
    """
    return topic_hits(subject, Topic.DISABILITY_HEALTH)


@warning("FR114", topic=Topic.GENETIC)
def about_genetic(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked about genes, or the illnesses of relatives.

    What runs in a family says nothing about the work, and most laws leave no exception. What the finding weighs
    comes from the law of the places in ``ops.jurisdictions``. Instead: leave it out: no work needs it. Silence is
    no clearance.

    PASS:
        modality: form
        text: Which lab equipment have you worked with?
        question_type: textarea
    FAIL:
        modality: form
        text: Does anyone in your family have a heart condition?
        question_type: textarea
    """
    return topic_hits(subject, Topic.GENETIC)


@warning("FR115", topic=Topic.PHYSICAL_ABILITY)
def about_physical_ability(subject: Subject) -> Iterator[Hit]:
    """A physical requirement names the task, and that adjustments count.

    "Able to lift 50 pounds" turns away people who could do the work with a trolley or in another way. What the
    finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: name the task, say that it is
    essential, and add "with or without adjustments". Silence is no clearance.

    PASS:
        modality: form
        text: Lifting boxes of up to 20 kg is an essential function. Can you do it, with or without adjustments?
        question_type: textarea
    FAIL:
        modality: form
        text: Can you lift boxes of 50 pounds?
        question_type: textarea
    """
    return topic_hits(subject, Topic.PHYSICAL_ABILITY)
