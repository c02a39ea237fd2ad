"""Why a change is planned, held or noted: a code and its values. ``review`` has the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ReasonCode(StrEnum):
    """What is said; the values that belong to each are named where its words are."""

    AS_WRITTEN = "as-written"
    """A sentence that a plan file, or a person's own text, has already."""


@dataclass(frozen=True, slots=True, init=False)
class Reason:
    """One reason or note.

    Attributes:
        args: the values that its words need: texts, numbers, lists of texts, or another reason.
    """

    code: ReasonCode
    args: tuple[str | int | tuple[str, ...] | Reason, ...]

    def __init__(self, code: ReasonCode, *args: str | int | tuple[str, ...] | Reason) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "args", args)
