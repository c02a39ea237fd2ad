"""What looks like personal data or a credential in a posting that is about to be written to a file meant for git.

Names of people are found by cues beside them, in English, German, French, Dutch and Spanish; one without a cue is not.
"""

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
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŸŹŻŽ"
_PART = rf"[{_CAPITAL}][\w'’-]{{1,40}}"
_NAMED = rf"(?:(?:van|von|de|der|den|del|la|le|da|di|dos|al|el|bin|ten|ter|zu|O['’])\s*){{0,2}}{_PART}"
_FULL_NAME = rf"{_PART}(?:\s+[{_CAPITAL}]\.)?\s+{_NAMED}"
_TITLES = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Mme|Mlle|Madame|Monsieur|Mademoiselle|Señora?|Sra?|Doña|Dhr|Mevr|Mevrouw|"
    "Meneer|Signora?"
)
_CUES = (
    r"contact(?:s| person)?|ask(?:ing)? for|(?:speak|talk|chat) (?:to|with)|call|phone|ring|reach(?: out to)?|meet"
    r"|write to|e-?mail|report(?:s|ing)? to|(?:managed|led|run|owned|interviewed|hosted|prepared|written) by"
    r"|(?:your|our|the) (?:manager|lead|boss|supervisor|recruiter|interviewer)(?:,| is)?"
    r"|recruiter|interviewers?|hiring manager|line manager|manager|supervisor|owner|author|team lead"
    r"|my name is|i am|i'm|i’m|this is|on behalf of|signed"
    r"|ansprechpartner(?:in)?|kontakt(?:person)?|interviewer(?:in)?|mein name ist|ich bin|vorgesetzter?|geleitet von"
    r"|(?:wenden sie sich|wende dich) an|fragen? sie nach|frage? nach|leiter(?:in)?"
    r"|contactez|demandez|adressez-vous à|parlez à|je m'appelle|je m’appelle|je suis|responsable|dirigée? par"
    r"|recruteu(?:r|se)"
    r"|neem contact op met|contactpersoon|vraag naar|mijn naam is|ik ben|leidinggevende|onder leiding van"
    r"|contacte (?:a|con)|contacta (?:a|con)|pregunte por|pregunta por|habla con|hable con|me llamo|mi nombre es|soy"
    r"|persona de contacto|dirigid[oa] por|reclutador(?:a)?"
)
_SIGN_OFFS = (
    r"(?:(?:kind|best|warm|many) )?(?:regards|wishes|thanks)|best|cheers|thank you|thanks|sincerely|yours(?: \w+)?|love"
    r"|(?:mit )?(?:freundlichen|besten|lieben|vielen) grüßen|(?:viele|beste|liebe|freundliche) grüße|mfg|lg|vg"
    r"|(?:bien )?cordialement|bien à vous|met vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|hartelijke groet(?:en)?"
    r"|(?:un )?saludos?(?: cordiales)?|atentamente|un cordial saludo"
)
_LABELS = r"interviewer(?:in)?|recruiter(?:in)?|contact|ansprechpartner(?:in)?|kontakt|contactpersoon"
_TITLED = rf"(?:(?:{_TITLES})\b\.?[ \t]+)"
_PERSON = re.compile(
    rf"\b{_TITLED}{{1,3}}(?P<titled>{_NAMED}(?:[ \t]+{_NAMED})?)"
    rf"|\b(?i:{_CUES})[:\s]\s*(?!{_TITLED})(?P<full>{_FULL_NAME})"
    rf"|(?m:^|(?<=[.!?] ))(?i:{_SIGN_OFFS})[,.!]?(?:[ \t]*\n\s*|,[ \t]+)(?:[-–—][ \t]*)?"
    rf"(?P<signed>{_FULL_NAME}|{_PART})(?=[ \t]*(?:$|[\n,.(|]))"
    rf"|(?m:^)[ \t]*(?:--[ \t]*\n|[–—])[ \t]*(?P<last>{_FULL_NAME})\s*\Z"
    rf"|(?m:^)[ \t]*(?i:{_LABELS})[ \t]*:[ \t]*(?P<labelled>{_PART})(?=[ \t]*(?m:$))"
)
"""A name has a cue beside it: a title, words such as "contact", the end of a letter. Without one none is found."""
_OFFICES = (
    "agent agents applicant applicants candidate candidates care center centre colleagues company corp customer "
    "customers department desk equipo everyone gmbh group hr human inc it limited llc ltd management office operations "
    "people personal reception recruiting recruitment resources sales service services staff support talent team "
    "ventas vertrieb"
)
_OFFICE_WORDS = frozenset(_OFFICES.split())
"""Words by which what follows a cue is an office and nobody."""
_PERSON_KEY = re.compile(
    r"(?i)owner|recruiter|manage|contact|author|(?:created|edited|made|updated|requested|approved).?by|lead|interviewer"
    r"|ansprechpartner|kontakt|verantwortlich|responsable|eigenaar|propietari|person|name$"
)
_WHOLE_NAME = re.compile(_FULL_NAME)
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
        name = one_line(match[match.lastgroup or 0])
        if _OFFICE_WORDS.isdisjoint(name.lower().split()):
            yield PersonalData(PersonalKind.NAME, pointer, name)
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
