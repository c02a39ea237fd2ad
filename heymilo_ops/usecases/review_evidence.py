"""What was reviewed of a plan: written beside it, recorded with what is applied, and exported for a period."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from heymilo_ops.errors import AttentionError, StaleError
from heymilo_ops.model.desired import first_problem
from heymilo_ops.model.state import Address, Digest, PostingState, ReviewEvidence, Revision
from heymilo_ops.plan.planfile import PLAN_AGAIN, SavedPlan
from heymilo_ops.plan.review_comparison import ReviewComparison
from heymilo_ops.usecases.atomic_write import file_errors


class EvidenceFile(BaseModel):
    """What ``review compare --evidence`` writes; a workflow adds who approved the deployment."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format_version: Literal["1.0"] = "1.0"
    plan_digest: Digest
    postings: Mapping[Address, ReviewEvidence]
    deployment_approvers: tuple[str, ...] = ()


def write_evidence(path: Path, comparison: ReviewComparison) -> None:
    """Write what is known of the review of each change. Raises ``AttentionError``."""
    postings = {change.address: change.evidence for change in comparison.changes}
    with file_errors(f"{path} can't be written", "Choose another place for --evidence."):
        text = EvidenceFile(plan_digest=comparison.digest, postings=postings).model_dump_json(indent=2)
        path.write_text(text + "\n", encoding="utf-8")


def read_evidence(path: Path, saved: SavedPlan) -> dict[str, ReviewEvidence]:
    """Read by name what was reviewed of a plan. Raises ``AttentionError``, ``StaleError`` where it is of another."""
    try:
        evidence = EvidenceFile.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        why = first_problem(error) if isinstance(error, ValidationError) else error
        raise AttentionError(
            f"{path} holds no evidence of a review: {why}", "Run review compare --evidence."
        ) from error
    if evidence.plan_digest != saved.document.digest:
        raise StaleError(f"{path} is of another plan: {evidence.plan_digest}", PLAN_AGAIN)
    approvers = {"deployment_approvers": evidence.deployment_approvers}
    return {name: review.model_copy(update=approvers) for name, review in evidence.postings.items()}


def evidence_text(postings: Mapping[str, PostingState], since: datetime | None, until: datetime | None) -> str:
    """Return what was applied and archived in a period, with what was reviewed of it, as JSON."""
    revisions = [row for name, posting in sorted(postings.items()) for row in _rows(name, posting, since, until)]
    period = {"from": since.isoformat() if since else None, "to": until.isoformat() if until else None}
    data = {"format_version": "1.0", **period, "revisions": revisions}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _rows(name: str, posting: PostingState, since: datetime | None, until: datetime | None) -> Iterator[dict[str, Any]]:
    for revision in posting.revisions:
        moments = (revision.applied_at, revision.archived_at)
        if any(_is_within(datetime.fromisoformat(text), since, until) for text in moments if text):
            yield {"address": name, **_row(revision)}


def _is_within(moment: datetime, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or moment >= since) and (until is None or moment <= until)


def _row(revision: Revision) -> dict[str, Any]:
    names = {
        *("number", "digest", "design_digest", "posting_id", "action", "applied_at", "applied_by", "commit"),
        *("archived_at", "allowed", "review", "archive_review", "source"),
    }
    return revision.model_dump(mode="json", include=names)
