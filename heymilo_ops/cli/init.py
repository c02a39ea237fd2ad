"""``init``: start a repo. Nothing that is there is overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path

import click

from heymilo_ops import files
from heymilo_ops.cli import branching, choosing, installation, schema
from heymilo_ops.cli.options import Session, subcommand
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError, Exit, UsageError
from heymilo_ops.report.width import filled

_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


@subcommand("init")
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path))
@click.option("--project", help="Name of this repo's postings; the folder's name where left out.")
@click.option("--ci", type=click.Choice(["github"]), help="Also write workflows that plan and apply.")
@click.option("--branch", help="With --ci: the branch that is applied; the remote's default branch where left out.")
def command(session: Session, folder: Path | None, project: str | None, ci: str | None, branch: str | None) -> Exit:
    """Start a repo here (or in DIR): heymilo.yaml, a first posting, schemas, .gitignore."""
    root = (session.directory / folder if folder is not None else session.directory).resolve()
    name = project if project is not None else _slug(root.name)
    if not _SLUG.match(name):
        raise UsageError(f"'{name}' can't be a project's name", "Use lower case letters, digits and single hyphens.")
    applied = branching.applied_branch(session, root, branch) if ci is not None else ""
    try:
        workflows = branching.with_branch(installation.texts(root), applied) if ci is not None else {}
        earlier = installation.earlier(root) if ci is not None else ()
        root.mkdir(parents=True, exist_ok=True)
        state = choosing.state_for(root)
        written = dict(_show(_write(root, name, state, workflows)))
    except OSError as error:
        raise AttentionError(
            f"{error.filename or root} can't be written: {error.strerror}",
            "Choose another folder, or put a plain file or folder there.",
        ) from error
    if written[FILE_NAME] == "written":
        click.echo(filled(f"\n{choosing.told(state)}", session.out.width))
    click.echo(filled(_next(session, root, applied), session.out.width))
    for path in earlier:
        session.note(f"{path} was there and installs without {installation.LOCK}: delete it and run init again")
    return Exit.DONE


def _show(each_done: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Tell of each path as it is done."""
    for path, what in each_done:
        click.echo(f"  {what:<8} {path}")
        yield path, what


def _write(root: Path, project: str, state: str, workflows: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Write what isn't there; each path with what was done."""
    config = _template("heymilo.yaml").replace("@project@", project)
    yield _new(root, FILE_NAME, config.replace("@state@\n", choosing.lines(state)))
    if not _has_manifests(root):
        closes = (datetime.now(UTC) + timedelta(days=90)).strftime("%Y-%m-%dT18:00:00Z")
        yield _new(root, "postings/first-interviewer.yaml", _template("posting.yaml").replace("@deadline@", closes))
    for name, text in schema.texts().items():
        yield _new(root, f"{schema.FOLDER}/{name}", text)
    yield _ignored(root)
    for path, text in workflows.items():
        yield _new(root, path, text)


def _new(root: Path, path: str, text: str) -> tuple[str, str]:
    if files.kind(root, path) is not None:
        return path, "kept"
    files.write(root, path, text.encode())
    return path, "written"


def _has_manifests(root: Path) -> bool:
    """Whether there is a manifest, or something else in the place of the folder of manifests."""
    from heymilo_ops.manifest.listing import FOLDER, listed

    return files.kind(root, FOLDER) is not None and bool(listed(root))


def _ignored(root: Path) -> tuple[str, str]:
    """Add to .gitignore the lines that it lacks."""
    path = ".gitignore"
    before = files.read(root, path).decode("utf-8", "surrogateescape") if files.kind(root, path) is not None else ""
    have = {line.strip() for line in before.splitlines()}
    missing = [line for line in _template("gitignore").splitlines() if line.strip() not in have]
    if not any(line and not line.startswith("#") for line in missing):
        return path, "kept"
    gap = "\n" if before and not before.endswith("\n") else ""
    files.write(root, path, (before + gap + "\n".join(missing) + "\n").encode("utf-8", "surrogateescape"))
    return path, "extended" if before else "written"


def _template(name: str) -> str:
    return resources.files("heymilo_ops.cli").joinpath("templates", *name.split("/")).read_text(encoding="utf-8")


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-") or "interviews"


def _next(session: Session, root: Path, branch: str) -> str:
    """What to do now."""
    go = f"  cd {_shown(session, root)}\n" if root != session.directory.resolve() else ""
    more = (
        f"\nA push to {branch} is planned, and applied to production once a reviewer approved that plan. Give the\n"
        f"GitHub repo two environments, for the branch {branch} only and with the secret HEYMILO_API_KEY:\n"
        "'production' with required reviewers, 'production-plan' without. The head of apply.yml says the rest.\n"
        if branch
        else ""
    )
    return (
        f"\nTry it on the sandbox; no key is needed, and nobody is invited:\n\n{go}"
        "  heymilo-ops lint     check the manifests\n"
        "  heymilo-ops plan     see what would be done\n"
        "  heymilo-ops apply    do it\n\n"
        "Then edit postings/ and plan again. For the real workspace: set HEYMILO_API_KEY, check the set-up with\n"
        f"heymilo-ops -w production doctor, and go on with -w production.{more}"
    )


def _shown(session: Session, root: Path) -> str:
    base = session.directory.resolve()
    return str(root.relative_to(base)) if root.is_relative_to(base) else str(root)
