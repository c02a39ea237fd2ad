"""Text for the interviewer or the scorer in what candidates read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heymilo_ops.lint.rule import OVERVIEWS, Hit, Subject, delivery, field, text_for, warning
from heymilo_ops.model.pointer import parent
from heymilo_ops.text.memory import MOST_TEXTS
from heymilo_ops.text.sentences import sentences

_WHO = r"(?:the |an? |each |every )?(?:applicant|candidate|interviewee|respondent)(?:['’]s|s['’]?)?"
_ORDER = re.compile(
    rf"^(?:please )?(?:ask|assess|check|confirm with|encourage|evaluate|find out (?:if|whether)|give|grade"
    rf"|greet|inform|judge|"
    rf"let|listen (?:for|to)|look for|make sure|note|observe|probe|prompt|rate|remind|score|tell|thank|verify)\b"
    rf"[^.?!]{{0,80}}?\b(?:{_WHO}|(?:their|his or her|his/her) (?:ability|accent|answers?|clarity"
    rf"|communication|confidence|"
    rf"english|experience|fluency|knowledge|motivation|responses?|skills?|tone|understanding))\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    rf"\bif {_WHO} (?:asks?|answers?|cannot|can['’]t|declines?|does|gives?|hesitates?|is|mentions?"
    rf"|refuses?|says?|struggles?)\b"
    r"[^.?!]{0,120}?(?:,| then)? ?\b(?:answer|ask|end|explain|move on|probe|reply|respond|say|score|skip|tell)\b",
    re.IGNORECASE,
)
_SCORING = re.compile(
    r"^(?:award|deduct|give) (?:\w+ ){0,3}(?:marks?|points?)\b|^score (?:\w+ ){0,2}(?:[1-5]|one|five) "
    r"(?:if|for|where)\b",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_SIGNS = (
    "applicant",
    "candidate",
    "her ",
    "her/his",
    "his/her",
    "interviewee",
    "marks",
    "points",
    "respondent",
    "score ",
    "their ",
)
_MESSAGES = ("intro_message", "disqualification_message", "follow_up_message", "hop_on_call_message")
_SPOKEN = ("exact_delivery", "summarized_delivery")


@warning("CX154", english=True)
def text_for_the_interviewer(subject: Subject) -> Iterator[Hit]:
    """What candidates read or hear is addressed to them.

    "Rate the clarity of the candidate" as a question is read out to the candidate. A sentence that says "you" is
    left alone: recruiters are asked about candidates too. A few English phrases are recognised.

    PASS:
        modality: voice
        text: Explain something that you know well, as if I had never heard of it.
        not_scored: true
        additional_instructions: Rate the clarity of the candidate.
    FAIL:
        modality: voice
        text: Rate the clarity of the candidate.
        not_scored: true
    """
    for pointer, name, text in _read_by_candidates(subject):
        order = _order(text) if text else ""
        if order:
            yield Hit(
                f"{pointer}/{name}",
                f'this is meant for the interviewer, and candidates read or hear it: "{order}"',
                "move it to instructions, additional_instructions or the rubric, and ask the candidate here",
            )


@lru_cache(maxsize=MOST_TEXTS)
def _order(text: str) -> str:
    """The phrase that is no candidate's to read, empty where there is none."""
    lowered = text.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return ""
    for sentence in sentences(text):
        match = _ORDER.search(sentence) or _CASE.search(sentence) or _SCORING.search(sentence)
        if match and not _TO_THEM.search(sentence):
            return " ".join(match.group().split())
    return ""


def _read_by_candidates(subject: Subject) -> Iterator[tuple[str, str, str | None]]:
    """Yield what candidates read or hear, with the place of what has it and its name there.

    That is questions, messages, and overviews that are delivered.
    """
    for pointer, question in subject.questions:
        if question.modality in ("voice", "sms", "form"):
            yield pointer, "text", question.text
    overviews: set[str] = set()
    for at in subject.steps:
        config = at.value.config
        room = field(config, "web_interview_config")
        for name in _MESSAGES:
            yield at.pointer, f"config/{name}", field(config, name)
        for name in ("intro_message", "outro_message"):
            yield at.pointer, f"config/web_interview_config/{name}", field(room, name)
        for name in OVERVIEWS:
            pointer, text = text_for(subject, at, name)
            if pointer not in overviews and delivery(subject, at, name) in _SPOKEN:
                overviews.add(pointer)
                yield parent(pointer), name, text
