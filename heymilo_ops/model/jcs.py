"""JSON as RFC 8785 writes it: one text for one value, so that a digest can be taken of it."""

from __future__ import annotations

from json import JSONEncoder
from typing import Any

_encode = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False).encode

_INTEGER = 2**53 - 1
_SMALLEST, _LARGEST = 1e-4, 1e15
"""Between them Python and ECMAScript write a fraction alike, without an exponent."""


def dumps(value: Any) -> bytes:
    """The RFC 8785 form of plain JSON data. Raises ``ValueError`` where it has none.

    Python's own encoder writes nearly every manifest byte for byte alike, and some thirty times faster than the
    library; what it may write otherwise goes to the library.
    """
    if _is_alike(value):
        try:
            return _encode(value).encode()
        except UnicodeEncodeError:  # half a surrogate pair, for which the library has the better words
            pass
    import rfc8785

    return rfc8785.dumps(value)


def _is_alike(value: Any) -> bool:
    """Whether there is nothing in it but ASCII keys, texts, true, false, null and numbers that all write alike."""
    stack = [value]
    for item in stack:
        kind = type(item)
        if kind is dict:
            for key in item:
                if type(key) is not str or not key.isascii():
                    return False
            stack += item.values()
        elif kind is list:
            stack += item
        elif kind is int:
            if not -_INTEGER <= item <= _INTEGER:
                return False
        elif kind is float:
            if item.is_integer() or not _SMALLEST <= abs(item) < _LARGEST:
                return False
        elif kind is not str and kind is not bool and item is not None:
            return False
    return True
