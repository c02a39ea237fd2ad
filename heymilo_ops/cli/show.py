"""``show``: a saved plan, or a posting as it was applied."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.completion import posting_names_or_files
from heymilo_ops.cli.known import snapshot
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.render import posting
from heymilo_ops.cli.saved import asked_for, made_here, read_plan
from heymilo_ops.errors import AttentionError, Exit, OpsError
from heymilo_ops.model.canonical import canonical
from heymilo_ops.plan.comparison import Comparison
from heymilo_ops.plan.planfile import SavedPlan
from heymilo_ops.plan.planfile_reader import as_plan
from heymilo_ops.report import comparison_text
from heymilo_ops.text.sanitize import json_text
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.guards import guard_state
from heymilo_ops.usecases.workspace import Workspace


@subcommand("show")
@click.argument("what", metavar="PLANFILE|NAME", shell_complete=posting_names_or_files)
@format_option("text", "json", "markdown")
def command(session: Session, what: str, output_format: str) -> Exit:
    """Show a saved plan, or a posting: as it was applied, else as its file has it."""
    path = Path(what)
    if _is_file(path):
        return _plan(path, output_format, session)
    _posting(session.find_workspace(), what, output_format, session)
    return Exit.DONE


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # longer than any file's name
        return False


def _plan(path: Path, output_format: str, session: Session) -> Exit:
    """Show a saved plan, and what of it could be recomputed. A file that tells otherwise needs attention."""
    saved = read_plan(path)
    plan = as_plan(saved)
    asked_for(saved)
    compared, why = _compared(saved, session)
    said = comparison_text.paragraphs(compared, why)
    if output_format == "json":
        click.echo(json_text(saved.data), nl=False)
        session.note("\n" + "\n".join(said))
    elif output_format == "markdown":
        from heymilo_ops.report.plan_markdown import markdown

        click.echo(markdown(plan), nl=False)
        click.echo("\n" + comparison_text.markdown(said), nl=False)
    else:
        from heymilo_ops.report.plan_text import text

        click.echo(text(plan, session.out, lambda _path, _line: None), nl=False)
        click.echo("\n" + comparison_text.text(said, session.out), nl=False)
    return Exit.ATTENTION if compared.otherwise else Exit.DONE


def _compared(saved: SavedPlan, session: Session) -> tuple[Comparison, str]:
    """The file held against a plan made here; and why there is none, where there isn't."""
    try:
        return made_here(session.find_project().checked(saved.workspace), saved), ""
    except OpsError as error:
        return Comparison(), error.message


def _posting(workspace: Workspace, name: str, output_format: str, session: Session) -> None:
    store = workspace.store()
    state = store.read()
    guard_state(state, workspace)
    known = state.postings.get(name) if state is not None else None
    facts: list[tuple[str, str]] = []
    if known is not None:
        sent = snapshot(store, known.current).request
        form = canonical(sent)
        facts = [("Status", known.status), ("Revision", str(known.revision)), ("Posting", known.posting_id)]
        facts += [("Candidates", known.candidate_url)] if known.candidate_url and known.status == "active" else []
    else:
        document = posting(read_repo(workspace.root, workspace.variables), name)
        if document.desired is None:
            raise AttentionError(f"{document.path} has errors", "See: heymilo-ops lint")
        sent, form = document.desired.request, dict(document.desired.form)
        facts = [("Status", "not applied")]
    if output_format == "json":
        click.echo(
            json_text({"format_version": "1.0", "address": name, "facts": dict(facts), "design": form}), nl=False
        )
        return
    from heymilo_ops.report.posting_text import show

    form = {**form, "deadline": sent.get("deadline")}  # on the author's clock, not in UTC
    click.echo(show(name, form, session.out, facts), nl=False)
