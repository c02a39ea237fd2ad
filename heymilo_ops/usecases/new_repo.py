"""Start a repo: heymilo.yaml, a first posting, schemas, .gitignore, CI files. Nothing that is there is overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Literal

from heymilo_ops import files
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError, UsageError
from heymilo_ops.usecases import ci_files, initial_state, schemas

_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
FileResult = Literal["written", "extended", "kept"]


@dataclass(frozen=True, slots=True)
class NewRepo:
    """A repo to start.

    Attributes:
        workflows: CI files by path.
        outdated: workflows that are there and don't install from the lock.
        state: where production keeps its state, as heymilo.yaml writes it.
    """

    root: Path
    project: str
    workflows: Mapping[str, str]
    outdated: tuple[str, ...]
    state: str


def project_name(root: Path, asked: str | None) -> str:
    """Return the project's name: what is asked for, else the folder's. Raises ``UsageError`` where it can't be one."""
    name = asked if asked is not None else _slug(root.name)
    if not _SLUG.match(name):
        raise UsageError(f"'{name}' can't be a project's name", "Use lower case letters, digits and single hyphens.")
    return name


def prepare_repo(root: Path, project: str, branch: str | None) -> NewRepo:
    """Make the folder and choose what goes into it. ``branch``: the one that CI applies; ``None`` for no CI files.

    Raises ``AttentionError`` where the folder can't be written, or a CI job could not install this tool.
    """
    with _writable(root):
        workflows = ci_files.with_branch(ci_files.ci_texts(root), branch) if branch is not None else {}
        outdated = ci_files.outdated_workflows(root) if branch is not None else ()
        root.mkdir(parents=True, exist_ok=True)
        return NewRepo(root, project, workflows, outdated, initial_state.choose_location(root))


def write_repo(repo: NewRepo) -> Iterator[tuple[str, FileResult]]:
    """Write what isn't there; yield each path with what was done. Raises ``AttentionError``."""
    with _writable(repo.root):
        yield from _write(repo)


@contextmanager
def _writable(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AttentionError(
            f"{error.filename or root} can't be written: {error.strerror}",
            "Choose another folder, or put a plain file or folder there.",
        ) from error


def _write(repo: NewRepo) -> Iterator[tuple[str, FileResult]]:
    root = repo.root
    config = _template("heymilo.yaml").replace("@project@", repo.project)
    yield _new(root, FILE_NAME, config.replace("@state@\n", initial_state.config_lines(repo.state)))
    if not _has_manifests(root):
        closes = (datetime.now(UTC) + timedelta(days=90)).strftime("%Y-%m-%dT18:00:00Z")
        yield _new(root, "postings/first-interviewer.yaml", _template("posting.yaml").replace("@deadline@", closes))
    for name, text in schemas.schema_texts().items():
        yield _new(root, f"{schemas.FOLDER}/{name}", text)
    yield _ignored(root)
    for path, text in repo.workflows.items():
        yield _new(root, path, text)


def _new(root: Path, path: str, text: str) -> tuple[str, FileResult]:
    if files.kind(root, path) is not None:
        return path, "kept"
    files.write(root, path, text.encode())
    return path, "written"


def _has_manifests(root: Path) -> bool:
    """Whether there is a manifest, or something else in the place of the folder of manifests."""
    from heymilo_ops.manifest.listing import FOLDER, list_manifests

    return files.kind(root, FOLDER) is not None and bool(list_manifests(root))


def _ignored(root: Path) -> tuple[str, FileResult]:
    """Add to .gitignore the lines that it lacks."""
    path = ".gitignore"
    before = files.read(root, path).decode("utf-8", "surrogateescape") if files.kind(root, path) is not None else ""
    have = {line.strip() for line in before.splitlines()}
    missing = [line for line in _template("gitignore").splitlines() if line.strip() not in have]
    if not any(line and not line.startswith("#") for line in missing):
        return path, "kept"
    gap = "\n" if before and not before.endswith("\n") else ""
    files.write(root, path, (before + gap + "\n".join(missing) + "\n").encode("utf-8", "surrogateescape"))
    return path, "extended" if before else "written"


def _template(name: str) -> str:
    return resources.files("heymilo_ops.usecases").joinpath("templates", name).read_text(encoding="utf-8")


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-") or "interviews"
