"""``rollback``: the design of an earlier revision with today's settings, and the manifest file that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from heymilo_ops.apply.run_context import Author
from heymilo_ops.errors import Exit
from heymilo_ops.manifest.repo import Repo, read_document
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.reason import Reason
from heymilo_ops.plan.rollback import Rollback, plan_rollback
from heymilo_ops.usecases.check import check_repo
from heymilo_ops.usecases.execute import Proposal, carry_out
from heymilo_ops.usecases.identity import identify
from heymilo_ops.usecases.manifest_file import ManifestFile, prepare_manifest
from heymilo_ops.usecases.plan import PlanOptions, PlanResult, PlanSources, gather
from heymilo_ops.usecases.run import Run
from heymilo_ops.usecases.state_lookup import WorkspaceState


@dataclass(frozen=True)
class RollbackOptions:
    """What to roll back to.

    Attributes:
        revision: a number; ``None`` for the newest revision with another design.
        all_settings: take the settings of that revision too.
        writes: write the manifest file.
    """

    name: str
    revision: int | None
    all_settings: bool
    writes: bool


@dataclass(frozen=True)
class RollbackResult:
    """How a rollback ended, and the path and revision of the manifest that was written."""

    exit: Exit
    path: str | None = None
    revision: int = 0


def roll_back(run: Run, options: RollbackOptions, plan_options: PlanOptions) -> RollbackResult:
    """Roll one posting back. The manifest is written last, where the old design is live, whatever else failed."""
    files: list[ManifestFile] = []

    def propose(known: WorkspaceState, is_locked: bool) -> Proposal:
        sources = gather(known, plan_options, run.api, is_locked=is_locked)
        rollback = plan_rollback(
            sources.input,
            options.name,
            by=identify(run.workspace).by,
            get=run.api.get,
            to=options.revision,
            all_settings=options.all_settings,
        )
        if options.writes and not is_locked:
            files.append(prepare_manifest(run.workspace, sources, rollback))
        notes = files[0].notes if files and not is_locked else ()
        return Proposal(_result(sources, rollback, notes), lambda: _identify(run, rollback), is_rollback=True)

    code = carry_out(run, propose)
    if not files or not _is_live(run, files[0].rollback):
        return RollbackResult(code)
    files[0].write(run.workspace.root)
    return RollbackResult(code, files[0].path, files[0].rollback.to.number)


def _identify(run: Run, rollback: Rollback) -> Author:
    """Name a commit only where it holds what is sent: today's settings on an old design stand in none."""
    is_whole = rollback.desired.digest == rollback.to.digest
    return replace(identify(run.workspace), commit=rollback.to.commit if is_whole else None)


def _result(sources: PlanSources, rollback: Rollback, notes: tuple[Reason, ...]) -> PlanResult:
    """Check what will be sent, whatever the file says now, and add the notes on the file to the plan."""
    text = dump(rollback.desired.resolved)
    document = read_document(read_text(text, f"revision {rollback.to.number} of {rollback.desired.address}"))
    checked = check_repo(Repo((document,)), lambda *_: True)
    return sources.result(replace(rollback.plan, notes=(*rollback.plan.notes, *notes)), checked)


def _is_live(run: Run, rollback: Rollback) -> bool:
    """Whether the old design is what the state knows as live."""
    state = run.store.state
    posting = state.postings.get(rollback.desired.address) if state is not None else None
    return posting is not None and posting.digest == rollback.desired.digest
