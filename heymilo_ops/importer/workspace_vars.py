"""Values that heymilo.yaml has a name for."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from heymilo_ops.manifest.model_lookup import OWN_VALUE

_SHORTEST = 4
"""Characters of a value below which it stands for many things."""
_OWN = (*OWN_VALUE, "adopt", "title")


def name_values(data: Mapping[str, Any], variables: Mapping[str, Any]) -> dict[str, Any]:
    """Return a manifest with ``{var: name}`` for each text that is the value of a variable.

    Where several have that value, the one whose name is most like that of the field.
    """
    names: dict[str, list[str]] = {}
    for name, value in sorted(variables.items()):
        if isinstance(value, str) and len(value) >= _SHORTEST:
            names.setdefault(value, []).append(name)
    return {key: value if key == "ops" else _named(value, key, names) for key, value in data.items()}


def _named(value: Any, key: str, names: Mapping[str, list[str]]) -> Any:
    if isinstance(value, dict):
        return {inner: _named(item, inner, names) for inner, item in value.items()}
    if isinstance(value, list):
        return [_named(item, key, names) for item in value]
    if not isinstance(value, str) or value not in names or key in _OWN:
        return value
    return {"var": max(names[value], key=lambda name: difflib.SequenceMatcher(None, name, key).ratio())}
