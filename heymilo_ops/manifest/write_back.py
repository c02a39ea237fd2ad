"""Write what was applied back into a manifest. Comments stay, and forms of sharing that still give the same value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from heymilo_ops.manifest.item_pairing import is_same, pair_items
from heymilo_ops.manifest.repo import read_document
from heymilo_ops.manifest.sharing.library import Library
from heymilo_ops.manifest.sharing.resolve import resolve_sharing
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_edit import edit_or_rewrite, list_comments
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import Desired


@dataclass(frozen=True, slots=True)
class Losses:
    """What a file says and an edited one doesn't: its comments, and the forms of sharing that are written out."""

    comments: tuple[str, ...]
    forms: tuple[str, ...]


def write_back(text: str, desired: Desired, library: Library, variables: Variables) -> str:
    """Return the manifest changed so that it comes to exactly what is wanted; comments stay where their value does.

    Where that can't be had with sharing, it is written without.
    """
    source = read_text(text, desired.source)
    if source.data is None:
        return dump(desired.resolved)
    resolved, _ = variables.fill(resolve_sharing(source, library))
    for is_null_needed in (False, True):
        edited = edit_or_rewrite(text, _authored(source.data, resolved, desired.resolved, is_null_needed))
        if _is(edited, desired, library, variables):
            return edited
    return edit_or_rewrite(text, desired.resolved)


def list_losses(before: str, after: str) -> Losses:
    """Return what of the text ``before`` isn't in the text ``after``, in the order of ``before``."""
    return Losses(
        tuple(_missing(list_comments(before), list_comments(after))),
        tuple(_missing(_forms(read_text(before, "").data or {}), _forms(read_text(after, "").data or {}))),
    )


def _missing(before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    """Yield the items of ``before`` that aren't in ``after``, each as often as it is missing there."""
    left = Counter(after)
    for item in before:
        if left[item] > 0:
            left[item] -= 1
        else:
            yield item


def _forms(value: Any, key: str = "") -> Iterator[str]:
    """Yield every form of sharing in a manifest as it is written."""
    if isinstance(value, dict):
        word, name = next(iter(value.items()), ("", None))
        if len(value) == 1 and word in ("file", "var") and isinstance(name, str):
            yield f"{key}: {{{word}: {name}}}"
            return
        for inner, item in value.items():
            if inner in ("extends", "use") and isinstance(item, str):
                yield f"{inner}: {item}"
            else:
                yield from _forms(item, inner)
    elif isinstance(value, list):
        for item in value:
            yield from _forms(item, key)


def _is(text: str, desired: Desired, library: Library, variables: Variables) -> bool:
    document = read_document(read_text(text, desired.source), library, variables).desired
    return document is not None and (document.digest, document.ops, document.keys) == (
        desired.digest,
        desired.ops,
        desired.keys,
    )


def _authored(own: Any, resolved: Any, desired: Any, is_null_needed: bool) -> Any:
    """Return a value as it has to be written: as it was where it comes to what is wanted, else what is wanted.

    ``own`` is what stands there, ``resolved`` what it comes to with all that it shares. Of a mapping that merges with a
    shared one, what isn't wanted has to be taken out by null: of what the manifest says itself only where
    ``is_null_needed``.
    """
    if is_same(resolved, desired):
        return own
    if isinstance(own, dict) and isinstance(resolved, dict) and isinstance(desired, dict):
        return _authored_mapping(own, resolved, desired, is_null_needed)
    if isinstance(own, list) and isinstance(resolved, list) and isinstance(desired, list) and len(own) == len(resolved):
        came_from = pair_items(resolved, desired)
        return [
            item if index is None else _authored(own[index], resolved[index], item, is_null_needed)
            for index, item in zip(came_from, desired, strict=True)
        ]
    return desired


def _authored_mapping(
    own: Mapping[str, Any], resolved: Mapping[str, Any], desired: Mapping[str, Any], is_null_needed: bool
) -> dict[str, Any]:
    authored = {key: own[key] for key in ("extends", "use") if key in own and key not in resolved}
    for key in dict.fromkeys([*own, *desired, *resolved]):
        if key not in resolved and key not in desired and key not in ("extends", "use"):
            authored[key] = own[key]  # the null that takes a shared value out
            continue
        is_shared = key in resolved and key not in own
        if key in desired and key not in resolved:
            authored[key] = desired[key]
        elif key in desired and not (is_shared and is_same(resolved[key], desired[key])):
            base: Any = own.get(key, {} if isinstance(resolved[key], dict) else None)
            authored[key] = _authored(base, resolved[key], desired[key], is_null_needed)
        elif key in resolved and key not in desired and (is_shared or is_null_needed):
            authored[key] = None
    return authored
