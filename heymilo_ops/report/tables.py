"""Tables for ``history``, ``list``, ``lookup`` and ``state``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from heymilo_ops.model.deployment import PostingRow
from heymilo_ops.model.state import Intent, PostingState, Revision, State
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.phrase import deadline_words
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells, table

if TYPE_CHECKING:
    from heymilo_ops.remote.lookups import Resource

_DIGEST = 12
NONE = "–"
_HISTORY: tuple[str, ...] = ("rev", "applied (utc)", "action", "by", "commit", "digest", "posting", "")


def list_table(rows: Iterable[PostingRow], writer: Writer) -> str:
    """Render the table of ``list``. Off a terminal nothing is cut."""
    table_rows = [
        _row(
            row.name,
            row.status,
            row.revision,
            deadline_words(row.deadline) if row.deadline else None,
            row.candidate_url,
        )
        for row in rows
    ]
    if not table_rows:
        return "No postings here yet. `heymilo-ops init` writes a first one.\n"
    head = ("name", "status", "rev", "closes", "candidates enter at")
    lines = table(head, table_rows, None)
    if not _fits(lines, writer):
        # The link gets a line of its own, so that neither it nor the name is cut.
        lines = table(head[:-1], [row[:-1] for row in table_rows], None)
        links = ["", *(f"\n  {row[-1]}" if row[-1] != NONE else "" for row in table_rows)]
        lines = [line + link for line, link in zip(lines, links, strict=True)]
    return writer.headed(lines)


def history_table(postings: Mapping[str, PostingState], writer: Writer) -> str:
    """Render every revision of these postings, the newest of each first."""
    rows = {
        one_line(name): [_revision(revision, posting) for revision in reversed(posting.revisions)]
        for name, posting in sorted(postings.items())
        if posting.revisions
    }
    if not rows:
        return "Nothing was applied yet.\n"
    lines = _history_lines(rows, writer) if len(postings) == 1 else _named(rows, writer)
    return writer.headed(lines) + _allowed(postings)


def _allowed(postings: Mapping[str, PostingState]) -> str:
    """Return a line for each revision that an option of the command line let pass a limit."""
    lines = [
        f"  {one_line(name)} revision {revision.number}: {one_line(', '.join(revision.allowed))}"
        for name, posting in sorted(postings.items())
        for revision in reversed(posting.revisions)
        if revision.allowed
    ]
    return "\n".join(["", "Allowed on the command line:", *lines, ""]) if lines else ""


def _named(revisions: dict[str, list[list[str]]], writer: Writer) -> list[str]:
    """Return one table with a column of names; where that is too wide, each name above its revisions."""
    rows = [[name, *row] for name, group in revisions.items() for row in group]
    lines = table(("name", *_HISTORY), rows, writer.columns, 1 + _HISTORY.index("by"))
    if _fits(lines, writer):
        return lines
    head, *rest = _history_lines(revisions, writer.indented(2))
    lines = [f"  {head}"]
    for name, group in revisions.items():
        lines += [name, *(f"  {line}" for line in rest[: len(group)])]
        rest = rest[len(group) :]
    return lines


def _history_lines(revisions: dict[str, list[list[str]]], writer: Writer) -> list[str]:
    """Return a table without names. ``by`` is cut first; if that is not enough, digest and commit are left out."""
    full = [row for group in revisions.values() for row in group]
    lines: list[str] = []
    for left_out in ((), ("digest",), ("digest", "commit")):
        kept = [at for at, title in enumerate(_HISTORY) if title not in left_out]
        rows = [[row[at] for at in kept] for row in full]
        lines = table([_HISTORY[at] for at in kept], rows, writer.columns, _HISTORY.index("by"))
        if _fits(lines, writer):
            break
    return lines


def _fits(lines: list[str], writer: Writer) -> bool:
    return writer.columns is None or max(map(cells, lines)) <= writer.columns


def _row(*values: object) -> list[str]:
    return [one_line("" if value is None else str(value)) or NONE for value in values]


def _revision(revision: Revision, posting: PostingState) -> list[str]:
    made = time_words(revision.applied_at, zone="")
    commit, digest = one_line(revision.commit or "")[:8], short_digest(revision.digest)
    row = _row(revision.number, made, revision.action, revision.applied_by, commit, digest, revision.posting_id)
    return [*row, ", ".join(markers(revision, posting))]


def markers(revision: Revision, posting: PostingState) -> list[str]:
    """Return the states of a revision: current, held, archived, not reproducible."""
    states = {
        "current": revision.number == posting.revision and posting.status == "active",
        "held": posting.held is not None and posting.held.digest == revision.design_digest,
        "archived": revision.archived_at is not None,
        "not reproducible": not revision.reproducible,
    }
    half = posting.half_edit if states["current"] else None
    begun = [f"an edit to revision {half.number} has not ended"] if half else []
    return [*(state for state, applies in states.items() if applies), *begun]


def state_table(state: State, writer: Writer) -> str:
    """Render the postings of a state, a line each, then what is pending."""
    rows = [
        _row(name, posting.status, posting.revision, short_digest(posting.digest), posting.posting_id)
        for name, posting in sorted(state.postings.items())
    ]
    head = ("name", "status", "rev", "digest", "posting")
    listing = writer.headed(table(head, rows, writer.columns, 0)) if rows else "The state holds no posting.\n"
    return listing + render_pending(state.pending, writer)


def render_state_entry(name: str, posting: PostingState, writer: Writer) -> str:
    """Render everything that the state records about one posting."""
    ops = {key: value for key, value in posting.ops.model_dump(exclude_none=True).items() if value != ()}
    facts = [
        ("status", posting.status),
        ("posting", posting.posting_id),
        ("revision", str(posting.revision)),
        ("digest", posting.digest),
        ("candidates", posting.candidate_url or NONE),
        ("review", posting.review_url or NONE),
        ("ops", ", ".join(f"{key}: {_word(value)}" for key, value in ops.items())),
    ]
    if held := posting.held:
        facts.append(("held", f"{short_digest(held.digest)} since {time_words(held.since)} by {held.by}"))
    lines = [writer.bold(one_line(name))]
    for label, value in facts:
        head = f"  {label + ':':<12} "
        lines += writer.hanging(head, one_line(value), 15) if writer.columns is not None else [head + one_line(value)]
    return "\n".join(lines) + "\n\n" + history_table({name: posting}, writer)


def render_state_head(state: State) -> str:
    """Render what identifies a state: workspace, project, lineage, serial."""
    place = state.workspace
    remote = f" ({one_line(place.remote_name)})" if place.remote_name else ""
    facts = [
        ("workspace", f"{one_line(place.name)}{remote} at {one_line(place.base_url)}"),
        ("project", one_line(state.project)),
        ("lineage", state.lineage),
        ("serial", f"{state.serial}, written by heymilo-ops {one_line(state.tool_version)}"),
    ]
    return "".join(f"{label + ':':<12} {value}\n" for label, value in facts)


def render_pending(intents: Iterable[Intent], writer: Writer) -> str:
    """Render the intents that an earlier run left open, and what settles them; ``""`` for none."""
    out = []
    for intent in intents:
        is_sent = intent.status == "sending"
        sent = f"sent {time_words(intent.sent_at)}, " if intent.sent_at else ""
        progress = f"{sent}outcome unknown" if is_sent else "planned, never sent"
        out.append(f"  {one_line(intent.address)}: {intent.kind}, {progress}")
        out += ["    the next apply looks for it before it sends anything"] if is_sent else []
    return "\n" + writer.yellow("Pending:") + "\n" + "\n".join(out) + "\n" if out else ""


def short_digest(digest: str) -> str:
    """Return the first digits of a digest, without its algorithm."""
    return one_line(digest).removeprefix("sha256:")[:_DIGEST]


def time_words(iso: str, zone: str = " UTC") -> str:
    """Return ``2027-01-31 18:00 UTC``; a text that isn't a time is only sanitized. ``zone`` follows the time."""
    from heymilo_ops.model.canonical import utc

    exact = utc(iso)
    return f"{exact[:10]} {exact[11:16]}{zone}" if exact.endswith("Z") and len(exact) >= 17 else one_line(iso)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def resource_table(columns: Iterable[str], resources: Iterable[Resource], writer: Writer) -> str:
    """Render the table of ``lookup``: name, id and the columns of the kind. Only names are cut."""
    rows = [_row(resource.name, resource.id, *resource.details.values()) for resource in resources]
    return writer.headed(table(("name", "id", *columns), rows, writer.columns, 0))
