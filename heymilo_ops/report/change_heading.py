"""The head of a change in a text: its symbol, its facts and labelled remarks."""

from __future__ import annotations

from collections.abc import Callable

from heymilo_ops.plan.change import Action, Change
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.words import ACTIONS
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells


def symbol(action: Action, writer: Writer, width: int = 0) -> str:
    """Return the symbol of an action in its colour, aligned to the right of ``width`` cells."""
    style: dict[Action, Callable[[str], str]] = {
        Action.ARCHIVE: writer.red,
        Action.CREATE: writer.green,
        Action.REPLACE: writer.red,
        Action.UPDATE: writer.yellow,
    }
    return style.get(action, writer.cyan)(ACTIONS[action].symbol.rjust(width))


def heading_facts(change: Change) -> str:
    """Return file, revision and posting of a change in brackets; ``""`` where there is none."""
    parts = [one_line(change.source)] if change.source else []
    if change.revision_to is not None and change.revision_to != change.revision_from:
        old = f"{change.revision_from} → " if change.revision_from is not None else ""
        parts.append(f"revision {old}{change.revision_to}")
    elif change.revision_from is not None:
        parts.append(f"revision {change.revision_from}")
    if change.live is not None:
        parts.append(f"posting {one_line(change.live.posting_id)}")
    return f"({', '.join(parts)})" if parts else ""


def labelled(label: str, text: str, writer: Writer) -> list[str]:
    """Return the lines of a remark behind its label; without a label it continues the remark before."""
    size = max(8, cells(label))
    start = f"{label}:".ljust(size + 1) if label else " " * (size + 1)
    return writer.hanging(f"      {writer.dim(start)} ", text, size + 8)
