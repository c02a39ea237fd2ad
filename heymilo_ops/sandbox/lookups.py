"""The vendor's read-only endpoints: the workspace, its resources, the discovery objects, and health."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query

from heymilo_ops.sandbox import answers, postings, samples
from heymilo_ops.sandbox.errors import Answer, missing
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.store import Store

BASE = "/api/v2"


def lookup_routes(store: Store, options: Options) -> APIRouter:
    """Everything that only reads: sample rows, and the templates that people made."""
    router = APIRouter()

    @router.get("/health")
    async def health() -> Answer:
        return Answer({"status": "ok", "sandbox": True})

    @router.get(f"{BASE}/workspaces")
    async def workspaces() -> Answer:
        row = {"object": "workspace", "id": options.workspace_id, "name": options.workspace_name}
        pagination = {"has_more": False, "total_count": 1}
        return Answer(answers.listed([row], pagination, f"{BASE}/workspaces"))

    @router.get(f"{BASE}/schemas/agents")
    async def agents() -> Answer:
        return Answer(samples.AGENTS)

    @router.get(f"{BASE}/schemas/question-types")
    async def question_types() -> Answer:
        return Answer(samples.QUESTION_TYPES)

    for kind, rows in samples.LOOKUPS.items():
        _add(router, kind, partial(postings.templates, store) if kind == "interview-templates" else partial(list, rows))
    return router


def _add(router: APIRouter, kind: str, rows: Callable[[], Sequence[samples.Row]]) -> None:
    """A list with paging and search on the name where rows have one, and a get by id."""

    @router.get(f"{BASE}/{kind}")
    async def list_rows(
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
        starting_after: str | None = None,
        search: str | None = None,
    ) -> Answer:
        words = (search or "").casefold()
        matching = [row for row in rows() if words in row.get("name", words).casefold()]
        part, pagination = answers.page(
            matching, lambda row: str(row["id"]), limit=limit, starting_after=starting_after
        )
        return Answer(answers.listed(part, pagination, f"{BASE}/{kind}"))

    @router.get(f"{BASE}/{kind}/{{row_id}}")
    async def get_row(row_id: str) -> Answer:
        for row in rows():
            if row["id"] == row_id:
                return Answer(answers.single(row))
        raise missing(kind.removesuffix("s").replace("-", " "), row_id)
