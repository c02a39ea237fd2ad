"""What a finding is about, word for word: to tell whether it stood there before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from heymilo_ops.model.desired import Desired
from heymilo_ops.model.pointer import join, last, parent, split, value_at


def wording_hash(value: Any) -> str:
    """Return a hash of a value's words, as ``sha256:…``. How a text is broken into lines makes no difference."""
    return f"sha256:{hashlib.sha256(_wording(value).encode('utf-8', 'surrogatepass')).hexdigest()}"


def question_of(desired: Desired, pointer: str) -> str:
    """Return the key of the question that a pointer leads into; ``""`` where it has none, or leads elsewhere."""
    keys = split(pointer)
    if len(keys) < 4 or keys[0] != "workflow" or keys[2] != "questions":
        return ""
    return str(value_at(desired.resolved, join(*keys[:4], "key")) or "")


def field_of(pointer: str) -> str:
    """Return the name of the field that a pointer leads to; ``""`` for an item of a list and the whole document."""
    name = last(pointer)
    return "" if name.isdecimal() else name


@dataclass(frozen=True)
class AppliedText:
    """What is applied of a posting, to hold a finding against it.

    Attributes:
        release: the release whose rules it has been through; ``None`` where that was not recorded.
        resolved: the manifest as it was applied; ``None`` where that isn't known.
        is_adopted: whether the posting was taken over, and is as it was made at HeyMilo.
    """

    release: str | None
    resolved: Mapping[str, Any] | None
    is_adopted: bool = False

    def has(self, desired: Desired, pointer: str) -> bool:
        """Return whether what a finding is about stands in it word for word, wherever it stood.

        Of a value that is missing: whether what it is missing from stands there.
        """
        if self.resolved is None:
            return False
        if self.resolved == desired.resolved:
            return True
        value = value_at(desired.resolved, pointer)
        while value is None and parent(pointer):
            pointer = parent(pointer)
            value = value_at(desired.resolved, pointer)
        if value is None:
            return value_at(self.resolved, pointer) is None
        return (field_of(pointer), _wording(value)) in self._parts

    @cached_property
    def _parts(self) -> frozenset[tuple[str, str]]:
        return frozenset(_parts("", self.resolved))


NOTHING_APPLIED = AppliedText(None, None)
"""Of a posting that the state doesn't have."""


def _parts(name: str, value: Any) -> Iterator[tuple[str, str]]:
    yield name, _wording(value)
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _parts(key, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _parts("", inner)


def _wording(value: Any) -> str:
    """Return a value without its line breaks, and of a question without its key, which says nothing to anybody."""
    if isinstance(value, str):
        return " ".join(value.split())
    return json.dumps(_flowing(value), sort_keys=True, ensure_ascii=False)


def _flowing(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _flowing(inner) for key, inner in value.items() if key != "key"}
    if isinstance(value, list):
        return [_flowing(inner) for inner in value]
    return _wording(value) if isinstance(value, str) else value
