"""``lint``: check the manifests. No key and no network, but for ``--online``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from heymilo_ops.cli.lint_options import Target, lint_options
from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.cli.output import print_text
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.finding import Severity
from heymilo_ops.report import findings, lint_formats
from heymilo_ops.report.output import make_safe, write_commands
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import one_line, sanitize
from heymilo_ops.usecases.atomic_write import file_errors
from heymilo_ops.usecases.check import LintResult, lint, lint_text, write_baseline
from heymilo_ops.usecases.fix_files import FixedFile, count_fixable, fix_files, write_fixed
from heymilo_ops.usecases.project import Project


@subcommand("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@lint_options
def command(session: Session, paths: tuple[Path, ...], writes_baseline: bool, **options: Any) -> Exit:
    """Check the manifests: YAML, schema and rules, all findings at once.

    Exit 0: nothing that --fail-on names. Exit 1: findings.
    """
    targets = _with_output(options["targets"], options["output"])
    project = session.find_project()
    folder, text_path = session.directory.resolve(), options["stdin_filename"]
    if writes_baseline:
        return _write_baseline(project, session)
    if text_path is not None and (paths or options["fixes"] or options["shows_diff"]):
        raise UsageError("--stdin-filename takes no other paths, --fix or --diff", "What it checks is in no file.")
    if options["shows_diff"]:
        return _show_diff(fix_files(project, folder, paths))
    if options["fixes"]:
        _fix(project, fix_files(project, folder, paths), session)
    if text_path is not None:
        with file_errors("Standard input can't be read"):
            result = lint_text(project, folder, text_path, sys.stdin.buffer.read)
    else:
        result = lint(project, folder, paths, online=options["online"])
    for path in result.ignored:
        session.note(f"{one_line(path)}: not checked, since it is neither a manifest nor a shared file")
    _print(result, targets, 0 if text_path is not None else count_fixable(project, result.checked), session)
    failing = [Severity.ERROR] if options["fail_on"] == "error" else [Severity.ERROR, Severity.WARNING]
    return Exit.ATTENTION if any(finding.severity in failing for finding in result.checked.findings) else Exit.DONE


def _show_diff(files: list[FixedFile]) -> Exit:
    for file in files:
        print_text(sanitize(file.diff))
    return Exit.ATTENTION if files else Exit.DONE


def _fix(project: Project, files: list[FixedFile], session: Session) -> None:
    write_fixed(project, files)
    for file in files:
        codes = ", ".join(sorted({finding.code for finding in file.findings}))
        session.note(f"{one_line(file.path)}: {counted(len(file.findings), 'finding')} fixed ({codes})")


def _with_output(targets: list[Target], output: Path | None) -> list[Target]:
    """Return the formats with ``--output`` for that without a file. Raises ``UsageError`` where several lack one."""
    printed = [name for name, file in targets if file is None]
    if len(printed) > 1 or (output is not None and not printed):
        raise UsageError("Only one format can be printed", "Name a file for the others: --format sarif:lint.sarif.")
    return [(name, file or output) for name, file in targets]


def _print(result: LintResult, targets: list[Target], fixable: int, session: Session) -> None:
    """Print the result in each format, those with a file first."""
    checked = result.checked
    passed = (checked.repo.backups, len(checked.repo.aside))
    known = (checked.findings, checked.dismissed, checked.repo.line, result.files, passed, checked.fingerprint)
    report = lint_formats.LintReport(*known, result.texts, fixable, result.english)
    for name, file in sorted(targets, key=lambda target: target[1] is None):
        text = lint_formats.render(name, report, session.out if file is None else Writer())
        if file is None:
            write_commands(text) if name == "github" else print_text(text)
        else:
            with file_errors(f"{file} can't be written", "Choose another file."):
                file.write_text(lint_formats.file_text(name, text, make_safe), encoding="utf-8")
    lines = (
        findings.fixable_line(fixable),
        findings.dismissed_line(checked.dismissed),
        findings.placeless_line(checked.repo.placeless),
        findings.english_line(result.english),
    )
    for line in filter(None, lines):
        session.note(line)


def _write_baseline(project: Project, session: Session) -> Exit:
    with file_errors("The baseline can't be written", "See lint.baseline in heymilo.yaml."):
        path, number = write_baseline(project)
    session.note(f"{one_line(path)}: {counted(number, 'finding')} that no longer count while the wording stays")
    return Exit.DONE
