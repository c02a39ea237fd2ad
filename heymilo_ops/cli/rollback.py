"""``rollback``: the design of an earlier revision, with today's settings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import click

from heymilo_ops.apply.run_context import Who
from heymilo_ops.cli.approving import approve
from heymilo_ops.cli.carrying import carry_out, who
from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.manifest_file import prepare
from heymilo_ops.cli.options import (
    Session,
    allow_unmarked_option,
    auto_approve_option,
    format_option,
    local_state_option,
    lock_timeout_option,
    subcommand,
)
from heymilo_ops.cli.planning import Gathered, Planned, Wanted, gather
from heymilo_ops.cli.recovering import reasons, recover
from heymilo_ops.cli.telling import show_as
from heymilo_ops.errors import Exit
from heymilo_ops.manifest.repo import Repo, read_document
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.reason import as_written
from heymilo_ops.plan.rollback import Rollback, plan_rollback
from heymilo_ops.usecases.check import check
from heymilo_ops.usecases.workspace import Workspace

if TYPE_CHECKING:
    from heymilo_ops.statefile.store import StateStore


@subcommand("rollback")
@click.argument("name", shell_complete=posting_names)
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
@format_option("text", "json")
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
    output_format: str,
) -> Exit:
    """Go back to an earlier design, through a new posting. The design rolled back from is held until unhold."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, local_state)
    store = workspace.store()
    wanted = Wanted("list", allow_large_change=allow_large_change, unmarked_allowed=frozenset(unmarked_allowed))
    with workspace.api(writes=True) as api:
        send = partial(carry_out, session, workspace, store, api)
        why = reasons(recover(session, workspace, store, api, lock_timeout, output_format))

        def plan() -> tuple[Gathered, Rollback]:
            found = gather(workspace, store, wanted, api)
            by = who(workspace, ()).by
            return found, plan_rollback(found.given, name, by=by, get=api.get, to=revision, all_settings=settings)

        found, chosen = plan()
        file = None if no_write else prepare(workspace, found, chosen)
        planned = _planned(found, chosen, name, file.notes if file is not None else ())
        show_as(planned, session, output_format)
        if planned.blocked:
            return Exit.ATTENTION
        asked = approve(session, planned, auto_approve)
        again = (lambda: _planned(*plan(), name)) if asked else None
        me = _me(workspace, chosen)
        code = send(planned, output_format, lock_timeout, again=again, rollback=True, me=me, why=why)
    if file is not None and _is_live(store, chosen):
        session.note(f"\n{file.write(workspace.root, chosen)}")
    return code


def _me(workspace: Workspace, chosen: Rollback) -> Who:
    """In whose name. A commit is named only where it holds what is sent: today's settings on an old design stand in
    none."""
    return replace(who(workspace, ()), commit=chosen.to.commit if chosen.desired.digest == chosen.to.digest else None)


def _planned(found: Gathered, chosen: Rollback, name: str, notes: tuple[str, ...] = ()) -> Planned:
    """The rollback as a plan. Only the rules on what will be sent count, not what the file says now."""
    text = dump(chosen.desired.resolved)
    document = read_document(read_text(text, f"revision {chosen.to.number} of {name}"))
    checked = check(Repo((document,)), lambda *_: True)
    return found.with_plan(replace(chosen.plan, notes=(*chosen.plan.notes, *map(as_written, notes))), checked)


def _is_live(store: StateStore, chosen: Rollback) -> bool:
    """Whether the old design is what the state knows as live, whatever else failed."""
    state = store.read()
    entry = state.postings.get(chosen.desired.address) if state is not None else None
    return entry is not None and entry.digest == chosen.desired.digest
