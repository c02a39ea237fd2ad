"""What a changed design does, in words: one action for all of it, or one for each kind of change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heymilo_ops.model.facts import ChangeClass

_ACTIONS: Mapping[Any, str] = {
    "hold": "held until a person decides",
    "replace": "a new interview with a new link takes its place",
    "update": "changed in place, the link stays",
}
_CLASSES: Mapping[str, str] = {
    ChangeClass.COSMETIC: "looks",
    ChangeClass.WORDING: "the words of questions",
    ChangeClass.RUBRIC: "how answers are judged",
    ChangeClass.SCORING: "what counts, and how much",
    ChangeClass.NOTICE: "what candidates are told",
    ChangeClass.KNOCKOUT: "who is rejected automatically",
    ChangeClass.IDENTITY: "language, interviewer and voice",
}


def on_change_words(value: Any) -> str:
    """Return the setting in words; ``str`` of what is none, as a plan file may have it."""
    if isinstance(value, Mapping):
        return "; ".join(f"{_CLASSES.get(name, name)}: {_action(action)}" for name, action in value.items()) or "none"
    return _action(value)


def _action(value: Any) -> str:
    return _ACTIONS.get(value, value) if isinstance(value, str) else str(value)
