"""The one table that says what an unquoted scalar means, and how a text is written.

Null, true, false and plain JSON numbers are what they look like; everything else is a text. A number
with an exponent is a text too, because identifiers such as ``91E07829`` look like one. A text
is written without quotes where that is safe for every reader, else in double quotes.
"""

from __future__ import annotations

import json
import re
import unicodedata

from heymilo_ops.text.invisible import unseen

Scalar = str | int | float | bool | None

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
LARGEST = 2**53 - 1
LOOK_ALIKES = frozenset({"True", "TRUE", "False", "FALSE", "Null", "NULL"})

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER_STARTS = frozenset("-0123456789")


WIDTH = 100

# What YAML readers other than ours take for a boolean, a number, a date, a time or a null.
_LOOKS_TYPED = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.?(?:inf|nan))"
    r"|[-+]?(?:[0-9][0-9_,]*)?\.?[0-9_]*(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?0[xXoObB][0-9a-fA-F_]+"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"
    r"|[-+]?[0-9]+(?::[0-9]{1,2})+(?:\.[0-9]*)?"
)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=~<")
_UNSAFE_INSIDE = re.compile(r": |\{\{|:$| #|^(?:---|\.\.\.)|^\s|\s$")
_SENTENCE_END = re.compile(r"(?<=[.?!…])(?P<close>[\"'”’)\]]*) (?=[^\W\d_a-z]|[0-9\"'“‘¿¡(])")


def resolve_scalar(text: str) -> Scalar:
    """Return the value of an unquoted scalar. A number beyond 2^53 stays a text (see ``is_too_large``)."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS or NUMBER.fullmatch(text) is None or is_too_large(text):
        return text
    return float(text) if "." in text else int(text)


def is_too_large(text: str) -> bool:
    """Return whether the text is a JSON number that JSON readers would round: beyond 2^53 - 1 either way."""
    if NUMBER.fullmatch(text) is None:
        return False
    whole = text.partition(".")[0].lstrip("-")
    return len(whole) > 16 or int(whole) > LARGEST


def is_plain_safe(text: str, *, flow: bool = False) -> bool:
    """Return whether a text without quotes is the same text to every YAML reader and falls into no trap."""
    if not text or text[0] in _INDICATORS or resolve_scalar(text) != text:
        return False
    if _hidden(text) or _UNSAFE_INSIDE.search(text):
        return False
    if len(text) <= 100 and _LOOKS_TYPED.fullmatch(text):
        return False
    return not (flow and any(mark in text for mark in ",[]{}"))


def quote_text(text: str) -> str:
    """Return the text in double quotes, with escapes for what can't be seen."""
    written = json.dumps(text, ensure_ascii=False)
    hidden = _hidden(written)
    return (
        "".join(escape_char(char) if at in hidden else char for at, char in enumerate(written)) if hidden else written
    )


def _hidden(text: str) -> set[int]:
    """Return where the text has what a reader of the file would not see, and its writing doesn't need."""
    if text.isascii() and text.isprintable():
        return set()
    controls = {at for at, char in enumerate(text) if unicodedata.category(char) in ("Cc", "Cs")}
    return controls | {character.at for character in unseen(text) if unicodedata.category(character.char) != "Zs"}


def escape_char(character: str) -> str:
    """Return the escape of a character in double quotes."""
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def write_text(text: str, *, flow: bool = False) -> str:
    """Return a text on one line, quoted where needed."""
    return text if is_plain_safe(text, flow=flow) else quote_text(text)


def write_literal(text: str) -> tuple[str, list[str]] | None:
    """Return the header and the lines of a ``|`` block; ``None`` where the text is only white space.

    White space at the very end is reduced to the one line end that ``|`` keeps.
    """
    body = text.rstrip()
    if not body:
        return None
    indent = "2" if re.match(r"\n*[ ]", body) else ""
    return f"|{indent}{'' if text.endswith(chr(10)) else '-'}", body.split("\n")


def write_folded(text: str) -> tuple[str, list[str]] | None:
    """Return header and lines of a ``>`` block with one sentence a line; as ``|`` where folding would change it."""
    body = text.rstrip()
    if not body or body.startswith("\n") or re.search(r"^[ \t]", body, re.MULTILINE):
        return write_literal(text)
    lines: list[str] = []
    for part in re.split(r"(\n+)", body):
        lines.extend([""] * len(part) if part.startswith("\n") else split_sentences(part))
    return f">{'' if text.endswith(chr(10)) else '-'}", lines


def split_sentences(line: str) -> list[str]:
    """Return a line of prose cut behind each sentence; joined by single spaces it is the same line."""
    parts: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(line):
        parts.append(line[start : match.end() - 1])
        start = match.end()
    return [*parts, line[start:]]
