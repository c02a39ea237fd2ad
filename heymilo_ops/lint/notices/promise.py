"""Sentences that promise that a person reads or decides, whatever the application is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from heymilo_ops.lint.notices.gate import Gate, gates
from heymilo_ops.lint.notices.languages import LANGUAGES
from heymilo_ops.lint.notices.notice import NoticeWords
from heymilo_ops.lint.notices.reach import Reach, Spoken, plain_sentences, spoken
from heymilo_ops.lint.rule import Subject
from heymilo_ops.text.memory import MOST_TEXTS


@dataclass(frozen=True, slots=True)
class BrokenPromise:
    """A promise and the first gate that contradicts it, with the kinds of all that do."""

    spoken: Spoken
    phrase: str
    gate: Gate
    kinds: tuple[str, ...]


def broken_promises(subject: Subject, words: NoticeWords) -> Iterator[BrokenPromise]:
    """Yield the promises that gates contradict, the first of each text.

    What a step says of itself is about what comes from there on: who got that far passed the gates before it.
    """
    closing = gates(subject)
    if not closing:
        return
    blamed: set[str] = set()
    for text in spoken(subject):
        phrase = promise_in(text.text, words)
        if not phrase or text.pointer in blamed or text.reach is Reach.SILENT:
            continue
        start = text.step + text.is_late if text.pointer.startswith("/workflow/") else 0
        ahead = [gate for gate in closing if gate.step >= start or (text.is_late and _ends_with(text, gate))]
        if ahead:
            blamed.add(text.pointer)
            kinds = tuple(dict.fromkeys(gate.kind for gate in ahead))
            yield BrokenPromise(text, phrase, ahead[0], kinds)


def _ends_with(text: Spoken, gate: Gate) -> bool:
    """Whether a pass mark is applied once the step that says it is over."""
    return gate.step == text.step and gate.kind == "pass_mark"


def promise_in(text: str, words: NoticeWords) -> str:
    """Return the words of the first sentence that makes such promises, ``""`` where none does.

    Of two in one sentence both are returned, with ``" and "`` between them.
    """
    return _promise_in(text, words.code)


@lru_cache(maxsize=MOST_TEXTS)
def _promise_in(text: str, code: str) -> str:
    """Postings share many texts, hence the memory."""
    words = LANGUAGES[code]
    for sentence in plain_sentences(text):
        promises = dict.fromkeys(map(sentence.quoted, words.promise.finditer(sentence.plain)))
        if promises and not words.exemption.search(sentence.plain):
            return '" and "'.join(promises)
    return ""
