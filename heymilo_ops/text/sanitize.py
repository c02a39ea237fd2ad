"""Makes text of others fit to print: control, bidi and invisible characters are removed or shown by number, and a
secret is taken out in whatever spelling they repeat it.

Titles, questions, error messages and git author names come from files and from HeyMilo. Printed as they
are, they could move the cursor, hide words or turn a line round.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from typing import Any

from heymilo_ops.text.invisible import escaped
from heymilo_ops.text.width import cut

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS and the other strings: titles, links
    r"|\x9b[0-?]*[ -/]*[@-~]"
    r"|\x9d[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_HIDDEN_CLASS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls, less tab and newline
    "\xad\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"  # tags and variation selectors that carry unseen text
)
_HIDDEN = re.compile(f"[{_HIDDEN_CLASS}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSAFE_JSON = re.compile(f"[{_HIDDEN_CLASS}\u2028\u2029\ud800-\udfff]")
_LOG_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def sanitize(text: str) -> str:
    """Remove terminal escapes, control, bidi and zero-width characters.

    Those that the writing doesn't need are shown as ``<U+202E>``: what they hide is not to be overlooked. Newlines
    (however written) and tabs stay. Half a surrogate pair becomes ``U+FFFD``. Commands to CI that work
    anywhere in a line of a log (``##[…]`` and its like) get a blank.
    """
    return stripped(escaped(_ESCAPES.sub("", _BREAKS.sub("\n", text))))


def stripped(text: str) -> str:
    """Remove all of these characters: for a text whose parts were sanitized before."""
    text = _ESCAPES.sub("", _BREAKS.sub("\n", text))
    text = _SURROGATE.sub("\ufffd", _HIDDEN.sub("", text))
    return _LOG_COMMAND.sub("## ", text)


def one_line(text: str, width: int | None = None) -> str:
    """Return the sanitized text with every run of white space as one blank, cut to ``width`` cells with ``…``."""
    line = " ".join(sanitize(text).split())
    return line if width is None else cut(line, width)


def is_hidden(char: str) -> bool:
    """Return whether a character can't be seen: a control (tab and newline too), bidi or zero-width one."""
    return char in "\t\n\u2028\u2029" or bool(_UNSAFE_JSON.match(char))


def json_text(data: Any) -> str:
    """Return indented JSON with a last newline, escaped as by ``printable_json``."""
    return printable_json(json.dumps(data, indent=2, ensure_ascii=False)) + "\n"


def printable_json(text: str) -> str:
    """Escape what can't be seen, or is a command in a CI log, as ``\\uXXXX``: the value stays the same."""
    return _LOG_COMMAND.sub(r"\\u0023#", _UNSAFE_JSON.sub(_escape, text))


def _escape(match: re.Match[str]) -> str:
    # A control inside a JSON text is escaped already; what stands raw here and is a newline is layout.
    char = match.group()
    return json.dumps(char)[1:-1] if char != "\x7f" else "\\u007f"


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
