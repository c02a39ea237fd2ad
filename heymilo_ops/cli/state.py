"""``state``: show the state, settle what is unknown, and repair what was lost."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, cast

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.options import Session, common, format_option, lock_timeout_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit, UsageError
from heymilo_ops.usecases.state_lookup import applied_posting, read_state

if TYPE_CHECKING:
    from heymilo_ops.model.state import State

MODULES = dict.fromkeys(("forget", "mv", "push", "unlock"), "state_edits") | {"rebuild": "state_rebuild"}
"""The other commands, each with the module that has it by its name."""


class StateCommands(click.Group):
    """A group that imports the module of a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted([*super().list_commands(ctx), *MODULES])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command of this name."""
        if cmd_name not in MODULES:
            return super().get_command(ctx, cmd_name)
        module = importlib.import_module(f"heymilo_ops.cli.{MODULES[cmd_name]}")
        return cast("click.Command", getattr(module, cmd_name))


def _state_data(state: State) -> dict[str, Any]:
    """Return each posting in short, and what an earlier run left pending."""
    of_posting, of_intent = {"status", "revision", "digest", "posting_id"}, {"address", "kind", "status", "sent_at"}
    return {
        "workspace": state.workspace.name,
        "serial": state.serial,
        "postings": {name: entry.model_dump(mode="json", include=of_posting) for name, entry in state.postings.items()},
        "pending": [intent.model_dump(mode="json", include=of_intent) for intent in state.pending],
    }


@click.group("state", cls=StateCommands, context_settings={"help_option_names": ["-h", "--help"]})
@common
def command() -> None:
    """Look into the state, or settle what is unknown."""


@subcommand("list", command)
@format_option("text", "json")
def listing(session: Session, output_format: str) -> Exit:
    """Every posting that the state knows, and what is pending."""
    from heymilo_ops.report.tables import render_state_head, state_table

    state = read_state(session.find_workspace()).applied
    if output_format == "json":
        print_json(**_state_data(state))
        return Exit.DONE
    if not session.quiet:
        click.echo(render_state_head(state))
    print_text(state_table(state, session.out))
    return Exit.DONE


@subcommand("show", command)
@click.argument("name", shell_complete=posting_names)
@format_option("text", "json")
def show(session: Session, name: str, output_format: str) -> Exit:
    """Everything that the state knows of one posting."""
    from heymilo_ops.report.tables import render_state_entry

    posting = applied_posting(read_state(session.find_workspace()), name)
    if output_format == "json":
        print_json(name=name, posting=posting.model_dump(mode="json"))
        return Exit.DONE
    print_text(render_state_entry(name, posting, session.out))
    return Exit.DONE


@subcommand("pull", command)
def pull(session: Session) -> Exit:
    """Print the state as JSON."""
    from heymilo_ops.statefile.format import encode_record
    from heymilo_ops.text.sanitize import printable_json

    state = read_state(session.find_workspace()).applied
    print_text(printable_json(encode_record(state).decode("utf-8")))
    return Exit.DONE


@subcommand("resolve", command)
@click.argument("name", shell_complete=posting_names)
@click.option("--adopt", metavar="ID", help="It happened: this is the posting that was made, changed or archived.")
@click.option(
    "--retry", is_flag=True, help="It did not happen; the next apply sends it again, where it is still asked for."
)
@click.option("--absent", is_flag=True, help="It did not happen, and is not to be sent again as it was.")
@lock_timeout_option
def resolve(session: Session, name: str, adopt: str | None, retry: bool, absent: bool, lock_timeout: float) -> Exit:
    """Settle what an earlier apply left unknown. HeyMilo is asked, and what it contradicts is refused."""
    if [adopt is not None, retry, absent].count(True) != 1:
        raise UsageError(
            "Say one of --adopt ID, --retry and --absent",
            "--adopt ID: it happened; --retry: it did not, send it again; --absent: it did not, leave it.",
        )
    from heymilo_ops.cli.progress import Terminal
    from heymilo_ops.usecases.edit_state import resolve_as_absent, resolve_as_made

    workspace, terminal = session.find_workspace(), Terminal(session)
    see = f"See what is left: heymilo-ops -w {workspace.name} plan"
    if adopt is not None:
        resolve_as_made(workspace, name, adopt, terminal, lock_timeout)
        click.echo(f"{name} is settled by posting {adopt}. {see}")
        return Exit.DONE
    settled = resolve_as_absent(workspace, name, terminal, lock_timeout, closed=absent)
    if settled.open:
        return Exit.PARTIAL
    click.echo(see)
    return Exit.ATTENTION if settled.adopted else Exit.DONE
