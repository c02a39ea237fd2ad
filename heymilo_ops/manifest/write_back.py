"""What was applied, written back into a manifest: comments stay, and sharing stays where it still gives the same."""

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


def write_back(text: str, wanted: Desired, library: Library, variables: Variables) -> str:
    """The manifest changed so that it comes to exactly what is wanted; comments stay where their value does.

    Where that can't be had with sharing, it is written without.
    """
    source = read_text(text, wanted.source)
    if source.data is None:
        return dump(wanted.resolved)
    got, _ = variables.fill(resolve_sharing(source, library))
    for is_null_needed in (False, True):
        found = edit_or_rewrite(text, _authored_root(source.data, got, wanted.resolved, is_null_needed))
        if _is(found, wanted, library, variables):
            return found
    return edit_or_rewrite(text, wanted.resolved)


def list_losses(before: str, after: str) -> Losses:
    """What of the text ``before`` isn't in the text ``after``, in the order of ``before``."""
    return Losses(
        tuple(_missing(list_comments(before), list_comments(after))),
        tuple(_missing(_forms(read_text(before, "").data or {}), _forms(read_text(after, "").data or {}))),
    )


def _missing(before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    """The items of ``before`` that aren't in ``after``, each as often as it is missing there."""
    left = Counter(after)
    for item in before:
        if left[item] > 0:
            left[item] -= 1
        else:
            yield item


def _forms(value: Any, key: str = "") -> Iterator[str]:
    """Every form of sharing in a manifest as it is written."""
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


def _is(text: str, wanted: Desired, library: Library, variables: Variables) -> bool:
    found = read_document(read_text(text, wanted.source), library, variables).desired
    return found is not None and (found.digest, found.ops, found.keys) == (wanted.digest, wanted.ops, wanted.keys)


def _authored_root(
    own: Mapping[str, Any], got: Mapping[str, Any], wanted: Mapping[str, Any], is_null_needed: bool
) -> dict[str, Any]:
    found = _authored(own, got, wanted, is_null_needed)
    return {**({"extends": own["extends"]} if "extends" in own else {}), **found}


def _authored(own: Any, got: Any, wanted: Any, is_null_needed: bool) -> Any:
    """A value as it has to be written: as it was where it comes to what is wanted, else what is wanted.

    ``own`` is what stands there, ``got`` what it comes to with all that it shares. Of a mapping that merges with a
    shared one, what isn't wanted has to be taken out by null: of what the manifest says itself only where
    ``is_null_needed``.
    """
    if is_same(got, wanted):
        return own
    if isinstance(own, dict) and isinstance(got, dict) and isinstance(wanted, dict):
        return _authored_mapping(own, got, wanted, is_null_needed)
    if isinstance(own, list) and isinstance(got, list) and isinstance(wanted, list) and len(own) == len(got):
        came_from = pair_items(got, wanted)
        return [
            item if index is None else _authored(own[index], got[index], item, is_null_needed)
            for index, item in zip(came_from, wanted, strict=True)
        ]
    return wanted


def _authored_mapping(
    own: Mapping[str, Any], got: Mapping[str, Any], wanted: Mapping[str, Any], is_null_needed: bool
) -> dict[str, Any]:
    found = {"use": own["use"]} if "use" in own and "use" not in got else {}
    for key in dict.fromkeys([*own, *wanted, *got]):
        if key not in got and key not in wanted and key not in ("extends", "use"):
            found[key] = own[key]  # the null that takes a shared value out
            continue
        is_shared = key in got and key not in own
        if key in wanted and key not in got:
            found[key] = wanted[key]
        elif key in wanted and not (is_shared and is_same(got[key], wanted[key])):
            base: Any = own.get(key, {} if isinstance(got[key], dict) else None)
            found[key] = _authored(base, got[key], wanted[key], is_null_needed)
        elif key in got and key not in wanted and (is_shared or is_null_needed):
            found[key] = None
    return found
