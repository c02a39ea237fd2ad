"""``lint``: check the manifests. No key, no network."""

from __future__ import annotations

from pathlib import Path

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_text
from heymilo_ops.errors import Exit
from heymilo_ops.finding import Severity
from heymilo_ops.report import findings
from heymilo_ops.report.output import command_lines, make_safe, write_commands
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.usecases.atomic_write import file_errors
from heymilo_ops.usecases.check import LintResult, lint


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
    result = lint(session.find_project(), session.directory.resolve(), paths)
    for path in result.ignored:
        session.note(f"{one_line(path)}: not checked, since it is neither a manifest nor a shared file")
    text = _render(result, output_format, session.out if output is None else Writer())
    if output is not None:
        with file_errors(f"{output} can't be written", "Choose another file."):
            output.write_text(command_lines(text) if output_format == "github" else make_safe(text), encoding="utf-8")
    elif output_format == "github":
        write_commands(text)
    else:
        print_text(text)
    session.note(findings.UNCHECKED)
    failing = [Severity.ERROR] if fail_on == "error" else [Severity.ERROR, Severity.WARNING]
    return Exit.ATTENTION if any(finding.severity in failing for finding in result.checked.findings) else Exit.DONE


def _render(result: LintResult, output_format: str, writer: Writer) -> str:
    checked = result.checked
    if output_format == "json":
        return findings.findings_json(checked.findings)
    if output_format == "github":
        return findings.github_annotations(checked.findings)
    passed = (checked.repo.backups, len(checked.repo.aside))
    return findings.render_findings(checked.findings, checked.repo.line, writer, result.files, passed)
