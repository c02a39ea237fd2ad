"""The rule that decides what a changed design does, and what it decided, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.on_change import DEFAULT_ON_CHANGE, ByClass, ChangeAction, OnChange


class RuleSource(StrEnum):
    """Where the rule stands that decided."""

    MANIFEST = "manifest"
    WORKSPACE = "workspace"
    PROJECT = "project"
    DEFAULT = "default"
    STRUCTURE = "structure"
    """Steps, a question's modality, the name and the template: only a new posting can have others."""
    LIMITS = "limits"
    """HeyMilo takes a value only on create, or documents no way to take it off a posting."""
    UNFINISHED = "unfinished"
    """An edit in place was begun, and goes on or is taken back."""


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """``on_change`` as it holds for one posting."""

    on_change: OnChange
    source: RuleSource

    def action(self, effect: ChangeClass) -> ChangeAction:
        """Return what a change of this class does."""
        if isinstance(self.on_change, ByClass):
            return self.on_change.action(effect) or "replace"
        return self.on_change


DEFAULT_RULE = ChangeRule(DEFAULT_ON_CHANGE, RuleSource.DEFAULT)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a changed design does, and by which rule.

    Attributes:
        effect: the gravest class for which the rule says that; ``None`` where no class decided.
        other: what another rule could choose; ``None`` where there is nothing else.
        line: the line of a manifest that chooses it; only where nothing graver than wording stands in the way.
    """

    action: Annotated[str, Field(pattern=r"^(replace|update|hold)$")]
    source: RuleSource
    effect: Annotated[ChangeClass | None, Field(alias="class")] = None
    other: Annotated[str | None, Field(pattern=r"^(replace|update)$")] = None
    line: str | None = None
