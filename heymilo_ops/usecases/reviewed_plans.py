"""The plans that merged pull requests showed, as a workflow has put them into a folder.

``DIR/<any name>/pull_request.json`` says what GitHub knows of a pull request; ``plan.json`` beside it is what a job of
its branch kept, which is data that anybody with a branch could have written.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from heymilo_ops.errors import AttentionError, OpsError, StaleError, UsageError
from heymilo_ops.model.desired import first_problem
from heymilo_ops.plan.planfile import PLAN_AGAIN, SEAL, SavedPlan
from heymilo_ops.plan.review_comparison import PullRequest, ReviewComparison, ReviewedPlan, compare_with_reviews
from heymilo_ops.usecases.saved_plan import read_plan

PULL_REQUEST = "pull_request.json"
PLAN = "plan.json"
LARGEST_PLAN = 50_000_000
"""Bytes of a plan file that is read; a larger one is a problem of its pull request."""


class PullRequestFile(BaseModel):
    """What GitHub's API says of a pull request."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    number: Annotated[int, Field(ge=1)]
    head_sha: Annotated[str, Field(pattern=r"^[0-9a-f]{40,64}$")]
    merged: bool
    merged_at: AwareDatetime | None = None
    planned_at: AwareDatetime | None = None
    approvers: tuple[str, ...] = ()


def review_comparison(saved: SavedPlan, folder: Path, accepted: frozenset[str], digest: str | None) -> ReviewComparison:
    """Compare a saved plan with the reviewed ones. ``digest`` is of the plan to which ``accepted`` belongs.

    Raises ``StaleError`` where the plan is another one, and ``UsageError`` where addresses are accepted of no plan, or
    of none in this one.
    """
    if accepted and digest is None:
        raise UsageError("--accept belongs to one plan", "Add --digest with the digest of the plan that was read.")
    if digest is not None and digest != saved.document.digest:
        raise StaleError(
            f"This plan isn't the one that was accepted: its digest is {saved.document.digest}", PLAN_AGAIN
        )
    if unknown := sorted(accepted - {change.address for change in saved.document.changes}):
        raise UsageError(f"The plan has no change of {', '.join(unknown)}", "Name addresses of its changes.")
    return compare_with_reviews(saved.document, read_reviewed(folder), accepted)


def read_reviewed(folder: Path) -> tuple[ReviewedPlan, ...]:
    """Read the merged pull requests of a folder. Raises ``AttentionError`` where one isn't described properly."""
    files = sorted(folder.glob(f"*/{PULL_REQUEST}"))
    pull_requests = [(path.parent, _pull_request(path)) for path in files]
    return tuple(
        _reviewed(parent, made, at) for parent, made in pull_requests if (at := made.merged_at) and made.merged
    )


def _pull_request(path: Path) -> PullRequestFile:
    try:
        return PullRequestFile.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        why = first_problem(error) if isinstance(error, ValidationError) else error
        raise AttentionError(f"{path} doesn't describe a pull request: {why}", "Take it from GitHub's API.") from error


def _reviewed(folder: Path, described: PullRequestFile, merged_at: datetime) -> ReviewedPlan:
    pull_request = PullRequest(
        described.number, described.head_sha, merged_at, described.planned_at, described.approvers
    )
    path = folder / PLAN
    try:
        size = path.stat().st_size
    except OSError:
        return ReviewedPlan(pull_request, None, problem="it has no plan, or its artifact has expired")
    if size > LARGEST_PLAN:
        return ReviewedPlan(pull_request, None, problem=f"its plan has {size} bytes")
    try:
        saved = read_plan(path)
    except OpsError as error:
        problem = f"its plan can't be read: {error.message.replace(str(path), PLAN)}"
        return ReviewedPlan(pull_request, None, problem=problem)
    return ReviewedPlan(pull_request, saved.document, str(saved.data[SEAL]))
