"""The people of the postings that a run is about to write to, asked for once more before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from heymilo_ops.apply.jobs import Job
from heymilo_ops.errors import AttentionError, UnreachableError
from heymilo_ops.model.people import People
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.impact import refusal, together

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings


def check_people(plan: Plan, jobs: Iterable[Job], api: Postings) -> None:
    """Refuse the whole run where a change concerns more people by now than heymilo.yaml or the command line allows.

    What the plan showed doesn't count: who registered since is among them. An unknown number counts as more than any.
    Raises ``AttentionError``.
    """
    sending = {job.change.address for job in jobs if job.intents}
    counts: dict[str, People | None] = {}
    for check in plan.impact_checks:
        if check.address not in sending:
            continue
        for posting_id in check.posting_ids:
            if posting_id not in counts:
                counts[posting_id] = _ask(api, posting_id)
        people = together(counts[posting_id] for posting_id in check.posting_ids)
        if not check.passes(people):
            finding = refusal(check, people)
            raise AttentionError(
                f"{check.address}: {finding.message}. Nothing was written",
                f"{finding.help[:1].upper()}{finding.help[1:]}.",
            )


def _ask(api: Postings, posting_id: str) -> People | None:
    try:
        return api.people(posting_id)
    except UnreachableError:
        return None
