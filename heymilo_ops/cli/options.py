"""The options that every command takes, before or after its name, and what they add up to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from heymilo_ops.report.paint import ColorFlag, Paint, want_color

if TYPE_CHECKING:
    from pathlib import Path

    from heymilo_ops.remote.client import Client

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Session:
    """What the command line said, and where it was said.

    Attributes:
        folder: ``-C``; ``None`` where it isn't given.
        workspace: ``-w``, or HEYMILO_OPS_WORKSPACE; ``None`` where neither is given.
        clients: every client of this run.
    """

    folder: str | None = None
    workspace: str | None = None
    color: ColorFlag = "auto"
    quiet: bool = False
    verbose: bool = False
    clients: list[Client] = field(default_factory=list)

    @property
    def directory(self) -> Path:
        """Where to look for heymilo.yaml from."""
        from pathlib import Path

        return Path.cwd() if self.folder is None else Path(self.folder)

    @property
    def wrote(self) -> bool:
        """Whether this run wrote anything to HeyMilo, or may have."""
        return any(client.wrote for client in self.clients)

    def paint(self, *, err: bool = False) -> Paint:
        """Colours for stdout (or stderr), as the terminal and the environment want them."""
        stream = sys.stderr if err else sys.stdout
        return Paint(want_color(self.color, stream.isatty(), os.environ))

    @property
    def ci(self) -> bool:
        """Whether this runs in a CI job."""
        return os.environ.get("CI", "").lower() not in ("", "0", "false")

    @property
    def interactive(self) -> bool:
        """Whether somebody can be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty() and not self.ci

    @property
    def width(self) -> int:
        """Columns to fill: those of the terminal, 100 elsewhere, never fewer than 60."""
        import shutil

        return max(60, min(shutil.get_terminal_size((100, 24)).columns, 140)) if sys.stdout.isatty() else 100

    def note(self, text: str) -> None:
        """Tell on stderr, unless quiet."""
        if not self.quiet:
            click.echo(text, err=True)


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A callback that keeps an option in the session where it was given."""

    def keep(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
        source, session = ctx.get_parameter_source(parameter.name or ""), ctx.ensure_object(Session)
        # The environment is read once more behind the command's name: there it must not beat -w in front of it.
        late = source is ParameterSource.ENVIRONMENT and getattr(session, name) is not None
        if source not in (None, ParameterSource.DEFAULT) and value is not None and not late:
            setattr(session, name, value)
        return value

    return keep


_OPTIONS = (
    click.option(
        "-C",
        "directory",
        type=click.Path(exists=True, file_okay=False),
        metavar="DIR",
        expose_value=False,
        callback=_keep("folder"),
        help="Run as if started in DIR.",
    ),
    click.option(
        "-w",
        "--workspace",
        "workspace_name",
        envvar="HEYMILO_OPS_WORKSPACE",
        metavar="NAME",
        expose_value=False,
        callback=_keep("workspace"),
        help="The workspace of heymilo.yaml to work with.",
    ),
    click.option(
        "--color",
        "color_when",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        expose_value=False,
        callback=_keep("color"),
        help="When to use colours.",
    ),
    click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=_keep("quiet"), help="Say less."),
    click.option("-v", "--verbose", is_flag=True, expose_value=False, callback=_keep("verbose"), help="Say more."),
)


def common(function: F) -> F:
    """Give a command the common options."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def subcommand(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command with the common options whose first argument is the session."""

    def wrap(function: Callable[..., Any]) -> click.Command:
        made = click.command(name, context_settings={"help_option_names": ["-h", "--help"]})
        return made(common(click.pass_obj(function)))

    return wrap


def format_option(*formats: str) -> Callable[[F], F]:
    """``--format`` with the given choices (the first is the default) and ``--json`` for short."""

    def as_json(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            ctx.params["output_format"] = "json"

    def choose(ctx: click.Context, _: click.Parameter, value: str) -> str:
        return str(ctx.params.get("output_format") or value)

    def wrap(function: F) -> F:
        function = click.option(
            "--json", is_flag=True, is_eager=True, expose_value=False, callback=as_json, help="Short for --format json."
        )(function)
        return click.option(
            "--format",
            "output_format",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            callback=choose,
            help="How to print the result.",
        )(function)

    return wrap


auto_approve_option = click.option("--auto-approve", is_flag=True, help="Don't ask.")
allow_unmarked_option = click.option(
    "--allow-unmarked",
    "unmarked_allowed",
    multiple=True,
    metavar="NAME",
    help="Write to this posting although it lost its marks at HeyMilo; may be repeated.",
)
local_state_option = click.option("--local-state", is_flag=True, help="In CI: the state folder outlives this job.")
lock_timeout_option = click.option(
    "--lock-timeout", type=click.FloatRange(min=0), default=0.0, metavar="S", help="Seconds to wait for a lock."
)
