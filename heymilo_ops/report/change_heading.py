"""What stands at the head of a change in a text: its symbol, its facts, labels and what they say."""

from __future__ import annotations

from collections.abc import Callable

from heymilo_ops.plan.change import Action, Change
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.words import ACTIONS
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells, folded


def symbol(action: Action, writer: Writer, width: int = 0) -> str:
    """The symbol of an action in its colour, on the right of ``width`` cells."""
    style: dict[Action, Callable[[str], str]] = {
        Action.ARCHIVE: writer.red,
        Action.CREATE: writer.green,
        Action.REPLACE: writer.red,
        Action.UPDATE: writer.yellow,
    }
    return style.get(action, writer.cyan)(ACTIONS[action].symbol.rjust(width))


def facts(each: Change) -> str:
    """File, revision and posting of a change, in brackets; ``""`` where there is none."""
    said = [one_line(each.source)] if each.source else []
    if each.revision_to is not None and each.revision_to != each.revision_from:
        old = f"{each.revision_from} → " if each.revision_from is not None else ""
        said.append(f"revision {old}{each.revision_to}")
    elif each.revision_from is not None:
        said.append(f"revision {each.revision_from}")
    if each.live is not None:
        said.append(f"posting {one_line(each.live.posting_id)}")
    return f"({', '.join(said)})" if said else ""


def labelled(label: str, said: str, writer: Writer) -> list[str]:
    """A label and what it says, folded below itself; without a label, below the one before."""
    size = max(8, cells(label))
    first, *rest = folded(said, max(writer.width - 8 - size, 20)) or [""]
    start = f"{label}:".ljust(size + 1) if label else " " * (size + 1)
    blank = " " * (size + 1)
    return [f"      {writer.dim(start)} {first}", *[f"      {blank} {line}" for line in rest]]
