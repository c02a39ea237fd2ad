"""What candidates were told and aren't any more: of the AI, the recording, people who look, and how to reach one.

The detectors are those of the rules on notices, in every language that these can be read in. A sentence is taken apart
where it says several things, so that one of them can't go unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from heymilo_ops.lint.notices.languages import LANGUAGES
from heymilo_ops.lint.notices.notice import Notice, NoticeWords
from heymilo_ops.plan.diff import similarity
from heymilo_ops.review.field_path import steps_of
from heymilo_ops.review.passages import Audience, posting_passages, step_passages
from heymilo_ops.text.language import language_code
from heymilo_ops.text.sentences import sentences

ALIKE = 60.0
"""From this similarity on (0 to 100) one statement rewords another."""

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "\u00a0": " "})
_CLAUSES = re.compile(r"\s*[,;:–—]\s+(?:(?:and|but|or|und|aber|oder|et|mais|ou|y|pero|o|en|maar|of)\s+)?|\s+and\s+")
_PERSON = (
    r"\b(?:person|people|humans?|someone|somebody|recruiters?|managers?|engineers?|colleagues?|team|staff|"
    r"mensch\w*|personen|jemand|mitarbeit\w+|kolleg\w+|personne|humain\w*|quelqu'un|recruteu\w+|équipe|"
    r"personas?|alguien|humanos?|equipo|reclutador\w*|mens(?:en)?|persoon|iemand|medewerkers?|collega'?s?)\b"
)
_LOOKS = (
    r"\b(?:looks?|reads?|reviews?|checks?|listens?|assess\w*|decides?|liest|lesen|prüf\w+|sieht|sehen|schaut|entscheid\w+|"
    r"lit|lisent|relit|vérifie\w*|examine\w*|décide\w*|lee|leen|revisa\w*|decide\w*|leest|lezen|bekijk\w+|beslis\w*|"
    r"controleer\w*|beoordeel\w*)\b"
)
_HUMAN = re.compile(
    rf"{_PERSON}[^.?!]{{0,60}}?{_LOOKS}|{_LOOKS}[^.?!]{{0,60}}?\b(?:by|von|par|por|door) (?:\w+ )?{_PERSON}"
)


class NoticeTopic(StrEnum):
    """What candidates are told that nobody takes away by the way."""

    AI = "ai"
    RECORDING = "recording"
    HUMAN_REVIEW = "human_review"
    DECISION = "decision"
    CONTACT = "contact"


_SIGNS = {
    Notice.AI: NoticeTopic.AI,
    Notice.CONTACT: NoticeTopic.CONTACT,
    Notice.DECISION: NoticeTopic.DECISION,
    Notice.RECORDING: NoticeTopic.RECORDING,
}


TOPICS: Mapping[NoticeTopic, str] = {
    NoticeTopic.AI: "that an AI asks or evaluates",
    NoticeTopic.CONTACT: "how to reach a person",
    NoticeTopic.DECISION: "who decides",
    NoticeTopic.HUMAN_REVIEW: "that a person looks",
    NoticeTopic.RECORDING: "that they are recorded",
}


@dataclass(frozen=True, slots=True)
class NoticeAlert:
    """A statement that is gone.

    Attributes:
        words: as candidates were told it.
        still: another statement about the same, which they are still told; ``""`` where there is none.
    """

    topic: NoticeTopic
    words: str
    still: str = ""


def notice_alerts(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[NoticeAlert, ...]:
    """Return the statements of one design that the other has no more: neither alike nor in other words."""
    olds, news = _statements(before), _statements(after)
    alerts = []
    for topic in NoticeTopic:
        old = [words for its_topic, words in olds if its_topic is topic]
        new = [words for its_topic, words in news if its_topic is topic]
        gone, other = _unmatched(old, new)
        alerts += [NoticeAlert(topic, words, new[0] if new else "") for words in gone[len(other) :]]
    return tuple(_without_repeats(alerts))


def _unmatched(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Return the statements on each side that have none alike on the other; each stands for one."""
    scores = [(similarity(one, other), i, j) for i, one in enumerate(old) for j, other in enumerate(new)]
    gone, other = dict(enumerate(old)), dict(enumerate(new))
    for score, i, j in sorted(scores, key=lambda score: (-score[0], score[1], score[2])):
        if score >= ALIKE and i in gone and j in other:
            del gone[i], other[j]
    return list(gone.values()), list(other.values())


def _without_repeats(alerts: list[NoticeAlert]) -> Iterator[NoticeAlert]:
    """Yield the alerts, those on one and the same statement once: by what weighs most."""
    seen: set[str] = set()
    for alert in alerts:
        if alert.words not in seen:
            seen.add(alert.words)
            yield alert


def _statements(form: Mapping[str, Any]) -> list[tuple[NoticeTopic, str]]:
    """Return what candidates are told, each statement once, by topic."""
    words = LANGUAGES.get(language_code(str(form.get("language") or "en")))
    if words is None:
        return []
    every = (item for text, of_process in _texts(form) for item in _statements_in(text, words.code, of_process))
    return list(dict.fromkeys(every))


def _texts(form: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield the texts that candidates hear or read, and whether each is about the interview."""
    steps = steps_of(form)
    passages = list(posting_passages(form))
    for at, step in enumerate(steps):
        passages += step_passages(form, at, step.get("config") or {})
        for question in step.get("questions") or ():
            if question.get("modality") in ("form", "sms", "voice"):
                yield str(question.get("text") or ""), False
    for passage in passages:
        if passage.audience is Audience.CANDIDATES:
            company = passage.pointer.endswith(("company_overview", "job_overview"))
            yield passage.text, not company


@lru_cache(maxsize=1024)
def _statements_in(text: str, code: str, of_process: bool) -> tuple[tuple[NoticeTopic, str], ...]:
    """Return the statements of a text; many postings share one."""
    words = LANGUAGES[code]
    statements = []
    for sentence in sentences(text):
        if not of_process and not words.addressing.search(_plain(sentence)):
            continue
        for topic in NoticeTopic:
            if _says(topic, sentence, words):
                clauses = [clause for clause in _CLAUSES.split(sentence) if clause and _says(topic, clause, words)]
                statements += [(topic, clause.strip()) for clause in clauses or [sentence]]
    return tuple(statements)


def _says(topic: NoticeTopic, text: str, words: NoticeWords) -> bool:
    plain = _plain(text)
    if topic is NoticeTopic.HUMAN_REVIEW:
        return bool(words.promise.search(plain) or _HUMAN.search(plain))
    plain = words.denial.sub(" # ", plain)
    return any(_SIGNS.get(notice) is topic and pattern.search(plain) for notice, pattern in words.patterns.items())


def _plain(text: str) -> str:
    return text.translate(_APOSTROPHES).lower()
