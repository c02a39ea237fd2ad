"""``rollback``: the design of an earlier revision with today's settings, and the manifest file that says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from heymilo_ops import files, gitinfo
from heymilo_ops.apply.run_context import Author
from heymilo_ops.errors import AdviceKind, AttentionError, Exit, PartialError, advise
from heymilo_ops.manifest.listing import FOLDER, is_manifest_path
from heymilo_ops.manifest.repo import PostingFile, Repo, read_document
from heymilo_ops.manifest.sharing.library import Library
from heymilo_ops.manifest.write_back import list_losses, write_back
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.people import display, total
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.plan.rollback import Rollback, is_applied, plan_rollback, postings_between
from heymilo_ops.usecases.atomic_write import existing_bytes, file_errors, in_form_of
from heymilo_ops.usecases.check import CheckBasis, check_repo
from heymilo_ops.usecases.execute import Proposal, carry_out
from heymilo_ops.usecases.people import count_people
from heymilo_ops.usecases.plan import PlanOptions, PlanResult, PlanSources, gather
from heymilo_ops.usecases.run import Run, identify
from heymilo_ops.usecases.state_lookup import WorkspaceState, read_state
from heymilo_ops.usecases.workspace import Workspace


def roll_back(
    run: Run, options: PlanOptions, name: str, revision: int | None, *, all_settings: bool, writes: bool
) -> tuple[Exit, ManifestFile | None]:
    """Roll one posting back; how that ended, and the manifest that was written.

    The manifest is written last, where the old design is live, whatever else failed. ``revision``: ``None`` for the
    newest revision with another design. ``all_settings``: take the settings of that revision too.
    """
    files: list[ManifestFile] = []

    def propose(known: WorkspaceState, is_locked: bool) -> Proposal:
        sources = gather(known, options, run.api, is_locked=is_locked)
        rollback = plan_rollback(
            sources.input,
            name,
            by=identify(run.workspace).by,
            get=run.api.get,
            to=revision,
            all_settings=all_settings,
        )
        if writes and not is_locked:
            files.append(prepare_manifest(run.workspace, sources, rollback))
        notes = files[0].notes if files and not is_locked else ()
        if not is_locked:
            notes = (*_registered(run, sources, rollback), *notes)
        return Proposal(_result(sources, rollback, notes), lambda: _identify(run, rollback), is_rollback=True)

    code = carry_out(run, propose)
    if not files or not _is_live(run, files[0].rollback):
        return code, None
    files[0].write(run.workspace.root)
    return code, files[0]


def write_manifest(workspace: Workspace, name: str, revision: int | None, *, all_settings: bool) -> ManifestFile:
    """Write the manifest that a rollback would write, and nothing else: HeyMilo isn't asked, and nothing is held.

    Raises ``AttentionError`` where there is no such revision, or the file must not be written.
    """
    sources = gather(read_state(workspace), PlanOptions(refresh="none"), None)
    rollback = plan_rollback(
        sources.input,
        name,
        by=identify(workspace).by,
        get=lambda _: None,
        to=revision,
        all_settings=all_settings,
    )
    file = prepare_manifest(workspace, sources, rollback)
    with file_errors(f"{file.path} can't be written"):
        files.write(workspace.root, file.path, file.after)
    return file


def _registered(run: Run, sources: PlanSources, rollback: Rollback) -> Iterator[Reason]:
    """Yield how many people registered since the revision that comes back was replaced. Unknown is never 0."""
    if not sources.input.shows_people:
        return
    number = rollback.to.number
    ids = postings_between(sources.input.entries[rollback.desired.address], rollback.to)
    if ids is None:
        yield Reason(ReasonCode.REGISTERED_UNKNOWN, number, Reason(ReasonCode.REGISTERED_IN_ONE_POSTING))
        return
    people, uncounted = count_people(run.workspace.paced(run.api), {posting_id: posting_id for posting_id in ids})
    if uncounted:
        yield Reason(ReasonCode.REGISTERED_UNKNOWN, number, as_written(next(iter(uncounted.values()))))
    else:
        counts = total(people.values())
        yield Reason(ReasonCode.REGISTERED_BETWEEN, number, display(counts)[0], counts.as_of)


def _identify(run: Run, rollback: Rollback) -> Author:
    """Name a commit only where it holds what is sent: today's settings on an old design stand in none."""
    is_whole = rollback.desired.digest == rollback.to.digest
    return replace(identify(run.workspace), commit=rollback.to.commit if is_whole else None)


def _result(sources: PlanSources, rollback: Rollback, notes: tuple[Reason, ...]) -> PlanResult:
    """Check what will be sent, whatever the file says now, and add the notes on the file to the plan."""
    text = dump(rollback.desired.resolved)
    document = read_document(read_text(text, f"revision {rollback.to.number} of {rollback.desired.address}"))
    checked = check_repo(
        Repo((document,), elsewhere=sources.repo.elsewhere), CheckBasis(sources.settings, lambda *_: True)
    )
    return sources.result(replace(rollback.plan, notes=(*rollback.plan.notes, *notes)), checked)


def _is_live(run: Run, rollback: Rollback) -> bool:
    """Whether the old design is what the state knows as live."""
    state = run.store.state
    posting = state.postings.get(rollback.desired.address) if state is not None else None
    return posting is not None and posting.digest == rollback.desired.digest


_HELP = "Nothing was sent. With --no-write, the rollback writes to no file."


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """A manifest on its way back.

    Attributes:
        before: the bytes that the file has; ``None`` where there is no file.
        after: the bytes that it will have.
        notes: for the plan: where the text comes from, and what of the file it doesn't keep.
    """

    rollback: Rollback
    path: str
    before: bytes | None
    after: bytes
    notes: tuple[Reason, ...]

    def write(self, root: Path) -> None:
        """Write it. Raises ``PartialError`` where that fails, or somebody changed the file meanwhile."""
        try:
            if _is_as_read(root, self):
                files.write(root, self.path, self.after)
                return
            problem = "was changed meanwhile, so it was not written"
        except OSError as error:
            problem = f"can't be written: {error.strerror}"
        help = (
            "Until it has the old design, the new one is held.",
            advise(AdviceKind.DIFF, name=self.rollback.desired.address),
        )
        raise PartialError(f"The rollback is done, but {self.path} {problem}", help)


def prepare_manifest(workspace: Workspace, sources: PlanSources, rollback: Rollback) -> ManifestFile:
    """Make what the rollback will write. Raises ``AttentionError``, before anything is sent, where it must not."""
    _guard_path(workspace, sources, rollback)
    path = rollback.desired.source
    with file_errors(f"{path} can't be read", _HELP):
        before = existing_bytes(workspace.root, path)
    library = Library(workspace.root)
    today = None if before is None else read_document(read_text(before, path), library, workspace.variables)
    is_committed = gitinfo.dirty(workspace.root, [path]) == frozenset()
    if today is not None:
        _guard_work(sources, rollback, today, is_committed)
    old = _of_then(workspace, rollback, library) if today is None or is_committed else None
    base = old if old is not None else before
    if base is None and (commit := gitinfo.commit(workspace.root)) is not None:
        base = gitinfo.show(workspace.root, commit, path)
    text = write_back(read_text(base or b"", path).text, rollback.desired, library, workspace.variables)
    form = before if before is not None else base
    notes = tuple(_notes(rollback, today, text, old is not None, is_committed))
    return ManifestFile(rollback, path, before, in_form_of(form, text), notes)


def _guard_path(workspace: Workspace, sources: PlanSources, rollback: Rollback) -> None:
    """Refuse to write to what is no manifest: its path comes from the state where no manifest has the name today."""
    source = rollback.desired.source
    if source not in sources.repo.by_path and not is_manifest_path(source):
        raise AttentionError(
            f"The state says that {rollback.desired.address} is kept in {source!r}, which is no manifest below "
            f"{FOLDER}/",
            _HELP,
        )
    with file_errors(f"{source} can't be written", _HELP):
        files.resolve_file(workspace.root, source)


def _guard_work(sources: PlanSources, rollback: Rollback, today: PostingFile, is_committed: bool) -> None:
    """Refuse to write over the manifest of another posting, and over what is kept nowhere else."""
    address = rollback.desired.address
    if today.address not in (None, address):
        raise AttentionError(
            f"{today.path} was the manifest of {address} and is that of {today.address} by now, so it isn't written",
            _HELP,
        )
    if not is_committed and not (today.desired is not None and is_applied(sources.input, today.desired)):
        raise AttentionError(
            f"{today.path} has changes that are neither applied nor committed: the rollback would write over them",
            f"Commit or apply them first, or leave the file as it is with --no-write. {_HELP.partition('.')[0]}.",
        )


def _of_then(workspace: Workspace, rollback: Rollback, library: Library) -> bytes | None:
    """Read the manifest as the commit has it that it was applied from, where it is what was applied or shares.

    One that was kept in another folder isn't taken: its first line names the schema by a relative path.
    """
    old, path = rollback.to, PurePath(rollback.desired.source)
    if old.commit is None or PurePath(old.source).parent != path.parent:
        return None
    text = gitinfo.show(workspace.root, old.commit, old.source)
    if text is None:
        return None
    document = read_document(read_text(text, old.source), library, workspace.variables)
    is_it = document.desired is not None and document.desired.under(old.digest) is not None
    return text if is_it or document.composed is not None else None


def _notes(
    rollback: Rollback, today: PostingFile | None, text: str, is_of_then: bool, is_committed: bool
) -> Iterator[Reason]:
    path, old = rollback.desired.source, rollback.to
    if is_of_then and old.commit is not None:
        is_whole = rollback.desired.digest == old.digest
        code = ReasonCode.FILE_AS_COMMITTED if is_whole else ReasonCode.FILE_AS_COMMITTED_WITH_SETTINGS
        yield Reason(code, path, old.commit[:12])
    elif today is None:
        yield Reason(ReasonCode.FILE_MISSING, path)
    else:
        yield Reason(ReasonCode.FILE_UNREADABLE if today.source.data is None else ReasonCode.FILE_EDITED, path)
    losses = list_losses(today.source.text if today is not None else "", text)
    if losses.comments:
        yield Reason(ReasonCode.FILE_LOSES_COMMENTS, path, losses.comments, int(is_committed))
    if losses.forms:
        yield Reason(ReasonCode.FILE_LOSES_SHARING, path, losses.forms)


def _is_as_read(root: Path, file: ManifestFile) -> bool:
    return existing_bytes(root, file.path) == file.before
