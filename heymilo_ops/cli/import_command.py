"""``import``: manifests of postings that exist at HeyMilo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from heymilo_ops.cli.import_adopt import adopt_imported
from heymilo_ops.cli.import_screen import ImportScreen
from heymilo_ops.cli.list import print_unmanaged
from heymilo_ops.cli.options import Session, WriteOptions, format_option, subcommand, write_options
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import AdviceKind, Exit, UsageError, advise
from heymilo_ops.report import import_text
from heymilo_ops.report.unmanaged_text import choose_help
from heymilo_ops.usecases.import_postings import (
    ImportRequest,
    import_folder,
    suggest_shared,
)
from heymilo_ops.usecases.state_lookup import WorkspaceState

if TYPE_CHECKING:
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
    screen = ImportScreen(session, write.auto_approve, output_format)
    result = screen.run(project, known, request)
    code = Exit.DONE if result.is_complete else Exit.ATTENTION
    suggestions = suggest_shared(known) if result.has_written else []
    adopted: list[dict[str, Any]] = []
    try:
        screen.show(result)
        if adopt:
            code = max(code, adopt_imported(session, known.workspace, result.adoptable, write, adopted, output_format))
    finally:
        if output_format == "json":
            data = import_text.import_data(result.files, result.selection.omitted)
            shared = import_text.suggestion_data(suggestions, known.name)
            print_json(workspace=known.name, dry_run=request.dry_run, **data, suggestions=shared, outcomes=adopted)
        else:
            print_text(import_text.render_suggestions(suggestions, known.name, session.out))
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
            "Nothing says what to import",
            ("Give ids or links, --search TEXT, or --all.", advise(AdviceKind.LIST_UNMANAGED, workspace=known.name)),
        )
    if print_unmanaged(session, known, "text"):
        click.echo()
        print_text(choose_help(known.name, session.out))
    return Exit.DONE
