"""Make manifests of postings that exist at HeyMilo: which, what they are called, and the files. HeyMilo is only read.

A file is written as soon as its posting is read, so an interrupted import goes on when it is run again: what is on
disk with a posting's id in ``ops.adopt`` is skipped. Where something looks like personal data or a credential, the
file waits until all is read, what was found is shown, and somebody said yes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol

from heymilo_ops import files
from heymilo_ops.errors import AdviceKind, AttentionError, UsageError, advise
from heymilo_ops.importer.file_record import FileResult, ImportedFile
from heymilo_ops.importer.manifest import ImportedManifest, ImportOptions, write_manifest
from heymilo_ops.importer.selection import Selection, referred_to, select, with_title
from heymilo_ops.importer.suggestion import SharingSuggestion, suggest_sharing
from heymilo_ops.manifest.extraction import question_path, text_path
from heymilo_ops.manifest.listing import FOLDER
from heymilo_ops.manifest.yaml_file import Source, read_file
from heymilo_ops.model.event import ReadStep
from heymilo_ops.model.live import Live, is_posting_id
from heymilo_ops.plan.ownership import classify
from heymilo_ops.remote.lookups import RESOURCE_KINDS, list_resources
from heymilo_ops.remote.postings import PAGE, Postings
from heymilo_ops.usecases.atomic_write import file_errors
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.new_repo import SCHEMAS
from heymilo_ops.usecases.read_pace import ReadPace
from heymilo_ops.usecases.state_lookup import WorkspaceState, guard_workspace

if TYPE_CHECKING:
    from heymilo_ops.remote.client import Client
    from heymilo_ops.usecases.project import Project

OnRead = Callable[[ReadStep], None]


@dataclass(frozen=True)
class ImportRequest:
    """What to import.

    Attributes:
        references: ids or links of postings; ``search`` counts where there are none.
        search: words that a title holds; ``""`` for all.
        folder: where the files go, relative to the repo.
        dry_run: write nothing.
    """

    references: tuple[str, ...]
    search: str
    folder: PurePosixPath
    dry_run: bool = False


class ImportInteraction(Protocol):
    """Whoever started an import."""

    @property
    def is_approved(self) -> bool:
        """Whether files are written whatever they hold."""

    def reading(self, api: Postings) -> AbstractContextManager[OnRead]:
        """Watch the reads, and the pauses of ``api``."""

    def show_personal(self, file: ImportedFile) -> None:
        """Show what looks like personal data or a credential, before the file is written."""

    def approve(self, waiting: Sequence[ImportedFile]) -> bool:
        """Ask whether these files are to be written; what they hold was shown."""

    def record(self, file: ImportedFile) -> None:
        """Take note of what became of a file, should the import be interrupted."""


@dataclass(frozen=True)
class ImportResult:
    """What an import came to: the files in the order of their postings, and what was left out."""

    selection: Selection
    files: tuple[ImportedFile, ...]
    by_id: bool

    @property
    def is_complete(self) -> bool:
        """Whether there is a file of everything that was asked for."""
        lacking = any(file.result in (FileResult.TAKEN, FileResult.WITHHELD) for file in self.files)
        return not lacking and not (self.by_id and self.selection.omitted)

    @property
    def has_written(self) -> bool:
        """Whether there are new files."""
        return any(file.result is FileResult.WRITTEN for file in self.files)

    @property
    def adoptable(self) -> frozenset[str]:
        """The names of the postings that a plan can take over."""
        there = (FileResult.PRESENT, FileResult.WRITTEN)
        return frozenset(file.address for file in self.files if file.result in there and not file.is_set_aside)


def import_folder(project: Project, asked: str | None) -> PurePosixPath:
    """Return the folder for the files, relative to the repo; ``asked`` is seen from the working folder.

    Raises ``UsageError`` for one whose files no plan would read.
    """
    if asked is None:
        return PurePosixPath(FOLDER)
    full = Path(os.path.normpath(project.invocation.directory.resolve() / asked))
    parts = full.relative_to(project.root).parts if full.is_relative_to(project.root) else ()
    if not parts or parts[0] != FOLDER or any(part[0] in "._" for part in parts):
        raise UsageError(
            f"--dir {asked} is no folder of manifests",
            f"They are read below {FOLDER}/, but for names that begin with . or _: such as --dir {FOLDER}/imported.",
        )
    return PurePosixPath(*parts)


def import_postings(
    known: WorkspaceState,
    client: Client,
    request: ImportRequest,
    options: ImportOptions,
    interaction: ImportInteraction,
) -> ImportResult:
    """Read the postings that are asked for, and write a file of each.

    Raises ``AttentionError`` for an id or link that leads to no posting, or to several.
    """
    api = Postings(client)
    selection = _select(known, client, api, request)
    run = _Import(known, api, request, interaction, _adopting(known))
    with interaction.reading(api) as on_read:
        read = list(run.read(selection.chosen, options, on_read))
    return ImportResult(selection, tuple(run.settle(read)), bool(request.references))


def import_options(project: Project, known: WorkspaceState, folder: PurePosixPath) -> ImportOptions:
    """Return what the manifests of one import have in common."""
    others = project.config.workspaces.items()
    return ImportOptions(
        on=datetime.now(UTC).date().isoformat(),
        workspace=known.name,
        variables=known.workspace.config.vars or {},
        taken=frozenset({*known.repo.names, *known.postings}),
        folder=str(folder),
        only_here=any(name != known.name and not config.sandbox for name, config in others),
        has_schemas=_has(project.root, f"{SCHEMAS}/posting.schema.json"),
    )


def suggest_shared(known: WorkspaceState) -> list[SharingSuggestion]:
    """Return what the manifests, as they are now, say alike; what saves most lines first."""
    workspace = known.workspace
    documents = read_repo(workspace.root, workspace.variables).documents
    return suggest_sharing(documents, *(_names_in(workspace.root, path("x")) for path in (text_path, question_path)))


def _names_in(root: Path, example: str) -> frozenset[str]:
    """Return what the shared files are called that lie beside the one at this path."""
    try:
        entries = files.entries(root, PurePosixPath(example).parent)
    except OSError:
        return frozenset()
    return frozenset(PurePosixPath(entry.name).stem for entry in entries)


def _has(root: Path, path: str) -> bool:
    try:
        return files.kind(root, path) is not None
    except OSError:
        return False


def _select(known: WorkspaceState, client: Client, api: Postings, request: ImportRequest) -> Selection:
    """List what HeyMilo has and split what is asked for. The state is read again after the list."""
    workspace = known.workspace
    guard_workspace(known.state, workspace, api.workspace())
    listed = api.list_all()
    asked = _referred(api, request.references, listed) if request.references else with_title(listed, request.search)
    templates = list_resources(client, RESOURCE_KINDS["templates"])
    blueprints = {template.details["posting"]: template.name for template in templates}
    every = {live.posting_id: live for live in (*listed, *asked)}
    owners = classify(known.read_again().state, every.values(), workspace.project, workspace.name)
    return select(asked, owners, blueprints, by_id=bool(request.references))


def _referred(api: Postings, references: Sequence[str], listed: Sequence[Live]) -> list[Live]:
    lives: dict[str, Live] = {}
    for reference in references:
        candidates = referred_to(reference, listed)
        if not candidates and is_posting_id(reference):  # HeyMilo may list less than it has
            live = api.get(reference)
            candidates = [live] if live is not None else []
        if len(candidates) != 1:
            number = "several postings" if candidates else "no posting"
            raise AttentionError(
                f"{reference} leads to {number} of this workspace",
                ("Take the id.", advise(AdviceKind.LIST_UNMANAGED)),
            )
        lives[candidates[0].posting_id] = candidates[0]
    return list(lives.values())


def _adopting(known: WorkspaceState) -> dict[str, Source]:
    """Return the files that take over a posting, by its id; those that are set aside too."""
    sources = [document.source for document in known.repo.documents]
    sources += [read_file(root, path, label) for label, root, path in known.repo.aside]
    adopting = {}
    for source in sources:
        ops = (source.data or {}).get("ops")
        posting_id = ops.get("adopt") if isinstance(ops, Mapping) else None
        if isinstance(posting_id, str):
            adopting[posting_id] = source
    return adopting


@dataclass(frozen=True)
class _Import:
    """One import: what is there, what is read, and what becomes of each file.

    Attributes:
        present: the files that take over a posting already, by its id.
    """

    known: WorkspaceState
    api: Postings
    request: ImportRequest
    interaction: ImportInteraction
    present: Mapping[str, Source]

    def read(self, chosen: Sequence[Live], options: ImportOptions, on_read: OnRead) -> Iterator[ImportedFile]:
        """Read each posting that no file takes over yet, and write its file unless that has to wait."""
        options = options.with_taken(*(source.name or "" for source in self.present.values()))
        pace = ReadPace(
            sum(live.posting_id not in self.present for live in chosen), self.known.workspace.requests_per_minute
        )
        for live in chosen:
            source = self.present.get(live.posting_id)
            if source is not None:
                yield self._settled(ImportedFile(live, source.name or "", source.path, FileResult.PRESENT))
                continue
            on_read(pace.step(live.title))
            questions = self.api.questions(live.posting_id)
            pace.count(1 + len(questions) // PAGE)
            manifest = write_manifest(live, questions, options)
            options = options.with_taken(manifest.name)
            yield self._begun(live, manifest)

    def settle(self, read: Sequence[ImportedFile]) -> Iterator[ImportedFile]:
        """Write the files that wait, where somebody says yes."""
        waiting = [file for file in read if file.result is FileResult.WITHHELD]
        is_approved = bool(waiting) and self.interaction.approve(waiting)
        for file in read:
            if file.result is FileResult.WITHHELD:
                file = self._settled(self._written(file) if is_approved else file)
            yield file

    def _begun(self, live: Live, manifest: ImportedManifest) -> ImportedFile:
        """Write the file of a posting, where nothing in it has to be approved."""
        file = ImportedFile(live, manifest.name, manifest.path, FileResult.WITHHELD, manifest)
        if file.personal:
            self.interaction.show_personal(file)
        if self.request.dry_run:
            taken = self._is_taken(file.path)
            return self._settled(replace(file, result=FileResult.TAKEN if taken else FileResult.PLANNED))
        if file.needs_approval and not self.interaction.is_approved:
            return file
        return self._settled(self._written(file))

    def _is_taken(self, path: str) -> bool:
        try:
            entries = files.entries(self.known.workspace.root, self.request.folder)
        except OSError:
            return False
        return any(entry.name == PurePosixPath(path).name for entry in entries)

    def _written(self, file: ImportedFile) -> ImportedFile:
        """Write a file. Raises ``AttentionError`` where that isn't possible."""
        text = file.manifest.text if file.manifest is not None else ""
        with file_errors(f"{file.path} can't be written", "Then run it again: what has a file is skipped."):
            try:
                files.create(self.known.workspace.root, file.path, text.encode())
            except FileExistsError:
                return replace(file, result=FileResult.TAKEN)
        return replace(file, result=FileResult.WRITTEN)

    def _settled(self, file: ImportedFile) -> ImportedFile:
        self.interaction.record(file)
        return file
