"""Text messages that are split and paid for several times."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.text.sms import Sms, measure

_MESSAGES = ("intro_message", "disqualification_message", "follow_up_message", "hop_on_call_message")
_LONG_NAME = "Alexandra Fernandez"


@warning("CX166")
def sms_length(subject: Subject) -> Iterator[Hit]:
    """A message fits into one text message.

    160 characters fit, or 70 where one of them is outside of the plain alphabet, such as a curly quote or an
    emoji. Longer ones are split and cost as much as several. Variables count with the posting's title and a
    long name in their place.

    PASS:
        type: conversational_sms
        config:
          follow_up_message: Still interested in the role? Just reply. Reply STOP to opt out.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        type: conversational_sms
        config:
          follow_up_message: We’d love to hear from you about the role. Just reply. Reply STOP to opt out.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    for pointer, step in subject.sms_steps:
        if step.config is None:
            continue
        for name in _MESSAGES:
            text = getattr(step.config, name)
            if text:
                size = measure(_filled(text, subject.manifest.title))
                if size.segments > 1:
                    yield _hit(f"{pointer}/config/{name}", size)


def _filled(text: str, title: str) -> str:
    return text.strip().replace("{{candidate_name}}", _LONG_NAME).replace("{{job_title}}", title)


def _hit(pointer: str, size: Sms) -> Hit:
    if size.foreign:
        characters = " ".join(size.foreign[:5])
        return Hit(
            pointer,
            f"the message takes {size.segments} text messages, because {characters} leaves room for 70 characters only",
            "write plain letters and straight quotes, or shorten it",
        )
    return Hit(
        pointer,
        f"the message takes {size.segments} text messages: {size.units} characters with a long name and the title",
        "shorten it to 160",
    )
