"""What an apply says: while it goes on, on stderr, and at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from heymilo_ops.cli.options import Session
from heymilo_ops.cli.planning import Planned, show, show_errors
from heymilo_ops.errors import Exit
from heymilo_ops.finding import Place
from heymilo_ops.model.event import Event, Finished, Observer, Outcome, Result
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.report import outcome_text
from heymilo_ops.report.progress import PlainObserver, ProgressObserver

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings


@contextmanager
def watching(session: Session, output_format: str, api: Postings | None = None) -> Iterator[Observer]:
    """A bar on a terminal, plain lines elsewhere, nothing for quiet or JSON. However this ends, the bar goes away.

    The bar counts the pauses of ``api`` down.
    """
    if session.quiet or output_format != "text":
        yield lambda _: None
    elif sys.stderr.isatty() and not session.ci:
        bar = ProgressObserver(session.err)
        try:
            with api.waits_told(bar.pause) if api is not None else nullcontext():
                yield bar
        finally:
            bar.stop()
    else:
        yield PlainObserver(session.err)


def explained(outcome: Outcome, why: Mapping[str, tuple[Reason, ...]]) -> Outcome:
    """An outcome that stays unknown, with the reason by address; nothing new was sent for such an address."""
    if outcome.result is not Result.UNKNOWN or outcome.address not in why:
        return outcome
    return replace(outcome, reasons=why[outcome.address])


def without(observer: Observer, why: Mapping[str, tuple[Reason, ...]]) -> Observer:
    """An observer that isn't told of what stays unknown of earlier runs: that was told before the plan."""

    def passed(event: Event) -> None:
        if not isinstance(event, Finished) or explained(event.outcome, why) is event.outcome:
            observer(event)

    return passed


def briefly(planned: Planned, why: Mapping[str, tuple[Reason, ...]]) -> Planned:
    """The plan, for people who were just told why these addresses are unknown and what settles them."""
    changes = tuple(
        replace(change, reasons=(Reason(ReasonCode.OUTCOME_EXPLAINED),)) if change.address in why else change
        for change in planned.plan.changes
    )
    return replace(planned, plan=replace(planned.plan, changes=changes))


def summary(
    outcomes: tuple[Outcome, ...], output_format: str, session: Session, planned: Planned, interrupted: bool
) -> None:
    """Print what came of it, on stdout."""
    if output_format == "json":
        click.echo(outcome_text.outcomes_json(outcomes), nl=False)
        return

    def place(address: str, pointer: str) -> Place | None:
        document = planned.checked.repo.by_address.get(address)
        return document.place(pointer) if document is not None else None

    again = f"heymilo-ops -w {planned.plan.workspace} apply"
    click.echo(f"\n{outcome_text.render_outcomes(outcomes, session.out, place, interrupted, again)}", nl=False)
    recorded = ", ".join(each.setting for each in planned.plan.to_record)
    if recorded and not interrupted:
        session.note(f"Recorded as heymilo.yaml says it now: {recorded}.")


def nothing(output_format: str) -> Exit:
    """There is nothing to do."""
    if output_format == "json":
        from heymilo_ops.report.outcome_text import outcomes_json

        click.echo(outcomes_json(()), nl=False)
    return Exit.DONE


def show_as(planned: Planned, session: Session, output_format: str) -> None:
    """Show what is about to be done: in JSON only the result is printed, and here what stands in the way of it."""
    if output_format == "text":
        show(planned, session)
    elif planned.blocked:
        show_errors(planned, session)
