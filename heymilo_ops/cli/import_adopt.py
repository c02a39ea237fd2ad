"""The apply that follows an import: the postings are taken over."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.cli.options import Session, WriteOptions
from heymilo_ops.cli.progress import Terminal
from heymilo_ops.errors import Exit
from heymilo_ops.model.event import Outcome
from heymilo_ops.report.outcome_text import outcomes_json
from heymilo_ops.review.reasons import reason_sentence
from heymilo_ops.usecases.execute import apply_plan
from heymilo_ops.usecases.plan import PlanOptions, PlanResult
from heymilo_ops.usecases.run import open_run
from heymilo_ops.usecases.workspace import Workspace


@dataclass
class _JsonTerminal(Terminal):
    """Keeps the outcomes for the document that the import prints."""

    outcomes: list[dict[str, Any]] = field(default_factory=list)

    def show_nothing(self) -> None:
        """Keep none."""

    def show_outcomes(self, result: PlanResult, outcomes: Sequence[Outcome], *, interrupted: bool) -> None:  # noqa: ARG002
        """Keep what became of each change."""
        self.outcomes += json.loads(outcomes_json(outcomes))["outcomes"]


def adopt_imported(
    session: Session,
    workspace: Workspace,
    names: frozenset[str],
    write: WriteOptions,
    outcomes: list[dict[str, Any]],
    output_format: str,
) -> Exit:
    """Plan and apply these postings alone; with JSON the ``outcomes`` are added to, else printed."""
    if not names:
        session.note("There is nothing to take over.")
        return Exit.DONE
    terminal = Terminal(session, output_format, write.auto_approve, is_sandbox=workspace.config.sandbox)
    if output_format == "json":
        terminal = _JsonTerminal(session, output_format, write.auto_approve, outcomes=outcomes)
    with open_run(workspace, terminal, write.lock_timeout) as run:
        return apply_plan(run, PlanOptions(targets=names), None, reason_sentence)
