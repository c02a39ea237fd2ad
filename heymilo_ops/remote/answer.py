"""What became of one write, in four classes, and what an error answer says; nothing here speaks HTTP.

CONFIRMED: 2xx with an id. REJECTED: 400, 404, 405, 413, 415, 422, a 429 that outlasts our patience, or HeyMilo was
never reached. REFUSED: 401 and 403, which stop a run. UNKNOWN: everything else, since it may have been done. Of those a
409 is a no that is believed once it came twice, each time followed by a full look that finds nothing.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from math import isfinite
from typing import Any, NoReturn

from heymilo_ops.model.facts import Model
from heymilo_ops.model.live import is_posting_id
from heymilo_ops.model.pointer import join, split
from heymilo_ops.model.posting import Posting
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS, Blackout, CheatDetection, WebInterviewSettings

REJECTED = frozenset({400, 404, 405, 413, 415, 422, 429})
REFUSED = frozenset({401, 403})
CONFLICT = 409
_LATER = frozenset({408, 425})
"""Statuses below 500 that say nothing of the request itself: it came too late or too early."""

MAX_ERRORS = 100
MAX_MESSAGE = 500
"""How much of HeyMilo's words is kept: so many fields, so many characters of each message."""

_NAMES = ("message", "msg", "detail", "reason", "title", "error_description", "description", "code", "type")
"""Under which names an error says what is wrong, the plainest first: HeyMilo's own, RFC 9457's and OAuth's."""

_SECRET = "ingestion_url_key"
"""HeyMilo's name of a credential of each posting. It is dropped from every answer as it is read."""


@dataclass(frozen=True, slots=True)
class ConfirmedAnswer:
    """Done. ``data`` is HeyMilo's object, less its credential; ``data["id"]`` is a filled string."""

    data: Mapping[str, Any]

    @property
    def posting_id(self) -> str:
        """Id of the posting that was written."""
        return str(self.data["id"])


@dataclass(frozen=True, slots=True)
class RejectedAnswer:
    """Not done.

    Attributes:
        status: of the answer, ``None`` where HeyMilo was never reached.
        errors: JSON pointer into the request → HeyMilo's message for it.
    """

    status: int | None
    message: str
    errors: Mapping[str, str] = field(default_factory=dict)
    reached: bool = True


@dataclass(frozen=True, slots=True)
class RefusedAnswer:
    """Not done, and nothing else will be with this key: stop the run. ``message`` names the key's variable."""

    status: int
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class UnknownAnswer:
    """It may have been done or not.

    Attributes:
        reason: goes after "the outcome is unknown: ".
        status: of the answer, ``None`` where none came that could be read.
        words: HeyMilo's own, ``""`` where it gave none.
        errors: JSON pointer into the request → HeyMilo's message for it.
    """

    reason: str
    status: int | None = field(default=None, compare=False)
    words: str = field(default="", compare=False)
    errors: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def is_no(self) -> bool:
        """Whether HeyMilo answered that it won't do this: any 4xx that doesn't say "later"."""
        return self.status is not None and 400 <= self.status < 500 and self.status not in _LATER

    def says_the_same(self, other: UnknownAnswer) -> bool:
        """Return whether both are a 409 with the same words, those for one request alone, such as its id, aside."""
        conflict = (CONFLICT, self.words, self.errors)
        return conflict == (self.status, other.words, other.errors) and other.status == CONFLICT


Answer = ConfirmedAnswer | RejectedAnswer | RefusedAnswer | UnknownAnswer


class Unreadable(ValueError):  # noqa: N818 - caught inside this room, never shown as such
    """The body is not what the API promises; the text says why."""


Read = Callable[[Mapping[str, Any]], dict[str, Any]]
"""Takes an object out of an envelope, with a filled ``id``; raises ``Unreadable``."""


def answer_of(status: int, body: bytes, sent: Any = None, read: Read | None = None) -> Answer:
    """Classify an answer that arrived, other than 401 and 403.

    Args:
        sent: the request's body, for pointers.
        read: takes what was done out of the answer; ``single`` where left out.
    """
    if 200 <= status < 300:
        try:
            return ConfirmedAnswer((read or single)(parse(body)))
        except Unreadable as error:
            return UnknownAnswer(f"HeyMilo answered {status}, but {error}")
    if status in REJECTED:
        message, errors = complaint(body, sent)
        return RejectedAnswer(status, message or answered(status, ""), errors)
    if 300 <= status < 400:
        return UnknownAnswer(f"HeyMilo answered with a redirect ({status}), which is not followed")
    message, errors = complaint(body, sent)
    return UnknownAnswer(answered(status, message), status, message, errors)


def answered(status: int, words: str, often: str = "") -> str:
    """Say ``HeyMilo answered 409 each time: …``."""
    return f"HeyMilo answered {status}{often}" + (f": {words}" if words else " and gave no reason")


def parse(body: bytes) -> dict[str, Any]:
    """Parse a JSON object and drop credentials. Raises ``Unreadable``."""
    try:
        data = _without_secret(json.loads(body.decode(), parse_constant=_no_constant, parse_float=_finite))
    except (ValueError, RecursionError):
        raise Unreadable("what it sent is not JSON") from None
    if not isinstance(data, dict):
        raise Unreadable("what it sent is not a JSON object")
    return data


def single(envelope: Mapping[str, Any]) -> dict[str, Any]:
    """Return the object of ``{data: {id, …}}``, a posting.

    Raises ``Unreadable`` where there is none with a posting's id.
    """
    data = envelope.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("id"), str) or not data["id"]:
        raise Unreadable("what it sent has no id")
    if not is_posting_id(data["id"]):
        raise Unreadable("what it sent has an id that can't be one")
    return data


def complaint(body: bytes, sent: Any) -> tuple[str, dict[str, str]]:
    """HeyMilo's message and its messages by field, from either of its error shapes.

    Where the answer has neither shape, as that of a gateway, its text is the message; empty where it gave none.
    """
    try:
        data = parse(body)
    except Unreadable:
        return _short(words_of(body)), {}
    errors: dict[str, str] = {}
    for pointer, message in _by_field(data, sent):
        if pointer in errors:
            errors[pointer] = _short(f"{errors[pointer]}; {message}")
        elif len(errors) < MAX_ERRORS:
            errors[pointer] = message
    return _short(_headline(data) or next(iter(errors.values()), "")), errors


def _by_field(data: Mapping[str, Any], sent: Any) -> Iterator[tuple[str, str]]:
    detail = data.get("detail")
    for item in detail if isinstance(detail, list) else ():
        if isinstance(item, dict) and isinstance(item.get("msg"), str):
            loc = item.get("loc")
            yield from_loc(loc if isinstance(loc, list) else (), sent), _short(item["msg"])
    error = data.get("error")
    if not isinstance(error, dict):
        return
    nested = [item for key in ("errors", "details") if isinstance(error.get(key), list) for item in error[key]]
    for item in nested or [error]:
        if isinstance(item, dict) and isinstance(item.get("message"), str) and isinstance(item.get("param"), str):
            yield from_param(item["param"], sent), _short(item["message"])


def _headline(data: Mapping[str, Any]) -> str:
    listed = data.get("errors")
    first = listed[0] if isinstance(listed, list) and listed else None
    candidates = (data.get("error"), data.get("detail"), first, data)
    named = [candidate.get(name) for name in _NAMES for candidate in candidates if isinstance(candidate, dict)]
    return next((text for text in (*candidates, *named) if isinstance(text, str) and text.strip()), "")


def _short(text: str) -> str:
    return text if len(text) <= MAX_MESSAGE else text[: MAX_MESSAGE - 1] + "…"


def _without_secret(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_secret(item) for key, item in value.items() if key != _SECRET}
    return [_without_secret(item) for item in value] if isinstance(value, list) else value


def _finite(number: str) -> float | None:
    """Parse a JSON number; ``None`` for one that is too large to be one, as ``1e999`` is."""
    value = float(number)
    return value if isfinite(value) else None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_DIGITS = 9
_PART = re.compile(r"[^.\[\]]+")


def from_loc(loc: Iterable[Any], sent: Any) -> str:
    """Convert a FastAPI ``loc`` such as ``["body", "workflow", 0, "config", "video"]`` to a JSON pointer.

    A union puts the tag of the chosen member into the path; what is no field and was not sent is left out.
    """
    parts = [part if isinstance(part, int) else str(part) for part in loc]
    if parts and parts[0] == "body":
        parts = parts[1:]
    tokens: list[str] = []
    node = sent
    for part in parts:
        inside, known = _step(node, part)
        if known:
            tokens.append(str(part))
            node = inside
    return join(*tokens)


def from_param(param: str, sent: Any) -> str:
    """Convert a ``param`` such as ``workflow[0].config.video`` or ``/workflow/0`` to a JSON pointer."""
    parts = split(param) if param.startswith("/") else _PART.findall(param)
    return from_loc([int(part) if part.isdecimal() and len(part) <= _DIGITS else part for part in parts], sent)


def _step(node: Any, part: Any) -> tuple[Any, bool]:
    """Return what ``part`` leads to in what was sent, and whether it belongs into the pointer."""
    if isinstance(node, Mapping):
        if str(part) in node:
            return node[str(part)], True
    elif isinstance(part, int) and not isinstance(part, bool):
        inside = isinstance(node, Sequence) and not isinstance(node, str) and 0 <= part < len(node)
        return (node[part] if inside else None), True
    return (None, True) if str(part) in _fields() else (node, False)


@cache
def _fields() -> frozenset[str]:
    """Return every field name of the create request, at any depth."""
    nested: tuple[type[Model], ...] = (Posting, Blackout, CheatDetection, WebInterviewSettings)
    models = (*nested, *STEPS.values(), *CONFIGS.values(), *QUESTIONS.values())
    return frozenset(name for model in models for name in model.model_fields)


_MOST = 64 * 1024
"""Bytes that are looked at."""

_HTML = re.compile(r"\s*<(?:!doctype|html|head|body|title|h1|p|pre|div|center)\b", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]*>([^<]*)</title", re.IGNORECASE)
_UNSHOWN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def words_of(body: bytes) -> str:
    """Return the words of a body: the title of a page, else its text; ``""`` where it has none. Not cleaned for print.

    Replacing tags by blanks joins nothing, so a text that doesn't hold a secret doesn't come to hold it here.
    """
    text = body[:_MOST].decode(errors="replace")
    if "\0" in text or text.count("\ufffd") > len(text) // 10:
        return ""  # no text at all
    with suppress(ValueError, RecursionError):
        document = json.loads(text)
        text = document if isinstance(document, str) else ""
    if text.lstrip()[:1] in ("{", "["):
        return ""  # JSON that breaks off: what of it is a message, and what a credential, can't be told
    if _HTML.match(text):
        text = html.unescape(_of_page(text))
    return " ".join(text.split())


def _of_page(text: str) -> str:
    title = _TITLE.search(text)
    if title and title[1].strip():
        return title[1]
    return _TAG.sub(" ", _UNSHOWN.sub(" ", text))
