"""Read the manifests and run the three layers of lint: all findings at once, each with its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from heymilo_ops import files
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError, StateError, UsageError
from heymilo_ops.finding import Dismissed, Finding, LintError, Severity, is_fixed
from heymilo_ops.lint.applied_text import NOTHING_APPLIED, AppliedText, wording_hash
from heymilo_ops.lint.baseline import entries_of, entry_of
from heymilo_ops.lint.english_rules import EnglishRules, unread_by_english_rules
from heymilo_ops.lint.resources import Resources
from heymilo_ops.lint.rule import Subject
from heymilo_ops.lint.run import run, run_across
from heymilo_ops.lint.topics.posting_topics import PostingTopics
from heymilo_ops.manifest.baseline_file import baseline_text
from heymilo_ops.manifest.codes import limit_findings
from heymilo_ops.manifest.exceptions import FILE_NAME as EXCEPTIONS
from heymilo_ops.manifest.law_reader import load_law
from heymilo_ops.manifest.listing import FOLDER, find_left_out, is_manifest_path
from heymilo_ops.manifest.repo import PostingFile, Repo, load_repo, repo_of_text
from heymilo_ops.manifest.suppress import find_consequences
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.canonical import CANON, canonical, design_part
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.notices import NoticeElsewhere
from heymilo_ops.usecases.dismissal import Dismissal, Texts
from heymilo_ops.usecases.lint_settings import NO_SETTINGS, LintSettings
from heymilo_ops.usecases.project import Project, existing_path

if TYPE_CHECKING:
    from heymilo_ops.model.state import State
    from heymilo_ops.statefile.store import StateStore

_OF_FILES = ("SY", "PL")
"""Families of findings on what can't be read or planned, whatever would be sent."""

Sends = Callable[[Desired, bool], bool | None]
"""Whether the next plan would send a posting's settings; ``None`` where that isn't known.

The flag says whether the posting is whole, or what is left of it without the values that are wrong.
"""


@dataclass(frozen=True)
class CheckResult:
    """The manifests and their findings.

    Attributes:
        users: the postings that have a finding from one shared file, where there are several.
        dismissed: the findings that don't count, and why.
        lint_errors: errors that bar a create, a replace, or an edit of what they are about, one for each posting.
        refused: errors that count once their posting is created; warnings until then.
        counted: the findings, one for each posting, all of them.
        topics: the postings that could be read, as they were read for topics.
    """

    repo: Repo
    findings: tuple[Finding, ...]
    users: Mapping[Finding, frozenset[str]] = field(default_factory=dict)
    dismissed: tuple[Dismissed, ...] = ()
    lint_errors: tuple[LintError, ...] = ()
    refused: tuple[Finding, ...] = ()
    counted: tuple[Finding, ...] = ()
    topics: tuple[PostingTopics, ...] = ()

    @property
    def errors(self) -> list[Finding]:
        """The findings that are errors."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    def fingerprint(self, finding: Finding) -> str:
        """Return what identifies a finding wherever it stands: without its line, and with the words it is about."""
        desired = self.repo.readable(finding.address)
        if desired is not None and finding.since:
            return wording_hash(asdict(entry_of(finding, desired)))
        path = finding.place.path if finding.place is not None else ""
        return wording_hash([finding.code, path, finding.address, finding.pointer])

    def addresses(self, finding: Finding) -> frozenset[str]:
        """Return the postings that have a finding: several where it stands in a shared file."""
        own = frozenset(() if finding.address is None else (finding.address,))
        return self.users.get(finding, own)

    def is_only_of(self, finding: Finding, addresses: Collection[str]) -> bool:
        """Return whether a rule found this in nothing but these postings."""
        named = self.addresses(finding)
        return bool(named) and named.issubset(addresses) and finding.code[:2] not in _OF_FILES


def read_repo(root: Path, variables: Variables, paths: Sequence[Path] = ()) -> Repo:
    """Read the manifests at ``paths``, or all of ``postings/`` and what git left out of it."""
    repo = load_repo(root, paths, variables)
    if paths:
        return repo
    from heymilo_ops import gitinfo

    missing = gitinfo.left_out(root, {FOLDER, *repo.listing.folders})
    contents = gitinfo.blobs(root, missing.files.values(), fetching=False)
    files = {path: contents.get(blob) for path, blob in missing.files.items()}
    return repo.with_left_out(find_left_out(files, missing.submodules))


def _unknown(_: Desired) -> AppliedText | None:
    return None


@dataclass(frozen=True)
class CheckBasis:
    """What findings are held against.

    Attributes:
        settings: what the repo says of findings.
        sends: whether a posting's settings would be sent; ``None`` where that isn't known.
        texts: what is applied of a posting.
        is_whole: whether all manifests were read.
        compared: the other manifests, with which those that were read are compared; nothing is reported of them.
        resources: what the workspace has, where HeyMilo was asked.
    """

    settings: LintSettings = NO_SETTINGS
    sends: Sends | None = None
    texts: Texts = _unknown
    is_whole: bool = False
    compared: tuple[PostingFile, ...] = ()
    resources: Resources | None = None


NO_BASIS = CheckBasis()


def check_repo(repo: Repo, basis: CheckBasis = NO_BASIS) -> CheckResult:
    """Run the rules over every manifest that can be read, place their findings, and say which of them count."""
    now = datetime.now(UTC)
    settings = basis.settings
    repo = replace(repo, others={**settings.sources, **repo.others})
    subjects = [_subject(document, now, basis, repo.elsewhere) for document in repo.documents]
    raw = _raw_findings(repo, subjects, basis, now)
    dismissal = Dismissal(repo, settings, basis.texts, now.date(), is_whole=basis.is_whole)
    counted = dismissal.count([*raw, *repo.findings, *settings.findings])
    merged, users = merge_shared(list(counted.findings), repo)
    errors = [
        LintError(finding, dismissal.has_changed(finding))
        for finding in counted.findings
        if finding.severity is Severity.ERROR and finding.address is not None and not is_fixed(finding)
    ]
    limited = tuple(limit_findings(merged))
    topics = tuple(subject.topics for subject in subjects if subject is not None)
    settled = (counted.dismissed, tuple(errors), counted.refused, counted.findings)
    return CheckResult(repo, limited, users, *settled, topics)


def _raw_findings(repo: Repo, subjects: Sequence[Subject | None], basis: CheckBasis, now: datetime) -> list[Finding]:
    """Return what all rules find in the files that were read, before anything of it is dismissed."""
    others = [_subject(document, now, NO_BASIS, repo.elsewhere) for document in basis.compared]
    across = iter(run_across([subject for subject in (*subjects, *others) if subject is not None]))
    return [
        finding
        for document, subject in zip(repo.documents, subjects, strict=True)
        for finding in _document_findings(document, subject, next(across) if subject is not None else [])
    ]


def merge_shared(findings: list[Finding], repo: Repo) -> tuple[list[Finding], dict[Finding, frozenset[str]]]:
    """Merge the findings that several postings have from one shared file into one that counts them; and name those."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        shared = finding.place is not None and finding.place.path in repo.others
        key = (finding.code, finding.place, finding.message, finding.help) if shared else (id(finding),)
        groups.setdefault(key, []).append(finding)
    merged, users_of = [], {}
    for group in groups.values():
        finding, users = group[0], frozenset(finding.address for finding in group if finding.address is not None)
        if len(users) > 1:
            finding = replace(finding, message=f"{finding.message} (used by {len(users)} postings)", address=None)
            users_of[finding] = users
        merged.append(finding)
    return merged, users_of


def _subject(
    document: PostingFile, now: datetime, basis: CheckBasis, stated: Mapping[str, NoticeElsewhere]
) -> Subject | None:
    """Return what the rules are given of a file, ``None`` where it can't be read."""
    desired = document.readable
    if desired is None:
        return None
    is_known = basis.sends is not None and document.address is not None
    sends = basis.sends(desired, document.desired is not None) if basis.sends is not None and is_known else None
    return Subject(desired, now, sends, load_law(), stated, basis.resources)


def _document_findings(document: PostingFile, subject: Subject | None, across: Sequence[Finding]) -> list[Finding]:
    """Return all findings of one file: those of its rules placed, without what merely follows from its errors."""
    rule_findings = [*run([subject]), *across] if subject is not None else []
    is_consequence = find_consequences(document)
    placed = [
        replace(
            finding,
            place=document.place(finding.pointer),
            other_place=document.place(finding.other) if finding.other else None,
        )
        for finding in rule_findings
        if not is_consequence(finding)
    ]
    return [replace(finding, address=document.address) for finding in (*document.findings, *placed)]


def applied_texts(state: State | None, store: StateStore) -> Texts:
    """Make the function that says what is applied of a posting, as its snapshot has it."""

    def texts(desired: Desired) -> AppliedText | None:
        postings = state.postings if state is not None else {}
        entry = postings.get(desired.address) or postings.get(desired.ops.moved_from or "")
        if entry is None or entry.status == "archived":
            return NOTHING_APPLIED
        snapshot = None if desired.under(entry.digest) else store.snapshot(entry.digest)
        resolved = desired.resolved if desired.under(entry.digest) else snapshot.resolved if snapshot else None
        return AppliedText(entry.current.release, resolved, entry.live_name is not None) if resolved else None

    return texts


def deadline_sends(state: State | None, store: StateStore) -> Sends:
    """Make the function that says of a posting whether its deadline would be sent."""

    def sends(desired: Desired, is_whole: bool) -> bool | None:
        posting = state.postings.get(desired.address) if state is not None else None
        if posting is None or posting.status == "archived":
            # A role that ended gets no posting, and what is taken over stays as it is.
            return desired.ops.lifecycle == "open" and desired.ops.adopt is None
        if desired.ops.lifecycle == "closed":
            return False
        if not is_whole:
            return None
        if desired.under(posting.digest):
            return False
        if posting.current.canon == CANON and posting.current.design_digest != desired.design_digest:
            return True
        snapshot = store.snapshot(posting.digest)
        if snapshot is None:
            return True
        form = canonical(snapshot.request, CANON)
        return design_part(form) != design_part(desired.form) or form.get("deadline") != desired.form.get("deadline")

    return sends


@dataclass(frozen=True)
class LintResult:
    """The findings of the files that are asked for.

    Attributes:
        files: how many files were checked.
        ignored: files that are asked for by name, such as by pre-commit, and are nothing that is checked.
        texts: how many texts were read for topics, can't be read in their language, and how many topics no vocabulary
            covers.
        english: which rules don't read how many of the postings, since they look for English words.
    """

    checked: CheckResult
    files: int
    ignored: list[str]
    texts: tuple[int, int, int] = (0, 0, 0)
    english: EnglishRules | None = None


def lint(project: Project, folder: Path, paths: Sequence[Path], *, online: bool = False) -> LintResult:
    """Check the files at ``paths`` (seen from ``folder``), or all; ``online``, what they name by id, too.

    Raises ``UsageError`` for a path that isn't there, ``UnreachableError`` where HeyMilo can't be asked.
    """
    apart = (project.root / FILE_NAME, project.root / EXCEPTIONS)
    full = [_full_path(folder, path) for path in paths]
    manifests = [path for path in full if path not in apart]
    if full and not manifests:  # these were read and checked already
        repo = Repo((), others={FILE_NAME: project.source})
    else:
        repo = read_repo(project.root, project.variables(project.chosen_workspace()), manifests)
    ignored = _ignored(project.root, full, repo)
    compared = _compared(project, repo) if manifests else ()
    resources = _read_resources(project, repo) if online else None
    basis = replace(_basis(project), is_whole=not full, compared=compared, resources=resources)
    checked = check_repo(repo, basis)
    files = repo.files + sum(path in full for path in apart)
    return LintResult(checked, files, ignored, _texts(checked), _english(checked, basis))


def _texts(checked: CheckResult) -> tuple[int, int, int]:
    """Count the texts of all postings: read, and in a language that can't be; and the topics that aren't covered."""
    unreadable = sum(len(posting.unread) for posting in checked.topics)
    uncovered = frozenset[str]().union(*(posting.uncovered for posting in checked.topics))
    return sum(len(posting.texts) for posting in checked.topics) - unreadable, unreadable, len(uncovered)


def lint_text(project: Project, folder: Path, path: Path, read: Callable[[], bytes]) -> LintResult:
    """Check a text as the manifest at ``path`` (seen from ``folder``), such as an editor has it before it is saved.

    ``read`` gives the text. Raises ``UsageError`` for a path that is no manifest's.
    """
    full = (folder / path).absolute()
    name = full.relative_to(project.root).as_posix() if full.is_relative_to(project.root) else full.as_posix()
    if not is_manifest_path(name):
        raise UsageError(f"{path} is no path of a manifest", "Give the path of a .yaml file below postings/.")
    repo = repo_of_text(project.root, read_text(read(), name), project.variables(project.chosen_workspace()))
    basis = replace(_basis(project), is_whole=False, compared=_compared(project, repo))
    checked = check_repo(repo, basis)
    return LintResult(checked, 1, [], _texts(checked), _english(checked, basis))


def _english(checked: CheckResult, basis: CheckBasis) -> EnglishRules | None:
    """Count the postings that rules for English don't read."""
    languages = (desired.manifest.language for desired in checked.repo.desired)
    return unread_by_english_rules(languages, basis.settings.policy)


def write_baseline(project: Project) -> tuple[str, int]:
    """Write the file that ``lint.baseline`` names, with all findings that count now; return its path and their number.

    Errors of the families SY, AP and PL aren't in it: they count in any case. Raises ``AttentionError`` where
    heymilo.yaml names no file, ``OSError`` where it can't be written.
    """
    settings = project.lint_settings
    path = settings.baseline_path
    if path is None:
        help = "Name it in heymilo.yaml: 'lint: {baseline: heymilo-baseline.json}'. Plans and applies then read it too."
        raise AttentionError("heymilo.yaml names no file for a baseline", help)
    repo = read_repo(project.root, project.variables(project.chosen_workspace()))
    basis = replace(_basis(project), settings=replace(settings, baseline=frozenset()), is_whole=True)
    checked = check_repo(repo, basis)
    by_address = {document.address: document.readable for document in repo.documents}
    pairs = [(finding, by_address.get(finding.address)) for finding in checked.counted]
    entries = entries_of((finding, desired) for finding, desired in pairs if desired is not None and finding.since)
    files.write(project.root, path, baseline_text(entries).encode())
    return path, len(entries)


def _read_resources(project: Project, repo: Repo) -> Resources:
    from heymilo_ops.usecases.online_resources import read_resources

    return read_resources(project, [document.readable for document in repo.documents])


def _compared(project: Project, repo: Repo) -> tuple[PostingFile, ...]:
    """Return the other manifests of the repo, where only some are asked for: rules compare those with all."""
    if not repo.documents:
        return ()
    whole = load_repo(project.root, (), project.variables(project.chosen_workspace()))
    return tuple(document for document in whole.documents if document.path not in repo.by_path)


def _full_path(folder: Path, path: Path) -> Path:
    with suppress(OSError):
        return existing_path(folder, path)
    return folder / path  # a folder above can't be entered, or links lead in a circle: reading it becomes a finding


def _ignored(root: Path, full: list[Path], repo: Repo) -> list[str]:
    placed = {finding.place.path for finding in repo.findings if finding.place is not None}
    known = {*repo.by_path, *repo.others, *placed, FILE_NAME, EXCEPTIONS}
    files = (path.resolve() for path in full if os.path.isfile(path))  # noqa: PTH113  never raises
    names = (path.relative_to(root).as_posix() for path in files if path.is_relative_to(root))
    return [name for name in names if name not in known]


def _basis(project: Project) -> CheckBasis:
    """Return what can be said without a network: with a state in a folder here, what is applied and would be sent."""
    nothing_known = CheckBasis(project.lint_settings)
    if project.chosen_workspace() is None:
        return nothing_known
    workspace = project.workspace()
    try:
        folder = workspace.state_folder()
    except StateError:  # outside the repo: lint does without
        return nothing_known
    if folder is None:
        is_unknown = project.invocation.ci or workspace.is_remote
        return nothing_known if is_unknown else replace(nothing_known, sends=lambda *_: True)
    store = workspace.store()
    return state_basis(project.lint_settings, store.read(), store)


def state_basis(settings: LintSettings, state: State | None, store: StateStore) -> CheckBasis:
    """Return what findings are held against, with a state and its snapshots in ``store``."""
    return CheckBasis(settings, deadline_sends(state, store), applied_texts(state, store), is_whole=True)
