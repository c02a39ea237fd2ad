"""``share``: move what several postings say alike into ``postings/_shared/``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from heymilo_ops import files
from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, common
from heymilo_ops.errors import AttentionError, Exit, UsageError
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.project import Project

if TYPE_CHECKING:
    from heymilo_ops.manifest.extraction import Move
    from heymilo_ops.manifest.repo import Document

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*")


@click.group("share", context_settings={"help_option_names": ["-h", "--help"]})
@common
def command() -> None:
    """Move what several postings say alike into postings/_shared/. What they ask for stays the same."""


def _sharing(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of both, and the session."""
    dry = click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
    name = click.option("--as", "name", required=True, metavar="NAME", help="What the shared file is called.")
    names = click.argument("names", nargs=-1, shell_complete=posting_names)
    return common(name(dry(names(click.pass_obj(function)))))


@command.command("text")
@click.argument("field")
@_sharing
def text(session: Session, field: str, names: tuple[str, ...], name: str, dry_run: bool) -> Exit:
    """Share a text, such as company_overview or web_interview.intro_message, as _shared/texts/NAME.md.

    NAMES are the postings to look at; all, where there are none.
    """
    from heymilo_ops.manifest.extraction import share_text, text_path

    project, documents = _documents(session, names, name)
    move = share_text(documents, name, field, _there(project, text_path(name)))
    return _carry_out(session, project, documents, move, dry_run)


@command.command("question")
@click.argument("key")
@_sharing
def question(session: Session, key: str, names: tuple[str, ...], name: str, dry_run: bool) -> Exit:
    """Share the question with this key as _shared/questions/NAME.yaml. What differs stays in the postings.

    NAMES are the postings to look at; all, where there are none.
    """
    from heymilo_ops.manifest.extraction import question_path, share_question

    project, documents = _documents(session, names, name)
    move = share_question(documents, name, key, _there(project, question_path(name)))
    return _carry_out(session, project, documents, move, dry_run)


def _documents(session: Session, names: tuple[str, ...], shared: str) -> tuple[Project, list[Document]]:
    """The manifests to look at. Raises ``UsageError`` for a name that can't be meant."""
    if not _NAME.fullmatch(shared):
        raise UsageError(f"'{shared}' can't name a shared file", "Use letters, digits, hyphens, and / for folders.")
    project = session.find_project()
    repo = read_repo(project.root, project.variables(project.pick()))
    for each in names:
        if each not in repo.by_address:
            near = difflib.get_close_matches(each, repo.by_address, n=3)
            hint = f"Near: {', '.join(near)}." if near else "heymilo-ops list shows the names."
            raise UsageError(f"No manifest has the name '{each}'", hint)
    return project, [each for each in repo.documents if not names or each.address in names]


def _there(project: Project, path: str) -> str | None:
    """The text of a shared file, where it is there. Raises ``AttentionError`` where it can't be read."""
    try:
        return files.read(project.root, path).decode() if files.kind(project.root, path) is not None else None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise AttentionError(f"{path} can't be read: {reason}", "Choose another name.") from error


def _carry_out(session: Session, project: Project, documents: list[Document], move: Move, dry_run: bool) -> Exit:
    """Check the move, then write all of it or show it."""
    from heymilo_ops.manifest.extraction import verify
    from heymilo_ops.manifest.sharing.library import Library
    from heymilo_ops.usecases.atomic_write import write_all

    for sentence in move.left:
        session.note(f"{sentence}.")
    if not move.manifests:
        click.echo("Nothing to share: it takes two postings that say the same, each in its own file.")
        return Exit.DONE
    verify(documents, move, Library(project.root), project.variables(project.pick()))
    texts = {**({move.path: move.text} if move.text is not None else {}), **move.manifests}
    before = {document.path: document.source.text for document in documents}
    if dry_run:
        for path, new in texts.items():
            click.echo(_diff(path, before.get(path, ""), new), nl=False)
        return Exit.DONE
    write_all(project.root, texts)
    click.echo(f"{move.path}: {'written' if move.text is not None else 'was there'}")
    for path, new in move.manifests.items():
        click.echo(f"{path}: {before[path].count(chr(10))} → {new.count(chr(10))} lines")
    session.note("No digest changed, so a plan shows nothing.")
    return Exit.DONE


def _diff(path: str, before: str, after: str) -> str:
    old = f"a/{path}" if before else "/dev/null"
    return "".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), old, f"b/{path}"))
