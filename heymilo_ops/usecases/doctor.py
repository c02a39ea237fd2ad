"""Check the set-up: files, state, key, and whether HeyMilo answers."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator

from heymilo_ops import gitinfo
from heymilo_ops.errors import Exit, OpsError
from heymilo_ops.model.setup_check import SetupCheck, SetupCode, SetupPart
from heymilo_ops.model.state import State
from heymilo_ops.usecases import schemas
from heymilo_ops.usecases.check import check_repo, no_state, read_repo
from heymilo_ops.usecases.guards import guard_workspace
from heymilo_ops.usecases.live_view import read_unmanaged
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_access import check_history, check_location
from heymilo_ops.usecases.state_lookup import read_state
from heymilo_ops.usecases.workspace import Workspace
from heymilo_ops.version import __version__


def check_setup(find_project: Callable[[], Project], *, probe: bool) -> Iterator[SetupCheck]:
    """Yield each check as it is done; what stops one is in it. ``probe``: write to a state's bucket, and clear it.

    Raises what ``find_project`` raises, and ``UsageError`` where no workspace is chosen.
    """
    yield SetupCheck(SetupPart.TOOL, SetupCode.TOOL, {"version": __version__, "python": platform.python_version()})
    project = find_project()
    yield SetupCheck(SetupPart.CONFIG, SetupCode.CONFIG, {"project": project.config.project, "root": str(project.root)})
    commit = gitinfo.commit(project.root)
    code = SetupCode.COMMIT if commit else SetupCode.NO_COMMIT
    yield SetupCheck(SetupPart.GIT, code, {"commit": (commit or "")[:10]})
    stale = schemas.stale_schemas(project.root)
    code = SetupCode.SCHEMAS_STALE if stale else SetupCode.SCHEMAS_FRESH
    yield SetupCheck(SetupPart.SCHEMAS, code, {"names": ", ".join(stale)}, Exit(bool(stale)))
    result = check_repo(read_repo(project.root, project.variables(project.chosen_workspace())), no_state)
    counts = {"manifests": len(result.repo.documents), "errors": len(result.errors)}
    code = SetupCode.MANIFESTS_WRONG if result.errors else SetupCode.MANIFESTS_VALID
    yield SetupCheck(SetupPart.MANIFESTS, code, counts, Exit(bool(result.errors)))
    workspace = project.workspace()
    state, checked = _check_state(workspace)
    yield checked
    if checked.error is None and not workspace.config.sandbox:
        yield from _attempt(SetupPart.LOCATION, lambda: check_location(workspace, probe=probe))
        if state is not None:
            yield from _attempt(SetupPart.HISTORY, lambda: check_history(workspace))
    yield from _check_heymilo(workspace, state)


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
            args = {"open": number, "unmanaged": len(unmanaged), "workspace": workspace.name}
            yield SetupCheck(SetupPart.POSTINGS, SetupCode.POSTINGS, args)
    except OpsError as error:
        yield _failed(SetupPart.HEYMILO, error)
