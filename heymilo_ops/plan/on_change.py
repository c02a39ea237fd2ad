"""What a changed design does: it is edited in place, replaced or held, by the strictest rule that holds for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from heymilo_ops.model.canonical import settings_fields
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.on_change import CHANGE_ACTIONS, ByClass, ChangeAction
from heymilo_ops.model.pointer import split
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.reason import Reason
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.effect import effects_of
from heymilo_ops.plan.in_place import is_structure, obstacles
from heymilo_ops.plan.rule import DEFAULT_RULE, ChangeRule, Decided, RuleSource

_LIGHT = (ChangeClass.COSMETIC, ChangeClass.WORDING)


def rule_of(ops: Ops, fallback: ChangeRule = DEFAULT_RULE) -> ChangeRule:
    """Return the rule of a manifest, else that of heymilo.yaml, or the default."""
    return fallback if ops.on_change is None else ChangeRule(ops.on_change, RuleSource.MANIFEST)


def design_fields(fields: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
    """Return the changes that are neither of settings nor of ``ops``."""
    others = {"ops", *settings_fields()}
    return tuple(field for field in fields if split(field.path)[0] not in others)


def decide_design(
    rule: ChangeRule, fields: Sequence[FieldChange], before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[Decided, tuple[Reason, ...]]:
    """Return what the changed ``fields`` of a design do, and why they can't be edited in place, where that is so.

    Args:
        before, after: the canonical forms.
    """
    effects = sorted({effect for field in fields for effect in effects_of(field)}, key=lambda effect: -effect.weight)
    chosen = max(map(rule.action, effects), key=CHANGE_ACTIONS.index, default="replace")
    decisive = next((effect for effect in effects if rule.action(effect) == chosen), None)
    if chosen == "hold":
        return Decided("hold", rule.source, decisive), ()
    if any(map(is_structure, fields)):
        return Decided("replace", RuleSource.STRUCTURE), ()
    barred = tuple(dict.fromkeys(obstacles(fields, before, after)))
    if chosen == "update":
        decided = Decided("update", rule.source, decisive, "replace")
        return (Decided("replace", RuleSource.LIMITS), barred) if barred else (decided, ())
    other = None if barred else "update"
    return Decided("replace", rule.source, decisive, other, _line(rule, effects) if other else None), ()


def _line(rule: ChangeRule, effects: Sequence[ChangeClass]) -> str | None:
    """Return the line that would edit in place, where nothing graver than wording changes."""
    if not set(effects) <= set(_LIGHT):
        return None
    own: dict[str, ChangeAction] = rule.on_change.model_dump() if isinstance(rule.on_change, ByClass) else {}
    chosen = own | {effect.value: "update" for effect in reversed(effects)}
    listed = ", ".join(f"{effect.value}: {chosen[effect.value]}" for effect in ChangeClass if effect.value in chosen)
    return f"ops: {{on_change: {{{listed}}}}}"
