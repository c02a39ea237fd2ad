"""``init``: start a repo. Nothing that is there is overwritten."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import Exit
from heymilo_ops.report import init_text
from heymilo_ops.text.width import fill_paragraphs
from heymilo_ops.usecases import new_repo
from heymilo_ops.usecases.ci_files import LOCK, applied_branch


@subcommand("init")
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path))
@click.option("--project", help="Name of this repo's postings; the folder's name where left out.")
@click.option("--ci", type=click.Choice(["github"]), help="Also write workflows that plan and apply.")
@click.option("--branch", help="With --ci: the branch that is applied; the remote's default branch where left out.")
def command(session: Session, folder: Path | None, project: str | None, ci: str | None, branch: str | None) -> Exit:
    """Start a repo here (or in DIR): heymilo.yaml, a first posting, schemas, .gitignore."""
    here = session.directory.resolve()
    root = (session.directory / folder if folder is not None else session.directory).resolve()
    name = new_repo.project_name(root, project)
    applied = applied_branch(root, branch, _ask if session.interactive else None) if ci is not None else None
    repo = new_repo.prepare_repo(root, name, applied)
    results = {}
    for path, result in new_repo.write_repo(repo):
        results[path] = result
        click.echo(f"  {result:<8} {path}")
    if results[FILE_NAME] == "written":
        click.echo(fill_paragraphs(f"\n{init_text.state_paragraph(repo.state)}", session.out.width))
    click.echo(fill_paragraphs(init_text.next_steps(_relative(root, here), applied), session.out.width))
    if repo.audience_unseen:
        session.note("Whether everybody can read this repository could not be seen. Keep it private: it holds rubrics.")
    for path in repo.outdated:
        session.note(f"{path} was there and installs without {LOCK}: delete it and run init again")
    return Exit.DONE


def _relative(root: Path, here: Path) -> str:
    if root == here:
        return ""
    return str(root.relative_to(here) if root.is_relative_to(here) else root)


def _ask(branch: str | None) -> str:
    return str(click.prompt("Which branch is applied? The default branch of the remote", default=branch))
