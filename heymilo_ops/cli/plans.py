"""``plan --all-workspaces``: one plan for each workspace, and one exit code: the worst."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import click

from heymilo_ops.cli.options import Session
from heymilo_ops.cli.planning import Planned, Wanted, heymilo, make, show, show_errors
from heymilo_ops.errors import Exit, OpsError
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.planfile import sealed, to_json
from heymilo_ops.report.output import guttered
from heymilo_ops.review.advice import help_text
from heymilo_ops.review.reasons import sentence
from heymilo_ops.text.sanitize import json_text
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.workspace import Workspace

_BY_WEIGHT = (Exit.DONE, Exit.CHANGES, Exit.ATTENTION, Exit.STALE, Exit.UNREACHABLE, Exit.USAGE)


@dataclass(frozen=True)
class Made:
    """One workspace's plan, or why there is none."""

    workspace: str
    planned: Planned | None = None
    error: OpsError | None = None

    def exit(self, detailed: bool) -> Exit:
        """The exit code of this one alone."""
        if self.error is not None:
            return self.error.exit
        if self.planned is None or self.planned.blocked:
            return Exit.ATTENTION
        return Exit.CHANGES if detailed and self.planned.plan.has_changes else Exit.DONE


def plan_all(session: Session, wanted: Wanted, output_format: str, detailed: bool) -> Exit:
    """Plan for every workspace and print the plans in the order of heymilo.yaml.

    A sandbox is left out where there is a workspace that isn't one. Where a key is not set, that workspace's plan is
    made without asking HeyMilo, and says so. What stops one workspace doesn't stop the others.
    """
    project = session.find_project()
    made = [_plan(project.named(name), wanted) for name in _chosen(project, session)]
    if output_format == "json":
        click.echo(json_text(_data(made)), nl=False)
    for i, each in enumerate(made):
        if output_format == "text" and i:
            click.echo()
        _print(each, output_format, session, len(made))
    return max((each.exit(detailed) for each in made), key=_BY_WEIGHT.index)


def _chosen(project: Project, session: Session) -> list[str]:
    """The workspaces to plan for."""
    sandboxes = [name for name, each in project.config.workspaces.items() if each.sandbox]
    chosen = [name for name in project.config.workspaces if name not in sandboxes]
    if chosen and sandboxes:
        session.note(f"Left out, being a sandbox: {', '.join(sandboxes)}. Plan it with -w.")
    return chosen or sandboxes


def _plan(workspace: Workspace, wanted: Wanted) -> Made:
    lacking = wanted.refresh != "none" and not workspace.has_key
    refresh = "none" if lacking else wanted.refresh
    try:
        with heymilo(workspace, refresh) as api:
            planned = make(workspace, workspace.store(), replace(wanted, refresh=refresh), api)
    except OpsError as error:
        return Made(workspace.name, error=error)
    if lacking:
        note = Reason(ReasonCode.NOT_ASKED, workspace.config.api_key_env, workspace.name)
        planned = replace(planned, plan=replace(planned.plan, notes=(note, *planned.plan.notes)))
    return Made(workspace.name, planned)


def _data(made: list[Made]) -> dict[str, Any]:
    failed = [
        {
            "workspace": each.workspace,
            "message": each.error.message,
            "help": help_text(each.error.help),
            "exit": int(each.error.exit),
        }
        for each in made
        if each.error is not None
    ]
    plans = [sealed(to_json(each.planned.plan, sentence)) for each in made if each.planned is not None]
    return {"format_version": "1.0", "plans": plans, "failed": failed}


def _print(made: Made, output_format: str, session: Session, number: int) -> None:
    """Print one plan; as JSON they were printed, and only the errors are left. ``number``: of the plans."""
    if output_format == "text":
        click.echo(session.out.bold(f"Workspace {made.workspace}"))
    if made.error is not None:
        said = guttered(made.error.message)
        click.echo(f"{session.err.red('Error:')} {made.workspace}: {said}", err=True)
        if help := help_text(made.error.help):
            click.echo(guttered(help), err=True)
    if made.planned is not None and output_format == "text":
        show(made.planned, session)
    elif made.planned is not None:
        show_errors(made.planned, session)
    if output_format == "markdown":
        click.echo(_markdown(made, number), nl=False)


def _markdown(made: Made, number: int) -> str:
    from heymilo_ops.review.build import build_document
    from heymilo_ops.review.markdown import LIMIT, escape, render_markdown

    if made.planned is None:
        why = made.error.message if made.error is not None else ""
        return f"### Interview changes for {escape(made.workspace)}\n\nThere is none: {escape(why)}\n\n"
    return render_markdown(build_document(made.planned.plan), LIMIT // number) + "\n"
