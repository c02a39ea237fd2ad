"""Start a repo: heymilo.yaml, a first posting, schemas, .gitignore, CI files. Nothing that is there is overwritten."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Literal

from heymilo_ops import files, gitinfo
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError, StateError, UsageError
from heymilo_ops.model import location
from heymilo_ops.usecases import audience, ci_files
from heymilo_ops.usecases.atomic_write import existing_bytes, file_errors

_ACCEPTED = re.compile(rb"^public_repo: *accepted *(#.*)?$", re.MULTILINE)
_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
FileResult = Literal["written", "extended", "kept"]


@dataclass(frozen=True, slots=True)
class NewRepo:
    """A repo to start.

    Attributes:
        workflows: CI files by path.
        outdated: workflows that are there and don't install from the lock.
        state: where production keeps its state, as heymilo.yaml writes it.
        audience_unseen: whether it could not be seen who can read the repository.
    """

    root: Path
    project: str
    workflows: Mapping[str, str]
    outdated: tuple[str, ...]
    state: str
    audience_unseen: bool = False


def project_name(root: Path, asked: str | None) -> str:
    """Return the project's name: what is asked for, else the folder's. Raises ``UsageError`` where it can't be one."""
    name = asked if asked is not None else _slug(root.name)
    if not _SLUG.match(name):
        raise UsageError(f"'{name}' can't be a project's name", "Use lower case letters, digits and single hyphens.")
    return name


def prepare_repo(root: Path, project: str, branch: str | None) -> NewRepo:
    """Make the folder and choose what goes into it. ``branch``: the one that CI applies; ``None`` for no CI files.

    Raises ``AttentionError`` where the folder can't be written, a CI job could not install this tool, or CI would show
    interviews in a repository that GitHub shows to everybody.
    """
    with _writable(root):
        public = _refuse_public(root) if branch is not None else None
        workflows = ci_files.with_branch(ci_files.ci_texts(root), branch) if branch is not None else {}
        outdated = ci_files.outdated_workflows(root) if branch is not None else ()
        root.mkdir(parents=True, exist_ok=True)
        return NewRepo(root, project, workflows, outdated, choose_location(root), public == "")


def _refuse_public(root: Path) -> str | None:
    """Refuse a public repository that nobody accepted; what ``public_repository`` says of it."""
    public = audience.public_repository(root, os.environ) if root.is_dir() else None
    text = existing_bytes(root, FILE_NAME) or b"" if root.is_dir() else b""
    audience.require_accepted(bool(_ACCEPTED.search(text)), audience.PUBLIC if public else "")
    return public


def write_repo(repo: NewRepo) -> Iterator[tuple[str, FileResult]]:
    """Write what isn't there; yield each path with what was done. Raises ``AttentionError``."""
    root = repo.root
    with _writable(root):
        config = _template("heymilo.yaml").replace("@project@", repo.project)
        yield _new(root, FILE_NAME, config.replace("@state@\n", config_lines(repo.state)))
        if not _has_manifests(root):
            closes = (datetime.now(UTC) + timedelta(days=90)).strftime("%Y-%m-%dT18:00:00Z")
            yield _new(root, "postings/first-interviewer.yaml", _template("posting.yaml").replace("@deadline@", closes))
        for name, text in schema_texts().items():
            yield _new(root, f"{SCHEMAS}/{name}", text)
        yield _ignored(root)
        for path, text in repo.workflows.items():
            yield _new(root, path, text)


@contextmanager
def _writable(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AttentionError(
            f"{error.filename or root} can't be written: {error.strerror}",
            "Choose another folder, or put a plain file or folder there.",
        ) from error


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
    before = (existing_bytes(root, path) or b"").decode("utf-8", "surrogateescape")
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


BRANCH = "heymilo-state"
STATE_FOLDER = ".heymilo/state/production"

_ON_BRANCH = """\
    # What was applied is kept on a branch of this repo's own remote: a fresh CI job finds it there, and no bucket is
    # needed. Your files and branches here are never touched. A second project in this repo needs a branch of its own.
    # Protect that branch: nobody but the apply job may push to it, and nobody may force-push or delete it.
"""
_IN_FOLDER = """\
    # What was applied is kept in a folder here, since this repo has no remote: nobody else sees it, and no CI job.
    # Once there is a remote, and before the first apply to production, write git:origin/heymilo-state instead.
"""


def choose_location(root: Path) -> str:
    """Return the location of the state as heymilo.yaml writes it; of several remotes ``origin`` is preferred."""
    usable = [name for name in gitinfo.remotes(root) if _is_usable(name)]
    chosen = "origin" if "origin" in usable else next(iter(usable), None)
    return _on_branch(chosen) if chosen is not None else STATE_FOLDER


def config_lines(state: str) -> str:
    """The lines of heymilo.yaml that set it, with a comment that says why."""
    return f"{_IN_FOLDER if state == STATE_FOLDER else _ON_BRANCH}    state: {state}\n"


def _on_branch(remote: str) -> str:
    return f"git:{remote}/{BRANCH}"


def _is_usable(remote: str) -> bool:
    """Whether its name can stand in a location."""
    try:
        return location.parse_location(_on_branch(remote)) == location.BranchLocation(remote, BRANCH)
    except StateError:
        return False


SCHEMAS = "schemas"


def schema_texts() -> dict[str, str]:
    """Return the content of every schema by file name."""
    from heymilo_ops.manifest.schema import FOR_EDITORS, schema_text

    return {f"{name}.schema.json": schema_text(name) for name in FOR_EDITORS}


def write_schemas(root: Path) -> list[str]:
    """Write the schemas below ``root`` that are stale, and return their names."""
    written = stale_schemas(root)
    for name in written:
        path = f"{SCHEMAS}/{name}"
        with file_errors(f"{path} can't be written", "Put a plain file there."):
            files.write(root, path, schema_texts()[name].encode())
    return written


def stale_schemas(root: Path) -> list[str]:
    """Return the names of the schemas below ``root`` that are missing or differ from ``schema_texts``."""
    return [name for name, text in schema_texts().items() if not _has(root, f"{SCHEMAS}/{name}", text.encode())]


def _has(root: Path, path: str, data: bytes) -> bool:
    try:
        return files.read(root, path, len(data) + 1) == data
    except OSError:
        return False
