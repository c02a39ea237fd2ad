"""Reads what a preview shows: each interview as its file has it, and as it was applied last. No key is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from heymilo_ops.errors import OpsError
from heymilo_ops.finding import Finding
from heymilo_ops.model.canonical import CANON, canonical
from heymilo_ops.usecases.check import CheckResult, lint
from heymilo_ops.usecases.project import Invocation, Project, read_project
from heymilo_ops.usecases.state_lookup import WorkspaceState, find_document, read_state


@dataclass(frozen=True)
class PreviewVersion:
    """One version of an interview: its canonical form, and the keys of its questions by JSON pointer."""

    form: Mapping[str, Any]
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PreviewPosting:
    """A posting.

    Attributes:
        edited: as its file has it, as far as that can be read.
        live: as it was applied last; ``None`` where it wasn't, or that isn't known.
        findings: in order.
    """

    name: str
    edited: PreviewVersion | None = None
    live: PreviewVersion | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Preview:
    """Everything that is shown.

    Attributes:
        postings: by name, sorted.
        findings: that belong to none of them.
        problem: why the files can't be read at all, ``""`` where they can.
        live_problem: why what is live isn't known.
    """

    postings: Mapping[str, PreviewPosting]
    findings: tuple[Finding, ...] = ()
    problem: str = ""
    live_problem: str = ""


class PreviewFiles:
    """Reads the files, again and again; what is live is read once.

    Args:
        name: the only posting to show; ``None`` for all.
    """

    def __init__(self, project: Project, name: str | None) -> None:
        self._invocation: Invocation = project.invocation
        self.root = project.root
        self._name = name
        self._live, self._live_problem = _live(project)
        if name is not None and name not in self._live:
            from heymilo_ops.usecases.check import read_repo

            find_document(read_repo(self.root, project.variables(project.chosen_workspace())), name)
        self._last = Preview({})
        self._names: dict[str, str] = {}
        """The name that each file had when it could be read last."""

    def read(self) -> Preview:
        """Return what is to be shown now. Where the files can't be read, what was shown last stays, and why is said."""
        try:
            self._last = self._read(read_project(self._invocation))
        except OpsError as error:
            self._last = replace(self._last, problem=error.message)
        return self._last

    def _read(self, project: Project) -> Preview:
        checked = lint(project, self.root, ()).checked
        self._names |= {document.path: name for name, document in checked.repo.by_address.items()}
        nameless = {
            self._names[document.path]: document.path
            for document in checked.repo.documents
            if document.address is None and document.path in self._names
        }
        names = sorted({*checked.repo.by_address, *nameless, *self._live})
        asked = (name for name in names if self._name in (None, name))
        postings = {name: self._posting(name, checked, nameless.get(name)) for name in asked}
        theirs = {finding for posting in postings.values() for finding in posting.findings}
        rest = tuple(item for item in checked.findings if item not in theirs and not checked.addresses(item))
        return Preview(postings, rest, "", self._live_problem)

    def _posting(self, name: str, checked: CheckResult, path: str | None) -> PreviewPosting:
        """Return a posting; ``path`` is that of its file while not even its name can be read, as in mid-typing."""
        desired = checked.repo.readable(name)
        edited = _version(desired.request, desired.keys) if desired is not None else None
        before = self._last.postings.get(name)
        if edited is None and before is not None and (path is not None or name in checked.repo.by_address):
            edited = before.edited
        findings = tuple(
            finding
            for finding in checked.findings
            if name in checked.addresses(finding)
            or (path is not None and finding.place is not None and finding.place.path == path)
        )
        return PreviewPosting(name, edited, self._live.get(name), findings)


def _version(request: Mapping[str, Any], keys: Mapping[str, str]) -> PreviewVersion:
    return PreviewVersion(canonical(request, CANON), keys)


def _live(project: Project) -> tuple[dict[str, PreviewVersion], str]:
    """Return what was applied last of each posting that is active, and why that isn't known where it isn't."""
    try:
        known = read_state(project.workspace())
        return dict(_applied(known)), ""
    except OpsError as error:
        return {}, error.message


def _applied(known: WorkspaceState) -> dict[str, PreviewVersion]:
    active = {name: posting for name, posting in known.postings.items() if posting.status == "active"}
    snapshots = {name: known.store.snapshot(posting.digest) for name, posting in active.items()}
    return {name: _version(kept.request, kept.keys) for name, kept in snapshots.items() if kept is not None}


def watched(root: Path) -> tuple[tuple[Path, bool], ...]:
    """Return the folders whose files make a difference, and whether those below them do too."""
    from heymilo_ops.manifest.listing import FOLDER

    return (root, False), (root / FOLDER, True)
