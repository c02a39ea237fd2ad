"""A secret taken out of texts that others wrote, in whatever spelling they repeat it."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Any

SHORTEST = 6
"""Characters of the shortest secret that is looked for: anything shorter is part of ordinary words."""

STARS = "***"

Redact = Callable[[str], str]

_ESCAPED = re.compile(r"[\\%&]")
"""What every spelling has in it that is written character by character; a text without it is searched as it is."""

_NUMBERED = re.compile(r"(?:<|&lt;)U\\?\+[0-9A-F]{4,6}(?:>|&gt;)")
"""An invisible character as it is shown, in text or Markdown: it may stand inside a secret."""


def redactor(secret: str) -> Redact:
    """Replace every spelling of the secret by ``***``.

    A spelling is the secret itself or with any of its characters escaped, as JSON, JavaScript, URLs or HTML write
    them, also twice over; or all of it in hex or base64, alone or within a longer text. Invisible characters inside
    it, as they are shown, count for nothing.
    """
    if len(secret) < SHORTEST:
        return lambda text: text
    # From the first of the backslashes before it: trying from each would take a time that is the square of the length.
    spelt = re.compile(rf"(?:(?<!\\)|(?!\\)){''.join(map(_character, secret))}")
    encoded = re.compile("|".join(_encoded(secret.encode())))

    def redact(text: str) -> str:
        if _NUMBERED.search(text) and plainly(bare := _NUMBERED.sub("", text)) != bare:
            text = bare
        return plainly(text)

    def plainly(text: str) -> str:
        text = encoded.sub(STARS, text)
        return spelt.sub(STARS, text) if secret in text or _ESCAPED.search(text) else text

    return redact


def without(data: Any, redact: Redact) -> Any:
    """Plain data with every text, and every name in it, redacted. A number that would be redacted becomes a text."""
    if isinstance(data, dict):
        return {redact(name): without(value, redact) for name, value in data.items()}
    if isinstance(data, list):
        return [without(value, redact) for value in data]
    if isinstance(data, str):
        return redact(data)
    if isinstance(data, int | float) and not isinstance(data, bool):
        return data if redact(str(data)) == str(data) else STARS
    return data


def _character(char: str) -> str:
    """Every spelling of one character. The backslashes before it belong to it, so that no half escape is left."""
    number, slashes = ord(char), r"\\*" if char == "\\" else r"\\*+"
    by_number = rf"u00{number:02x}|u\{{0*{number:x}\}}|U000000{number:02x}|x{number:02x}"
    ways = [
        rf"{slashes}(?:{re.escape(char)}|(?i:(?<=\\)(?:{by_number})))",
        rf"(?i:%(?:25)*{number:02x})",
        rf"(?i:&(?:amp;)*#(?:0*{number}|x0*{number:x})\b;?)",
        *_named(char),
    ]
    return f"(?:{'|'.join(ways)})"


def _named(char: str) -> list[str]:
    """The names that HTML has for it; none for letters and digits."""
    if char.isalnum():
        return []
    from html.entities import html5

    names = sorted({name.rstrip(";") for name, meant in html5.items() if meant == char})
    return [f"&(?:amp;)*(?:{name});?" for name in names]


def _encoded(secret: bytes) -> list[str]:
    """Hex, and what base64 makes of the secret wherever it begins in a longer text."""
    patterns = [f"(?i:{secret.hex()})"]
    for before in range(3):
        text = base64.b64encode(b"\0" * before + secret).decode().rstrip("=")
        # The first and the last character hold bits of what stands around.
        text = text[(0, 2, 3)[before] :][: None if (before + len(secret)) % 3 == 0 else -1]
        patterns += [re.escape(text), re.escape(text.replace("+", "-").replace("/", "_"))]
    return list(dict.fromkeys(patterns))
