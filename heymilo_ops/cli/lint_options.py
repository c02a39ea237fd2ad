"""The options of ``lint``: what it prints and where, what it fails on, and what it does beside checking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from heymilo_ops.report import lint_formats

F = TypeVar("F", bound=Callable[..., Any])

Target = tuple[str, Path | None]
"""A format, and the file that it is written to; ``None`` where it is printed."""


def _targets(ctx: click.Context, _: click.Parameter, values: tuple[str, ...]) -> list[Target]:
    """Return the formats of the command line, ``--json`` among them; text where there is none."""
    named = values or ("text",)
    if ctx.params.get("as_json"):
        named = ("json", *(value for value in values if ":" in value))
    targets: list[Target] = []
    for value in named:
        name, file = (*value.split(":", 1), "")[:2]
        if name not in lint_formats.FORMATS:
            raise click.BadParameter(f"'{name}' is not one of {', '.join(lint_formats.FORMATS)}.")
        targets.append((name, Path(file) if file else None))
    return targets


def _format_names(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the formats that a shell offers."""
    return [name for name in lint_formats.FORMATS if name.startswith(incomplete)]


_OPTIONS = (
    click.option("--json", "as_json", is_flag=True, is_eager=True, help="Short for --format json."),
    click.option(
        "--format",
        "targets",
        multiple=True,
        callback=_targets,
        shell_complete=_format_names,
        metavar="FORMAT[:FILE]",
        help=f"How to print the result: {', '.join(lint_formats.FORMATS)}; into FILE where named. May be repeated.",
    ),
    click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the result to a file."),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning"]),
        default="error",
        show_default=True,
        help="What ends in exit 1.",
    ),
    click.option(
        "--online",
        is_flag=True,
        help="Also ask HeyMilo whether the voices, numbers, senders, groups and templates that are named exist. It "
        "only reads, and needs a key.",
    ),
    click.option(
        "--write-baseline",
        "writes_baseline",
        is_flag=True,
        help="Write the findings of all manifests into the file that lint.baseline in heymilo.yaml names: they don't "
        "count any more until their wording changes.",
    ),
    click.option("--fix", "fixes", is_flag=True, help="Make the safe fixes; comments and everything else stay."),
    click.option("--diff", "shows_diff", is_flag=True, help="Show what --fix would change, and write nothing."),
    click.option(
        "--stdin-filename",
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="Check standard input as the manifest at PATH.",
    ),
)


def lint_options(function: F) -> F:
    """Give ``lint`` its options."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function
