"""Writing the state by hand: it is shown and asked for first, and written only where it is what was shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from heymilo_ops.cli.carrying import who
from heymilo_ops.cli.options import Session, common, lock_timeout_option
from heymilo_ops.errors import AttentionError, StaleError
from heymilo_ops.model.state import State
from heymilo_ops.report.prompt import YES
from heymilo_ops.report.state_text import question
from heymilo_ops.statefile.lock import holder

if TYPE_CHECKING:
    from heymilo_ops.cli.workspace import Workspace
    from heymilo_ops.statefile.store import Store

F = TypeVar("F", bound=Callable[..., Any])

auto_approve_option = click.option("--auto-approve", is_flag=True, help="Don't ask.")


def writes(function: F) -> F:
    """The options of every command that writes the state."""
    for option in (
        common,
        click.option("--local-state", is_flag=True, help="In CI: the state folder outlives this job."),
        lock_timeout_option,
        auto_approve_option,
    ):
        function = option(function)
    return function


def confirm(session: Session, asked: str, given: bool, **told: str) -> bool:
    """Whether somebody was asked (and said yes). Raises where nobody can be, or says anything else."""
    if given:
        return False
    if not session.interactive:
        raise AttentionError(
            "There is no terminal to ask on, so nothing was done",
            "Read what it would do above, then run it with --auto-approve.",
        )
    click.echo("\n" + question(asked, session.paint(), **told), nl=False)
    if click.prompt("  Enter a value", default="", show_default=False) != YES:
        raise AttentionError("Not approved: nothing was done")
    click.echo()
    return True


def rewrite(
    workspace: Workspace,
    store: Store,
    operation: str,
    lock_timeout: float,
    before: State | None,
    change: Callable[[State | None], State],
) -> State:
    """The state as changed and written, under the lock. ``before`` is what was shown.

    Raises ``StaleError`` where the state is another by now, ``LockedError`` where somebody holds the lock.
    """
    with store.hold(holder(who(workspace, ()).by, operation, datetime.now(UTC)), lock_timeout):
        state = store.read()
        if _version(state) != _version(before):
            raise StaleError("The state moved since it was shown", "Run it again, and read it again.")
        return store.write(change(state))


def _version(state: State | None) -> tuple[str, int] | None:
    return None if state is None else (state.lineage, state.serial)
