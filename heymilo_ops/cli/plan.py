"""``plan``: what apply would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from heymilo_ops.cli.impact_option import allow_impact_option
from heymilo_ops.cli.options import (
    Session,
    outside_options,
    plan_options,
    postings_option,
    subcommand,
)
from heymilo_ops.cli.output import plan_file, plans_json, print_errors, print_failure, print_plan
from heymilo_ops.cli.review_output import REVIEW_FORMATS, OutputTarget, review_content, review_text, target_options
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.usecases.atomic_write import file_errors
from heymilo_ops.usecases.plan import (
    PlanOptions,
    WorkspacePlan,
    plan_all,
    plan_workspace,
    split_workspaces,
    worst_exit,
)
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.review import review_input

if TYPE_CHECKING:
    from heymilo_ops.plan.review_input import ReviewInput
    from heymilo_ops.review.document import ReviewDocument


@subcommand("plan")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Keep the plan in a file, for apply.")
@target_options("text", "json", *REVIEW_FORMATS)
@click.option("--detailed-exitcode", is_flag=True, help="Exit 2 where there are changes.")
@postings_option("--target", "targets", help="Plan only this posting; may be repeated.")
@click.option(
    "--refresh",
    type=click.Choice(["none", "list", "full"]),
    default="list",
    show_default=True,
    help="none: don't ask HeyMilo, needs no key; list: list its postings; full: read ours and all questions.",
)
@outside_options
@click.option("--allow-large-change", is_flag=True, help="Allow replacing or archiving many postings at once.")
@allow_impact_option
@click.option("--all-workspaces", is_flag=True, help="One plan each, sandboxes left out; the worst exit code counts.")
@plan_options
def command(
    session: Session,
    options: PlanOptions,
    out: Path | None,
    target: OutputTarget,
    detailed_exitcode: bool,
    all_workspaces: bool,
) -> Exit:
    """Show what apply would do, and why. Nothing is written to HeyMilo."""
    target.check(all_workspaces)
    if all_workspaces and out is not None:
        raise UsageError("--out keeps one plan, and --all-workspaces makes several", "Say which: -w NAME --out FILE.")
    if all_workspaces:
        return _plan_all(session, options, target, detailed_exitcode)
    workspace = session.find_workspace()
    result = plan_workspace(workspace, options)
    review = review_input(result, workspace)
    if target.format == "text":
        print_plan(result, session, review)
    else:
        print_errors(result, session)
        if target.is_review:
            target.write(review_content(_document(review, target), target.format), session)
        else:
            target.write(plan_file(review, options), session)
    if result.errors:
        if out is not None:
            session.note(f"\n{out} was not written: what is said above forbids to apply this plan.")
        return Exit.ATTENTION
    if out is not None:
        _save(review, options, out, session)
    return Exit.CHANGES if detailed_exitcode and result.plan.has_changes else Exit.DONE


def _document(review: ReviewInput, target: OutputTarget) -> ReviewDocument:
    from heymilo_ops.review.build import build_document

    return build_document(review, target.earlier)


def _save(review: ReviewInput, options: PlanOptions, out: Path, session: Session) -> None:
    with file_errors(f"{out} can't be written", "Choose another place for --out."):
        out.write_text(plan_file(review, options), encoding="utf-8")
    allowed = "".join(f" {permission}" for permission in review.plan.permissions)
    session.note(
        f"\nThe plan is in {out}. To carry it out: heymilo-ops -w {review.plan.workspace} apply {out}{allowed}"
    )


def _plan_all(session: Session, options: PlanOptions, target: OutputTarget, detailed: bool) -> Exit:
    output_format = target.format
    project = session.find_project()
    names, left_out = split_workspaces(project)
    if left_out:
        session.note(f"Left out, being a sandbox: {', '.join(left_out)}. Plan it with -w.")
    plans = plan_all(project, names, options)
    if output_format == "json":
        click.echo(plans_json(plans, project), nl=False)
    for i, plan in enumerate(plans):
        if output_format == "text":
            click.echo("\n" * bool(i) + session.out.bold(f"Workspace {plan.workspace}"))
        if plan.error is not None:
            print_failure(plan.error, session, f"{plan.workspace}: ")
        elif plan.result is not None and output_format == "text":
            print_plan(plan.result, session, review_input(plan.result, project.workspace_named(plan.workspace)))
        elif plan.result is not None:
            print_errors(plan.result, session)
        if output_format in ("markdown", "summary"):
            click.echo(_one_of_all(plan, project, target, len(plans)), nl=False)
    return worst_exit(plans, detailed)


def _one_of_all(plan: WorkspacePlan, project: Project, target: OutputTarget, number: int) -> str:
    from heymilo_ops.review.markdown_text import escape_markdown

    if plan.result is None:
        why = plan.error.message if plan.error is not None else ""
        return (
            f"### Interview changes for {escape_markdown(plan.workspace)}\n\nThere is none: {escape_markdown(why)}\n\n"
        )
    review = review_input(plan.result, project.workspace_named(plan.workspace))
    return review_text(_document(review, target), target.format, number) + "\n"
