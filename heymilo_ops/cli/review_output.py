"""Write the review of a plan in the format that was asked for, on stdout or into a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from heymilo_ops.cli.options import format_option
from heymilo_ops.errors import UsageError

if TYPE_CHECKING:
    from heymilo_ops.cli.session import Session
    from heymilo_ops.review.document import ReviewDocument

F = TypeVar("F", bound=Callable[..., Any])

REVIEW_FORMATS = ("markdown", "summary", "html", "docx")
"""The formats that a review is written in."""


@dataclass(frozen=True)
class OutputTarget:
    """In which format a result is written, into which file (``None``: printed), and since which earlier version."""

    format: str
    file: Path | None
    since: Path | None = None

    @property
    def earlier(self) -> str:
        """The text of the earlier version of the review, ``""`` for none."""
        from heymilo_ops.usecases.atomic_write import file_errors

        if self.since is None:
            return ""
        with file_errors(f"{self.since} can't be read", "Name the file that holds the earlier review in --since."):
            return self.since.read_text(encoding="utf-8", errors="replace")

    @property
    def is_review(self) -> bool:
        """Whether the format is one for reviews."""
        return self.format in REVIEW_FORMATS

    def check(self, all_workspaces: bool) -> None:
        """Raise ``UsageError`` where ``--output`` or several workspaces don't go with the format."""
        if self.file is not None and not self.is_review:
            raise UsageError(
                f"--output takes a review, and --format {self.format} is none",
                f"Add --format with one of: {', '.join(REVIEW_FORMATS)}.",
            )
        if self.since is not None and (all_workspaces or not self.is_review):
            raise UsageError("--since compares one review with an earlier one", "Leave it out, or add --format.")
        if all_workspaces and (self.file is not None or self.format in ("html", "docx")):
            raise UsageError(
                "A page or a file holds one plan, and --all-workspaces makes several", "Say which: -w NAME."
            )
        if self.file is None and self.format == "docx":
            raise UsageError("A Word file can't be printed", "Say where it goes: --output FILE.docx.")

    def write(self, content: str | bytes, session: Session) -> None:
        """Print a text, or write the content into the file and say where it is."""
        if self.file is None:
            click.echo(content, nl=False)
            return
        from heymilo_ops.report.output import make_safe
        from heymilo_ops.usecases.atomic_write import file_errors

        with file_errors(f"{self.file} can't be written", "Choose another file for --output."):
            self.file.write_bytes(content if isinstance(content, bytes) else make_safe(content).encode())
        session.note(f"\nThe review is in {self.file}.")


def target_options(*formats: str) -> Callable[[F], F]:
    """Make ``--format`` with these choices and ``--output``, and hand both to a command as one ``target``."""

    def wrap(function: F) -> F:
        @wraps(function)
        def command(*args: Any, output_format: str, output: Path | None, since: Path | None, **values: Any) -> Any:
            return function(*args, target=OutputTarget(output_format, output, since), **values)

        path = click.Path(dir_okay=False, path_type=Path)
        help = f"Write the review into this file instead of printing it; for --format {' and '.join(REVIEW_FORMATS)}."
        since = (
            "A file with an earlier version of the review, such as the comment to be edited: say what changed since."
        )
        command = click.option("--since", type=path, help=since)(command)
        return cast("F", format_option(*formats)(click.option("--output", type=path, help=help)(command)))

    return wrap


def review_content(document: ReviewDocument, output_format: str, number: int = 1) -> str | bytes:
    """Render a review, as bytes a Word file; in Markdown one of ``number`` that share a summary."""
    if output_format == "docx":
        from heymilo_ops.review.word_file import render_word

        return render_word(document)
    return review_text(document, output_format, number)


def review_text(document: ReviewDocument, output_format: str, number: int = 1) -> str:
    """Render a review in a format that is text."""
    if output_format == "html":
        from heymilo_ops.review.html import render_html

        return render_html(document)
    from heymilo_ops.review.markdown import render_markdown
    from heymilo_ops.review.markdown_fit import COMMENT, SUMMARY

    limits = SUMMARY if output_format == "summary" else COMMENT
    return render_markdown(document, limits.part(number))
