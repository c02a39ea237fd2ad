"""What an import shows and asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from heymilo_ops.cli.output import print_text
from heymilo_ops.cli.prompt import is_yes
from heymilo_ops.cli.session import Session
from heymilo_ops.errors import OpsError
from heymilo_ops.report import import_text
from heymilo_ops.report.prompt import approval_question
from heymilo_ops.report.read_progress import PlainReadProgress
from heymilo_ops.review.words import counted
from heymilo_ops.usecases.import_postings import ImportRequest, ImportResult, import_options, import_postings
from heymilo_ops.usecases.state_lookup import WorkspaceState

if TYPE_CHECKING:
    from heymilo_ops.importer.file_record import ImportedFile
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.usecases.project import Project


class ImportScreen:
    """The person or the job behind an import."""

    def __init__(self, session: Session, is_approved: bool, output_format: str) -> None:
        self.session, self.is_approved, self.output_format = session, is_approved, output_format
        self.progress = PlainReadProgress(session.err)
        self.files: list[ImportedFile] = []

    def run(self, project: Project, known: WorkspaceState, request: ImportRequest) -> ImportResult:
        """Import, and say what was done where that is interrupted or can't go on."""
        try:
            with known.workspace.client() as client:
                options = import_options(project, known, request.folder)
                return import_postings(known, client, request, options, self)
        except (KeyboardInterrupt, OpsError):
            if self.files:
                self.session.note(f"\n{import_text.interrupted(self.files)}")
            raise

    @contextmanager
    def reading(self, api: Postings) -> Iterator[PlainReadProgress]:
        """Watch the reads, and the pauses of ``api``."""
        with self.session.show_reads(api) as self.progress:
            yield self.progress

    def show_personal(self, file: ImportedFile) -> None:
        """Show on stderr what looks like personal data or a credential, quiet or not."""
        for line in import_text.personal_lines(file, self.session.err):
            self.progress.line(line)

    def approve(self, waiting: Sequence[ImportedFile]) -> bool:
        """Ask for approval, where somebody can be asked."""
        if not self.session.interactive or self.output_format == "json":
            return False
        files = "this file" if len(waiting) == 1 else f"these {counted(len(waiting), 'file')}"
        question = f"Write {files} with what is listed above?"
        return is_yes(approval_question(question, self.session.out, "Git forgets nothing that is committed."))

    def record(self, file: ImportedFile) -> None:
        """Take note of what became of a file, should the import be interrupted."""
        self.files.append(file)

    def show(self, result: ImportResult) -> None:
        """Print what came of it, and what to do next."""
        if self.output_format == "json":
            return
        out = self.session.out
        print_text(import_text.render_files(result.files, out, by_id=result.by_id))
        print_text(import_text.render_omissions(result.selection.omitted, out, by_id=result.by_id))
        print_text(import_text.summary(result.files, out))
        for line in import_text.next_steps(result.files):
            self.session.note(line)
