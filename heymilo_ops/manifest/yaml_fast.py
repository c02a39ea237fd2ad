"""The fast reader: plain data straight from libyaml's events, for files in which nothing is remarkable.

It asks the same parser as the slow reader (``yaml_nodes``, ``yaml_reader``) and the same table of scalars, so they
can't take a text for different things. It makes no nodes and no findings: where there may be anything to report about
a file, or anything that isn't a plain value, it gives up and the slow reader reads the file again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from heymilo_ops.manifest.yaml_nodes import MAX_DEPTH, MAX_EXPANDED
from heymilo_ops.manifest.yaml_scalars import LOOK_ALIKES, is_too_large, resolve_scalar

_WORD_STARTS = frozenset("abcdeghijklmopqrsuvwxyzABCDEGHIJKLMOPQRSUVWXYZ")
"""Letters that begin no number, no null, no boolean and nothing that looks like one."""
_REMARKABLE: Any = object()


def read_fast(text: str) -> dict[str, Any] | None:
    """Return the data of a valid manifest; ``None`` where the slow reader must read it."""
    if len(text) > MAX_EXPANDED or _may_be_remarkable(text):
        return None
    import yaml

    try:
        data = _read(text)
    except (yaml.YAMLError, UnicodeError):
        return None
    return data if type(data) is dict else None


@lru_cache(maxsize=4096)
def _meaning(value: str) -> Any:
    """Return what an unquoted scalar means; ``_REMARKABLE`` where the slow reader has a finding on it."""
    if value in LOOK_ALIKES or value == "<<" or is_too_large(value):
        return _REMARKABLE
    return resolve_scalar(value)


def _may_be_remarkable(text: str) -> bool:
    """Whether the text has what only the slow reader may report: characters that can't be seen (``SY004``; the parser
    refuses those of ASCII), and a ``#`` behind one blank, which may swallow the rest of a text (``SY010``)."""
    if not text.isascii() and not text.replace("\n", "").isprintable():
        return True
    if "\t#" in text:
        return True
    at = text.find(" #")
    while at >= 0:
        if text[at - 1] not in " \n":
            return True
        at = text.find(" #", at + 2)
    return False


def _read(text: str) -> Any:
    """Return the value of the one document, ``None`` where it isn't plain."""
    from yaml import events
    from yaml._yaml import CParser

    scalar, map_start, list_start = events.ScalarEvent, events.MappingStartEvent, events.SequenceStartEvent
    ends = (events.MappingEndEvent, events.SequenceEndEvent)
    get_event: Callable[[], Any] = CParser(text).get_event
    holder: Any = []
    above: list[Any] = []
    root = holder
    in_map = False
    key: str | None = None
    while (event := get_event()) is not None:
        kind = type(event)
        if kind is scalar:
            value = event.value
            if not event.style and value[:1] not in _WORD_STARTS:
                value = _meaning(value)
                if value is _REMARKABLE:
                    return None
            if event.anchor is not None or event.tag is not None:
                return None
            if not in_map:
                holder.append(value)
            elif key is None:
                if type(value) is not str or value in holder:
                    return None
                key = value
            else:
                holder[key] = value
                key = None
        elif kind is map_start or kind is list_start:
            if event.anchor is not None or event.tag is not None or len(above) >= MAX_DEPTH:
                return None
            value = {} if kind is map_start else []
            if not in_map:
                holder.append(value)
            elif key is None:
                return None
            else:
                holder[key] = value
            above.append(holder)
            holder, in_map, key = value, kind is map_start, None
        elif kind in ends:
            holder, key = above.pop(), None
            in_map = type(holder) is dict
        elif kind is events.AliasEvent:
            return None
    return root[0] if len(root) == 1 else None
