"""``lint``: check the manifests. No key, no network."""

from __future__ import annotations

import os
from pathlib import Path

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError, Exit, StateError, UsageError
from heymilo_ops.finding import Severity
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.report.output import command_lines, commands, safe
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.usecases.check import CheckResult, Sends, check, no_state, read_repo
from heymilo_ops.usecases.project import Project


@subcommand("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@format_option("text", "json", "github")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the result to a file.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="What ends in exit 1.",
)
def command(session: Session, paths: tuple[Path, ...], output_format: str, output: Path | None, fail_on: str) -> Exit:
    """Check the manifests: YAML, schema and rules, all findings at once.

    Exit 0: nothing that --fail-on names. Exit 1: findings.
    """
    project = session.find_project()
    asked = [_existing(session.directory.resolve() / path, path) for path in paths]
    repo = _repo(project, asked)
    for path in _unchecked(project.root, asked, repo):
        session.note(f"{one_line(path)}: not checked, since it is neither a manifest nor a shared file")
    checked = check(repo, _sends(project, session))
    looked_at = repo.files + (project.root / FILE_NAME in asked)
    text = _render(checked, looked_at, output_format, session, to_file=output is not None)
    if output is not None:
        _write(output, command_lines(text) if output_format == "github" else safe(text))
    elif output_format == "github":
        commands(text)
    else:
        click.echo(text, nl=False)
    _say_what_is_unchecked(session)
    heavy = [Severity.ERROR] if fail_on == "error" else [Severity.ERROR, Severity.WARNING]
    return Exit.ATTENTION if any(each.severity in heavy for each in checked.findings) else Exit.DONE


def _say_what_is_unchecked(session: Session) -> None:
    from heymilo_ops.report.findings import UNCHECKED

    session.note(UNCHECKED)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise AttentionError(f"{path} can't be written: {error.strerror}", "Choose another file.") from error


def _existing(full: Path, given: Path) -> Path:
    try:
        full.stat()
    except (FileNotFoundError, NotADirectoryError):
        help = "Give paths as seen from here, or none for all."
        raise UsageError(f"There is no file or folder {given}", help) from None
    except OSError:  # a folder above can't be entered, or links lead in a circle: reading it becomes a finding
        pass
    return full


def _repo(project: Project, asked: list[Path]) -> Repo:
    """What was asked for; heymilo.yaml, which may be among it, was read and judged already."""
    own = [path for path in asked if path != project.root / FILE_NAME]
    if asked and not own:
        return Repo((), others={FILE_NAME: project.source})
    return read_repo(project.root, project.variables(project.pick()), own)


def _unchecked(root: Path, asked: list[Path], repo: Repo) -> list[str]:
    """The files that were asked for by name, such as by pre-commit, and are nothing that is checked here."""
    told = {each.place.path for each in repo.findings if each.place is not None}
    known = {*repo.by_path, *repo.others, *told, FILE_NAME}
    files = (path.resolve() for path in asked if os.path.isfile(path))  # noqa: PTH113  never raises
    names = (path.relative_to(root).as_posix() for path in files if path.is_relative_to(root))
    return [name for name in names if name not in known]


def _sends(project: Project, session: Session) -> Sends:
    """What is known of the next plan: with a state at hand, whether it would send a posting's settings."""
    name = project.pick()
    if name is None:
        return no_state
    workspace = project.workspace()
    try:
        folder = workspace.state_folder()
    except StateError:  # outside the repo: lint does without
        return no_state
    if folder is None:
        return no_state if session.ci or workspace.is_remote else lambda *_: True
    from heymilo_ops.usecases.deadline_sends import deadline_sends

    store = workspace.store()
    return deadline_sends(store.read(), store)


def _render(checked: CheckResult, looked_at: int, output_format: str, session: Session, *, to_file: bool) -> str:
    from heymilo_ops.report import findings as report
    from heymilo_ops.report.writer import Writer

    if output_format == "json":
        return report.findings_json(checked.findings)
    if output_format == "github":
        return report.github_annotations(checked.findings)
    repo = checked.repo
    passed = (repo.backups, len(repo.aside))
    writer = Writer() if to_file else session.out
    return report.render_findings(checked.findings, repo.line, writer, looked_at, passed)
