"""What the body of an error answer says: the places that HeyMilo names as JSON pointers into the request, and the words
of a body in none of its error shapes.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from heymilo_ops.model.pointer import escape

if TYPE_CHECKING:
    from pydantic import BaseModel

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
    return "".join("/" + escape(part) for part in tokens)


def from_param(param: str, sent: Any) -> str:
    """Convert a ``param`` such as ``workflow[0].config.video`` or ``/workflow/0`` to a JSON pointer."""
    if param.startswith("/"):
        parts = [part.replace("~1", "/").replace("~0", "~") for part in param[1:].split("/")]
    else:
        parts = _PART.findall(param)
    return from_loc([int(part) if part.isdecimal() and len(part) <= _DIGITS else part for part in parts], sent)


def _step(node: Any, part: Any) -> tuple[Any, bool]:
    """Return what ``part`` leads to in what was sent, and whether it belongs into the pointer."""
    if isinstance(node, Mapping):
        name = str(part)
        if name in node:
            return node[name], True
        return (None, True) if name in _fields() else (node, False)
    if isinstance(part, int) and not isinstance(part, bool):
        inside = isinstance(node, Sequence) and not isinstance(node, str) and 0 <= part < len(node)
        return (node[part] if inside else None), True
    return (None, True) if part in _fields() else (node, False)


@cache
def _fields() -> frozenset[str]:
    """Return every field name of the create request, at any depth."""
    from heymilo_ops.model.posting import Posting
    from heymilo_ops.model.question import QUESTIONS
    from heymilo_ops.model.step import CONFIGS, STEPS, Blackout, CheatDetection, WebInterviewSettings

    nested: tuple[type[BaseModel], ...] = (Blackout, CheatDetection, WebInterviewSettings)
    models: tuple[type[BaseModel], ...] = (Posting, *nested, *STEPS.values(), *CONFIGS.values(), *QUESTIONS.values())
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
