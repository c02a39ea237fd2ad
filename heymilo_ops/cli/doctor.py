"""``doctor``: is everything set up, and what is missing?"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from heymilo_ops import gitinfo
from heymilo_ops.cli.branch_check import history
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.reaching import reach
from heymilo_ops.errors import Exit, OpsError
from heymilo_ops.model.state import State
from heymilo_ops.report.doctor_text import Check, checks_json, render_check
from heymilo_ops.review.advice import help_text
from heymilo_ops.review.plan_words import unmanaged_words
from heymilo_ops.review.words import counted
from heymilo_ops.usecases import schemas
from heymilo_ops.usecases.check import check as check_all
from heymilo_ops.usecases.check import no_state, read_repo
from heymilo_ops.usecases.credentials import checked_address
from heymilo_ops.usecases.guards import guard_state, guard_workspace
from heymilo_ops.usecases.live_view import read_unmanaged
from heymilo_ops.usecases.workspace import Workspace
from heymilo_ops.version import __version__

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings


@subcommand("doctor")
@click.option("--probe", is_flag=True, help="Write to the state's bucket too, and clear it: does it honour conditions?")
@format_option("text", "json")
def command(session: Session, probe: bool, output_format: str) -> Exit:
    """Check the set-up: files, state, key, and whether HeyMilo answers. Without --probe it writes nothing."""
    if output_format == "json":
        checks = list(_checks(session, probe))
        click.echo(checks_json(checks), nl=False)
        return max(check.exit for check in checks)
    worst = Exit.DONE
    for check in _checks(session, probe):
        click.echo(render_check(check, session.out))
        worst = max(worst, check.exit)
    return worst


def _checks(session: Session, probe: bool) -> Iterator[Check]:
    yield Check("heymilo-ops", f"{__version__} on Python {platform.python_version()}")
    project = session.find_project()
    yield Check("heymilo.yaml", f"project {project.config.project} in {project.root}")
    commit = gitinfo.commit(project.root)
    yield Check("git", f"at commit {commit[:10]}" if commit else "no commit here; revisions will name none")
    stale = schemas.stale(project.root)
    help = "Write them: heymilo-ops schema" if stale else ""
    yield Check("schemas", f"stale: {', '.join(stale)}" if stale else "fresh", Exit(bool(stale)), help)
    checked = check_all(read_repo(project.root, project.variables(project.pick())), no_state)
    errors = len(checked.errors)
    said = f"{counted(len(checked.repo.documents), 'manifest')}, {counted(errors, 'error')}"
    yield Check("postings", said, Exit(bool(errors)), "See: heymilo-ops lint" if errors else "")
    workspace = project.workspace()
    state, shown = _state(workspace)
    yield shown
    if shown.exit in (Exit.DONE, Exit.PARTIAL) and not workspace.config.sandbox:
        yield _place(workspace, probe)
        if state is not None:
            yield from _history(workspace)
    yield from _heymilo(workspace, state)


def _state(workspace: Workspace) -> tuple[State | None, Check]:
    try:
        state = workspace.store().read()
        guard_state(state, workspace)
    except OpsError as error:
        return None, Check("state", error.message, error.exit, help_text(error.help))
    if state is None:
        return None, Check("state", f"none yet in {workspace.state_place}: nothing was applied to '{workspace.name}'")
    said = f"serial {state.serial} in {workspace.state_place}, {counted(len(state.postings), 'posting')}"
    unknown = ", ".join(sorted({intent.address for intent in state.unknown()}))
    if unknown:
        help = (
            f"Apply again: heymilo-ops -w {workspace.name} apply. It looks in HeyMilo first, and sends nothing for "
            f"{unknown} until it knows what became of it."
        )
        return state, Check("state", f"{said}; the outcome is unknown for {unknown}", Exit.PARTIAL, help)
    return state, Check("state", said)


def _place(workspace: Workspace, probe: bool) -> Check:
    try:
        return Check("its place", reach(workspace, probe=probe))
    except OpsError as error:
        return Check("its place", error.message, error.exit, help_text(error.help))


def _history(workspace: Workspace) -> Iterator[Check]:
    try:
        said = history(workspace)
    except OpsError as error:
        yield Check("its history", error.message, error.exit, help_text(error.help))
        return
    if said is not None:
        yield Check("its history", said)


def _heymilo(workspace: Workspace, state: State | None) -> Iterator[Check]:
    try:
        if not workspace.config.sandbox:
            checked_address(workspace.config)
        if not workspace.has_key:
            name = workspace.config.api_key_env
            yield Check("HeyMilo", f"{name} is not set", Exit.UNREACHABLE, f"Set {name} to the workspace's API key.")
            return
        with workspace.api() as api:
            ref = api.workspace()
            guard_workspace(state, workspace, ref)
            where = "the embedded sandbox" if workspace.config.sandbox else workspace.config.base_url
            yield Check("HeyMilo", f"{where} answers; the key opens {ref.name or ref.id} ({ref.id})")
            yield _managed(workspace, api)
    except OpsError as error:
        yield Check("HeyMilo", error.message, error.exit, help_text(error.help))


def _managed(workspace: Workspace, api: Postings) -> Check:
    """How many of its postings are open, and managed by nobody."""
    number, found = read_unmanaged(workspace, api)
    help = f"See: heymilo-ops -w {workspace.name} list --unmanaged" if found else ""
    return Check("its postings", f"{number} open; {unmanaged_words(len(found))}", help=help)
