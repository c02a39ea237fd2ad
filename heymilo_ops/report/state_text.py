"""What the commands that edit the state show before they ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from heymilo_ops.model.state import PostingState, State
from heymilo_ops.repair.edit import Difference
from heymilo_ops.report.tables import NONE, time_words
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import fold

if TYPE_CHECKING:
    from heymilo_ops.statefile.lease import LeaseTerms

Fact = tuple[str, str]
"""A label and what it says."""


def render_facts(title: str, rows: Iterable[Fact], writer: Writer) -> str:
    """Render a title and the facts below it."""
    rows = list(rows)
    size = max((len(label) for label, _ in rows), default=0) + 1
    lines = [writer.bold(one_line(title))]
    for label, value in rows:
        lines += writer.hanging(f"  {(label + ':').ljust(size)} ", one_line(value), size + 3)
    return "\n".join(lines) + "\n"


def entry_facts(entry: PostingState) -> list[Fact]:
    """Return what the state records about a posting, in short."""
    numbers = [revision.number for revision in entry.revisions]
    label, span = "revisions", f"{min(numbers)} to {max(numbers)}"
    if len(numbers) == 1:
        label, span = "revision", str(numbers[0])
    return [
        ("posting", f"{entry.posting_id} ({entry.status})"),
        ("candidates enter at", entry.candidate_url or NONE),
        ("review at", entry.review_url or NONE),
        (label, f"{span}, the last applied {time_words(last_applied(entry))}"),
        *([("held", f"a design, since {time_words(entry.held.since)} by {entry.held.by}")] if entry.held else []),
    ]


def last_applied(entry: PostingState) -> str:
    """Return when the newest revision was applied, as the state has it."""
    return max((revision.applied_at for revision in entry.revisions), key=datetime.fromisoformat)


_STATUS = {
    "ended": "it has ended, so the next command takes the lock by itself",
    "running": "it is still running",
    "unseen": "whether it still runs can't be seen from here",
}


def lease_facts(terms: LeaseTerms, status: Literal["ended", "running", "unseen"]) -> list[Fact]:
    """Return who holds a lock, since when and until when. ``status``: of the process that does."""
    holder = terms.holder
    return [
        ("held by", holder.who),
        ("for", holder.operation),
        ("on", f"{holder.host}, process {holder.pid}: {_STATUS[status]}"),
        ("since", holder.since),
        ("ends", f"{terms.expires_at}, unless it is renewed (every 20 seconds by a process that runs)"),
    ]


def forget_outlook(name: str, posting_id: str, path: str | None, workspace: str) -> str:
    """Say what becomes of a posting that is forgotten, and what comes next. ``path``: of its manifest."""
    stays = f"Nothing is sent: posting {posting_id} stays as it is, with its candidates and its link."
    if path is None:
        return f"{stays} Plans name it as long as HeyMilo lists it with its marks; archive it there if nobody needs it."
    return (
        f"{stays} {path} is still there: as long as it is and HeyMilo lists the posting with its marks, plan refuses "
        f"(PL501) rather than make {name} twice. To bind it again: heymilo-ops -w {workspace} state "
        f"resolve {name} --adopt {posting_id}"
    )


def rename_outlook(entry: PostingState, old: str, new: str, path: str | None) -> str:
    """Say what the next plan does about a moved history. ``path``: of the manifest with the new name."""
    if entry.status != "active":
        return "The posting is archived: only its history gets the other name."
    if path is None:
        return (
            f"There is no manifest of {new} yet, so the next plan takes it for removed: rename the manifest of {old} "
            f"first (name: {new})."
        )
    return (
        f"The name is sent to HeyMilo, so the next plan replaces the posting of {old} by one of {new}, as "
        f"ops.moved_from: {old} in {path} would. Its revisions are counted on."
    )


def render_differing(
    name: str, saved: State, stored: State | None, differences: Sequence[Difference], writer: Writer
) -> str:
    """Render how a saved state differs from the stored one, a line for each posting."""
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
    before, after = _entry_words(difference.stored), _entry_words(difference.saved)
    if difference.stored is None:
        sign, what = writer.green("+"), after
    elif difference.saved is None:
        sign, what = writer.red("-"), f"{before}; it is gone from there"
    else:
        sign = writer.yellow("~")
        what = f"{before} → {after}" if before != after else f"{after}; ops, links or times differ"
    return writer.hanging(f"  {sign} ", f"{one_line(difference.address)}: {what}", 6)


def _entry_words(entry: PostingState | None) -> str:
    return f"revision {entry.revision}, posting {one_line(entry.posting_id)} ({entry.status})" if entry else ""


def _head(state: State) -> str:
    number, pending = len(state.postings), len(state.pending)
    text = f"serial {state.serial}, {counted(number, 'posting')}"
    return text + (f", {pending} pending" if pending else "")
