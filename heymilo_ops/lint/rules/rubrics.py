"""Whether a question is scored, and by what."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import At, Hit, Subject, error, warning
from heymilo_ops.model.question import Question, ResumeScoring, VoiceQuestion
from heymilo_ops.model.step import ResumeStep, WebInterviewStep

_RUBRIC = ("evaluation_criteria", "score_of_1", "score_of_5")


def _present_parts(question: VoiceQuestion) -> list[str]:
    """The parts of the rubric that are there."""
    return [name for name in _RUBRIC if getattr(question, name) is not None]


def _is_unscored(question: VoiceQuestion) -> bool:
    return bool(question.not_scored) or question.question_type == "open-ended"


def _is_silent(question: VoiceQuestion) -> bool:
    """Nothing says whether it is scored."""
    return (
        question.question_type is None
        and question.not_scored is None
        and not question.score_weight
        and not _present_parts(question)
    )


def _is_scored(question: Question) -> bool:
    if isinstance(question, VoiceQuestion):
        return not _is_unscored(question)
    return isinstance(question, ResumeScoring)


@error("RB101")
def rubric_incomplete(subject: Subject) -> Iterator[Hit]:
    """A scored question has criteria and both anchors.

    The scorer reads only the criteria and the two anchors, and fills in what lies between. Without an
    anchor it has to guess what a good or a weak answer is.

    PASS:
        modality: voice
        text: Tell me about a customer who was upset. What did you do?
        question_type: scored
        evaluation_criteria: Look for acknowledging the problem, finding the cause, and a clear outcome.
        score_of_1: Blames the customer or gives no steps.
        score_of_5: Acknowledges, investigates, and confirms the outcome with the customer.
    FAIL:
        modality: voice
        text: Tell me about a customer who was upset. What did you do?
        question_type: scored
        evaluation_criteria: Look for acknowledging the problem, finding the cause, and a clear outcome.
        score_of_1: Blames the customer or gives no steps.
    """
    for pointer, question in subject.scorable:
        if None not in (question.evaluation_criteria, question.score_of_1, question.score_of_5):
            continue
        if isinstance(question, ResumeScoring) or not (_is_unscored(question) or _is_silent(question)):
            missing = [name for name in _RUBRIC if getattr(question, name) is None]
            yield Hit(
                pointer,
                f"the question is scored and has no {' and no '.join(missing)}",
                "describe what the scorer should look for, and what the weakest and the strongest answers do",
            )


@error("RB102")
def scored_and_not_scored(subject: Subject) -> Iterator[Hit]:
    """A question that is not scored has no rubric and no weight.

    PASS:
        modality: voice
        text: What questions do you have for us?
        not_scored: true
    FAIL:
        modality: voice
        text: What questions do you have for us?
        not_scored: true
        score_weight: 3
    """
    for pointer, question in subject.voice:
        if not question.not_scored:
            continue
        against = ["question_type: scored"] if question.question_type == "scored" else []
        against += (["score_weight"] if question.score_weight else []) + _present_parts(question)
        if against:
            yield Hit(
                f"{pointer}/not_scored",
                f"not_scored is true, and yet the question has {' and '.join(against)}",
                "remove not_scored, or remove what is for scoring",
            )


@warning("RB103")
def scoring_unsaid(subject: Subject) -> Iterator[Hit]:
    """A voice question says whether it is scored.

    HeyMilo does not document what it does with a question that has neither a rubric nor ``not_scored``.

    PASS:
        modality: voice
        text: What questions do you have for us?
        not_scored: true
    FAIL:
        modality: voice
        text: What questions do you have for us?
    """
    for pointer, question in subject.voice:
        if _is_silent(question):
            yield Hit(
                pointer,
                "nothing says whether the question is scored",
                "write not_scored: true, or question_type: scored with criteria and both anchors",
            )


@warning("RB104")
def rubric_unused(subject: Subject) -> Iterator[Hit]:
    """An open-ended question has no rubric and no weight, because it is not scored.

    PASS:
        modality: voice
        text: Tell me about a customer who was upset.
        question_type: open-ended
    FAIL:
        modality: voice
        text: Tell me about a customer who was upset.
        question_type: open-ended
        evaluation_criteria: Look for acknowledging the problem, and a clear outcome.
    """
    for pointer, question in subject.voice:
        if question.question_type != "open-ended" or question.not_scored:
            continue
        unused = _present_parts(question) + (["score_weight"] if question.score_weight else [])
        if unused:
            yield Hit(
                f"{pointer}/question_type",
                f"the question is open-ended, which is not scored, and has {' and '.join(unused)}",
                "write question_type: scored, or remove what is for scoring",
            )


@warning("RB105")
def weight_zero(subject: Subject) -> Iterator[Hit]:
    """A weight is at least 1.

    Create takes a weight of 0, update doesn't, and what it means is not documented.

    PASS:
        modality: sms
        text: How many evening shifts could you cover each week?
        question_type: NUMERIC
        expected_value: 2
        score_weight: 1
    FAIL:
        modality: sms
        text: How many evening shifts could you cover each week?
        question_type: NUMERIC
        expected_value: 2
        score_weight: 0
    """
    for pointer, question in subject.questions:
        if vars(question).get("score_weight") == 0:
            voice = isinstance(question, VoiceQuestion)
            yield Hit(
                f"{pointer}/score_weight",
                "score_weight is 0, which HeyMilo takes once but not in an update",
                "remove it, and write not_scored: true" if voice else "remove it, or write 1 to 5",
            )


@warning("RB106")
def threshold_without_scores(subject: Subject) -> Iterator[Hit]:
    """A step with a pass mark has something to score.

    PASS:
        type: resume
        config: {min_evaluation_score: 0.5, mandatory: true, knockout_enabled: false}
        questions:
          - modality: resume_scoring
            text: Customer-facing experience
            evaluation_criteria: Look for channels used, volumes handled and problems resolved.
            score_of_1: No customer contact described.
            score_of_5: Two or more channels, with volumes and examples of resolved problems.
    FAIL:
        type: resume
        config: {min_evaluation_score: 0.5, mandatory: true, knockout_enabled: false}
        questions:
          - modality: resume_eligibility
            text: Has at least one year in a role that involved helping customers.
    """
    steps: list[At[WebInterviewStep] | At[ResumeStep]] = [*subject.web_steps, *subject.resume_steps]
    for pointer, step in steps:
        config = step.config
        if config and config.min_evaluation_score and step.questions and not any(map(_is_scored, step.questions)):
            yield Hit(
                f"{pointer}/config/min_evaluation_score",
                f"min_evaluation_score is {config.min_evaluation_score} and no question of the step is scored",
                "remove the pass mark, or add a scored question",
            )


@warning("RB107")
def resume_items_many(subject: Subject) -> Iterator[Hit]:
    """A résumé screen has a few requirements and a few criteria.

    HeyMilo suggests three or four requirements and five criteria. More than four requirements turn away
    people who could do the job; more than seven criteria leave little weight for each.

    PASS:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Has at least one year in customer support.}
    FAIL:
        type: resume
        config: {knockout_enabled: true, mandatory: true}
        questions:
          - {modality: resume_eligibility, text: Has at least one year in customer support.}
          - {modality: resume_eligibility, text: Has used a ticket system.}
          - {modality: resume_eligibility, text: Has written help articles.}
          - {modality: resume_eligibility, text: Can work in Central time.}
          - {modality: resume_eligibility, text: Speaks Spanish at work.}
    """
    for what, items, most in (("requirements", subject.eligibility, 4), ("criteria", subject.scoring, 7)):
        if len(items) > most:
            yield Hit(
                items[most].pointer,
                f"the résumé screen has {len(items)} {what}; up to {most} work well",
                "keep those that matter most",
            )
