"""Private life: home, habits, accounts. One rule a topic."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.lint.topic_hits import topic_hits
from heymilo_ops.lint.topics.topic import Topic


@warning("FR138", topic=Topic.CANNABIS)
def about_cannabis(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked about cannabis off duty.

    Several states protect it, and medical use is about health. What the finding weighs comes from the law of the
    places in ``ops.jurisdictions``. Instead: tell the rule of the workplace, such as being sober at work, and ask
    whether it can be kept. Silence is no clearance.

    PASS:
        modality: form
        text: Have you worked in cannabis retail?
        question_type: textarea
    FAIL:
        modality: form
        text: Do you smoke marijuana?
        question_type: textarea
    """
    return topic_hits(subject, Topic.CANNABIS)


@warning("FR139", topic=Topic.LIFESTYLE)
def about_lifestyle(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked whether they smoke or drink.

    What people do off duty is protected in several places, and tells about health. What the finding weighs comes
    from the law of the places in ``ops.jurisdictions``. Instead: tell the rule of the workplace and ask whether it
    can be kept. Silence is no clearance.

    PASS:
        modality: form
        text: Our site is smoke-free. Is that fine with you?
        question_type: textarea
    FAIL:
        modality: form
        text: Do you smoke?
        question_type: textarea
    """
    return topic_hits(subject, Topic.LIFESTYLE)


@warning("FR140", topic=Topic.POLYGRAPH)
def about_polygraph(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked to take a lie detector.

    Many places bar even the question. What the finding weighs comes from the law of the places in
    ``ops.jurisdictions``. Instead: leave it out; ask for references. Silence is no clearance.

    PASS:
        modality: form
        text: May we call the references that you name?
        question_type: textarea
    FAIL:
        modality: form
        text: Would you take a lie detector test?
        question_type: textarea
    """
    return topic_hits(subject, Topic.POLYGRAPH)


@warning("FR141", topic=Topic.RESIDENCE)
def about_residence(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for their street, quarter or car.

    Where people live, and what they own, stands in for origin and means. The job needs somebody who can be there.
    What the finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask whether they can
    be at the place at the hour. Silence is no clearance.

    PASS:
        modality: form
        text: Can you be at our Leeds store by eight in the morning?
        question_type: textarea
    FAIL:
        modality: form
        text: What is your home postcode?
        question_type: textarea
    """
    return topic_hits(subject, Topic.RESIDENCE)


@warning("FR142", topic=Topic.SOCIAL_MEDIA)
def about_social_media(subject: Subject) -> Iterator[Hit]:
    """Nobody is asked for private accounts or passwords.

    They show everything that an interview should leave alone. Work that people choose to show is fine. What the
    finding weighs comes from the law of the places in ``ops.jurisdictions``. Instead: ask for work that they choose
    to show. Silence is no clearance.

    PASS:
        modality: form
        text: Show us a public portfolio that you are proud of.
        question_type: textarea
    FAIL:
        modality: form
        text: What are your Instagram and Facebook usernames?
        question_type: textarea
    """
    return topic_hits(subject, Topic.SOCIAL_MEDIA)
