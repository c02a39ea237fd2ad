"""What somebody who misspelt or misplaced a word likely meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from heymilo_ops.manifest.model_lookup import Path, find_homes
from heymilo_ops.model.step import MODALITIES

_SIGNS = {">=": "gte", "=>": "gte", ">": "gt", "<=": "lte", "=<": "lte", "<": "lt", "=": "eq", "==": "eq", "!=": "neq"}
_STEP_KEYS = ("config", "questions")
_SURE = 0.85
"""From here on a likeness to a key of this place counts more than the same word in another place."""


def key_meant(key: str, known: Sequence[str]) -> str | None:
    """The known key that was meant, where that is beyond doubt: nearly the same, or ``weight`` for ``score_weight``."""
    near = difflib.get_close_matches(key, known, n=1, cutoff=_SURE)
    if near:
        return near[0]
    longer = [name for name in known if name.endswith(f"_{key}")]
    return longer[0] if len(longer) == 1 else None


def key_nearest(key: str, known: Iterable[str]) -> str | None:
    """Return the most similar known key; ``None`` where none is."""
    near = difflib.get_close_matches(key, list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def key_homes(key: str) -> list[str]:
    """Return where else in a manifest a key of this very name belongs, in words."""
    return (["a step"] if key in _STEP_KEYS else []) + find_homes(key)


def value_meant(value: str, allowed: Sequence[str]) -> str | None:
    """Return the allowed value that was meant: similar, its sign spelt out, or the only one that holds the word."""
    sign = _SIGNS.get(value.strip())
    if sign in allowed:
        return sign
    near = difflib.get_close_matches(value, allowed, n=1, cutoff=0.6)
    if near:
        return near[0]
    word = value.strip().lower()
    holding = [name for name in allowed if len(word) >= 3 and word in name.lower()]
    return holding[0] if len(holding) == 1 else None


def step_of(modality: str) -> str | None:
    """Return the type of the step that takes questions of this modality."""
    return next((step for step, modalities in MODALITIES.items() if modality in modalities), None)


def modalities_at(path: Path, steps: object) -> tuple[str, ...]:
    """The modalities that a question at ``path`` may have; none where ``path`` is no question of a known step."""
    if len(path) != 4 or path[2] != "questions" or not isinstance(steps, list):
        return ()
    step = steps[int(path[1])]
    return MODALITIES.get(str(step.get("type")), ()) if isinstance(step, dict) else ()
