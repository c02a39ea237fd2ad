"""``plan``: what apply would do."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.options import (
    Session,
    allow_namesake_option,
    allow_unmarked_option,
    format_option,
    posting_option,
    subcommand,
)
from heymilo_ops.cli.planning import Planned, Wanted, heymilo, make, show, show_errors
from heymilo_ops.cli.saved import as_text
from heymilo_ops.errors import AttentionError, Exit, UsageError


@subcommand("plan")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Keep the plan in a file, for apply.")
@format_option("text", "json", "markdown")
@click.option("--detailed-exitcode", is_flag=True, help="Exit 2 where there are changes.")
@posting_option("--target", "targets", multiple=True, help="Plan only this posting; may be repeated.")
@click.option(
    "--refresh",
    type=click.Choice(["none", "list", "full"]),
    default="list",
    show_default=True,
    help="none: don't ask HeyMilo, needs no key; list: list its postings; full: read ours one by one, questions too.",
)
@posting_option("--recreate", multiple=True, help="Make this posting anew; may be repeated.")
@click.option("--allow-large-change", is_flag=True, help="Allow replacing or archiving many postings at once.")
@allow_unmarked_option
@allow_namesake_option
@click.option("--all-workspaces", is_flag=True, help="One plan each, sandboxes left out; the worst exit code counts.")
def command(
    session: Session,
    out: Path | None,
    output_format: str,
    detailed_exitcode: bool,
    targets: tuple[str, ...],
    refresh: str,
    recreate: tuple[str, ...],
    allow_large_change: bool,
    unmarked_allowed: tuple[str, ...],
    namesakes_allowed: tuple[str, ...],
    all_workspaces: bool,
) -> Exit:
    """Show what apply would do, and why. Nothing is written to HeyMilo."""
    allowed = (allow_large_change, frozenset(unmarked_allowed), frozenset(namesakes_allowed))
    wanted = Wanted(refresh, frozenset(targets), frozenset(recreate), *allowed)
    if all_workspaces:
        if out is not None:
            raise UsageError(
                "--out keeps one plan, and --all-workspaces makes several", "Say which: -w NAME --out FILE."
            )
        from heymilo_ops.cli.plans import plan_all

        return plan_all(session, wanted, output_format, detailed_exitcode)
    workspace = session.find_workspace()
    with heymilo(workspace, refresh) as api:
        planned = make(workspace, workspace.store(), wanted, api)
    _print(planned, wanted, output_format, session)
    if planned.blocked:
        if out is not None:
            session.note(f"\n{out} was not written: what is said above forbids to apply this plan.")
        return Exit.ATTENTION
    if out is not None:
        _save(planned, wanted, out, session)
    return Exit.CHANGES if detailed_exitcode and planned.plan.has_changes else Exit.DONE


def _print(planned: Planned, wanted: Wanted, output_format: str, session: Session) -> None:
    if output_format == "text":
        show(planned, session)
        return
    show_errors(planned, session)
    if output_format == "json":
        click.echo(as_text(planned.plan, wanted), nl=False)
    else:
        from heymilo_ops.review.build import build_document
        from heymilo_ops.review.markdown import render_markdown

        click.echo(render_markdown(build_document(planned.plan)), nl=False)


def _save(planned: Planned, wanted: Wanted, out: Path, session: Session) -> None:
    try:
        out.write_text(as_text(planned.plan, wanted), encoding="utf-8")
    except OSError as error:
        raise AttentionError(f"{out} can't be written: {error.strerror}", "Choose another place for --out.") from error
    allowed = "".join(f" {each}" for each in planned.plan.permissions)
    session.note(
        f"\nThe plan is in {out}. To carry it out: heymilo-ops -w {planned.plan.workspace} apply {out}{allowed}"
    )
