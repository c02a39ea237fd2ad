"""``show``: a saved plan, or a posting as it was applied."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from heymilo_ops.cli.completion import posting_names_or_files
from heymilo_ops.cli.moment import at_option, read_moment
from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit, OpsError
from heymilo_ops.model.canonical import canonical
from heymilo_ops.plan.comparison import Comparison
from heymilo_ops.plan.planfile import SavedPlan, as_plan
from heymilo_ops.review import plan_words
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.text.sanitize import json_text
from heymilo_ops.usecases.past_design import design_at
from heymilo_ops.usecases.posting_view import posting_view
from heymilo_ops.usecases.saved_plan import compare_here, read_plan
from heymilo_ops.usecases.state_lookup import read_state


@subcommand("show")
@click.argument("what", metavar="PLANFILE|NAME", shell_complete=posting_names_or_files)
@at_option(
    help="The design of this posting that was live then, and how certain each part is: 2027-01-31T18:00Z; a day "
    "without a time is meant to its end, in UTC."
)
@format_option("text", "json", "markdown")
def command(session: Session, what: str, at: str | None, output_format: str) -> Exit:
    """Show a saved plan, or a posting: as it was applied, else as its file has it."""
    path = Path(what)
    if at is not None:
        return _past(session, what, read_moment(at), output_format)
    if _is_file(path):
        return _plan(path, output_format, session)
    _posting(session, what, output_format)
    return Exit.DONE


def _past(session: Session, name: str, moment: datetime, output_format: str) -> Exit:
    """Show what was live under a name at a moment."""
    from heymilo_ops.report.past_text import past_data, render_past

    past = design_at(read_state(session.find_workspace()), name, moment)
    if output_format == "json":
        print_json(**past_data(past))
    else:
        print_text(render_past(past, session.out))
    return Exit.DONE


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # longer than any file's name
        return False


def _plan(path: Path, output_format: str, session: Session) -> Exit:
    """Show a saved plan, and how it compares with a plan made here. Exit 1 where it says otherwise."""
    saved = read_plan(path)
    plan = as_plan(saved)
    compared, why = _compared(saved, session)
    paragraphs = plan_words.comparison_paragraphs(compared, why)
    if output_format == "json":
        print_text(json_text(saved.data))
        session.note("\n" + "\n".join(paragraphs))
    elif output_format == "markdown":
        from heymilo_ops.review.build import build_document
        from heymilo_ops.review.markdown import render_block, render_markdown
        from heymilo_ops.review.markdown_fit import SUMMARY

        print_text(render_markdown(build_document(plan), SUMMARY))
        click.echo(f"\n{render_block(plan_words.comparison_callout(paragraphs))}")
    else:
        from heymilo_ops.report.plan_text import render_plan

        print_text(render_plan(plan, session.out, lambda _path, _line: None))
        print_text("\n" + "".join(map(session.out.prose, paragraphs)))
    return Exit.ATTENTION if compared.otherwise else Exit.DONE


def _compared(saved: SavedPlan, session: Session) -> tuple[Comparison, str]:
    """Compare the file with a plan made here; why that isn't possible, where it isn't."""
    try:
        workspace = session.find_project().workspace_named(saved.document.workspace)
        return compare_here(workspace, saved, reason_sentence), ""
    except OpsError as error:
        return Comparison(), error.message


def _posting(session: Session, name: str, output_format: str) -> None:
    from heymilo_ops.report.posting_text import posting_facts, render_posting

    request, posting = posting_view(read_state(session.find_workspace()), name)
    known, form = posting_facts(posting), canonical(request)
    if output_format == "json":
        print_json(address=name, facts=dict(known), design=form)
        return
    form = {**form, "deadline": request.get("deadline")}  # on the author's clock, not in UTC
    print_text(render_posting(name, form, session.out, known))
