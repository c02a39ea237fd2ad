"""How much of a candidate's time a step asks for."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.model.minutes import FOLLOW_UP, VOICE_QUESTION, follow_ups, form_question, written_questions
from heymilo_ops.model.question import VoiceQuestion
from heymilo_ops.model.step import FormStep, WebInterviewStep

_LONGEST_INTERVIEW = 20.0
_LONGEST_FORM = 5.0
_MOST_FIELDS = 12
_SECONDS = 60


def interview_minutes(step: WebInterviewStep) -> float | None:
    """Return the minutes of an interview; ``None`` where HeyMilo writes the questions and nothing says how many."""
    if step.questions is not None:
        asked = (question for question in step.questions if isinstance(question, VoiceQuestion))
        return sum((VOICE_QUESTION + FOLLOW_UP * _follow_ups(question) for question in asked), 0.0)
    number = step.config.num_questions if step.config else None
    return None if number is None else written_questions(number)


def _follow_ups(question: VoiceQuestion) -> float:
    """Return the follow-up questions to expect: half way between fewest and most."""
    return sum(follow_ups(question.min_follow_ups, question.max_follow_ups)) / 2


def form_minutes(step: FormStep) -> float:
    """Return the minutes of a form; 0 where HeyMilo writes the questions."""
    return sum(form_question(question.question_type) for question in step.questions or ())


@warning("CX140")
def interview_long(subject: Subject) -> Iterator[Hit]:
    """An interview takes 20 minutes at most, and ends before it is cut off.

    The estimate is a rule of thumb: a minute and a half for a question and 45 seconds for a follow-up, of
    which half way between fewest and most are counted.

    PASS:
        type: web_interview
        config: {web_interview_config: {max_duration_seconds: 300}}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true, max_follow_ups: 2}
    FAIL:
        type: web_interview
        config: {web_interview_config: {max_duration_seconds: 60}}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true, max_follow_ups: 2}
    """
    for pointer, step in subject.web_steps:
        minutes = interview_minutes(step)
        if minutes is None:
            continue
        room = step.config.web_interview_config if step.config else None
        limit = room.max_duration_seconds if room else None
        if limit is not None and minutes * _SECONDS > limit:
            yield Hit(
                f"{pointer}/config/web_interview_config/max_duration_seconds",
                f"the interview takes about {minutes:.0f} minutes and is cut off after {limit} seconds",
                "raise max_duration_seconds, or ask fewer questions or follow-ups",
            )
        elif minutes > _LONGEST_INTERVIEW:
            yield Hit(
                pointer,
                f"the interview takes about {minutes:.0f} minutes; candidates expect 10 to 20",
                "ask fewer questions or fewer follow-ups",
            )


@warning("CX141")
def form_long(subject: Subject) -> Iterator[Hit]:
    """A form takes 5 minutes at most and has no more than 12 questions.

    PASS:
        type: form
        questions:
          - {text: Tell us about a time you helped a customer., question_type: textarea}
    FAIL:
        type: form
        questions:
          - {text: Tell us about a time you helped a customer., question_type: textarea}
          - {text: Tell us about a fault you found., question_type: textarea}
          - {text: Why do you want this job?, question_type: textarea}
          - {text: What did you learn last year?, question_type: textarea}
    """
    for pointer, step in subject.form_steps:
        minutes, fields = form_minutes(step), len(step.questions or ())
        if fields > _MOST_FIELDS or minutes > _LONGEST_FORM:
            yield Hit(
                pointer,
                f"the form has {fields} questions and takes about {minutes:.0f} minutes; "
                f"{_MOST_FIELDS} questions and {_LONGEST_FORM:.0f} minutes are plenty",
                "keep what you need before the interview",
            )
