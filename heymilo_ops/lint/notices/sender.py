"""Who writes: whether a text that candidates get before text messages names the company."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from heymilo_ops.lint.notices.languages import LANGUAGES
from heymilo_ops.lint.notices.notice import NAME, NoticeWords
from heymilo_ops.lint.notices.reach import Spoken
from heymilo_ops.lint.rule import Subject
from heymilo_ops.text.sentences import sentences

_VARIABLE = re.compile(r"\{\{\s*(?!company)\w+\s*\}\}")
_COMPANY = re.compile(r"\{\{\s*company\w*\s*\}\}")
_AT_THE_START = re.compile(rf"(?:(?:[Tt]he|[Dd]ie|[Dd]er|[Dd]as|[Dd]e|[Hh]et|[Ll][ae]|[Ee]l) )?({NAME}(?: {NAME})*)")


def company_of(subject: Subject) -> str:
    """Return the name with which ``company_overview`` begins, ``""`` where it begins with none."""
    match = _AT_THE_START.match((subject.manifest.company_overview or "").strip())
    return match.group(1) if match else ""


def find_sender(subject: Subject, words: NoticeWords) -> Callable[[Spoken], str]:
    """Return a function that finds the words of a text which name the company as who writes, ``""`` where none do.

    A text on the company or the job names it without saying that it writes. The names of the interviewer, of the
    candidate and of the job are not the company's.
    """
    company, person = company_of(subject), subject.manifest.interviewer_name or ""
    return lambda spoken: sender_in(spoken.text, words.code, company, person) if spoken.is_about_process else ""


@lru_cache(maxsize=1024)
def sender_in(text: str, code: str, company: str = "", person: str = "") -> str:
    """Return the words of a text that name who writes, ``""`` where none do."""
    pattern = LANGUAGES[code].naming
    if person.strip():
        text = re.sub(rf"\b{re.escape(person.strip())}\b", "…", text)
    for sentence in sentences(_VARIABLE.sub("…", text).replace("’", "'")):
        match = _COMPANY.search(sentence) or pattern.search(sentence)
        if match:
            return match.group().strip()
        if company and re.search(rf"\b{re.escape(company.split()[0])}\b", sentence):
            return company
    return ""
