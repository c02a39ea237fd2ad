"""The manifests of a repo: every file read, checked, and turned into a Desired where it can be.

A broken file is data: it gives findings and the others are checked all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.manifest.check import check_posting, check_resolved, is_valid
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.listing import (
    ManifestListing,
    find_set_aside,
    find_unread,
    list_paths,
    read_name,
    unread_findings,
)
from heymilo_ops.manifest.model_lookup import find_container
from heymilo_ops.manifest.sharing.check import check_shared, find_unusable, find_unused
from heymilo_ops.manifest.sharing.library import KINDS, SHARED, Library
from heymilo_ops.manifest.sharing.resolve import ResolvedManifest, resolve_sharing
from heymilo_ops.manifest.variables import Variables, check_workspace_names
from heymilo_ops.manifest.yaml_file import Source
from heymilo_ops.model.desired import Desired, Unread, desire, stem
from heymilo_ops.model.notices import NoticeElsewhere
from heymilo_ops.model.pointer import join, split
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import MODALITIES, STEPS

if TYPE_CHECKING:
    from heymilo_ops.model.state import State

_NAMELESS = "has no name that can be read"
_REPAIR = "repair the file; `heymilo-ops {option}lint` shows where"


@dataclass(frozen=True)
class PostingFile:
    """One file of ``postings/``.

    Attributes:
        source: the file as read.
        findings: of the YAML and schema layers, and of the repo as a whole.
        desired: what it asks for; ``None`` where it has an error.
        partial: what could be made of a file with schema errors, so that the rules can look at the rest of it.
        doubtful: JSON pointers of the questions, configs and steps that hold a schema error: a rule's finding in
            one of them may be a mere consequence, and is dropped.
        composed: how it was composed of shared files; ``None`` where it shares nothing.
    """

    source: Source
    findings: tuple[Finding, ...] = ()
    desired: Desired | None = None
    partial: Desired | None = None
    doubtful: frozenset[str] = frozenset()
    composed: ResolvedManifest | None = None

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of a value of the resolved manifest, in the file that holds it."""
        locator = self.source.locator if self.desired is None else self.source.part_locator
        return (self.composed or locator).place(pointer, key=key)

    @property
    def path(self) -> str:
        """The file's path, relative to the repo."""
        return self.source.path

    @property
    def address(self) -> str | None:
        """The posting's name, ``None`` where it can't be read."""
        return self.source.name

    @property
    def readable(self) -> Desired | None:
        """What it asks for as far as it can be read: of a file with errors, the rest."""
        return self.desired or self.partial

    def with_errors(self, *errors: Finding) -> PostingFile:
        """Return the file with errors that lie in its neighbours or in heymilo.yaml: it asks for nothing."""
        return replace(self, findings=(*self.findings, *errors), desired=None, partial=self.readable)


@dataclass(frozen=True)
class Repo:
    """Every manifest that was asked for, in the order of their paths.

    Attributes:
        findings: on shared files as such.
        others: shared files and heymilo.yaml by path, as far as something points at them.
        passed: what may be a manifest and was passed over.
        backups: how many files are only copies beside a manifest that is read.
        listing: all that was come across.
        elsewhere: the notices that heymilo.yaml says are given elsewhere, with where.
        workspace: that it was read for; ``None`` where that is whichever a posting belongs to.
    """

    documents: tuple[PostingFile, ...]
    findings: tuple[Finding, ...] = ()
    others: Mapping[str, Source] = field(default_factory=dict)
    passed: tuple[Unread, ...] = ()
    backups: int = 0
    listing: ManifestListing = field(default_factory=ManifestListing)
    elsewhere: Mapping[str, NoticeElsewhere] = field(default_factory=dict)
    workspace: str | None = None

    @property
    def files(self) -> int:
        """How many manifests and shared files were looked at."""
        return len(self.documents) + sum(path.startswith(SHARED) for path in self.others)

    @property
    def desired(self) -> list[Desired]:
        """What the files without errors ask for."""
        return [document.desired for document in self.documents if document.desired is not None]

    def readable(self, address: str | None) -> Desired | None:
        """Return what the manifest of a posting asks for as far as it can be read; ``None`` where it isn't here."""
        document = self.by_address.get(address) if address is not None else None
        return document.readable if document is not None else None

    @property
    def placeless(self) -> int:
        """How many postings don't say where candidates are."""
        return sum(not desired.ops.jurisdictions for desired in self.desired)

    @property
    def unreadable(self) -> list[str]:
        """Paths of the files whose name can't be read: no posting may be taken for removed because of them."""
        return [document.path for document in self.documents if document.address is None]

    @property
    def unread(self) -> tuple[Unread, ...]:
        """All that may be a manifest whose name isn't known: files that can't be read, and what was passed over."""
        repair = _REPAIR.format(option=f"-w {self.workspace} " if self.workspace else "")
        return (*(Unread(path, _NAMELESS, repair, stem(path)) for path in self.unreadable), *self.passed)

    @property
    def names(self) -> frozenset[str]:
        """The names that could be read, in what was passed over as well."""
        return frozenset((*self.by_address, *(unread.name for unread in self.passed if unread.name is not None)))

    def may_be(self, address: str) -> list[str]:
        """Paths of what isn't read and may be the manifest of this posting."""
        return [unread.path for unread in self.unread if unread.name in (None, address)]

    def with_left_out(self, left_out: Sequence[Unread]) -> Repo:
        """Return the repo with what git left out of the work tree."""
        findings = (*self.findings, *unread_findings(left_out))
        return replace(self, findings=findings, passed=(*self.passed, *left_out))

    @cached_property
    def aside(self) -> Sequence[tuple[str, Path, Path]]:
        """The manifests that aren't read since a name on their path begins with ``.`` or ``_``."""
        return find_set_aside(self.listing.passed)

    def aside_of(self, state: State | None) -> Mapping[str, str]:
        """The path of each such manifest by the posting's name. None is read unless a live posting has no other."""
        live = (name for name, entry in state.postings.items() if entry.status == "active") if state is not None else ()
        if all(name in self.by_address for name in live):
            return {}
        names = ((read_name(root, path), path_name) for path_name, root, path in self.aside)
        return {name: path_name for name, path_name in names if name is not None}

    @property
    def broken(self) -> frozenset[str]:
        """Names of the files that can be read and have errors: neither planned nor taken for removed."""
        return frozenset(name for name, document in self.by_address.items() if document.desired is None)

    @cached_property
    def by_path(self) -> Mapping[str, PostingFile]:
        """The documents by path."""
        return {document.path: document for document in self.documents}

    @cached_property
    def by_address(self) -> Mapping[str, PostingFile]:
        """The documents by name; where two share one, the first."""
        documents: dict[str, PostingFile] = {}
        for document in self.documents:
            if document.address is not None:
                documents.setdefault(document.address, document)
        return documents

    def line(self, path: str, number: int) -> str | None:
        """Return a line of a file, for a snippet."""
        document = self.by_path.get(path)
        source = document.source if document is not None else self.others.get(path)
        return source.line(number) if source is not None else None


NO_VARIABLES = Variables()


def load_repo(root: Path, paths: Sequence[Path] = (), variables: Variables = NO_VARIABLES) -> Repo:
    """Read the manifests at ``paths`` (files or folders; all of ``postings/`` where there is none)."""
    library = Library(root)
    listing = list_paths(root, paths)
    sources = (item.read() for item in listing.manifests)
    read = [_at_home(read_document(source, library, variables), variables) for source in sources]
    documents = tuple(_unique(read))
    names = {document.path: document.address for document in documents if document.address is not None}
    passed, backups = find_unread(listing.passed, names)
    findings = [*_of_shared(library, paths), *unread_findings(passed)]
    others = {path: shared.source for path, shared in library.cache.items()}
    if variables.source is not None:
        others[variables.source.path] = variables.source
    whose = (variables.elsewhere, variables.chosen)
    return Repo(documents, tuple(findings), others, tuple(passed), backups, listing, *whose)


def repo_of_text(root: Path, source: Source, variables: Variables = NO_VARIABLES) -> Repo:
    """Return one manifest as a text has it that isn't written to its file yet."""
    library = Library(root)
    document = _at_home(read_document(source, library, variables), variables)
    others = {path: shared.source for path, shared in library.cache.items()}
    if variables.source is not None:
        others[variables.source.path] = variables.source
    return Repo((document,), others=others)


def _of_shared(library: Library, paths: Sequence[Path]) -> list[Finding]:
    """The findings of the shared files: of all, or of those at ``paths`` and those that a manifest there uses."""
    if not paths:
        return [*find_unused(library), *check_shared(library)]
    folders = [(library.root / path).resolve() for path in paths]

    def is_asked(path: str) -> bool:
        return any((library.root / path).is_relative_to(folder) for folder in folders)

    strays = (
        finding for finding in find_unusable(library) if finding.place is not None and is_asked(finding.place.path)
    )
    named = {path for kind in KINDS for path in library.paths(kind) if is_asked(path)}
    return [*strays, *check_shared(library, named)]


def read_document(source: Source, library: Library | None = None, variables: Variables = NO_VARIABLES) -> PostingFile:
    """Check one file and build what it asks for. Without a library it can share nothing."""
    if source.data is None:
        return PostingFile(source, source.findings)
    if library is None:
        return _built(source, source.data, source.data, [*source.findings, *check_posting(source)], None)
    if is_valid(source.data) and not may_share(source.data):
        return _built(source, source.data, source.data, source.findings, None)
    composed = resolve_sharing(source, library)
    data, origins = variables.fill(composed)
    placed = replace(composed, origins={**composed.origins, **origins})
    checked = check_resolved(data, placed, composed.failed)
    if "/extends" in composed.failed:  # a key may be missing only because the defaults can't be had
        checked = [finding for finding in checked if finding.code != "SY102" or finding.pointer]
    findings = [*source.findings, *composed.findings, *variables.explained(composed, placed, checked)]
    if not composed.used and not composed.variables and not composed.findings:
        return _built(source, data, data, findings, None)
    return _built(source, data, composed.data, findings, placed)


def may_share(data: Mapping[str, Any]) -> bool:
    """Whether a manifest that is valid as it stands may share something: an answer is the one value of any kind."""
    steps = [step for step in data.get("workflow") or () if step["type"] == "form"]
    answers = [question.get("answer") for step in steps for question in step.get("questions") or ()]
    values = (value for answer in answers for value in (answer if isinstance(answer, list) else [answer]))
    return any(isinstance(value, dict) for value in values)


def _built(
    source: Source,
    data: Mapping[str, Any],
    template: Mapping[str, Any],
    findings: Sequence[Finding],
    composed: ResolvedManifest | None,
) -> PostingFile:
    """Return the document: what it asks for, or as much of it as can be looked at."""
    broken = [item for item in findings if item.severity is Severity.ERROR]
    is_shared_broken = composed is not None and (bool(composed.failed) or composed.unread)
    document = PostingFile(source, tuple(findings), composed=composed)
    if not broken and not is_shared_broken:
        desired, failed = _desire(data, template, document)
        return replace(document, findings=(*findings, *failed), desired=desired)
    partial, _ = _desire(_pruned(data, broken), _pruned(data, broken), document)
    if composed is not None and "/extends" in composed.failed:
        return document  # to a rule, all that the defaults say would be missing
    wrong = [item.pointer for item in broken] + sorted(composed.failed if composed is not None else ())
    return replace(document, partial=partial, doubtful=frozenset(map(find_container, wrong)))


def _desire(
    data: Mapping[str, Any], template: Mapping[str, Any], document: PostingFile
) -> tuple[Desired | None, list[Finding]]:
    """Return the Desired, or why there is none: what the schema let pass and the model doesn't."""
    origins = document.composed.origins if document.composed is not None else {}
    paths = {pointer: origin.source.path for pointer, origin in origins.items()}
    try:
        return desire(data, document.path, template=template, origins=paths), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        return None, [_refused(detail, document, data) for detail in details]
    except (LookupError, TypeError, AttributeError):  # of a pruned document, too broken to go on
        return None, []


def _refused(error: Any, document: PostingFile, data: Any) -> Finding:
    """What the models alone refuse. Their path also names each choice that was made, such as ``web_interview``."""
    pointer = ""
    for part in error["loc"]:
        if isinstance(data, list) or (isinstance(data, dict) and part in data):
            pointer = join(part, base=pointer)
            data = data[part]
    return file_finding("SY199", f"{error['msg']}", document.place(pointer), pointer=pointer)


def _pruned(data: Mapping[str, Any], broken: Iterable[Finding]) -> dict[str, Any]:
    """A copy without the values that have an error; a step or question that can't do without is blanked instead."""
    copy: dict[str, Any] = json.loads(json.dumps(data))
    for item in broken:
        _prune(copy, split(item.pointer))
    copy.setdefault("name", "unnamed")
    copy.setdefault("title", "Untitled")
    if copy.get("workflow"):
        copy["workflow"] = [_taken(step, i) for i, step in enumerate(copy["workflow"], 1)]
    return copy


def _taken(step: Any, number: int) -> dict[str, Any]:
    """A step that can at least be built, so that its neighbours can be looked at; without a type, an empty form."""
    kind = step.get("type") if isinstance(step, dict) else None
    if not isinstance(step, dict) or not isinstance(kind, str) or kind not in STEPS:
        return {"type": "form"}
    questions = [_asked(question, kind, f"{number}.{j}") for j, question in enumerate(step.get("questions") or (), 1)]
    return {**step, "questions": questions} if questions else step


def _asked(question: Any, step: str, number: str) -> dict[str, Any]:
    """Return a question that can at least be built, with the fields that its modality knows."""
    question = question if isinstance(question, dict) else {}
    named = question.get("modality")
    modality = named if isinstance(named, str) and named in QUESTIONS else MODALITIES[step][0]
    text = question.get("text")
    known = {name: value for name, value in question.items() if name in QUESTIONS[modality].model_fields}
    return {**known, "modality": modality, "text": text if isinstance(text, str) and text.strip() else f"#{number}"}


def _prune(node: Any, parts: Sequence[str]) -> None:
    """Take out the value that ``parts`` lead to; of a plain list, the whole list."""
    for i, part in enumerate(parts):
        if isinstance(node, list):
            node = node[int(part)] if int(part) < len(node) else None
        elif isinstance(node, dict):
            last = i == len(parts) - 1
            if last and part == "modality":  # what else the question says is of another modality
                for name in node.keys() - {"key", "text"}:
                    del node[name]
                return
            if last or (isinstance(node.get(part), list) and part not in ("workflow", "questions")):
                node.pop(part, None)
                return
            node = node.get(part)


def _unique(documents: list[PostingFile]) -> Iterator[PostingFile]:
    """Yield the documents, with a finding on each name that another file has too."""
    paths: dict[str, list[str]] = {}
    for document in documents:
        if document.address is not None:
            paths.setdefault(document.address, []).append(document.path)
    for document in documents:
        others = [path for path in paths.get(document.address or "", ()) if path != document.path]
        if others:
            message = f"the name '{document.address}' is also that of {', '.join(others)}"
            place = document.source.locator.place("/name")
            double = file_finding("SY150", message, place, help="rename one of them", pointer="/name")
            yield document.with_errors(double)
        else:
            yield document


def _at_home(document: PostingFile, variables: Variables) -> PostingFile:
    """Return the document, with a finding on each workspace that it names and that isn't there."""
    data = document.composed.data if document.composed is not None else document.source.data
    unknown = tuple(check_workspace_names(data or {}, document.place, variables.values))
    return document.with_errors(*unknown) if unknown else document
