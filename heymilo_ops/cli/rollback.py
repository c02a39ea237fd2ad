"""``rollback``: the design of an earlier revision, with today's settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

import click

from heymilo_ops import files, gitinfo
from heymilo_ops.apply.rollback import Rollback, compose
from heymilo_ops.cli.approving import approve
from heymilo_ops.cli.carrying import carry_out, who
from heymilo_ops.cli.checking import check
from heymilo_ops.cli.options import (
    Session,
    allow_unmarked_option,
    auto_approve_option,
    local_state_option,
    lock_timeout_option,
    subcommand,
)
from heymilo_ops.cli.planning import Gathered, Planned, Wanted, gather, show
from heymilo_ops.cli.project import find
from heymilo_ops.cli.recovering import reasons, recover
from heymilo_ops.cli.workspace import Workspace
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.manifest.document import Repo, read_document
from heymilo_ops.manifest.dump import dump
from heymilo_ops.manifest.library import Library
from heymilo_ops.manifest.listing import ENDINGS, FOLDER
from heymilo_ops.manifest.source import read, read_file
from heymilo_ops.manifest.write_back import written_back


@subcommand("rollback")
@click.argument("name")
@click.option(
    "--to", "revision", type=click.IntRange(min=1), metavar="REV", help="The revision; else the newest other design."
)
@click.option("--settings", is_flag=True, help="Take that revision's settings too.")
@click.option("--no-write", is_flag=True, help="Leave the manifest file as it is.")
@auto_approve_option
@click.option("--allow-large-change", is_flag=True, help="Allow it where the guard against large changes stops it.")
@allow_unmarked_option
@local_state_option
@lock_timeout_option
def command(
    session: Session,
    name: str,
    revision: int | None,
    settings: bool,
    no_write: bool,
    auto_approve: bool,
    allow_large_change: bool,
    unmarked_allowed: tuple[str, ...],
    local_state: bool,
    lock_timeout: float,
) -> Exit:
    """Go back to an earlier design, through a new posting. The design rolled back from is held until unhold."""
    workspace = find(session).workspace(session)
    workspace.guard_ci(session, local_state)
    store = workspace.store()
    wanted = Wanted("list", allow_large_change=allow_large_change, unmarked_allowed=frozenset(unmarked_allowed))
    with workspace.api(session, writes=True) as api:
        why = reasons(recover(session, workspace, store, api, lock_timeout))

        def plan() -> tuple[Gathered, Rollback]:
            found = gather(workspace, store, wanted, api)
            by = who(workspace, ()).by
            return found, compose(found.given, name, by=by, to=revision, all_settings=settings)

        found, chosen = plan()
        _guard_file(workspace, found, None if no_write else chosen)
        planned = _planned(found, chosen, name)
        show(planned, session)
        if planned.blocked:
            return Exit.ATTENTION
        asked = approve(session, planned, auto_approve)
        again = (lambda: _planned(*plan(), name)) if asked else None
        # A commit is named only where it holds what is sent: today's settings on an old design stand in none.
        commit = chosen.to.commit if chosen.desired.digest == chosen.to.digest else None
        me = replace(who(workspace, ()), commit=commit)
        code = carry_out(
            session, workspace, store, api, planned, "text", lock_timeout, again=again, rollback=True, me=me, why=why
        )
    if code is Exit.DONE and not no_write:
        session.note(f"\n{_write_back(workspace, chosen)}")
    return code


def _guard_file(workspace: Workspace, found: Gathered, chosen: Rollback | None) -> None:
    """Refuse to write to what is no manifest: its path comes from the state where no manifest has the name today.

    Raises ``AttentionError``, before anything is sent. ``None``: nothing will be written.
    """
    if chosen is None:
        return
    source = chosen.desired.source
    path = PurePath(source)
    help = "Nothing was sent. With --no-write, the rollback writes to no file."
    is_manifest = path.parts[:1] == (FOLDER,) and path.name.endswith(ENDINGS)
    if source not in found.repo.by_path and (not is_manifest or any(part[0] in "._" for part in path.parts)):
        raise AttentionError(
            f"The state says that {chosen.desired.address} is kept in {source!r}, which is no manifest below {FOLDER}/",
            help,
        )
    try:
        files.place(workspace.root, path)
    except OSError as error:
        raise AttentionError(f"{source} can't be written: {error.strerror}", help) from error


def _planned(found: Gathered, chosen: Rollback, name: str) -> Planned:
    """The rollback as a plan. Only the rules on what will be sent count, not what the file says now."""
    text = dump(chosen.desired.resolved)
    document = read_document(read(text, f"revision {chosen.to.number} of {name}"))
    checked = check(Repo((document,)), lambda _: True)
    return found.with_plan(chosen.plan, checked)


def _write_back(workspace: Workspace, chosen: Rollback) -> str:
    """Write what was applied into the manifest file, keeping the comments of then where git has them."""
    root, path = workspace.root, chosen.desired.source
    library = Library(root)
    text = written_back(_old_text(workspace, chosen, library), chosen.desired, library, workspace.variables)
    try:
        files.write(root, path, text.encode())
    except OSError as error:
        raise AttentionError(
            f"The rollback is done, but {chosen.desired.source} can't be written: {error.strerror}",
            f"Until it has the old design, the new one is held. See: heymilo-ops diff {chosen.desired.address}",
        ) from error
    return f"{chosen.desired.source} has the design of revision {chosen.to.number} again. Review and commit it."


def _old_text(workspace: Workspace, chosen: Rollback, library: Library) -> str:
    """The manifest as git has it, where it is what was applied or shares; else the one of today, where it shares."""
    old = chosen.to
    found = gitinfo.show(workspace.root, old.commit, old.source) if old.commit else None
    if found is not None:
        document = read_document(read(found, old.source), library, workspace.variables)
        if document.composed is not None or (document.desired is not None and document.desired.digest == old.digest):
            return document.source.text
    today = read_document(read_file(workspace.root, Path(chosen.desired.source)), library, workspace.variables)
    return today.source.text if today.composed is not None else dump(chosen.desired.resolved)
