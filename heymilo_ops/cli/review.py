"""``review``: what people were shown of a plan, and what they made of it."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.options import Session, common, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit
from heymilo_ops.plan.review_input import Role
from heymilo_ops.usecases.reviewed_plans import review_comparison
from heymilo_ops.usecases.saved_plan import read_plan


@click.group("review")
@common
def command() -> None:
    """Read what came back from a review; compare a plan with what was reviewed; check who can read it."""


@subcommand("audience", command)
@click.argument("visibility")
def audience(session: Session, visibility: str) -> Exit:
    """Check that heymilo.yaml accepts who can read this repository; VISIBILITY is as GitHub has it: public, private."""
    from heymilo_ops.usecases.audience import require_accepted

    require_accepted(session.find_project().config.public_repo is not None, visibility)
    return Exit.DONE


@subcommand("team", command)
@click.argument("role", type=click.Choice([role.value for role in Role]))
def team(session: Session, role: str) -> Exit:
    """Print the team that heymilo.yaml names for a role; nothing where it names none."""
    reviewers = session.find_project().config.reviewers
    reviewer = reviewers.by_role.get(Role(role)) if reviewers is not None else None
    if reviewer is not None and reviewer.team:
        click.echo(reviewer.team)
    return Exit.DONE


@subcommand("compare", command)
@click.argument("planfile", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--reviewed",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with a folder for each pull request: pull_request.json and the plan.json that it showed.",
)
@click.option(
    "--accept", "accepted", multiple=True, metavar="ADDRESS", help="Let this change pass unreviewed; may be repeated."
)
@click.option("--digest", metavar="sha256:…", help="The digest of the plan that is accepted; another plan is refused.")
@click.option(
    "--evidence",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write who reviewed what, for `apply --review`.",
)
@format_option("text", "json", "markdown")
def compare(
    session: Session,
    planfile: Path,
    reviewed: Path,
    accepted: tuple[str, ...],
    digest: str | None,
    evidence: Path | None,
    output_format: str,
) -> Exit:
    """Compare each change of a saved plan with what merged pull requests showed. Exit 1 where one wasn't reviewed."""
    comparison = review_comparison(read_plan(planfile), reviewed, frozenset(accepted), digest)
    if evidence is not None:
        from heymilo_ops.usecases.review_evidence import write_evidence

        write_evidence(evidence, comparison)
    if output_format == "json":
        from heymilo_ops.review.review_comparison import comparison_data

        print_json(**comparison_data(comparison))
    elif output_format == "markdown":
        from heymilo_ops.review.markdown import render_blocks
        from heymilo_ops.review.review_comparison import comparison_blocks

        print_text(render_blocks(comparison_blocks(comparison)) + "\n")
    else:
        from heymilo_ops.report.review_comparison_text import render_comparison

        print_text(render_comparison(comparison, session.out))
    return Exit.ATTENTION if comparison.stopping else Exit.DONE


@subcommand("read", command)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@format_option("text", "json")
def read(session: Session, file: Path, output_format: str) -> Exit:
    """List what was accepted, rejected, edited and commented on in a Word file. Nothing is written.

    FILE is a file of `plan --format docx` that somebody worked on and sent back.
    """
    from heymilo_ops.report.word_reading_text import reading_data, render_reading
    from heymilo_ops.review.word_reading import read_word
    from heymilo_ops.usecases.atomic_write import file_errors
    from heymilo_ops.usecases.word_files import manifest_paths

    with file_errors(f"{file} can't be read", "Give a file that is there."):
        data = file.read_bytes()
    passages = read_word(data)
    paths = manifest_paths(session.find_project().root)
    if output_format == "json":
        print_json(**reading_data(passages, paths))
    else:
        print_text(render_reading(passages, paths, session.out))
    return Exit.DONE
