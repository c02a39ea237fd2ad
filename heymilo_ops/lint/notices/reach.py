"""What candidates read or hear, where, and whether a notice is among it in time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from heymilo_ops.lint.notices.languages import LANGUAGES
from heymilo_ops.lint.notices.notice import Notice, NoticeWords
from heymilo_ops.lint.rule import OVERVIEWS, At, Subject, delivery, field, text_for
from heymilo_ops.model.step import Step
from heymilo_ops.text.memory import MOST_TEXTS
from heymilo_ops.text.sentences import sentences

_PROCESS = "interview_process_overview"
_FIRST = ("intro_message",)
_LAST = ("outro_message", "hop_on_call_message", "follow_up_message")
_MODES = {"exact_delivery": 0, "summarized_delivery": 0, "reference_only": 1, "silent_reference": 2}
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "\u00a0": " "})


class Reach(IntEnum):
    """How a text gets to candidates, the best first."""

    HEARD = 0
    """They read or hear it."""
    IF_ASKED = 1
    """Only who asks hears it."""
    SILENT = 2
    """Nobody does: it is for the interviewer."""


class Spoken(NamedTuple):
    """One text that is meant for candidates.

    Attributes:
        step: index of the step in which it is given.
        is_late: whether it comes only after the step has asked.
        is_about_process: whether it speaks of the interview; others may be about the company's work.
    """

    pointer: str
    text: str
    step: int
    reach: Reach = Reach.HEARD
    is_late: bool = False
    is_about_process: bool = True


def spoken(subject: Subject) -> Sequence[Spoken]:
    """Return the texts of every step in order, those of the posting once for each step that has no own."""
    return subject.known(_spoken)


def _spoken(subject: Subject) -> tuple[Spoken, ...]:
    return tuple(_texts(subject))


def _texts(subject: Subject) -> Iterator[Spoken]:
    for index, at in enumerate(subject.steps):
        for name in OVERVIEWS:
            pointer, text = text_for(subject, at, name)
            if text.strip():
                reach = Reach(_MODES.get(delivery(subject, at, name), 0))
                yield Spoken(pointer, text, index, reach, is_about_process=name == _PROCESS)
        yield from _messages(index, at)


def _messages(index: int, at: At[Step]) -> Iterator[Spoken]:
    room = field(at.value.config, "web_interview_config")
    parts = [(f"{at.pointer}/config", at.value.config), (f"{at.pointer}/config/web_interview_config", room)]
    for names, is_late in ((_FIRST, False), (_LAST, True)):
        for pointer, part in parts:
            for name in names if part is not None else ():
                text = field(part, name)
                if text and text.strip():
                    yield Spoken(f"{pointer}/{name}", text, index, is_late=is_late)
    for number, question in enumerate(at.value.questions or ()):
        # A form is read before it is sent; what an interview asks comes while it is already recorded.
        if question.modality in ("form", "sms", "voice"):
            pointer = f"{at.pointer}/questions/{number}/text"
            yield Spoken(pointer, question.text, index, is_late=at.value.type != "form", is_about_process=False)


def words_of(subject: Subject) -> NoticeWords | None:
    """Return how notices read in the posting's language; ``None`` where it isn't one that can be read."""
    return LANGUAGES.get(subject.language)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a notice was found."""

    spoken: Spoken
    phrase: str


def find_notice(
    subject: Subject, notice: Notice, words: NoticeWords, by_step: int
) -> tuple[Mention | None, Mention | None]:
    """Return the text that gives a notice in time, before a step has begun, and else the best that doesn't."""
    return find_mention(subject, lambda text: phrase_in(text.text, notice, words, text.is_about_process), by_step)


def find_mention(
    subject: Subject, phrase_of: Callable[[Spoken], str], by_step: int
) -> tuple[Mention | None, Mention | None]:
    """Return the text of which ``phrase_of`` has words and that is heard in time, and else the best that isn't."""
    missed: list[Mention] = []
    for text in spoken(subject):
        phrase = phrase_of(text)
        if not phrase:
            continue
        in_time = text.step < by_step or (text.step == by_step and not text.is_late)
        if in_time and text.reach is Reach.HEARD:
            return Mention(text, phrase), None
        missed.append(Mention(text, phrase))
    return None, min(missed, key=lambda mention: mention.spoken.reach, default=None)


def phrase_in(text: str, notice: Notice, words: NoticeWords, is_about_process: bool) -> str:
    """Return the words of a text that give a notice, ``""`` where none do."""
    return _phrases(text, words.code, is_about_process).get(notice, "")


@lru_cache(maxsize=MOST_TEXTS)
def _phrases(text: str, code: str, is_about_process: bool) -> dict[Notice, str]:
    words = LANGUAGES[code]
    phrases: dict[Notice, str] = {}
    for sentence in plain_sentences(text):
        if not is_about_process and not words.addressing.search(sentence.plain):
            continue
        plain = words.denial.sub(_blanked, sentence.plain)
        for notice, pattern in words.patterns.items():
            match = pattern.search(plain) if notice not in phrases else None
            if match:
                phrases[notice] = sentence.quoted(match)
    return phrases


def _blanked(match: re.Match[str]) -> str:
    """Return something of the same length that is no word."""
    return f" {'#' * (len(match.group()) - 2)} "


class PlainSentence(NamedTuple):
    """A sentence as it was written, and in small letters with plain apostrophes, in which patterns search."""

    written: str
    plain: str

    def quoted(self, match: re.Match[str]) -> str:
        """Return what was found, as it was written."""
        is_aligned = len(self.written) == len(self.plain)  # a few letters become two in small letters
        return (self.written[match.start() : match.end()] if is_aligned else match.group()).strip()


def plain_sentences(text: str) -> list[PlainSentence]:
    """Return the sentences of a text."""
    return [PlainSentence(sentence, sentence.translate(_APOSTROPHES).lower()) for sentence in sentences(text)]
