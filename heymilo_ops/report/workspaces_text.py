"""What each workspace runs, side by side: for ``history --workspaces``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from heymilo_ops.model.deployment import Deployment, Relation, overall, relation
from heymilo_ops.model.state import PostingState
from heymilo_ops.report.tables import NONE, short_digest, time_words
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import table

Known = Deployment | PostingState | None
"""What is known of a posting in one workspace: what runs, or what is archived, or nothing."""

_SIGNS: dict[Relation, str] = {"same": "=", "settings": "≈", "other": "≠"}
_WORDS: dict[Relation, str] = {
    "same": "the same design",
    "settings": "the same design, other settings",
    "other": "different designs",
}


def render_side_by_side(
    postings: Mapping[str, Mapping[str, Known]], without_state: Sequence[str], writer: Writer
) -> str:
    """Render each posting with a comparison and a line for each workspace. ``without_state``: those without one."""
    blocks = [_block(name, known, without_state, writer) for name, known in sorted(postings.items())]
    if not blocks:
        return "Nothing was applied yet.\n"
    return "\n".join(blocks)


def _block(name: str, known: Mapping[str, Known], without_state: Sequence[str], writer: Writer) -> str:
    running = [deployment for deployment in known.values() if isinstance(deployment, Deployment)]
    rows = [_row(workspace, deployment, workspace in without_state) for workspace, deployment in known.items()]
    lines = table(("workspace", "rev", "design", "applied (utc)"), rows, None)
    compared = compare_words(running)
    head = writer.bold(one_line(name)) + (f": {compared}" if compared else "")
    more = [f"  See: heymilo-ops diff {one_line(name)} --between {_apart(running)}"] if _apart(running) else []
    return "\n".join([head, *(f"  {line}" for line in lines), *more]) + "\n"


def compare_words(running: Sequence[Deployment]) -> str:
    """Return ``staging r4 = production r2: the same design``; ``""`` where fewer than two run anything."""
    widest = overall(running)
    if widest is None:
        return ""
    text = running[0].title
    for before, deployment in pairwise(running):
        text += f" {_SIGNS[relation(before, deployment)]} {deployment.title}"
    return f"{one_line(text)}: {_WORDS[widest]}"


def _apart(running: Sequence[Deployment]) -> str:
    """Return the first two workspaces whose designs differ, for the command line; ``""`` for none."""
    for deployment in running[1:]:
        if relation(running[0], deployment) != "same":
            return f"{running[0].workspace} {deployment.workspace}"
    return ""


def _row(workspace: str, known: Known, stateless: bool) -> list[str]:
    if isinstance(known, Deployment):
        revision = known.revision
        applied = time_words(revision.applied_at, zone="")
        return [one_line(workspace), f"r{revision.number}", short_digest(known.digest), applied]
    if known is not None:
        return [one_line(workspace), NONE, NONE, f"archived after r{known.revision}"]
    return [one_line(workspace), NONE, NONE, "no state: nothing was applied" if stateless else "not applied"]


def side_by_side_data(postings: Mapping[str, Mapping[str, Known]], without_state: Sequence[str]) -> dict[str, Any]:
    """Return the comparison as JSON data. ``relation`` is null where fewer than two workspaces run the posting."""
    return {
        "without_state": list(without_state),
        "postings": {name: _posting(known) for name, known in sorted(postings.items())},
    }


def _posting(known: Mapping[str, Known]) -> dict[str, Any]:
    running = [deployment for deployment in known.values() if isinstance(deployment, Deployment)]
    return {
        "relation": overall(running),
        "workspaces": {workspace: _one(deployment) for workspace, deployment in known.items()},
    }


def _one(known: Known) -> dict[str, Any] | None:
    if known is None:
        return None
    entry = known.entry if isinstance(known, Deployment) else known
    return {name: getattr(entry, name) for name in ("status", "posting_id", "revision", "digest")} | {
        "portable_digest": known.digest if isinstance(known, Deployment) else entry.current.portable_digest,
        "applied_at": entry.current.applied_at,
    }
