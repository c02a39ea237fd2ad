"""Move what several postings say alike into a shared file. What the postings ask for stays the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from heymilo_ops.errors import AttentionError, UsageError
from heymilo_ops.usecases.atomic_write import existing_bytes, write_all
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_lookup import find_document

if TYPE_CHECKING:
    from heymilo_ops.manifest.extraction import Move
    from heymilo_ops.manifest.repo import PostingFile

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*")


@dataclass(frozen=True)
class FileEdit:
    """A file with its text before (``""`` for a new one) and after."""

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class SharePlan:
    """A move of what several postings say alike, before anything is written."""

    project: Project
    documents: list[PostingFile]
    move: Move

    def edits(self) -> list[FileEdit]:
        """Return what changes, the shared file first. Raises ``AttentionError`` where a digest would change."""
        from heymilo_ops.manifest.extraction import verify_move
        from heymilo_ops.manifest.sharing.library import Library

        project, move = self.project, self.move
        verify_move(self.documents, move, Library(project.root), project.variables(project.chosen_workspace()))
        before = {document.path: document.source.text for document in self.documents}
        texts = {**({move.path: move.text} if move.text is not None else {}), **move.manifests}
        return [FileEdit(path, before.get(path, ""), text) for path, text in texts.items()]


def plan_share(
    project: Project, kind: Literal["text", "question"], subject: str, name: str, postings: Iterable[str]
) -> SharePlan:
    """Find what the ``postings`` (or all) say alike: a text's field or a question's key is the ``subject``.

    Raises ``UsageError`` for a name that can't be meant, ``AttentionError`` where the shared file can't be read.
    """
    from heymilo_ops.manifest.extraction import question_path, share_question, share_text, text_path

    documents = _documents(project, frozenset(postings), name)
    if kind == "text":
        move = share_text(documents, name, subject, _existing_text(project, text_path(name)))
    else:
        move = share_question(documents, name, subject, _existing_text(project, question_path(name)))
    return SharePlan(project, documents, move)


def write_edits(project: Project, edits: Iterable[FileEdit]) -> None:
    """Write all files or none. Raises ``AttentionError``."""
    write_all(project.root, {edit.path: edit.after for edit in edits})


def _documents(project: Project, postings: frozenset[str], name: str) -> list[PostingFile]:
    if not _NAME.fullmatch(name):
        raise UsageError(f"'{name}' can't name a shared file", "Use letters, digits, hyphens, and / for folders.")
    repo = read_repo(project.root, project.variables(project.chosen_workspace()))
    for posting in postings:
        find_document(repo, posting)
    return [document for document in repo.documents if not postings or document.address in postings]


def _existing_text(project: Project, path: str) -> str | None:
    try:
        text = existing_bytes(project.root, path)
        return text.decode() if text is not None else None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise AttentionError(f"{path} can't be read: {reason}", "Choose another name.") from error
