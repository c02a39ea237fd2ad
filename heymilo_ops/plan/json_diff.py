"""What differs between two JSON objects, leaf by leaf.

DeepDiff finds the leaves. It costs 0.2 s to import, so nobody imports it who has nothing to compare. Two of its
habits don't fit and are corrected here: it compares lists by position (a list is one value here: the reader sees
both whole), and inside lists it takes ``true`` and ``1`` for equal (JSON doesn't).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any

from heymilo_ops.model.deployment import is_variable

Tokens = tuple[str, ...]
Leaf = tuple[Tokens, str, Any, Any]
"""Tokens of the path, kind (added, removed, changed), value before, value after."""

_ABSENT = object()


def is_same_json(one: Any, other: Any) -> bool:
    """Return whether two JSON values are one and the same; ``1`` and ``1.0`` are, ``1`` and ``true`` are not."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(is_same_json(value, other[key]) for key, value in one.items())
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(is_same_json, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def leaves(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Leaf]:
    """Return the leaves that differ, sorted by path; empty exactly where ``same(before, after)``."""
    moved = sorted(key for key in before.keys() | after.keys() if not is_same_json(_get(before, key), _get(after, key)))
    if not moved:
        return []
    both = [key for key in moved if key in before and key in after]  # of what is new or gone all is a leaf
    differing = _deep({key: before[key] for key in both}, {key: after[key] for key in both}) if both else set()
    seen = {tokens[0] for tokens in differing}
    tops = differing | {(key,) for key in moved if key not in seen}
    return [leaf for tokens in sorted(tops) for leaf in _spread(tokens, _at(before, tokens), _at(after, tokens))]


def _deep(before: Mapping[str, Any], after: Mapping[str, Any]) -> set[Tokens]:
    """Return the paths that DeepDiff reports, each cut where it enters a list."""
    from deepdiff import DeepDiff

    tree = DeepDiff(before, after, view="tree", ignore_private_variables=False, threshold_to_diff_deeper=0)
    reported = [level.path(output_format="list") for levels in tree.values() for level in levels]
    paths = {_cut(path, before, after) for path in reported}
    return {path for path in paths if not is_same_json(_at(before, path), _at(after, path))}


def _cut(path: list[Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> Tokens:
    """Return the path up to a list, or up to an object that is one value on a side: an empty one counts."""
    upto = next((i for i, token in enumerate(path) if isinstance(token, int)), len(path))
    tokens = tuple(path[:upto])
    prefixes = (tokens[:length] for length in range(1, upto + 1))
    return next((prefix for prefix in prefixes if _whole(prefix, before) or _whole(prefix, after)), tokens)


def _whole(tokens: Tokens, side: Mapping[str, Any]) -> bool:
    """Return whether there is an object that counts as one value: an empty one, or a variable that isn't filled in."""
    value = _at(side, tokens)
    return value == {} or is_variable(value, tokens[-1])


def _spread(tokens: Tokens, before: Any, after: Any) -> Iterator[Leaf]:
    """Yield one leaf, or those of an object that was added or removed whole."""
    if before is _ABSENT or after is _ABSENT:
        whole = after if before is _ABSENT else before
        kind = "added" if before is _ABSENT else "removed"
        if isinstance(whole, Mapping) and whole and not is_variable(whole, tokens[-1]):
            for key in sorted(whole):
                yield from _spread((*tokens, key), _get(before, key), _get(after, key))
        else:
            yield tokens, kind, None if before is _ABSENT else before, None if after is _ABSENT else after
    else:
        yield tokens, "changed", before, after


def _get(value: Any, key: str) -> Any:
    return value.get(key, _ABSENT) if isinstance(value, Mapping) else _ABSENT


def _at(value: Any, tokens: Tokens) -> Any:
    return reduce(_get, tokens, value)
