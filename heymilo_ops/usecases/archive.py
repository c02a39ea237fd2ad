"""``archive``: close a role by its manifest, and apply that alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from heymilo_ops import files, gitinfo
from heymilo_ops.errors import AdviceKind, AttentionError, Exit, StaleError, advise
from heymilo_ops.manifest.repo import PostingFile, Repo, read_document
from heymilo_ops.manifest.sharing.library import Library
from heymilo_ops.manifest.yaml_edit import edit_text
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.build import build
from heymilo_ops.plan.rollback import is_applied
from heymilo_ops.usecases.atomic_write import existing_bytes, file_errors, in_form_of
from heymilo_ops.usecases.check import check_repo
from heymilo_ops.usecases.execute import Proposal, carry_out
from heymilo_ops.usecases.plan import PlanOptions, PlanSources, gather
from heymilo_ops.usecases.run import Run, identify
from heymilo_ops.usecases.state_lookup import WorkspaceState, find_posting
from heymilo_ops.usecases.workspace import Workspace

End = Literal["closed", "draining"]

_HELP = "Nothing was sent."


@dataclass(frozen=True, slots=True)
class Closing:
    """A manifest that says how its role ends.

    Attributes:
        before: the bytes that the file has; ``after``: those that it will have, the same where it says so already.
        document: the file as it will be read.
    """

    path: str
    before: bytes
    after: bytes
    document: PostingFile

    def write(self, root: Path) -> None:
        """Write the file. Raises ``AttentionError`` where that fails, ``StaleError`` where it is another by now."""
        if self.before == self.after:
            return
        with file_errors(f"{self.path} can't be written", _HELP):
            if existing_bytes(root, self.path) != self.before:
                raise StaleError(f"{self.path} was changed meanwhile", f"{_HELP} Run it again.")
            files.write(root, self.path, self.after)


def archive(run: Run, options: PlanOptions, name: str, end: End) -> tuple[Exit, str | None]:
    """Write ``ops.lifecycle`` into a manifest and apply that one posting; how it ended, and the path if it was written.

    The file is written once that is approved and before anything is sent: what is archived while its manifest says
    otherwise would be made anew.
    """
    closings: list[Closing] = []

    def propose(known: WorkspaceState, is_locked: bool) -> Proposal:
        closing = prepare_closing(run.workspace, known, name, end)
        closings.append(closing)
        sources = gather(known, options, run.api, is_locked=is_locked, repo=_with(known.repo, closing.document))
        if closing.before != closing.after:
            _guard_work(run.workspace, sources, known.repo.by_address[name], closing)
        alone = replace(sources.input, targets=frozenset({name}))
        plan = build(alone)
        if closing.before != closing.after:
            plan = replace(plan, notes=(*plan.notes, Reason(ReasonCode.FILE_EDITED, closing.path)))
        # What lint says of the file hinders no archive: nothing of it is sent.
        return Proposal(
            replace(sources, input=alone).result(plan, check_repo(Repo(()))),
            lambda: identify(run.workspace),
            before_sending=lambda: closing.write(run.workspace.root),
        )

    code = carry_out(run, propose)
    first = closings[0]
    is_written = existing_bytes(run.workspace.root, first.path) == first.after != first.before
    return code, first.path if is_written else None


def prepare_closing(workspace: Workspace, known: WorkspaceState, name: str, end: End) -> Closing:
    """Edit the text of a manifest. Raises ``AttentionError`` or ``UsageError`` where that can't be."""
    document = known.repo.by_address.get(name)
    if document is None:
        find_posting(known.applied, name)
        raise AttentionError(
            f"There is no manifest of {name}, and archive writes into it",
            (
                "A posting without a manifest is archived by ops.on_remove.",
                advise(AdviceKind.PLAN, workspace=workspace.name),
            ),
        )
    if document.desired is None:
        raise AttentionError(f"{document.path} has errors, so it can't be edited", (_HELP, advise(AdviceKind.LINT)))
    if name not in known.postings:
        raise AttentionError(f"{name} was never applied to '{workspace.name}', so there is nothing to archive", _HELP)
    path = document.path
    with file_errors(f"{path} can't be read", _HELP):
        before = existing_bytes(workspace.root, path) or b""
    text = _edited(read_text(before, path).text, end)
    after = before if text is None else in_form_of(before, text)
    edited = read_document(read_text(after, path), Library(workspace.root), workspace.variables)
    desired = document.desired
    if edited.desired is None or (edited.desired.ops, edited.desired.digest) != (
        desired.ops.model_copy(update={"lifecycle": end}),
        desired.digest,
    ):
        raise AttentionError(
            f"{path} can't be edited", f"{_HELP} Write `ops: {{lifecycle: {end}}}` into it by hand, then apply."
        )
    return Closing(path, before, after, edited)


def _edited(text: str, end: End) -> str | None:
    """Return the text with the one key in it, every comment kept; ``None`` where no edit can have that."""
    data = read_text(text, "").data or {}
    ops = data.get("ops") or {}
    desired = {**data, "ops": {**ops, "lifecycle": end}} if isinstance(ops, dict) else data
    return edit_text(text, desired, strict=True) or edit_text(text, desired)


def _with(repo: Repo, document: PostingFile) -> Repo:
    others = (document if other.path == document.path else other for other in repo.documents)
    return replace(repo, documents=tuple(others))


def _guard_work(workspace: Workspace, sources: PlanSources, today: PostingFile, closing: Closing) -> None:
    """Refuse to write into a file with work that is kept nowhere else, as a rollback does."""
    is_committed = gitinfo.dirty(workspace.root, [closing.path]) == frozenset()
    if not is_committed and not (today.desired is not None and is_applied(sources.input, today.desired)):
        raise AttentionError(
            f"{closing.path} has changes that are neither applied nor committed, and archive writes into it",
            f"Commit or apply them first. {_HELP}",
        )
