"""What an answer says in words where it is none of HeyMilo's error shapes: HTML, plain text, a JSON text."""

from __future__ import annotations

import html
import json
import re
from contextlib import suppress

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
