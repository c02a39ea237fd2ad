"""``apply``: carry out what plan shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from heymilo_ops.cli.impact_option import allow_impact_option
from heymilo_ops.cli.options import (
    Session,
    WriteOptions,
    format_option,
    outside_options,
    plan_options,
    postings_option,
    subcommand,
    write_options,
)
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.cli.prompt import by_file
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.usecases.execute import apply_plan
from heymilo_ops.usecases.plan import PlanOptions
from heymilo_ops.usecases.review_evidence import read_evidence
from heymilo_ops.usecases.run import open_run
from heymilo_ops.usecases.saved_plan import read_plan, resume_options


@subcommand("apply")
@click.argument("planfile", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@postings_option("--target", "targets", help="Only this posting; may be repeated.")
@click.option("--allow-large-change", is_flag=True, help="Allow replacing or archiving many postings at once.")
@allow_impact_option
@outside_options
@write_options
@click.option(
    "--review",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Record with what is applied who reviewed it: what `review compare --evidence` wrote of PLANFILE.",
)
@click.option(
    "--outcome",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write what became of each change to a file, as JSON.",
)
@format_option("text", "json")
@plan_options
def command(
    session: Session,
    options: PlanOptions,
    write: WriteOptions,
    planfile: Path | None,
    review: Path | None,
    outcome: Path | None,
    output_format: str,
) -> Exit:
    """Carry out what plan shows; with PLANFILE, exactly the plan that was saved there."""
    workspace = session.find_workspace()
    workspace.guard_ci(session.ci, write.local_state)
    saved = read_plan(planfile) if planfile is not None else None
    if saved is not None and options.targets:
        raise UsageError("A saved plan already says what to do", "Give either PLANFILE, or --target.")
    if review is not None and saved is None:
        raise UsageError("--review is of a saved plan", "Give PLANFILE too.")
    evidence = read_evidence(review, saved) if review is not None and saved is not None else {}
    if saved is not None:
        options = resume_options(saved, options)
    is_approved = write.auto_approve or saved is not None
    terminal = Terminal(session, output_format, is_approved, by_file(session), workspace.config.sandbox, outcome)
    with open_run(workspace, terminal, write.lock_timeout) as run:
        return apply_plan(replace(run, evidence=evidence), options, saved, reason_sentence)
