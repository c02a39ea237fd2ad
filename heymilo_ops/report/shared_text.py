"""Shared changes as text: each once, then a line for each posting that changes by nothing else."""

from __future__ import annotations

from heymilo_ops.plan.change import Change, FieldChange, Plan, SharedChange
from heymilo_ops.report.change_heading import heading_facts, labelled, symbol
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.field_lines import SYMBOLS, FieldLines
from heymilo_ops.review.shared_change_words import Alike, dotted_name, shared_line
from heymilo_ops.review.words import ACTIONS, CLASSES, counted
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import fold


def shared_entry(shared: SharedChange, writer: Writer) -> str:
    """Render a shared change: its file, the word diff, and every posting that it reaches."""
    field = FieldChange(shared.field, shared.kind, shared.before, shared.after, shared.effect)
    return "\n".join(
        [
            *_head(shared_line(shared), writer),
            *labelled("class", f"{shared.effect.value}: {CLASSES[shared.effect]}", writer),
            *map(writer.pieces, FieldLines(None, writer.width).named(dotted_name(shared), field, " " * 6)),
            *labelled("postings", ", ".join(map(one_line, shared.addresses)), writer),
        ]
    )


def _head(text: str, writer: Writer) -> list[str]:
    first, *rest = fold(text, max(writer.width - 4, 20))
    return [f"  {writer.bold(f'# {first}')}", *(f"    {writer.bold(more)}" for more in rest)]


def shared_group(alike: Alike, writer: Writer) -> str:
    """Render the postings of one action that change by shared changes alone, a line each."""
    head = f"# {counted(len(alike.changes), 'posting')} {ACTIONS[alike.action].will}, by shared changes alone"
    out = [f"  {writer.bold(head)}"]
    for i, reason in enumerate(alike.reasons):
        out += labelled("" if i else "why", one_line(reason), writer)
    for change, reasons in alike.changes:
        text = "; ".join(map(one_line, reasons))
        out.append(f"{symbol(alike.action, writer, 3)} {one_line(change.address)}{_behind(change, writer)}")
        out += [f"      {folded}" for folded in fold(text, max(writer.width - 6, 20))] if text else []
    return "\n".join(out)


def _behind(change: Change, writer: Writer) -> str:
    text = heading_facts(change)
    return writer.dim(f"  {text}") if text else ""


def shared_references(shared: tuple[SharedChange, ...], writer: Writer) -> list[str]:
    """Return the lines in a posting's own block that refer to shared changes above."""
    out = []
    for change in shared:
        where = f"{dotted_name(change)}: as in {one_line(change.path)}, above"
        out += writer.hanging(f"      {writer.yellow(SYMBOLS[change.kind])} ", where, 8)
    return out


def shared_lines(plan: Plan, writer: Writer) -> str:
    """Return a line for each shared change, to stand below the summary; ``""`` for none."""
    folded = (fold(shared_line(shared), max(writer.width - 4, 20)) for shared in plan.shared)
    return "".join("\n  " + "\n    ".join(parts) for parts in folded)
