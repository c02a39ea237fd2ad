"""Makes text of others fit to print: control, bidi and invisible characters are removed or shown by number.

Titles, questions, error messages and git author names come from files and from HeyMilo. Printed as they
are, they could move the cursor, hide words or turn a line round.
"""

from __future__ import annotations

import json
import re
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
