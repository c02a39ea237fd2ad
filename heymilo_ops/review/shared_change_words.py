"""Shared changes in words, and the postings that change by nothing else. For text and documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from heymilo_ops.model.pointer import unescape
from heymilo_ops.model.reason import Reason
from heymilo_ops.plan.change import Action, Change, FieldChange, Plan, SharedChange
from heymilo_ops.plan.shared_changes import Shares, tail
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import one_line


@dataclass(frozen=True, slots=True)
class Alike:
    """Postings of one action that change by shared changes alone.

    Attributes:
        reasons: what holds for most of them, without the posting's id.
        changes: each with the reasons that are its own, and so not said above.
    """

    action: Action
    reasons: tuple[str, ...]
    changes: tuple[tuple[Change, tuple[str, ...]], ...]


def group_alike(plan: Plan, shares: Shares) -> list[Alike]:
    """Group the postings that need no block of their own, by action."""
    groups = []
    for action in Action:
        changes = [
            change for change in plan.changes if change.action is action and _is_usual(change) and shares.alone(change)
        ]
        if changes:
            frequency = Counter(tuple(_placeless(change, reason) for reason in change.reasons) for change in changes)
            usual = max(frequency, key=lambda reasons: frequency[reasons])
            particular = tuple((change, _particular(change, usual)) for change in changes)
            groups.append(Alike(action, usual, particular))
    return groups


def _is_usual(change: Change) -> bool:
    """Return whether the action says all that happens: nothing else is archived, and nothing forgotten."""
    return not change.forgets and not (change.closes and change.action is not Action.ARCHIVE)


def _particular(change: Change, usual: Sequence[str]) -> tuple[str, ...]:
    return tuple(reason_sentence(reason) for reason in change.reasons if _placeless(change, reason) not in usual)


def _placeless(change: Change, reason: Reason) -> str:
    """Return a reason in words, without the id of its posting."""
    return " ".join(reason_sentence(reason.without(change.live.posting_id) if change.live else reason).split())


def dotted_name(shared: SharedChange) -> str:
    """Return the field by the names that manifests use: ``company_overview``, ``question on-call: text``."""
    names = list(map(unescape, shared.field.split("/")[1:]))
    if names[0] == "config":
        return one_line(".".join(names[1:]))
    if names[0] == "questions" and len(names) > 2:
        return f"question {one_line(names[1])}: {one_line('.'.join(names[2:]))}"
    return one_line(".".join(names))


def shared_verb(shared: SharedChange) -> str:
    """Return what happened to the field, to stand before the path: ``reworded in``."""
    if shared.kind == "removed":
        return "taken out, shared through"
    if shared.kind == "added":
        return "added in"
    return "reworded in" if isinstance(shared.before, str) and " " in shared.before else "changed in"


def shared_line(shared: SharedChange) -> str:
    """Return ``company_overview reworded in postings/_shared/texts/company.md, 40 postings``."""
    number = counted(len(shared.addresses), "posting")
    return f"{dotted_name(shared)} {shared_verb(shared)} {one_line(shared.path)}, {number}"


def shared_example(plan: Plan, shared: SharedChange) -> tuple[Change, FieldChange] | None:
    """Return one posting with the shared change, and its field change; ``None`` where no posting has it."""
    for change in plan.changes:
        if change.address == shared.addresses[0]:
            for field in change.fields:
                if tail(field) == shared.field and field.kind == shared.kind and field.after == shared.after:
                    return change, field
    return None
