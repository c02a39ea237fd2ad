"""JSON pointers (RFC 6901): the paths by which findings, plans and errors name a value of a document."""

from __future__ import annotations

from typing import Any


def escape(key: object) -> str:
    """Return a key, or the index of an item, as one token of a pointer."""
    return str(key).replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """Return the key that a token stands for."""
    return token.replace("~1", "/").replace("~0", "~")


def join(*keys: object, base: str = "") -> str:
    """Return the pointer to what lies below ``base`` by these keys and indexes; ``""`` is the whole document."""
    return base + "".join(f"/{escape(key)}" for key in keys)


def split(pointer: str) -> tuple[str, ...]:
    """Return the keys and indexes of a pointer, from the root down, all as texts.

    Raises:
        ValueError: The pointer is neither empty nor begins with a slash.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"not a JSON pointer: {pointer!r}")
    return tuple(map(unescape, pointer[1:].split("/")))


def parent(pointer: str) -> str:
    """Return the pointer to what holds the value; ``""`` for a value at the root, and for the root itself."""
    return pointer.rpartition("/")[0]


def last(pointer: str) -> str:
    """Return the last key or index of a pointer; ``""`` for the root."""
    return unescape(pointer.rpartition("/")[2])


def value_at(document: object, pointer: str) -> Any:
    """Return the value at a pointer; ``None`` where there is none."""
    value: Any = document
    for token in split(pointer):
        if isinstance(value, dict):
            value = value.get(token)
        elif isinstance(value, list) and token.isdecimal() and int(token) < len(value):
            value = value[int(token)]
        else:
            return None
    return value
