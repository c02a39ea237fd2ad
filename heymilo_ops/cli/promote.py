"""``promote``: what one workspace runs, applied to another with that one's variables."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from heymilo_ops.apply.run_context import Who
from heymilo_ops.cli.approving import approve
from heymilo_ops.cli.carrying import carry_out, who
from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import (
    Session,
    allow_namesake_option,
    allow_unmarked_option,
    auto_approve_option,
    format_option,
    local_state_option,
    lock_timeout_option,
    subcommand,
    workspace_option,
)
from heymilo_ops.cli.planning import Gathered, Planned, Wanted, gather
from heymilo_ops.cli.promotion_source import refuse_unshown
from heymilo_ops.cli.recovering import reasons, recover
from heymilo_ops.cli.sending import sends
from heymilo_ops.cli.telling import nothing, show_as
from heymilo_ops.errors import AttentionError, Exit, UsageError
from heymilo_ops.manifest.repo import Repo, read_document
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.deployment import Deployment, filled, variables
from heymilo_ops.model.desired import Desired
from heymilo_ops.plan.pending import refuse_pending
from heymilo_ops.plan.promote import desired_of, plan_promotion
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases.check import CheckResult, check
from heymilo_ops.usecases.deployed import require_deployment
from heymilo_ops.usecases.state_lookup import read_state
from heymilo_ops.usecases.workspace import Workspace


@subcommand("promote")
@click.argument("name", shell_complete=posting_names)
@workspace_option("--from", "source", help="The workspace that runs it.")
@workspace_option("--to", "target", help="The workspace to apply it to.")
@auto_approve_option
@click.option("--allow-large-change", is_flag=True, help="Allow it where the guard against large changes stops it.")
@allow_unmarked_option
@allow_namesake_option
@local_state_option
@lock_timeout_option
@format_option("text", "json")
def command(
    session: Session,
    name: str,
    source: str,
    target: str,
    auto_approve: bool,
    allow_large_change: bool,
    unmarked_allowed: tuple[str, ...],
    namesakes_allowed: tuple[str, ...],
    local_state: bool,
    lock_timeout: float,
    output_format: str,
) -> Exit:
    """Apply exactly the revision that one workspace runs to another, with that one's variables filled in.

    -w is not used; what the file in the work tree says doesn't count, but for its ops.
    """
    origin, workspace = _ends(session, source, target)
    workspace.guard_ci(session.ci, local_state)
    store = workspace.store()
    unmarked, beside = frozenset(unmarked_allowed), frozenset(namesakes_allowed)
    wanted = Wanted(allow_large_change=allow_large_change, unmarked_allowed=unmarked, namesakes_allowed=beside)
    with workspace.api(writes=True) as api:
        send = partial(carry_out, session, workspace, store, api)
        why = reasons(recover(session, workspace, store, api, lock_timeout, output_format))

        def plan() -> tuple[Planned, Deployment]:
            promoted = _promoted(origin, name, unmarked)
            gathered = gather(workspace, store, wanted, api)
            desired = desired_of(gathered.given, promoted, _filled(workspace, promoted, name))
            made = plan_promotion(gathered.given, promoted, desired)
            checked = _checked(gathered, desired, promoted, store)
            return gathered.with_plan(made, checked), promoted

        planned, promoted = plan()
        show_as(planned, session, output_format)
        if planned.blocked:
            return Exit.ATTENTION
        if not planned.plan.has_changes:
            return nothing(output_format)
        again = (lambda: plan()[0]) if approve(session, planned, auto_approve) else None
        me = Who(who(workspace, ()).by, promoted.revision.commit)
        return send(planned, output_format, lock_timeout, again=again, me=me, why=why)


def _ends(session: Session, source: str, target: str) -> tuple[Workspace, Workspace]:
    """From which workspace to which. Raises ``UsageError`` where that is one, or one isn't there."""
    project = session.find_project()
    origin, workspace = project.checked(source), project.checked(target)
    if source == target:
        raise UsageError("--from and --to name the same workspace", "Name two.")
    return origin, workspace


def _promoted(origin: Workspace, name: str, unmarked: frozenset[str]) -> Deployment:
    """What is promoted. Raises ``AttentionError`` where that isn't known, or the state alone says so."""
    found = read_state(origin)
    refuse_pending(found.state, name, origin.name)
    promoted = require_deployment(found, name)
    refuse_unshown(found, promoted, name, unmarked)
    return promoted


def _filled(workspace: Workspace, promoted: Deployment, name: str) -> dict[str, Any]:
    """The manifest with the workspace's variables. Raises ``AttentionError`` where some have no value there."""
    used = set(variables(promoted.template))
    stand_in = {each: each for each in used} if workspace.config.sandbox else {}
    known = stand_in | (workspace.config.vars or {})
    missing = sorted(used - known.keys())
    if missing:
        raise AttentionError(
            f"{promoted.title} of {name} uses variables that '{workspace.name}' doesn't have: {', '.join(missing)}",
            f"Add them below workspaces.{workspace.name}.vars in heymilo.yaml.",
        )
    resolved: dict[str, Any] = filled(promoted.template, known)
    return resolved


def _checked(found: Gathered, desired: Desired, promoted: Deployment, store: StateStore) -> CheckResult:
    """What the rules say of what will be sent: of the file itself where it says the same, with what it allows."""
    document = found.repo.by_address.get(desired.address)
    if document is None or document.desired is None or document.desired.digest != desired.digest:
        document = read_document(read_text(dump(desired.resolved), f"{promoted.title} of {desired.address}"))
    return check(Repo((document,), others=found.repo.others), sends(store))
