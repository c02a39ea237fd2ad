"""Rubrics that score faces and feelings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.finding import Severity
from heymilo_ops.lint.law.weight import weigh
from heymilo_ops.lint.rule import Hit, Subject, error, field
from heymilo_ops.lint.topic_hits import topic_hits
from heymilo_ops.lint.topics.topic import Scope, Topic
from heymilo_ops.text.sentences import sentences

_SIGNS = (
    "eye", "facial", "micro", "body language", "body-language", "emotional", " voice", "vocal", "intonation",
    "sounds ", "seems ", "looks ", "appears ",
)  # fmt: skip
_FELT = (
    r"(?:anxious|bored|cheerful|confident|emotional|energetic|enthusiastic|excited|happy|hesitant|insecure|nervous|"
    r"passionate|shaky|stressed|tense|timid|unhappy|upbeat)"
)
_FEELING = re.compile(
    r"\b(?:eye[ -]?contact|facial[ -](?:expressions?|cues?)|micro[ -]?expressions?|body[ -]language"
    rf"|emotional[ -](?:state|tone)|{_FELT}(?:,? (?:and |or )?\w+)? (?:tone of voice|voice|vocal tone|intonation)"
    rf"|(?:tone of voice|voice|intonation) (?:is|sounds) (?:\w+ )?{_FELT})\b",
    re.IGNORECASE,
)
_IMPRESSION = re.compile(rf"\b(?:appears|looks|seems|sounds) (?:\w+ly |so |too |very )?{_FELT}\b", re.IGNORECASE)
"""Feelings as they are guessed: most rubrics mean the voice, some what somebody says they did."""
_FORBIDDEN = re.compile(
    r"\b(not|never|no|don't|doesn't|ignor\w+|disregard\w*|regardless|irrespective|without|avoid\w*|exclud\w+"
    r"|rather than|instead of|neither|nor)\b",
    re.IGNORECASE,
)
# What a candidate tells about work with others, or knows about a field, may well be scored.
_ABOUT_OTHERS = re.compile(
    r"\b(customers?|clients?|patients?|guests?|users?|children|child|pupils?|students?|colleagues?|others?|people"
    r"|someone|residents?|audiences?|players?|animals?|actors?|models?|recognition|detection|animations?"
    r"|describ\w+|explain\w*|mention\w*|example\w*|tells?|names?|read|reads|reading|how they|their team"
    r"|callers?|shoppers?|passengers?|visitors?|babies|baby|brands?|copy|writ\w+"
    r"|(?:assess|monitor|notic|observ|recogni[sz]|respond|spott?|watch)(?:es|s|ing|ed)"
    r"|redness|swelling|pallor|droop\w*|sweat\w*|pain|strokes?|skin|breathing|symptoms?|injur\w*|therap\w*"
    r"|massag\w*|treatments?)\b",
    re.IGNORECASE,
)
_RUBRIC = ("evaluation_criteria", "score_of_1", "score_of_5", "post_processing_evaluation_criteria")


@error("FR110")
def feelings_scored(subject: Subject) -> Iterator[Hit]:
    """A rubric scores what candidates say, not their face or their feelings.

    To infer feelings from face or voice at work, hiring included, is forbidden in the EU: an error for a posting that
    is for a place there. It puts people with some disabilities at a disadvantage everywhere: a warning elsewhere and
    where no place is set, an info in a place of which the law data says nothing on it. Enthusiasm that shows in what
    somebody says or did may be scored. Rubrics and instructions are read; sentences that forbid such scoring, or are
    about work with other people, are left alone. "Sounds nervous" may be meant otherwise and is at most a warning.
    Silence is no clearance.

    PASS:
        modality: voice
        text: Tell me about a customer who was upset.
        question_type: scored
        evaluation_criteria: Look for a clear outcome. Do not score eye contact.
        score_of_1: Gives no steps.
        score_of_5: Gives clear steps, and says how they read the customer's body language.
    FAIL:
        modality: voice
        text: Tell me about a customer who was upset.
        question_type: scored
        evaluation_criteria: Look for a clear outcome.
        score_of_1: Gives no steps.
        score_of_5: Gives clear steps and keeps eye contact.
    """
    rubrics = list(_in_rubrics(subject))
    yield from rubrics
    places = {hit.pointer for hit in rubrics} | set(_about_others(subject))
    yield from (hit for hit in topic_hits(subject, Topic.AI_EMOTION) if hit.pointer not in places)


def _about_others(subject: Subject) -> Iterator[str]:
    """Where an English rubric speaks of the faces and feelings of others, or forbids to score them."""
    for touch in subject.topics.touches.get(Topic.AI_EMOTION, ()):
        clause = touch.match.clause
        if touch.text.scope is Scope.RUBRIC and (_ABOUT_OTHERS.search(clause) or _FORBIDDEN.search(clause)):
            yield touch.text.pointer


def _in_rubrics(subject: Subject) -> Iterator[Hit]:
    """What English rubrics score of faces and feelings."""
    signs = [sign for sign in _SIGNS if sign in subject.lowered]
    if not signs:
        return
    weight = weigh(Topic.AI_EMOTION, Scope.RUBRIC, subject)
    severity = weight.severity if weight is not None else Severity.INFO
    for pointer, question in subject.scorable:
        for name in _RUBRIC:
            text = field(question, name)
            if not text or not any(sign in text.lower() for sign in signs):
                continue
            feeling = _scored(text, _FEELING)
            guessed = feeling or _scored(text, _IMPRESSION)
            if guessed:
                yield Hit(
                    f"{pointer}/{name}",
                    f'the rubric scores "{guessed}"',
                    "score what the candidate says and did",
                    Severity.WARNING if severity is Severity.ERROR and not feeling else severity,
                    since=weight.since if weight is not None else "",
                )


def _scored(text: str, signs: re.Pattern[str]) -> str:
    """The phrase by which a text scores a face or a feeling, empty where it doesn't."""
    for sentence in sentences(text):
        match = signs.search(sentence)
        if match and not _FORBIDDEN.search(sentence) and not _ABOUT_OTHERS.search(sentence):
            return match.group().lower()
    return ""
