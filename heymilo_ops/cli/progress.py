"""What a run of a command that writes shows while it goes on, and at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from heymilo_ops.cli.interrupt import Signals
from heymilo_ops.cli.output import print_errors, print_plan
from heymilo_ops.cli.prompt import BY_FLAG, ask
from heymilo_ops.cli.session import Session
from heymilo_ops.finding import Place
from heymilo_ops.model.event import Observer, Outcome, Started, Waiting
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.report import outcome_text
from heymilo_ops.report.link_text import links_table
from heymilo_ops.report.progress import PlainObserver, ProgressObserver
from heymilo_ops.report.prompt import apply_question
from heymilo_ops.review.words import duration
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.usecases.plan import PlanResult
from heymilo_ops.usecases.run import Unknown

if TYPE_CHECKING:
    from pathlib import Path

    from heymilo_ops.apply.reconcile import Reconciliation
    from heymilo_ops.model.links import ChangedLink
    from heymilo_ops.model.state import Intent
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.lease import OnWait


@dataclass
class Terminal:
    """The person or the job behind a command that writes.

    Attributes:
        is_approved: nobody is asked.
        approval_help: what to do where nobody can be asked.
        is_sandbox: whether the workspace is a sandbox, whose links open while it is served.
        outcome_file: where what became of each change is written as well, as JSON.
    """

    session: Session
    output_format: str = "text"
    is_approved: bool = False
    approval_help: str = BY_FLAG
    is_sandbox: bool = False
    outcome_file: Path | None = None
    interrupt: Signals = field(default_factory=Signals)

    @contextmanager
    def lock_wait(self) -> Iterator[OnWait]:
        """Show a wait for the lock: counted down on a terminal, one line for each holder elsewhere."""
        session, bar, holders = self.session, ProgressObserver(self.session.err), [""]

        def on_wait(seconds: float, by: str) -> None:
            if by == holders[-1] or session.quiet:
                return
            holders.append(by)
            if session.ci or not sys.stderr.isatty():
                session.note(f"Waiting up to {duration(seconds)} for the lock, held by {by}.")
                return
            if len(holders) == 2:
                bar(Started(1))
            bar(Waiting(seconds, Reason(ReasonCode.WAITS_FOR_LOCK, by)))

        try:
            yield on_wait
        finally:
            bar.stop()

    @contextmanager
    def watch(self, api: Postings | None = None) -> Iterator[Observer]:
        """Show events as a bar on a terminal, plain lines elsewhere, nothing for quiet or JSON.

        The bar counts the pauses of ``api`` down, and goes away however this ends.
        """
        if self.session.quiet or self.output_format != "text":
            yield lambda _: None
        elif sys.stderr.isatty() and not self.session.ci:
            bar = ProgressObserver(self.session.err)
            try:
                with api.waits_reported(bar.pause) if api is not None else nullcontext():
                    yield bar
            finally:
                bar.stop()
        else:
            yield PlainObserver(self.session.err)

    def show_reconciliation(self, intents: Sequence[Intent], reconciliation: Reconciliation) -> None:
        """Print what became of the operations that earlier runs left unknown."""
        for line in outcome_text.reconcile_lines(intents, reconciliation, self.session.err):
            self.session.note(line)

    def show_plan(self, result: PlanResult, unknown: Unknown) -> None:
        """Print what is about to be done; with JSON, only what forbids it. The ``unknown`` were explained above."""
        for sentence in result.not_compared:
            self.session.note(f"Not compared with the plan file: {one_line(sentence)}.")
        if self.output_format == "text":
            short = (Reason(ReasonCode.OUTCOME_EXPLAINED),)
            changes = [
                replace(change, reasons=short) if change.address in unknown else change
                for change in result.plan.changes
            ]
            print_plan(replace(result, plan=replace(result.plan, changes=tuple(changes))), self.session)
        else:
            print_errors(result, self.session)

    def approve(self, result: PlanResult) -> bool:
        """Ask for approval of a plan that writes something, unless it is given; whether somebody was asked."""
        plan = result.plan
        if self.is_approved or not plan.writes:
            return False
        title = result.ref.name if result.ref is not None else None
        ask(self.session, apply_question(plan.workspace, title, self.session.out, plan), self.approval_help)
        return True

    def show_nothing(self) -> None:
        """Print an empty result as JSON; the plan said it for people."""
        self._keep(())
        if self.output_format == "json":
            click.echo(outcome_text.outcomes_json(()), nl=False)

    def show_outcomes(self, result: PlanResult, outcomes: Sequence[Outcome], *, interrupted: bool) -> None:
        """Print what became of each change, on stdout."""
        self._keep(outcomes, result.links)
        if self.output_format == "json":
            click.echo(outcome_text.outcomes_json(outcomes, result.links), nl=False)
            return

        def place(name: str, pointer: str) -> Place | None:
            document = result.repo.by_address.get(name)
            return document.place(pointer) if document is not None else None

        command = f"heymilo-ops -w {result.plan.workspace}"
        text = outcome_text.render_outcomes(outcomes, self.session.out, place, interrupted, f"{command} apply")
        moved = links_table(result.links, self.session.out)
        click.echo(f"\n{text}{moved}", nl=False)
        recorded = ", ".join(change.setting for change in result.plan.to_record)
        if recorded and not interrupted:
            self.session.note(f"Recorded as heymilo.yaml says it now: {recorded}.")
        if self.is_sandbox and any(outcome.candidate_url for outcome in outcomes):
            self.session.note(f"\nThese links open while this runs: {command} sandbox serve")

    def _keep(self, outcomes: Sequence[Outcome], links: Sequence[ChangedLink] = ()) -> None:
        """Write the outcomes to their file. Where that fails, the run has ended all the same, and says so."""
        if self.outcome_file is None:
            return
        try:
            self.outcome_file.write_text(outcome_text.outcomes_json(outcomes, links), encoding="utf-8")
        except OSError as error:
            self.session.note(f"{self.outcome_file} can't be written: {error.strerror}.")
