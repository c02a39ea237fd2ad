"""What a rebuild of the state would write, and what it can't know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice

from heymilo_ops.errors import AdviceKind, advise
from heymilo_ops.model.baseline import Baseline
from heymilo_ops.model.reason import Reason
from heymilo_ops.model.state import PostingState, State
from heymilo_ops.plan.drift_decision import named_paths
from heymilo_ops.plan.ownership import Ownership
from heymilo_ops.repair.attribution import Fork, Unattributed, UnattributedReason
from heymilo_ops.repair.content import ContentOrigin
from heymilo_ops.repair.rebuild import Rebuilt, RebuiltRevision
from heymilo_ops.repair.salvage import ASIDE
from heymilo_ops.report.tables import NONE, time_words
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.advice import command
from heymilo_ops.review.reasons import reason_sentences
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import cells, fold, table

_HEAD = ("rev", "made (utc)", "posting", "status", "content")
_STATUS = {"current": "current", "open": "open, to archive", "archived": "archived", "not listed": "not listed"}
_ORIGINS: Mapping[ContentOrigin, str] = {
    ContentOrigin.AS_RECORDED: "as recorded",
    ContentOrigin.COMMIT: "git commit {commit}",
    ContentOrigin.MANIFEST: "manifest as it stands",
    ContentOrigin.SNAPSHOT: "snapshot",
    ContentOrigin.UNKNOWN: "content unknown",
}


def render_rebuilt(made: Rebuilt, before: State | None, writer: Writer) -> str:
    """Render each posting that changes, its revisions below it; the others are counted."""
    old = before.postings if before else {}
    changed = [name for name in made.revisions if made.state.postings[name] != old.get(name)]
    rows = [_cells(revision) for name in changed for revision in made.revisions[name]]
    lines = iter(table(_HEAD, rows, None))
    out = []
    if changed:
        out += [f"The state of {one_line(made.state.workspace.name)}, as the marks at HeyMilo tell it:", ""]
        out += [f"  {writer.dim(next(lines))}"]
    for name in changed:
        entry, known = made.state.postings[name], old.get(name)
        out += [writer.bold(one_line(name)) + f"  {_entry_words(entry, known)}"]
        out += [f"  {_marked(line, writer)}" for line in islice(lines, len(made.revisions[name]))]
        out.append("")
    same = len(made.revisions) - len(changed)
    if same:
        out += [f"{counted(same, 'posting')} as the state has {'it' if same == 1 else 'them'}.", ""]
    return "\n".join(line for part in out for line in _within(part, writer)) + "\n" if out else ""


def set_aside_text(trouble: str, location: str) -> str:
    """What becomes of a state that can't be used."""
    return f"{trouble}. It is kept, below {location}/{ASIDE}/."


def _within(line: str, writer: Writer) -> list[str]:
    """Fold a line, unless it belongs to a table: ids have to stay whole."""
    return [line] if line.startswith(" ") or "\x1b" in line or cells(line) <= writer.width else fold(line, writer.width)


def _entry_words(entry: PostingState, known: PostingState | None) -> str:
    status = "active" if entry.status == "active" else "archived"
    text = f"{status}, revision {entry.revision}"
    if entry.half_edit is not None:
        text = f"{text}; its edit in place to revision {entry.half_edit.number} has not ended, the next apply goes on"
    if known is None:
        return text
    was = f"revision {known.revision}" if known.revision != entry.revision else known.status
    return f"{text} (the state has {was})" if was != entry.status else text


def _cells(rebuilt: RebuiltRevision) -> list[str]:
    revision = rebuilt.revision
    made, posting_id = time_words(revision.applied_at, zone=""), one_line(revision.posting_id)
    origin = _ORIGINS[rebuilt.origin].format(commit=(revision.commit or "")[:7])
    return [str(revision.number), made, posting_id, _STATUS[rebuilt.status], origin]


def _marked(line: str, writer: Writer) -> str:
    """Return a line of the table with an unknown content in its colour."""
    unknown = _ORIGINS[ContentOrigin.UNKNOWN]
    return line.removesuffix(unknown) + writer.yellow(unknown) if line.endswith(unknown) else line


_LEFT_OUT: Mapping[UnattributedReason, str] = {
    UnattributedReason.COPY: "it is a copy of {other}, whose marks it carries",
    UnattributedReason.EDITED: "its marks were edited: its operation or digest is missing",
    UnattributedReason.LATE: "an attempt that was given up made it late",
    UnattributedReason.MADE_LATER: "it was made after the next revision: a copy of what another posting was",
    UnattributedReason.PENDING: "an earlier apply is still to be settled with it: {command}",
    UnattributedReason.RIVAL: "{other} is taken as revision {number}",
}


def render_left_out(postings: Iterable[Unattributed], writer: Writer) -> str:
    """Render the postings with our marks that the rebuilt state leaves out."""
    lines = writer.bullets(f"{_name(left_out.posting)}: {_why(left_out)}" for left_out in postings)
    return "\n".join([writer.yellow("Not taken:"), *lines]) + "\n\n" if lines else ""


def _why(left_out: Unattributed) -> str:
    posting, name = left_out.posting, left_out.posting.mark.name
    words = _LEFT_OUT[left_out.reason].format(
        other=one_line(left_out.other),
        number=posting.mark.revision,
        command=command(advise(AdviceKind.STATE_RESOLVE_ADOPT, name=name, posting_id=posting.posting_id)),
    )
    is_open = left_out.reason is UnattributedReason.RIVAL and not posting.live.archived
    return f"{words}; archive this one at HeyMilo" if is_open else words


def render_forks(forked: Iterable[Fork], writer: Writer) -> str:
    """Render the forks, among whose postings a person has to choose."""
    out = []
    for fork in forked:
        head = f"{one_line(fork.address)}: {len(fork.postings)} open postings say that they are revision {fork.number}"
        first, *rest = fold(head, writer.width - 8)
        out += [f"{writer.red('Forked:')} {first}", *rest]
        for posting in fork.postings:
            live = posting.live
            made = "an unknown time"
            if live.created_at is not None:
                made = time_words(datetime.fromtimestamp(live.created_at, UTC).isoformat())
            out += writer.bullets([f"{one_line(live.posting_id)}, made {made}, {one_line(live.candidate_url or NONE)}"])
        out.append("")
    return "\n".join(out) + "\n" if out else ""


def render_unknown(made: Rebuilt, troubles: Iterable[Reason], is_new: bool, writer: Writer) -> str:
    """Render what the marks don't tell; ``is_new``: there was no state that knew it."""
    texts = list(_unknown(made, is_new))
    texts += [text if text.endswith(".") else f"{text}." for text in reason_sentences(troubles)]
    lines = writer.bullets(texts)
    return "\n".join([writer.yellow("Not known:"), *lines]) + "\n" if lines else ""


def _unknown(made: Rebuilt, is_new: bool) -> Iterator[str]:
    missing = [
        f"{one_line(name)} revision {rebuilt.revision.number}"
        for name, revisions in made.revisions.items()
        for rebuilt in revisions
        if rebuilt.origin is ContentOrigin.UNKNOWN
    ]
    if missing:
        yield (
            f"what these held: {', '.join(missing)}. diff and rollback can't use them, and plan compares nothing with "
            "them. Bring the snapshots back, or the commits that have the manifests, and run this again."
        )
    if made.guessed:
        yield (
            f"the ops of {', '.join(map(one_line, made.guessed))}, which no manifest has: on_remove counts as error, "
            "so that nothing is archived by default. To let go of one: "
            f"heymilo-ops -w {made.state.workspace.name} state forget NAME"
        )
    for name, baseline in sorted(made.baselines.items()):
        yield _doubtful(name, baseline, made.state.workspace.name)
    if is_new:
        yield "who applied, and what was changed in place before the revision that the marks name."
        yield (
            "which designs were held after a rollback: a manifest that still has such a design is applied by the next "
            "apply, so read the plan."
        )
        yield "what was changed at HeyMilo since it was applied."


def _doubtful(name: str, baseline: Baseline, workspace: str) -> str:
    paths = ", ".join(one_line(path) for path in named_paths(tuple(carried.path for carried in baseline.carried)))
    accept = command(advise(AdviceKind.DRIFT_ACCEPT, name=name, workspace=workspace))
    revert = command(advise(AdviceKind.APPLY_REVERT, name=name, workspace=workspace))
    return (
        f"whether {one_line(name)} is as it was applied: HeyMilo shows {paths} otherwise than its marks name. Either "
        "its edit in place did not end, or somebody changed it at HeyMilo. Nothing is written over that until you "
        f"decide: {accept} keeps what HeyMilo shows, {revert} brings back what was applied."
    )


def _name(posting: Ownership) -> str:
    mark = posting.mark
    return f"{one_line(posting.live.posting_id)} ({one_line(mark.name)}, revision {mark.revision})"
