"""``preview``: the interviews as candidates meet them, in a browser, while they are edited."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.errors import Exit, UnreachableError
from heymilo_ops.report.output import redacted
from heymilo_ops.review.preview_page import PreviewLink, PreviewView, preview_file, render_list, render_posting
from heymilo_ops.review.script import Script, script_of
from heymilo_ops.usecases.preview import Preview, PreviewFiles, PreviewPosting, PreviewVersion, watched
from heymilo_ops.usecases.preview_server import Changes, Reply, serving
from heymilo_ops.usecases.preview_watch import watching

_MEDIA = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


@subcommand("preview")
@click.argument("name", required=False, shell_complete=posting_names)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="On which port; a free one otherwise.")
def command(session: Session, name: str | None, port: int) -> Exit:
    """Show interviews in a browser as candidates meet them, while you edit.

    Prints a link that works once, on this machine. The page follows your edits, shows findings beside their place, and
    has a switch between what is edited and what was applied last. Needs no key. Ctrl-C ends it, and so does closing
    the terminal.
    """
    files = PreviewFiles(session.find_project(), name)
    pages = PreviewPages(files, name)
    with watching(watched(files.root), pages.refresh):
        try:
            # Ctrl-C and a terminal that is closed are how it ends.
            with suppress(KeyboardInterrupt), serving(port, pages.answer, pages.changes) as link:
                click.echo(f"Preview: {link}")
                session.note("The link works once. Ctrl-C ends the preview.")
                threading.Event().wait()
        except OSError as error:
            problem = f"Port {port} can't be had: {error.strerror}"
            raise UnreachableError(problem, "Choose another with --port, or none.") from error
    return Exit.DONE


class PreviewPages:
    """Answers what the browser asks for with the pages of what was read last."""

    def __init__(self, files: PreviewFiles, name: str | None) -> None:
        self._files, self._name = files, name
        self.changes = Changes()
        self._lock = threading.Lock()
        self._preview = files.read()

    def refresh(self) -> None:
        """Read the files again, and let the pages know."""
        with self._lock:
            self._preview = self._files.read()
        self.changes.add()

    def answer(self, path: str, query: Mapping[str, str]) -> Reply | None:
        """Return a page; ``None`` for a path that has none."""
        preview, number = self._preview, self.changes.number
        first, _, rest = path.removeprefix("/").partition("/")
        if path == "/" and self._name is None:
            return Reply(redacted(render_list(_links(preview), number, preview.problem, preview.findings)))
        if path == "/":
            return self._posting(preview, self._name or "", query, number)
        if first == "p":
            return self._posting(preview, rest, query, number)
        if path in ("/preview.css", "/preview.js"):
            return Reply(preview_file(first), _MEDIA[first.rpartition(".")[2]])
        return Reply("", status=204) if path == "/favicon.ico" else None

    def _posting(self, preview: Preview, name: str, query: Mapping[str, str], number: int) -> Reply | None:
        posting = preview.postings.get(name)
        if posting is None:
            return None
        step = query.get("step", "")
        view = PreviewView(
            name,
            "live" if query.get("side") == "live" else "edited",
            int(step) if step.isascii() and step.isdigit() and len(step) < 4 else 0,
            _script(posting.edited),
            _script(posting.live),
            posting.findings,
            preview.problem,
            preview.live_problem,
        )
        return Reply(redacted(render_posting(view, number, self._name is None)))


def _links(preview: Preview) -> list[PreviewLink]:
    return [
        PreviewLink(name, _title(posting), posting.findings, posting.live is not None)
        for name, posting in preview.postings.items()
    ]


def _title(posting: PreviewPosting) -> str:
    version = posting.edited or posting.live
    return str(version.form.get("title") or posting.name) if version is not None else posting.name


def _script(version: PreviewVersion | None) -> Script | None:
    return script_of(version.form, version.keys) if version is not None else None
