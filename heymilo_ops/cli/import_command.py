"""``import``: manifests of postings that exist at HeyMilo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from heymilo_ops.cli.import_adopt import adopt_imported
from heymilo_ops.cli.list import print_unmanaged
from heymilo_ops.cli.options import Session, WriteOptions, format_option, subcommand, write_options
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.cli.prompt import is_yes
from heymilo_ops.cli.read_progress import show_reads
from heymilo_ops.errors import AdviceKind, Exit, OpsError, UsageError, advise
from heymilo_ops.report import import_text
from heymilo_ops.report.prompt import approval_question
from heymilo_ops.report.read_progress import PlainReadProgress
from heymilo_ops.report.unmanaged_text import choose_help
from heymilo_ops.review.words import counted
from heymilo_ops.usecases.import_postings import (
    ImportRequest,
    ImportResult,
    import_folder,
    import_options,
    import_postings,
)
from heymilo_ops.usecases.state_lookup import WorkspaceState

if TYPE_CHECKING:
    from heymilo_ops.importer.file_record import ImportedFile
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.usecases.project import Project


@subcommand("import")
@click.argument("references", nargs=-1, metavar="[ID|URL]...")
@click.option("--all", "everything", is_flag=True, help="All that are active, drafts or expired.")
@click.option("--search", default="", metavar="TEXT", help="Those with this text in their title.")
@click.option("--dir", "folder", metavar="DIR", help="Where the files go: postings/, or a folder below it.")
@click.option("--adopt", is_flag=True, help="Then take the postings over: plan, ask, apply.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
@write_options
@format_option("text", "json")
def command(session: Session, write: WriteOptions, output_format: str, adopt: bool, **asked: Any) -> Exit:
    """Make manifests of postings that exist at HeyMilo. HeyMilo is only read, unless --adopt is given.

    Without arguments, list the postings that nobody manages. What has a file already is skipped, so an import that
    was interrupted goes on when it is run again. --auto-approve also says yes to what looks like personal data.
    """
    project = session.find_project()
    known = WorkspaceState(project.workspace(), project.workspace().store(), None).read_again()
    request = _request(project, adopt, asked)
    if request is None:
        return _choose(session, known, output_format)
    if adopt:
        known.workspace.guard_ci(session.ci, write.local_state)
    screen = _Screen(session, write.auto_approve, output_format)
    result = screen.run(project, known, request)
    code = Exit.DONE if result.is_complete else Exit.ATTENTION
    adopted: list[dict[str, Any]] = []
    try:
        screen.show(result)
        if adopt:
            code = max(code, adopt_imported(session, known.workspace, result.adoptable, write, adopted, output_format))
    finally:
        if output_format == "json":
            data = import_text.import_data(result.files, result.selection.omitted)
            print_json(workspace=known.name, dry_run=request.dry_run, **data, outcomes=adopted)
    return code


def _request(project: Project, adopt: bool, asked: Mapping[str, Any]) -> ImportRequest | None:
    """Return what is asked for; ``None`` where nothing is. Raises ``UsageError``."""
    references, everything, search, dry_run = (asked[key] for key in ("references", "everything", "search", "dry_run"))
    if references and (everything or search):
        raise UsageError("Postings by id and --all or --search don't go together", "Give one of them.")
    if adopt and dry_run:
        raise UsageError("--adopt takes over what is written, and --dry-run writes nothing", "Give one of them.")
    if not (references or everything or search):
        return None
    return ImportRequest(references, search, import_folder(project, asked["folder"]), dry_run)


def _choose(session: Session, known: WorkspaceState, output_format: str) -> Exit:
    """List what there is to choose from. Raises ``UsageError`` where nobody reads it."""
    if not session.interactive or output_format == "json":
        raise UsageError(
            "It isn't said what to import",
            ("Give ids or links, --search TEXT, or --all.", advise(AdviceKind.LIST_UNMANAGED, workspace=known.name)),
        )
    if print_unmanaged(session, known, "text"):
        click.echo()
        print_text(choose_help(known.name, session.out))
    return Exit.DONE


class _Screen:
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
        with show_reads(self.session, api) as self.progress:
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
        print_text(import_text.render_files(result.files, out))
        print_text(import_text.render_omissions(result.selection.omitted, out, by_id=result.by_id))
        print_text(import_text.summary(result.files, out))
        for line in import_text.next_steps(result.files):
            self.session.note(line)
