"""Whether a workspace runs what its state says that it runs: a promotion sends that to another one."""

from __future__ import annotations

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.apply.run_context import Author
from heymilo_ops.errors import AttentionError, UnreachableError
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.deployment import Deployment
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import Revision
from heymilo_ops.plan.owner import is_marked, owner_of, refuse_contradicted
from heymilo_ops.repair.content import ContentQuery, find_contents
from heymilo_ops.usecases.state_lookup import WorkspaceState


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
    raise AttentionError(
        f"only the state of '{origin.name}' says what {deployment.title} of {name} holds, {revision.digest}: {why}, "
        "and neither the manifest as it stands nor git history comes to that",
        (*_key_needed(origin), advise(AdviceKind.DIFF_BETWEEN_OR_ALLOW, name=name)),
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


def _key_needed(origin: WorkspaceState) -> tuple[str, ...]:
    variable = origin.workspace.config.api_key_env
    return () if origin.workspace.has_key else (f"Set {variable} to a key that reads '{origin.name}'.",)
