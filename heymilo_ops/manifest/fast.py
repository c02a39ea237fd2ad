"""The fast reader for files that every YAML parser understands alike.

YAML parsers disagree at the edges: octal and hexadecimal numbers, capitals in booleans, anchors, tags,
tabs, deep nesting. So a file is read fast only where every line has one of a few known shapes; any
other file goes to the judge, which costs some tenths of a millisecond and nothing else.
"""

from __future__ import annotations

import re
from typing import Any

from heymilo_ops.manifest.events import MAX_DEPTH
from heymilo_ops.manifest.scalars import LARGEST

_NOT_TEXT = r"(?!(?i:true|false|null)\b)"
_NUMBER = r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?"
_KEY = rf"{_NOT_TEXT}[A-Za-z][\w ,.()'/-]*+:"
_DOUBLE = r'"[^"\\\n]*+(?:\\[nt"\\][^"\\\n]*+)*+"'
_SINGLE = r"'[^'\n]*+(?:''[^'\n]*+)*+'"
# Unquoted text: begins with a letter, an opening bracket, or a count; has no ': ' and no ' #'.
_START = rf"(?:{_NOT_TEXT}[^\W\d_]|[(¿¡]|[0-9]+ (?=[^\W\d_])|[1-9][0-9]*+[A-DF-Za-df-z])"
_PLAIN = rf"{_START}[^\n:#]*+(?:(?::(?![ \n]|\Z)|(?<! )#)[^\n:#]*+)*+"
_WORD = rf"(?:{_NOT_TEXT}[A-Za-z][\w ./'-]*+|{_NUMBER}(?=[,\]}}])|(?:true|false|null)(?=[,\]}}])|{_DOUBLE}|{_SINGLE})"
_FLOW_LIST = rf"\[(?:{_WORD}(?:, ?{_WORD})*+)?\]"
_FLOW_MAP = rf"\{{{_KEY} {_WORD}(?:, {_KEY} {_WORD})*+\}}"
_CLOSED = rf"{_NUMBER}|true|false|null|~|{_DOUBLE}|{_SINGLE}|{_FLOW_LIST}|{_FLOW_MAP}|[|>][-+]?"
_ENDED = rf"(?:{_CLOSED})(?=[ ]*+(?:\n|\Z|(?<=  )#))[ ]*+"
_VALUE = rf"(?:{_ENDED}|{_PLAIN})"
_LINE = rf"[ ]*+(?:#[^\n]*+|(?:- )?(?:{_KEY}(?: +{_VALUE}| *+(?=\n|\Z))|{_VALUE})(?:(?<=  )#[^\n]*+)?)?(?:\n|\Z)"
# One line more than needed would match the empty end for ever, so the last line is told apart.
_FILE = re.compile(rf"(?:(?!\Z){_LINE})*+\Z")


def is_plain(text: str) -> bool:
    """Whether every line has a shape that all parsers understand alike."""
    return text.replace("\n", "").isprintable() and _FILE.match(text) is not None


def load(text: str) -> dict[str, Any] | None:
    """The data of a plain and valid manifest; ``None`` where the judge must read it."""
    if not is_plain(text):
        return None
    import yaml_rs

    try:
        data: Any = yaml_rs.loads(text, parse_datetime=False)
    except (ValueError, TypeError, RecursionError):
        return None
    return data if isinstance(data, dict) and _is_json(data) else None


def _is_json(data: Any) -> bool:
    """Whether all keys are texts, all values plain, all numbers exact, and the depth within the limit."""
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for item in level:
            kind = type(item)
            if kind is dict:
                if not all(type(key) is str for key in item):
                    return False
                below.extend(item.values())
            elif kind is list:
                below.extend(item)
            elif kind is int or kind is float:
                if not -LARGEST <= item <= LARGEST:
                    return False
            elif kind is not str and kind is not bool and item is not None:
                return False
        if not below:
            return True
        level = below
    return False
