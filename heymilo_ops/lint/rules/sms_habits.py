"""Text messages as people accept them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from heymilo_ops.lint.rule import Hit, Subject, warning

_SHORTEST_QUIET = 8
_MOST_NUDGES = 3
_SHORTEST_WAIT = 4
_MOST_QUESTIONS = 5
_LONGEST_QUESTION = 160
_HOURS = 3600
_SAYS_AI = re.compile(r"\b(A\.?I\.?|artificial|automated|assistant|bot|chatbot|virtual)\b", re.IGNORECASE)


@warning("CX160")
def sms_not_allowed(subject: Subject) -> Iterator[Hit]:
    """A posting with a conversation by text message also allows text messages.

    HeyMilo does not document whether the step starts where ``allow_sms_comms`` is not true.

    PASS:
        allow_sms_comms: true
        workflow:
          - type: conversational_sms
            config: {blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}}
            questions:
              - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        allow_sms_comms: false
        workflow:
          - type: conversational_sms
            config: {blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}}
            questions:
              - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    if subject.sms_steps and not subject.manifest.allow_sms_comms:
        yield Hit(
            "/allow_sms_comms",
            "the posting has a step by text message, and allow_sms_comms is not true",
            "write allow_sms_comms: true",
        )


@warning("CX161")
def rejection_without_words(subject: Subject) -> Iterator[Hit]:
    """Who is rejected by text message is told so in your words.

    PASS:
        type: conversational_sms
        config:
          knockout_enabled: true
          disqualification_message: Thank you for your time. This role is not a match today.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes", is_dealbreaker: true}
    FAIL:
        type: conversational_sms
        config:
          knockout_enabled: true
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes", is_dealbreaker: true}
    """
    for pointer, step in subject.sms_steps:
        if step.config and step.config.knockout_enabled and step.config.disqualification_message is None:
            yield Hit(
                f"{pointer}/config",
                "the step rejects candidates, and nothing says what they are told",
                "add disqualification_message",
            )


@warning("CX162", english=True)
def intro_incomplete(subject: Subject) -> Iterator[Hit]:
    """The first text message says that an AI is writing and how to make it stop.

    People should know both before they answer. Read in English postings only.

    PASS:
        type: conversational_sms
        config:
          intro_message: Hi, this is the AI assistant of Solano about your application. Reply STOP to opt out.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        type: conversational_sms
        config:
          intro_message: Hi, this is Solano about your application.
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    if not subject.english:
        return
    for pointer, step in subject.sms_steps:
        intro = step.config.intro_message if step.config else None
        if not intro or not intro.strip():
            continue
        missing = [] if _SAYS_AI.search(intro) else ["that an AI is writing"]
        if not re.search(r"\bSTOP\b", intro, re.IGNORECASE):
            missing.append("how to make it stop")
        if missing:
            yield Hit(
                f"{pointer}/config/intro_message",
                f"the first message does not say {' or '.join(missing)}",
                "add words such as: this is the AI assistant of …, reply STOP to opt out",
            )


@warning("CX163")
def quiet_hours_missing(subject: Subject) -> Iterator[Hit]:
    """Text messages keep quiet at night, for eight hours or more.

    PASS:
        type: conversational_sms
        config: {blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        type: conversational_sms
        config: {blackout_period: {enabled: true, timezone: Europe/London, start_hour: 23, end_hour: 5}}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    for pointer, step in subject.sms_steps:
        quiet = step.config.blackout_period if step.config else None
        if quiet is None or not quiet.enabled:
            yield Hit(
                f"{pointer}/config/blackout_period",
                "there are no quiet hours, so texts may go out at night",
                "add blackout_period with enabled: true, timezone, start_hour and end_hour",
            )
            continue
        missing = [name for name in ("timezone", "start_hour", "end_hour") if getattr(quiet, name) is None]
        if missing:
            problem, remedy = f"the quiet hours have no {' and no '.join(missing)}", f"add {' and '.join(missing)}"
        else:
            start, end = quiet.start_hour or 0, quiet.end_hour or 0
            hours = (end - start) % 24
            if hours >= _SHORTEST_QUIET:
                continue
            problem = f"the quiet hours from {start} to {end} are {hours} hours long"
            remedy = f"make them {_SHORTEST_QUIET} hours or more, such as 21 to 8"
        yield Hit(f"{pointer}/config/blackout_period", problem, remedy)


@warning("CX164")
def nudges_pushy(subject: Subject) -> Iterator[Hit]:
    """Candidates are nudged rarely, and before the deadline.

    More than three nudges, or nudges less than four hours apart, read as spam. Nudges that fall behind the
    deadline are never sent; that is looked at only where a plan would send the posting.

    PASS:
        type: conversational_sms
        config:
          max_nudge_amount: 2
          cooldown_period_hrs: 24
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    FAIL:
        type: conversational_sms
        config:
          max_nudge_amount: 6
          cooldown_period_hrs: 24
          blackout_period: {enabled: true, timezone: Europe/London, start_hour: 20, end_hour: 9}
        questions:
          - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
    """
    for pointer, step in subject.sms_steps:
        if step.config is None:
            continue
        nudges, wait = step.config.max_nudge_amount, step.config.cooldown_period_hrs
        if nudges is not None and nudges > _MOST_NUDGES:
            yield Hit(
                f"{pointer}/config/max_nudge_amount",
                f"candidates are nudged up to {nudges} times",
                f"write {_MOST_NUDGES} or fewer",
            )
        if wait is not None and wait < _SHORTEST_WAIT and nudges != 0:
            yield Hit(
                f"{pointer}/config/cooldown_period_hrs",
                f"candidates are nudged again after {wait} hours",
                f"write {_SHORTEST_WAIT} or more",
            )
        left = _hours_left(subject)
        if nudges and wait and left is not None and nudges * wait > left:
            yield Hit(
                f"{pointer}/config/max_nudge_amount",
                f"{nudges} nudges with {wait} hours between them need {nudges * wait} hours, "
                f"and the deadline is {left:.0f} hours away",
                "nudge less, or move the deadline",
            )


def _hours_left(subject: Subject) -> float | None:
    """Hours to the deadline where the posting would be sent and the deadline lies ahead."""
    deadline = subject.manifest.deadline
    if not subject.sends or deadline is None:
        return None
    try:
        left = (datetime.fromisoformat(deadline) - subject.now).total_seconds() / _HOURS
    except (ValueError, OverflowError):
        return None
    return left if left > 0 else None


@warning("CX165")
def sms_questions_many_or_long(subject: Subject) -> Iterator[Hit]:
    """A conversation by text message has five questions at most, each of one message.

    PASS:
        modality: sms
        text: Can you work on Saturdays?
        question_type: YES_NO
        expected_answer: "yes"
    FAIL:
        modality: sms
        text: >-
          Our shop is open from seven in the morning to ten at night on all days of the week but Sunday, when it
          closes at four, and the shifts change every month. Can you work on Saturdays?
        question_type: YES_NO
        expected_answer: "yes"
    """
    if len(subject.sms) > _MOST_QUESTIONS:
        yield Hit(
            subject.sms[_MOST_QUESTIONS].pointer,
            f"there are {len(subject.sms)} questions by text message; {_MOST_QUESTIONS} are plenty",
            "move some to a form",
        )
    for pointer, question in subject.sms:
        length = len(question.text.strip())
        if length > _LONGEST_QUESTION:
            yield Hit(
                f"{pointer}/text",
                f"the question is {length} characters long; a text message has {_LONGEST_QUESTION}",
                "shorten it",
            )
