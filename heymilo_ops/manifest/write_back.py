"""What was applied, written back into a manifest that shares: sharing stays where it still gives the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heymilo_ops.manifest.compose import compose
from heymilo_ops.manifest.document import read_document
from heymilo_ops.manifest.dump import dump
from heymilo_ops.manifest.edit import with_values
from heymilo_ops.manifest.library import Library
from heymilo_ops.manifest.source import read
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.model.desired import Desired


def written_back(text: str, wanted: Desired, library: Library, variables: Variables) -> str:
    """The manifest changed so that it comes to exactly what is wanted; comments stay where their key does.

    Where that can't be had with sharing, it is written without.
    """
    source = read(text, wanted.source)
    if source.data is not None:
        got, _ = variables.fill(compose(source, library))
        found = with_values(text, _authored(source.data, got, wanted.resolved))
        if _is(found, wanted, library, variables):
            return found
    return with_values(text, wanted.resolved) if source.data is not None else dump(wanted.resolved)


def _is(text: str, wanted: Desired, library: Library, variables: Variables) -> bool:
    found = read_document(read(text, wanted.source), library, variables).desired
    return found is not None and (found.digest, found.ops, found.keys) == (wanted.digest, wanted.ops, wanted.keys)


def _authored(own: Mapping[str, Any], got: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The root keys: as they were written where they come to what is wanted, else what is wanted."""
    found = {"extends": own["extends"]} if "extends" in own else {}
    for key in dict.fromkeys([*own, *wanted, *got]):
        if key == "extends":
            continue
        if key in got and key in wanted and got[key] == wanted[key]:
            found |= {key: own[key]} if key in own else {}
        elif key == "workflow" and isinstance(wanted.get(key), list):
            found[key] = _steps(own.get(key), got.get(key), wanted[key])
        elif key in wanted:
            found[key] = _over(got.get(key), wanted[key])
        elif key in got:
            found |= {key: None} if "extends" in own else {}
    return found


def _over(got: Any, wanted: Any) -> Any:
    """A value to stand over what it is now; of a mapping that merges, what isn't wanted is taken out by null."""
    if not isinstance(got, dict) or not isinstance(wanted, dict):
        return wanted
    gone = dict.fromkeys(key for key in got if key not in wanted)
    return {**{key: _over(got.get(key), each) for key, each in wanted.items()}, **gone}


def _steps(own: Any, got: Any, wanted: list[Any]) -> list[Any]:
    olds = list(zip(own, got, strict=True)) if isinstance(own, list) and isinstance(got, list) else []
    return [_step(olds[i], each) if i < len(olds) else each for i, each in enumerate(wanted)]


def _step(old: tuple[Any, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    own, got = old
    if not isinstance(own, dict) or own.get("type") != wanted["type"]:
        return dict(wanted)
    found = dict(wanted)
    if got.get("config") == wanted.get("config"):
        found = {key: each for key, each in found.items() if key != "config"}
        found |= {"config": own["config"]} if "config" in own else {}
    elif "config" in got:
        found["config"] = _over(got["config"], wanted.get("config"))
    pairs = list(zip(own.get("questions") or (), got.get("questions") or (), strict=True))
    if wanted.get("questions"):
        found["questions"] = [
            next((written for written, now in pairs if now == each), each) for each in wanted["questions"]
        ]
    return found
