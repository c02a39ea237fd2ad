"""What somebody likely meant who wrote a wrong key or value, and how it came about: misspelt, curly quotes, braces."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from heymilo_ops.finding import Finding, Places
from heymilo_ops.manifest.model_lookup import Path
from heymilo_ops.model.pointer import join, last, value_at
from heymilo_ops.model.pointer import parent as above
from heymilo_ops.model.step import MODALITIES

CURLY = tuple("“”„‟‘’‚‛")
_CURLY_HELP = "YAML takes curly quotes for a part of the text: type straight quotes, or none"

_SIGNS = {">=": "gte", "=>": "gte", ">": "gt", "<=": "lte", "=<": "lte", "<": "lt", "=": "eq", "==": "eq", "!=": "neq"}
_SURE = 0.85
"""From here on a likeness to a key of this place counts more than the same word in another place."""

_MOST = 200
"""Keys of a mapping, and items of a list, that are looked at: no hostile file may take quadratic time."""


def explain_cause(finding: Finding, data: Mapping[str, Any], places: Places, expected: str = "") -> Finding:
    """Complete or replace the help of a finding of the schema where its likely cause is known.

    ``expected`` is the JSON type that a value of the wrong type should have.
    """
    key = last(finding.pointer)
    parent = value_at(data, above(finding.pointer))
    value = value_at(data, finding.pointer) if finding.pointer else None
    is_small = isinstance(parent, dict) and len(parent) <= _MOST
    if is_small and key in parent and (help := _comma(finding, parent, key, places)):
        return replace(finding, help=help)
    if finding.code in ("SY101", "SY110") and key.startswith(CURLY):
        return replace(finding, help=f"{finding.help}{' ' if finding.suggestion else '; '}{_CURLY_HELP}")
    if finding.code in ("SY103", "SY104", "SY105", "SY107") and isinstance(value, str) and value.startswith(CURLY):
        return replace(finding, help=_CURLY_HELP)
    if finding.code == "SY101" and is_small and (help := _item(parent, key)):
        return replace(finding, help=help)
    if finding.code == "SY104" and isinstance(value, dict) and value:
        return replace(finding, help=_mapping(finding, value, places, expected))
    return finding


def next_item(pointer: str, key: str, first: str) -> bool:
    """Return whether a key that stands twice likely begins the next item of a list, whose hyphen was forgotten."""
    return last(pointer).isdigit() and key == first


def _comma(finding: Finding, parent: Mapping[str, Any], key: str, places: Places) -> str:
    """Return the help on a key that is the rest of the text before it: ``{text: Hello, world}``."""
    keys = list(parent)
    at = keys.index(key)
    is_rest = parent[key] is None or (finding.code == "SY101" and " " in key and not finding.suggestion)
    if at == 0 or not is_rest or not isinstance(parent[keys[at - 1]], str):
        return ""
    before = join(keys[at - 1], base=above(finding.pointer))
    first, second = places.place(before, key=True), places.place(finding.pointer, key=True)
    text = places.written(before)
    if not text or (first.path, first.line) != (second.path, second.line):
        return ""
    if text.startswith(CURLY):
        return f"the text of '{keys[at - 1]}' ends at the comma, as curly quotes are none to YAML: type straight quotes"
    return f"in braces the text of '{keys[at - 1]}' ends at the comma: put the whole text in double quotes"


def _item(parent: Mapping[str, Any], key: str) -> str:
    """Return the help on a key that the items of a list beside it have."""
    for name, items in parent.items():
        if name == key:
            return ""
        if not isinstance(items, list):
            continue
        known = {own for item in islice(items, _MOST) if isinstance(item, dict) for own in islice(item, _MOST)}
        if key in known:
            stray = next(other for other in list(parent)[list(parent).index(name) + 1 :] if other in known)
            if stray == key:
                return f"if the next item of '{name}' begins here, write '- ' before '{key}:'"
            return f"indent it as '{stray}:' above, if it belongs to the same item of '{name}'"
    return ""


def _mapping(finding: Finding, value: Mapping[str, Any], places: Places, expected: str) -> str:
    """Return the help on a mapping where a text or a list belongs."""
    first = next(iter(value))
    place = places.place(finding.pointer)
    is_block = place.line > places.place(finding.pointer, key=True).line
    if expected == "array" and is_block:
        return f"if its first item begins here, write '- ' before '{first}:', and indent its other keys by two more"
    is_braces = place.line == place.end_line and (place.end_column or 0) - place.column >= len(first) + 2
    if expected == "string" and len(value) == 1 and value[first] is None and is_braces:
        meant = f"{{{{{first}}}}}" if first.isidentifier() else f"{{{first}}}"
        return f'YAML takes {{{first}}} for a mapping: write "{meant}", in double quotes'
    return finding.help


def key_meant(key: str, known: Sequence[str]) -> str | None:
    """The known key that was meant, where that is beyond doubt: nearly the same, or ``weight`` for ``score_weight``."""
    longer = [name for name in known if name.endswith(f"_{key}")]
    return key_nearest(key, known, _SURE) or (longer[0] if len(longer) == 1 else None)


def key_nearest(key: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the most similar known key; ``None`` where none is that much alike."""
    near = difflib.get_close_matches(key, list(known), n=1, cutoff=likeness)
    return near[0] if near else None


def value_meant(value: str, allowed: Sequence[str]) -> str | None:
    """Return the allowed value that was meant: similar, its sign spelt out, or the only one that holds the word."""
    sign = _SIGNS.get(value.strip())
    if sign in allowed:
        return sign
    word = value.strip().lower()
    holding = [name for name in allowed if len(word) >= 3 and word in name.lower()]
    return key_nearest(value, allowed) or (holding[0] if len(holding) == 1 else None)


def step_of(modality: str) -> str | None:
    """Return the type of the step that takes questions of this modality."""
    return next((step for step, modalities in MODALITIES.items() if modality in modalities), None)


def modalities_at(path: Path, steps: object) -> tuple[str, ...]:
    """The modalities that a question at ``path`` may have; none where ``path`` is no question of a known step."""
    is_question = len(path) == 4 and path[2] == "questions"
    return MODALITIES.get(str(value_at(steps, join(path[1], "type"))), ()) if is_question else ()
