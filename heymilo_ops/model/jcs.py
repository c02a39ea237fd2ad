"""JSON as RFC 8785 writes it: one text for one value, so that a digest can be taken of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from json import JSONEncoder
from typing import Any

_encode = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False).encode

_INTEGER = 2**53 - 1
_SMALLEST, _LARGEST = 1e-4, 1e15
"""Between them Python and ECMAScript write a fraction alike, without an exponent."""


def dumps(value: Any) -> bytes:
    """Return the RFC 8785 form of plain JSON data. Raises ``ValueError`` where it has none.

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


def members(value: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the members of an object, each as it stands in ``dumps``, in their order there. See ``joined``."""
    if _is_alike(value):
        try:
            return {key: f"{_encode(key)}:{_encode(value[key])}".encode() for key in sorted(value)}
        except UnicodeEncodeError:
            pass
    ordered = sorted(value, key=lambda key: key.encode("utf-16be", "surrogatepass"))
    return {key: dumps(key) + b":" + dumps(value[key]) for key in ordered}


def joined(members: Iterable[bytes]) -> bytes:
    """Return the object of these members: of all of them the same as ``dumps``, of some the same as without the
    others.
    """
    return b"{" + b",".join(members) + b"}"


def _is_alike(value: Any) -> bool:
    """Return whether there is nothing in it but ASCII keys, texts, true, false, null and numbers that all write
    alike.
    """
    stack = [value]
    for item in stack:
        kind = type(item)
        if kind is str or kind is bool or item is None:
            continue
        if kind is dict:
            if not _are_ascii(item):
                return False
            stack += item.values()
        elif kind is list:
            stack += item
        elif not ((kind is int and -_INTEGER <= item <= _INTEGER) or (kind is float and _is_fraction(item))):
            return False
    return True


def _are_ascii(keys: Iterable[Any]) -> bool:
    try:
        return "".join(keys).isascii()
    except TypeError:  # not texts
        return False


def _is_fraction(value: float) -> bool:
    return not value.is_integer() and _SMALLEST <= abs(value) < _LARGEST
