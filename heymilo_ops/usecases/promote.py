"""``promote``: what one workspace runs, applied to another with that one's variables."""

from __future__ import annotations

from typing import Any

from heymilo_ops.apply.run_context import Author
from heymilo_ops.errors import AdviceKind, AttentionError, Exit, UnreachableError, advise
from heymilo_ops.manifest.repo import Repo, read_document
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.deployment import Deployment, filled, variables
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import Revision
from heymilo_ops.plan.owner import is_marked, owner_of, refuse_contradicted
from heymilo_ops.plan.pending_operation import refuse_pending
from heymilo_ops.plan.promote import desired_of, plan_promotion
from heymilo_ops.repair.content import ContentQuery, find_contents
from heymilo_ops.usecases.check import CheckResult
from heymilo_ops.usecases.comparison import require_deployment
from heymilo_ops.usecases.execute import Proposal, carry_out
from heymilo_ops.usecases.plan import PlanOptions, PlanSources, gather, with_lint
from heymilo_ops.usecases.run import Run, identify
from heymilo_ops.usecases.state_lookup import WorkspaceState, read_state
from heymilo_ops.usecases.workspace import Workspace


def promote(run: Run, origin: Workspace, name: str, options: PlanOptions) -> Exit:
    """Apply exactly the revision that ``origin`` runs to the workspace of this run."""

    def propose(known: WorkspaceState, is_locked: bool) -> Proposal:
        deployment = _deployment(origin, name, options.unmarked_allowed)
        sources = gather(known, options, run.api, is_locked=is_locked)
        desired = desired_of(sources.input, deployment, _filled(run.workspace, deployment, name))
        checked = _check(sources, desired, deployment)
        plan = plan_promotion(with_lint(sources.input, checked), deployment, desired)
        result = sources.result(plan, checked)
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


def refuse_unproven(origin: WorkspaceState, deployment: Deployment, name: str, allowed: frozenset[str]) -> None:
    """Refuse what the source's state alone says. The marks of its posting at HeyMilo must name the revision.

    Where HeyMilo doesn't show them, it passes if the manifest as it stands or git history has the content, or if
    ``allowed`` has ``name``. Marks that name something else are refused in any case.
    """
    revision = deployment.revision
    live, why = _ask_source(origin, revision)
    if live is not None and is_marked(live):
        project = origin.workspace.project
        owner = owner_of(deployment.entry, name, project=project, workspace=origin.name)

        def same(made: Revision) -> bool:
            kept = [origin.store.snapshot(digest) for digest in (made.digest, revision.digest)]
            one, other = (canonical(snapshot.request) if snapshot is not None else None for snapshot in kept)
            return one is not None and one == other

        refuse_contradicted(deployment.entry, revision, live, owner, same, "content")
        return
    if name in allowed or _is_committed(origin, revision, name):
        return
    variable = origin.workspace.config.api_key_env
    key_needed = () if origin.workspace.has_key else (f"Set {variable} to a key that reads '{origin.name}'.",)
    raise AttentionError(
        f"only the state of '{origin.name}' says what {deployment.title} of {name} holds, {revision.digest}: {why}, "
        "and neither the manifest as it stands nor git history comes to that",
        (*key_needed, advise(AdviceKind.DIFF_BETWEEN_OR_ALLOW, name=name)),
    )


def _ask_source(origin: WorkspaceState, revision: Revision) -> tuple[Live | None, str]:
    """Get the posting as the source's HeyMilo has it, and why it shows nothing where it doesn't."""
    workspace = origin.workspace
    if not workspace.has_key:
        return None, f"{workspace.config.api_key_env} is not set, so HeyMilo wasn't asked"
    try:
        with workspace.api() as api:
            live = api.get(revision.posting_id)
    except UnreachableError as error:
        return None, f"HeyMilo couldn't be asked ({error.message})"
    return live, f"posting {revision.posting_id} {'carries no marks' if live is not None else 'is not there'}"


def _is_committed(origin: WorkspaceState, revision: Revision, name: str) -> bool:
    """Whether the manifest as it stands, or one that the work tree's history has, comes to what the state names."""
    workspace = origin.workspace
    query = ContentQuery(revision.digest, name)
    manifests = origin.repo.desired
    search = find_contents((query,), manifests, None, workspace.root, workspace.variables, Author(""))
    return revision.digest in search.contents
