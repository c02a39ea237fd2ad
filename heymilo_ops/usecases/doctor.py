"""Check the set-up: files, state, key, and whether HeyMilo answers."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from datetime import datetime

from heymilo_ops import gitinfo
from heymilo_ops.errors import AdviceKind, AttentionError, Exit, OpsError, advise
from heymilo_ops.lint.law.law import Law
from heymilo_ops.manifest.law_reader import load_law
from heymilo_ops.model import location
from heymilo_ops.model.setup_check import SetupCheck, SetupCode, SetupPart
from heymilo_ops.model.state import State
from heymilo_ops.text.phrase import first_few
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.usecases.audience import public_repository
from heymilo_ops.usecases.check import CheckBasis, check_repo, read_repo
from heymilo_ops.usecases.new_repo import stale_schemas
from heymilo_ops.usecases.plan import read_unmanaged
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_lookup import guard_workspace, read_state
from heymilo_ops.usecases.workspace import Workspace
from heymilo_ops.version import __version__


def check_setup(find_project: Callable[[], Project], *, probe: bool, now: datetime) -> Iterator[SetupCheck]:
    """Yield each check as it is done; what stops one is in it. ``probe``: write to a state's bucket, and clear it.

    Raises what ``find_project`` raises, and ``UsageError`` where no workspace is chosen.
    """
    yield SetupCheck(SetupPart.TOOL, SetupCode.TOOL, {"version": __version__, "python": platform.python_version()})
    project = find_project()
    yield SetupCheck(SetupPart.CONFIG, SetupCode.CONFIG, {"project": project.config.project, "root": str(project.root)})
    commit = gitinfo.commit(project.root)
    code = SetupCode.COMMIT if commit else SetupCode.NO_COMMIT
    yield SetupCheck(SetupPart.GIT, code, {"commit": (commit or "")[:10]})
    yield from _audience(project)
    stale = stale_schemas(project.root)
    code = SetupCode.SCHEMAS_STALE if stale else SetupCode.SCHEMAS_FRESH
    yield SetupCheck(SetupPart.SCHEMAS, code, {"names": ", ".join(stale)}, Exit(bool(stale)))
    repo = read_repo(project.root, project.variables(project.chosen_workspace()))
    result = check_repo(repo, CheckBasis(project.lint_settings, is_whole=True))
    counts = {"manifests": len(result.repo.documents), "errors": len(result.errors)}
    code = SetupCode.MANIFESTS_WRONG if result.errors else SetupCode.MANIFESTS_VALID
    yield SetupCheck(SetupPart.MANIFESTS, code, counts, Exit(bool(result.errors)))
    yield check_law(load_law(), now)
    workspace = project.workspace()
    state, checked = _check_state(workspace)
    yield checked
    if checked.error is None and not workspace.config.sandbox:
        yield from _attempt(SetupPart.LOCATION, lambda: check_location(workspace, probe=probe))
        if state is not None:
            yield from _attempt(SetupPart.HISTORY, lambda: check_history(workspace))
    yield from _check_heymilo(workspace, state)


def _audience(project: Project) -> Iterator[SetupCheck]:
    """Check that nobody reads the repo who isn't meant to; nothing where it has no remote."""
    public = public_repository(project.root, os.environ)
    if public is None:
        return
    accepted = project.config.public_repo is not None
    code = (SetupCode.PUBLIC_ACCEPTED if accepted else SetupCode.PUBLIC) if public else SetupCode.AUDIENCE_UNSEEN
    yield SetupCheck(SetupPart.AUDIENCE, code, {"repository": public}, Exit(code is SetupCode.PUBLIC))


def check_law(law: Law, now: datetime) -> SetupCheck:
    """Check how long ago the law data was compared with its sources. Its age stops nothing."""
    old, unchecked = law.old(now)
    code = SetupCode.LAW_OLD if old or unchecked else SetupCode.LAW_FRESH
    return SetupCheck(SetupPart.LAW, code, {"entries": len(law.entries), "old": old, "unchecked": unchecked})


def _failed(part: SetupPart, error: OpsError) -> SetupCheck:
    return SetupCheck(part, SetupCode.FAILED, exit=error.exit, error=error)


def _attempt(part: SetupPart, run: Callable[[], SetupCheck | None]) -> Iterator[SetupCheck]:
    try:
        checked = run()
    except OpsError as error:
        checked = _failed(part, error)
    if checked is not None:
        yield checked


def _check_state(workspace: Workspace) -> tuple[State | None, SetupCheck]:
    try:
        state = read_state(workspace).state
    except OpsError as error:
        return None, _failed(SetupPart.STATE, error)
    args: dict[str, str | int] = {"location": workspace.state_location, "workspace": workspace.name}
    if state is None:
        return None, SetupCheck(SetupPart.STATE, SetupCode.NO_STATE, args)
    args |= {"serial": state.serial, "postings": len(state.postings)}
    unknown = ", ".join(sorted({intent.address for intent in state.unknown()}))
    if not unknown:
        return state, SetupCheck(SetupPart.STATE, SetupCode.STATE, args)
    return state, SetupCheck(SetupPart.STATE, SetupCode.STATE_UNKNOWN, {**args, "names": unknown}, Exit.PARTIAL)


def _check_heymilo(workspace: Workspace, state: State | None) -> Iterator[SetupCheck]:
    config = workspace.config
    try:
        if not config.sandbox:
            workspace.guard_address()
        if not workspace.has_key:
            args: dict[str, str | int] = {"variable": config.api_key_env}
            yield SetupCheck(SetupPart.HEYMILO, SetupCode.NO_KEY, args, Exit.UNREACHABLE)
            return
        with workspace.api() as api:
            ref = api.workspace()
            guard_workspace(state, workspace, ref)
            code = SetupCode.SANDBOX if config.sandbox else SetupCode.HEYMILO
            args = {"url": config.base_url, "name": ref.name or ref.id, "id": ref.id}
            yield SetupCheck(SetupPart.HEYMILO, code, args)
            number, unmanaged = read_unmanaged(workspace, api)
            open_ones = sum(live.is_open for live in unmanaged)
            args = {"open": number, "unmanaged": open_ones, "workspace": workspace.name}
            yield SetupCheck(SetupPart.POSTINGS, SetupCode.POSTINGS, args)
    except OpsError as error:
        yield _failed(SetupPart.HEYMILO, error)


_PROTECT = (
    "Protect the branch at the remote: nobody but the apply job may push to it, and nobody may force-push or delete it."
)
_MOST = 5


def check_location(workspace: Workspace, *, probe: bool) -> SetupCheck:
    """Check that the state can be written where it is. Raises ``StateError`` where it can't.

    A branch is pushed to as a dry run. A bucket is written to with ``probe`` only, below ``probe/``, and cleared again.
    """
    place = location.parse_location(workspace.state_location)
    if isinstance(place, location.FolderLocation):
        return SetupCheck(SetupPart.LOCATION, SetupCode.FOLDER)
    if isinstance(place, location.BranchLocation):
        _dry_run(workspace, place)
        return SetupCheck(SetupPart.LOCATION, SetupCode.BRANCH, {"remote": place.remote})
    if probe:
        _probe(place)
    code = SetupCode.BUCKET_WRITABLE if probe else SetupCode.BUCKET
    return SetupCheck(SetupPart.LOCATION, code, {"scheme": place.scheme})


def check_history(workspace: Workspace) -> SetupCheck | None:
    """Check who wrote to the state's branch; ``None`` where it is on none.

    Raises ``AttentionError`` where somebody else did or it was rewritten, ``StateError`` where it can't be read.
    """
    place = location.parse_location(workspace.state_location)
    if not isinstance(place, location.BranchLocation):
        return None
    from heymilo_ops.statefile.branch_use import read_branch_log

    log = read_branch_log(workspace.root, place)
    if log.rewritten:
        raise AttentionError(
            "it was rewritten since this clone last looked: what was applied may be missing from the state",
            ("Compare it with a backup.", _PROTECT, advise(AdviceKind.PLAN, workspace=workspace.name)),
        )
    if log.foreign:
        raise AttentionError(
            f"{first_few(log.foreign, _MOST)} of its newest commits don't read like those of heymilo-ops: somebody "
            "else may write to the state",
            f"Look at them: git fetch {place.remote} {place.name}, then git show. {_PROTECT}",
        )
    writers = first_few([f"{one_line(writer)} ({number})" for writer, number in log.writers.items()], _MOST)
    code = SetupCode.HISTORY if log.rewritten is False else SetupCode.HISTORY_UNSEEN
    return SetupCheck(SetupPart.HISTORY, code, {"commits": sum(log.writers.values()), "writers": writers})


def _dry_run(workspace: Workspace, branch: location.BranchLocation) -> None:
    """Ask the remote for the right to push, and send nothing."""
    from heymilo_ops.statefile.git_transport import GitTransport

    transport = GitTransport(workspace.root, branch.remote, str(branch))

    def push() -> bytes:
        # Another name than the branch's: whatever git made of it, the state would not be met.
        tree = transport.local("hash-object", "-t", "tree", "-w", "--stdin").decode().strip()
        commit = transport.local("commit-tree", tree, "-m", "doctor").decode().strip()
        target = f"{commit}:refs/heads/{branch.name}-doctor"
        options = ("--dry-run", "--quiet", "--no-verify", "--recurse-submodules=no")
        return transport.network("push", *options, "--", branch.remote, target)

    transport.attempt("push to", push)


def _probe(bucket: location.BucketLocation) -> None:
    from heymilo_ops.statefile.object_store import open_bucket, probe_bare_tags

    probe_bare_tags(open_bucket(bucket))
