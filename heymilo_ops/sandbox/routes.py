"""The vendor's endpoints for postings and their questions, under ``/api/v2``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from heymilo_ops.sandbox import answers, postings, questions, rewrites
from heymilo_ops.sandbox.errors import Answer, ApiError
from heymilo_ops.sandbox.exchange import current
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.postings import Posting
from heymilo_ops.sandbox.requests import (
    CONFIGS,
    CreatePosting,
    CreateQuestion,
    Modality,
    ReorderQuestions,
    UpdatePosting,
    UpdateQuestion,
    UpdateStep,
)
from heymilo_ops.sandbox.store import Store

Limit = Annotated[int, Query(ge=1, le=100)]
BASE = "/api/v2"


def posting_routes(store: Store, options: Options) -> APIRouter:
    """Create, list, read, change and end postings."""
    router = APIRouter(prefix=BASE)
    clear = options.null_on_patch == "clear"

    def answered(posting: Posting) -> Answer:
        return Answer(answers.single(answers.posting(posting, options)))

    def listing(search: str | None, starting_after: str | None) -> list[tuple[str, str, str | None]]:
        first = starting_after is None
        return postings.listing(store, search=search, hide_archived=options.hide_archived, first_page=first)

    @router.post("/postings")
    async def create_posting(body: CreatePosting) -> Answer:
        made = postings.create(store, body)
        if current().clone_after:
            postings.clone_by_hand(store, made.id, current().clone_title)
        return Answer(answers.receipt(made, options), status_code=201)

    @router.get("/postings")
    async def list_postings(limit: Limit = 20, starting_after: str | None = None, search: str | None = None) -> Answer:
        rows = listing(search, starting_after)
        part, pagination = answers.page(rows, lambda row: row[0], limit=limit, starting_after=starting_after)
        full = [answers.posting(posting, options) for posting in postings.many(store, (row[0] for row in part))]
        return Answer(answers.listed(full, pagination, f"{BASE}/postings"))

    @router.get("/postings/list")
    async def list_summaries(limit: Limit = 20, starting_after: str | None = None, search: str | None = None) -> Answer:
        rows = listing(search, starting_after)
        part, pagination = answers.page(rows, lambda row: row[0], limit=limit, starting_after=starting_after)
        short = [{"object": "posting_summary", "id": id_, "title": title, "name": name} for id_, title, name in part]
        return Answer(answers.listed(short, pagination, f"{BASE}/postings/list"))

    @router.get("/postings/{posting_id}")
    async def get_posting(posting_id: str) -> Answer:
        return answered(postings.get(store, posting_id))

    @router.patch("/postings/{posting_id}")
    async def update_posting(posting_id: str, body: UpdatePosting) -> Answer:
        return answered(postings.update(store, posting_id, body, clear_nulls=clear))

    @router.patch("/postings/{posting_id}/workflow/{step_id}")
    async def update_step(posting_id: str, step_id: str, body: UpdateStep) -> Answer:
        step = postings.find_step(postings.get(store, posting_id), step_id)
        config = _checked_config(step["type"], body.config)
        return answered(postings.update_step(store, posting_id, step_id, config, clear_nulls=clear))

    @router.get("/postings/{posting_id}/stats")
    async def get_stats(posting_id: str) -> Answer:
        return Answer(answers.single(answers.stats(postings.get(store, posting_id))))

    @router.post("/postings/{posting_id}/archive")
    async def archive_posting(posting_id: str) -> Answer:
        return answered(postings.archive(store, posting_id))

    @router.post("/postings/{posting_id}/activate")
    async def activate_posting(posting_id: str) -> Answer:
        return answered(postings.activate(store, posting_id))

    @router.post("/postings/{posting_id}/clone")
    async def clone_posting(posting_id: str) -> Answer:
        return Answer(answers.receipt(postings.clone(store, posting_id), options), status_code=201)

    return router


def question_routes(store: Store, options: Options) -> APIRouter:
    """List, create, read, change, delete and reorder the questions of a posting."""
    router = APIRouter(prefix=f"{BASE}/postings/{{posting_id}}/questions")

    @router.get("")
    async def list_questions(
        posting_id: str,
        modality: Modality | None = None,
        limit: Limit = 20,
        starting_after: str | None = None,
    ) -> Answer:
        postings.get(store, posting_id)
        questions.write_due(store, posting_id, reading=starting_after is None)
        with store.read() as connection:
            rows = rewrites.listed(questions.of(connection, posting_id, modality), current().rewrites)
        part, pagination = answers.page(rows, lambda row: row.id, limit=limit, starting_after=starting_after)
        return Answer(answers.listed(map(answers.question, part), pagination, _questions_url(posting_id)))

    @router.post("")
    async def create_question(posting_id: str, body: CreateQuestion) -> Answer:
        with store.write() as connection:
            now = store.clock()
            postings.touch(connection, posting_id, now)
            made = questions.insert(connection, posting_id, body.model_dump(exclude_unset=True), now)
        return Answer(answers.single(answers.question(made)), status_code=201)

    @router.post("/reorder")
    async def reorder_questions(posting_id: str, body: ReorderQuestions) -> Answer:
        with store.write() as connection:
            now = store.clock()
            postings.touch(connection, posting_id, now)
            rows = questions.reorder(connection, posting_id, body.modality, body.order, now)
        pagination = {"has_more": False, "total_count": len(rows)}
        return Answer(answers.listed(map(answers.question, rows), pagination, _questions_url(posting_id)))

    @router.get("/{question_id}")
    async def get_question(posting_id: str, question_id: str) -> Answer:
        with store.read() as connection:
            return Answer(answers.single(answers.question(questions.get(connection, posting_id, question_id))))

    @router.patch("/{question_id}")
    async def update_question(posting_id: str, question_id: str, body: UpdateQuestion) -> Answer:
        with store.write() as connection:
            now = store.clock()
            question = questions.get(connection, posting_id, question_id)
            changed = questions.update(connection, question, _change(body, options), now)
            postings.touch(connection, posting_id, now)
        return Answer(answers.single(answers.question(changed)))

    @router.delete("/{question_id}")
    async def delete_question(posting_id: str, question_id: str) -> Answer:
        with store.write() as connection:
            now = store.clock()
            gone = questions.delete(connection, questions.get(connection, posting_id, question_id), now)
            postings.touch(connection, posting_id, now)
        return Answer(answers.single(answers.question(gone)))

    return router


def _change(body: UpdateQuestion, options: Options) -> dict[str, object]:
    """Return what was sent, without the nulls where those are ignored."""
    sent = body.model_dump(exclude_unset=True)
    clear = options.null_on_patch == "clear"
    return {key: value for key, value in sent.items() if clear or value is not None}


def _questions_url(posting_id: str) -> str:
    return f"{BASE}/postings/{posting_id}/questions"


def _checked_config(step_type: str, config: dict[str, object]) -> dict[str, object]:
    """Return the part of a step's config that was sent, checked. Unknown keys are a 400 here, unlike on create."""
    model = CONFIGS[step_type]
    unknown = sorted(set(config) - set(model.model_fields))
    if unknown:
        raise ApiError(400, f"Unknown config keys for {step_type}: {', '.join(unknown)}", param=unknown[0])
    try:
        return model.model_validate(config).model_dump(exclude_unset=True)
    except ValidationError as error:
        details = [{**detail, "loc": ("body", "config", *detail["loc"])} for detail in error.errors()]
        raise RequestValidationError(details) from error
