"""``promote``: what one workspace runs, applied to another with that one's variables."""

from __future__ import annotations

from typing import Any

from heymilo_ops.apply.run_context import Author
from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.manifest.repo import Repo, read_document
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.deployment import Deployment, filled, variables
from heymilo_ops.model.desired import Desired
from heymilo_ops.plan.pending_operation import refuse_pending
from heymilo_ops.plan.promote import desired_of, plan_promotion
from heymilo_ops.usecases.check import CheckResult
from heymilo_ops.usecases.deployed import require_deployment
from heymilo_ops.usecases.execute import Proposal, carry_out
from heymilo_ops.usecases.identity import identify
from heymilo_ops.usecases.plan import PlanOptions, PlanSources, gather
from heymilo_ops.usecases.promotion_source import refuse_unproven
from heymilo_ops.usecases.run import Run
from heymilo_ops.usecases.state_lookup import WorkspaceState, read_state
from heymilo_ops.usecases.workspace import Workspace


def promote(run: Run, origin: Workspace, name: str, options: PlanOptions) -> Exit:
    """Apply exactly the revision that ``origin`` runs to the workspace of this run."""

    def propose(known: WorkspaceState, is_locked: bool) -> Proposal:
        deployment = _deployment(origin, name, options.unmarked_allowed)
        sources = gather(known, options, run.api, is_locked=is_locked)
        desired = desired_of(sources.input, deployment, _filled(run.workspace, deployment, name))
        plan = plan_promotion(sources.input, deployment, desired)
        result = sources.result(plan, _check(sources, desired, deployment))
        return Proposal(result, lambda: Author(identify(run.workspace).by, deployment.revision.commit))

    return carry_out(run, propose)


def _deployment(origin: Workspace, name: str, unmarked: frozenset[str]) -> Deployment:
    """Read what is promoted. Raises ``AttentionError`` where that isn't known, or the state alone says so."""
    known = read_state(origin)
    refuse_pending(known.state, name, origin.name)
    deployment = require_deployment(known, name)
    refuse_unproven(known, deployment, name, unmarked)
    return deployment


def _filled(workspace: Workspace, deployment: Deployment, name: str) -> dict[str, Any]:
    """Fill the workspace's variables in. Raises ``AttentionError`` where some have no value there."""
    used = set(variables(deployment.template))
    stand_in = {variable: variable for variable in used} if workspace.config.sandbox else {}
    values = stand_in | (workspace.config.vars or {})
    missing = sorted(used - values.keys())
    if missing:
        raise AttentionError(
            f"{deployment.title} of {name} uses variables that '{workspace.name}' doesn't have: {', '.join(missing)}",
            f"Add them below workspaces.{workspace.name}.vars in heymilo.yaml.",
        )
    resolved: dict[str, Any] = filled(deployment.template, values)
    return resolved


def _check(sources: PlanSources, desired: Desired, deployment: Deployment) -> CheckResult:
    """Check what will be sent: the file itself where it says the same, with what it suppresses."""
    document = sources.repo.by_address.get(desired.address)
    if document is None or document.desired is None or document.desired.digest != desired.digest:
        document = read_document(read_text(dump(desired.resolved), f"{deployment.title} of {desired.address}"))
    return sources.check(Repo((document,), others=sources.repo.others))
