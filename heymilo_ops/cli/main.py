"""The console script: finds the command, and is the one place where exceptions end."""

from __future__ import annotations

import gc
import importlib
import io
import os
import re
import signal
import sys
from typing import cast

import click

from heymilo_ops.cli.completion import VARIABLE, complete
from heymilo_ops.cli.interrupt import HANGUP
from heymilo_ops.cli.options import Session, common
from heymilo_ops.errors import Exit, OpsError
from heymilo_ops.report import output
from heymilo_ops.version import __version__

COMMANDS = {
    "apply": "Carry out what plan shows.",
    "archive": "Close a role: archive its posting, or let it drain.",
    "diff": "Compare a posting's revisions, or its file with what was applied.",
    "doctor": "Check the set-up and say what is missing.",
    "drift": "Show what was changed outside, and accept it.",
    "explain": "Explain the code of a finding.",
    "fmt": "Put manifests into the usual order and quoting.",
    "history": "Show the applied revisions.",
    "import": "Make manifests of postings that exist at HeyMilo.",
    "init": "Start a repo: heymilo.yaml, a first posting, schemas, .gitignore.",
    "lint": "Check the manifests; needs no key and no network.",
    "list": "List the postings with status, revision, deadline and link.",
    "lookup": "Look up ids of the workspace by the names people know.",
    "new": "Start a posting: a commented manifest with the steps you ask for.",
    "plan": "Show what apply would do.",
    "preview": "Show interviews in a browser as candidates meet them.",
    "promote": "Apply what one workspace runs to another.",
    "render": "Show the request of a posting as it would be sent.",
    "review": "Compare a plan with what was reviewed; check who can read it.",
    "rollback": "Go back to an earlier design, keeping today's settings.",
    "sandbox": "Run or reset the embedded HeyMilo.",
    "schema": "Write or check schemas/ for your editor.",
    "share": "Move what several postings say alike into postings/_shared/.",
    "show": "Show a saved plan, or a posting.",
    "state": "Look into the state, or settle what is unknown.",
    "unhold": "Let a design that was rolled back from be applied again.",
}
"""Every command with its line of help. It is ``command`` of the module of its name, which is imported when called."""

_MODULES = {"import": "import_command"}
"""Modules that can't have the name of their command: Python keeps it for itself."""


_SECRET = re.compile(r"HEYMILO_[A-Z0-9_]*(?:KEY|SECRET|TOKEN)[A-Z0-9_]*")
"""Variables whose values are never printed, whether a workspace names them or not."""

_Resolved = tuple[str | None, click.Command | None, list[str]]


class Commands(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return the command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        return cast("click.Command", importlib.import_module(f"heymilo_ops.cli.{module}").command)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> _Resolved:
        """Resolve as click does, with a hint for an unknown command."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from heymilo_ops.report.suggestions import unknown_command

            raise click.UsageError(unknown_command(args[0], COMMANDS, ctx.ensure_object(Session).workspace), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands with their lines of help; none of them is imported."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="heymilo-ops", message="%(prog)s %(version)s")
@common
def group() -> None:
    """Keep AI interviewers (HeyMilo postings) as code: lint, plan, apply, roll back."""


def main() -> None:
    """The console script."""
    # Plain data makes no cycles, and looking for them takes a tenth of lint's time: look seldom. Never would not do
    # for a long apply or ``sandbox serve``.
    gc.set_threshold(1_000_000, 20, 100)
    # To look for plugins pydantic reads what every installed package says of itself. We want none of their code.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _fill_gaps()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal or pipe that can't hold a character shows its code
            stream.reconfigure(errors="backslashreplace")
    for number in (signal.SIGTERM, HANGUP):
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # what is ignored (nohup) stays ignored
            signal.signal(number, signal.default_int_handler)  # as Ctrl-C: with an exit code, and locks let go
    sys.exit(run(sys.argv[1:]))


def _fill_gaps() -> None:
    """Open what the process was started without (``>&-``): else the next file opened would be taken for stdout."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)


def run(args: list[str]) -> int:
    """Run one command line and return its exit code. Nothing is raised."""
    session = Session()
    with output.guarded_streams() as streams:
        for name, value in os.environ.items():
            if _SECRET.fullmatch(name):
                output.hide(value.strip())
        return streams.settled(_run(args, session), session.wrote)


def _run(args: list[str], session: Session) -> int:
    try:
        if os.environ.get(VARIABLE):
            return complete(group, session)
        # color=True: whether there are colours is decided once, by the session's writers; click must not strip them.
        asked = args or ["--help"]
        code = group.main(args=asked, prog_name="heymilo-ops", standalone_mode=False, obj=session, color=True)
        return int(code or 0)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.UsageError as error:
        return _usage(error, args, session)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return Exit.INTERRUPTED
    except OpsError as error:
        from heymilo_ops.cli.output import print_failure

        print_failure(error, session)
        return error.exit
    except Exception as error:
        from heymilo_ops.report.output import write_report

        what = f"This is a bug in heymilo-ops ({type(error).__name__})."
        click.echo(f"{what} The report is in {write_report(error)}; please file it.", err=True)
        return Exit.BUG


def _usage(error: click.UsageError, args: list[str], session: Session) -> int:
    context, hint = error.ctx, ""
    if context is not None and isinstance(error, click.NoSuchOption):
        from heymilo_ops.report.suggestions import option_hint

        hint = option_hint(args, {option for it in context.command.params for option in it.opts}, session.workspace)
    where = context.command_path if context else "heymilo-ops"
    click.echo(f"Error: {output.guttered(error.format_message() + hint)}\nTry '{where} --help'.", err=True)
    return Exit.USAGE
