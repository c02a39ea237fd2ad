"""The options that every command takes, before or after its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial, wraps
from typing import Any, TypeVar, cast

import click
from click.core import ParameterSource

from heymilo_ops.cli.completion import posting_names, workspace_names
from heymilo_ops.cli.session import Session as Session  # what every command takes with them

F = TypeVar("F", bound=Callable[..., Any])


def _store(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """Store an option in the session's attribute of its name where the command line has it."""
    name = parameter.name or ""
    source, session = ctx.get_parameter_source(name), ctx.ensure_object(Session)
    # The environment is read once more behind the command's name: there it must not beat -w in front of it.
    late = source is ParameterSource.ENVIRONMENT and getattr(session, name) is not None
    if source not in (None, ParameterSource.DEFAULT) and value is not None and not late:
        setattr(session, name, value)
    return value


_common = partial(click.option, expose_value=False, callback=_store)

_OPTIONS = (
    _common(
        "-C", "chdir", type=click.Path(exists=True, file_okay=False), metavar="DIR", help="Run as if started in DIR."
    ),
    _common(
        "-w",
        "--workspace",
        envvar="HEYMILO_OPS_WORKSPACE",
        metavar="NAME",
        shell_complete=workspace_names,
        help="The workspace of heymilo.yaml to work with.",
    ),
    _common("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colours."),
    _common("--outside-state", is_flag=True, help="Allow a state folder outside the folder of heymilo.yaml."),
    _common("-q", "--quiet", is_flag=True, help="Say less."),
    _common("-v", "--verbose", is_flag=True, help="Say more."),
)


def common(function: F) -> F:
    """Give a command the common options."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def subcommand(name: str, group: click.Group | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a command (of ``group``) with the common options; its first argument is the session."""

    def wrap(function: Callable[..., Any]) -> click.Command:
        make = click.command if group is None else group.command
        decorate = make(name, context_settings={"help_option_names": ["-h", "--help"]})
        return decorate(common(click.pass_obj(function)))

    return wrap


def format_option(*formats: str) -> Callable[[F], F]:
    """Make ``--format`` with these choices (the first is the default), and ``--json`` for short."""

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


def postings_option(*names: str, help: str) -> Callable[[F], F]:
    """Make an option whose value is the name of a posting; it may be repeated."""
    return click.option(*names, multiple=True, metavar="NAME", shell_complete=posting_names, help=help)


def workspace_option(*names: str, help: str) -> Callable[[F], F]:
    """Make a required option whose value is the name of a workspace."""
    return click.option(*names, required=True, metavar="WORKSPACE", shell_complete=workspace_names, help=help)


def plan_options(function: F) -> F:
    """Hand the values that say what to plan to a command as one ``options``."""

    @wraps(function)
    def command(*args: Any, **values: Any) -> Any:
        from heymilo_ops.usecases.plan import PlanOptions

        asked = {field.name: values.pop(field.name) for field in fields(PlanOptions) if field.name in values}
        sets: dict[str, Any] = {
            name: frozenset(value) if isinstance(value, tuple) else value for name, value in asked.items()
        }
        return function(*args, options=PlanOptions(**sets), **values)

    return cast("F", command)


auto_approve_option = click.option("--auto-approve", is_flag=True, help="Don't ask.")
allow_unmarked_option = postings_option(
    "--allow-unmarked",
    "unmarked_allowed",
    help="Write to this posting, roll it back or promote it, although HeyMilo shows no marks of it; may be repeated.",
)
allow_namesake_option = postings_option(
    "--allow-namesake",
    "namesakes_allowed",
    help="Make this posting although HeyMilo has one of its name that nobody manages; may be repeated.",
)
allow_disconnect_option = postings_option(
    "--allow-disconnect",
    "disconnect_allowed",
    help="Replace or archive this posting although an ATS is connected to it; may be repeated.",
)


def allow_by_name_options(function: F) -> F:
    """Give a command the options by which a person lets one posting pass a guard."""
    return allow_disconnect_option(allow_unmarked_option(allow_namesake_option(function)))


def outside_options(function: F) -> F:
    """Give a command the options on postings about which HeyMilo shows something that a plan stops at."""
    revert = postings_option("--revert", "reverts", help="Put back in place what was changed outside; may be repeated.")
    recreate = postings_option("--recreate", help="Make this posting anew; may be repeated.")
    return recreate(revert(allow_by_name_options(function)))


lock_timeout_option = click.option(
    "--lock-timeout", type=click.FloatRange(min=0), default=0.0, metavar="S", help="Seconds to wait for a lock."
)


@dataclass(frozen=True)
class WriteOptions:
    """How a command writes: without asking, how long it waits for the lock, and in CI to a state folder too."""

    auto_approve: bool
    lock_timeout: float
    local_state: bool


def write_options(function: F) -> F:
    """Give a command the options of all that write, and hand it their values as one ``write``."""

    outlives = click.option("--local-state", is_flag=True, help="In CI: the state folder outlives this job.")

    @wraps(function)
    def command(*args: Any, auto_approve: bool, lock_timeout: float, local_state: bool, **values: Any) -> Any:
        return function(*args, write=WriteOptions(auto_approve, lock_timeout, local_state), **values)

    return cast("F", auto_approve_option(lock_timeout_option(outlives(command))))
