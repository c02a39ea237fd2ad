"""What the commands say that change the state and send nothing: before they ask, and when they are done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from heymilo_ops.model.state import PostingState, State
from heymilo_ops.repair.push import Difference
from heymilo_ops.report.history_text import NONE, stamp
from heymilo_ops.report.prompt import YES
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import fold

Fact = tuple[str, str]
"""A label and what it says."""


def approval_question(asked: str, writer: Writer, consequence: str = "Nothing is sent to HeyMilo.") -> str:
    """The question above a prompt."""
    return f"{writer.bold(one_line(asked))} {consequence}\n  Only '{YES}' will be accepted to approve.\n\n"


def render_facts(title: str, rows: Iterable[Fact], writer: Writer) -> str:
    """A title and facts below it, folded."""
    rows = list(rows)
    size = max((len(label) for label, _ in rows), default=0) + 1
    lines = [writer.bold(one_line(title))]
    for label, value in rows:
        lines += writer.hanging(f"  {(label + ':').ljust(size)} ", one_line(value), size + 3)
    return "\n".join(lines) + "\n"


def entry_facts(entry: PostingState) -> list[Fact]:
    """What the state knows of a posting, in short."""
    numbers = [revision.number for revision in entry.revisions]
    span = f"{numbers[0]}" if len(numbers) == 1 else f"{min(numbers)} to {max(numbers)}"
    return [
        ("posting", f"{entry.posting_id} ({entry.status})"),
        ("candidates enter at", entry.candidate_url or NONE),
        ("review at", entry.review_url or NONE),
        ("revision" if len(numbers) == 1 else "revisions", f"{span}, the last applied {stamp(last_applied(entry))}"),
        *([("held", f"a design, since {stamp(entry.held.since)} by {entry.held.by}")] if entry.held else []),
    ]


def last_applied(entry: PostingState) -> str:
    """When the newest revision was applied, as the state writes it."""
    return max((revision.applied_at for revision in entry.revisions), key=datetime.fromisoformat)


def render_differing(
    name: str, saved: State, stored: State | None, differences: Sequence[Difference], writer: Writer
) -> str:
    """What a saved state says otherwise than the stored one, a line for each address."""
    head = f"{name}: {_head(saved)}"
    there = f"stored:  {_head(stored)}" if stored else "stored:  nothing"
    lines = [writer.bold(one_line(head)), f"  {there}", ""]
    lines += [line for difference in differences for line in _difference(difference, writer)]
    if not differences:
        lines += fold(
            "Both know the same of every posting; they differ in what is pending or was applied last.", writer.width
        )
    return "\n".join(lines) + "\n"


def _difference(difference: Difference, writer: Writer) -> list[str]:
    sign = (
        writer.green("+") if difference.stored is None else writer.yellow("~") if difference.saved else writer.red("-")
    )
    before, after = _entry_words(difference.stored), _entry_words(difference.saved)
    if difference.stored is None or difference.saved is None:
        what = after if difference.stored is None else f"{before}; it is gone from there"
    else:
        what = f"{before} → {after}" if before != after else f"{after}; ops, links or times differ"
    return writer.hanging(f"  {sign} ", f"{one_line(difference.address)}: {what}", 6)


def _entry_words(entry: PostingState | None) -> str:
    return f"revision {entry.revision}, posting {one_line(entry.posting_id)} ({entry.status})" if entry else ""


def _head(state: State) -> str:
    number, pending = len(state.postings), len(state.pending)
    text = f"serial {state.serial}, {number} posting{'' if number == 1 else 's'}"
    return text + (f", {pending} pending" if pending else "")
