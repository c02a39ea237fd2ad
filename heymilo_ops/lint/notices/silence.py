"""Notices that stand in a text which candidates never hear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.notices.notice import Notice, NoticeWords
from heymilo_ops.lint.notices.reach import phrase_in, words_of
from heymilo_ops.lint.rule import At, Subject, delivery, field, text_for
from heymilo_ops.model.step import Step

_FIELD = "interview_process_overview"
_OTHERS = ("company_overview", "job_overview")
_NOTICE = re.compile(
    r"\b([Aa]n )?AI[- ](interviewer|assistant|system|tool)\b|\b[Aa]n AI\b|\b(?i:the|this|your) recording\b"
    r"|\b(is|are|be|being|gets) (audio |video )?(recorded|transcribed)\b"
    r"|\b[Ww]e (also )?(record|transcribe)\b|\bAI[- ]powered\b|\b(eine|einer|mit) KI\b|\baufgezeichnet\b"
    r"|\bune IA\b|\benregistrée?s?\b|\buna IA\b|\bse graba(rá)?\b|\bgrabad[ao]s?\b"
)
_SURE = re.compile(
    r"\bAI[- ]interviewer\b"
    r"|\b(talk|speak|talking|speaking|interviewed) (to|with|by) an AI\b(?! (?!assistant|interviewer|system)\w)"
    r"|\b(answers|call|conversation|interview|voice) (is|are|will be) (audio |video )?(recorded|transcribed)\b"
)
"""In a text on the company or the job, which may well be about AI: only what can't be anything else."""


def silent_notices(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Yield the notices that nobody hears: the field, its place and the words, each place once."""
    blamed: set[str] = set()
    words = words_of(subject)
    for at in subject.steps:
        silent = [name for name in (_FIELD, *_OTHERS) if delivery(subject, at, name) == "silent_reference"]
        if not silent or _is_announced(subject, at, silent, words):
            continue
        for name in silent:
            pointer, text = text_for(subject, at, name)
            phrase = _phrase(name, text, words)
            if phrase and pointer not in blamed:
                blamed.add(pointer)
                yield name, pointer, phrase


def _phrase(name: str, text: str, words: NoticeWords | None) -> str:
    match = (_NOTICE if name == _FIELD else _SURE).search(text)
    if match:
        return match.group()
    if words is None or name != _FIELD:
        return ""
    return next(
        (phrase for notice in (Notice.AI, Notice.RECORDING) if (phrase := phrase_in(text, notice, words, True))), ""
    )


def _is_announced(subject: Subject, step: At[Step], silent: list[str], words: NoticeWords | None) -> bool:
    """Whether the step says so elsewhere: in its first words, or in an overview that isn't silent."""
    if _phrase(_FIELD, _opening(step), words):
        return True
    heard = (name for name in (_FIELD, *_OTHERS) if name not in silent)
    return any(_phrase(name, text_for(subject, step, name).value, words) for name in heard)


def _opening(step: At[Step]) -> str:
    """The step's own first words, where it has any."""
    config = step.value.config
    return field(field(config, "web_interview_config") or config, "intro_message") or ""
