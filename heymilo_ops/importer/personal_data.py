"""What looks like personal data or a credential in a posting that is about to be written to a file meant for git."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from heymilo_ops.lint.rules.secret_in_text import secrets_in
from heymilo_ops.model.pointer import join
from heymilo_ops.text.sanitize import one_line


class PersonalKind(StrEnum):
    """What a text looks like."""

    MAIL = "mail"
    PHONE = "phone"
    NAME = "name"
    CREDENTIAL = "credential"
    URL_TOKEN = "url-token"
    ATS = "ats"
    """The posting has ``ats_metadata``, which is not written; the excerpt has its keys."""


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Something to look at before a file goes to git.

    Attributes:
        pointer: JSON pointer into the request; ``/ats_metadata`` for ``ATS``.
        excerpt: the words, on one line; of credentials and tokens only what they look like.
    """

    kind: PersonalKind
    pointer: str
    excerpt: str


_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?\(?\d(?:[ ().\u00a0/-]{0,2}\d){8,14}(?![\w-])")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}")
_URL = re.compile(r"https?://[^\s\"'<>]{1,2000}")
_URL_TOKEN = re.compile(
    r"[?&#;](?P<name>[\w.-]{0,30}?(?:token|key|secret|sig|signature|passw|auth|code|jwt|session)[\w.-]{0,30})"
    r"=[^&#]{6}",
    re.IGNORECASE,
)
_NAMED = r"(?:(?:van|von|de|der|den|la|da|di|al|bin)\s+)?[A-Z][\w'’-]+"
_FULL_NAME = rf"[A-Z][\w'’-]+(?:\s+[A-Z]\.)?\s+{_NAMED}"
_PERSON = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau)\.?\s+(?P<titled>{_NAMED}(?:\s+{_NAMED})?)"
    r"|\b(?i:contact|ask for|(?:speak|talk) (?:to|with)|call|reach|write to|report(?:s|ing)? to"
    rf"|managed by|led by|regards,?|recruiter|hiring manager|my name is|i am|i'm|this is)[:\s]+(?P<full>{_FULL_NAME})"
)
_PERSON_KEY = re.compile(r"(?i)owner|recruiter|manage|contact|author|created.?by|lead|interviewer")
_WHOLE_NAME = re.compile(rf"{_FULL_NAME}")
_LONGEST = 100_000
"""Characters of one text that are looked at."""


def find_personal_data(request: Mapping[str, Any], document: Mapping[str, Any]) -> tuple[PersonalData, ...]:
    """Return what in a posting looks like personal data or a credential, each once, in the order of the request."""
    items = [item for pointer, text in _texts(request) for item in _in_text(pointer, text[:_LONGEST])]
    ats = document.get("ats_metadata")
    if isinstance(ats, dict) and ats:
        items.append(PersonalData(PersonalKind.ATS, "/ats_metadata", one_line(", ".join(sorted(ats)), 100)))
    return tuple(dict.fromkeys(items))


def looks_secret(text: str) -> bool:
    """Return whether a text holds what looks like a credential, or a link with a token."""
    return bool(secrets_in(text)) or any(_url_tokens(text))


def _url_tokens(text: str) -> Iterator[str]:
    """Yield the name of each parameter of a link that looks like a credential."""
    for url in _URL.finditer(text):
        for match in _URL_TOKEN.finditer(url.group()):
            yield match["name"]


def _in_text(pointer: str, text: str) -> Iterator[PersonalData]:
    for name in secrets_in(text):
        yield PersonalData(PersonalKind.CREDENTIAL, pointer, name)
    for name in _url_tokens(text):
        yield PersonalData(PersonalKind.URL_TOKEN, pointer, f"{name}=…")
    for match in _MAIL.finditer(text):
        yield PersonalData(PersonalKind.MAIL, pointer, match.group())
    for match in _PHONE.finditer(text):
        if not _DATE.search(match.group()):
            yield PersonalData(PersonalKind.PHONE, pointer, one_line(match.group()))
    for match in _PERSON.finditer(text):
        yield PersonalData(PersonalKind.NAME, pointer, one_line(match["titled"] or match["full"]))
    if pointer.startswith("/metadata/") and _PERSON_KEY.search(pointer) and (whole := _WHOLE_NAME.match(text)):
        yield PersonalData(PersonalKind.NAME, pointer, one_line(whole.group()))


def _texts(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, join(key, base=pointer))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, join(index, base=pointer))
    elif isinstance(value, str):
        yield pointer, value
