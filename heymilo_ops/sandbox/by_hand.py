"""What people do by hand in the vendor's own pages, behind the control door; it leaves nothing in the request log.

Under ``/_control``, without a key, for clients on this machine only. ``ID`` is that of a posting:

- ``POST /edit/ID``: fields to set; any ``status``, ``ats_metadata``, ``test_posting`` and the counts of stats too.
- ``POST /archive/ID``, ``/unarchive/ID``, ``/activate/ID``; ``POST /expire/ID``: its deadline is over;
  ``POST /draft/ID``: a draft that waits for its activation. ``DELETE /postings/ID``: gone for good.
- ``POST /clone/ID`` (``{"title": ...}`` or nothing); ``POST /template/ID`` (``{"code": ..., "name": ...}``): an
  interview template with this posting as its blueprint.
- ``POST /candidates/ID`` ``{"registered": N, "completed": N}``: so many more people.
- ``POST /steps/ID/STEP``: keys of the config of a step, named by type or order; others stay, null removes.
- ``POST /questions/ID``: add a question. ``POST /questions/ID/QUESTION``: fields to set. ``DELETE`` of the same:
  delete it. ``POST /questions/ID/QUESTION/copy``: a second one just like it. ``POST /reorder/ID``
  (``{"modality": ..., "order": [...]}``): another order.

With ``?moves=false`` an edit of a posting, a step or a question leaves ``updated_at`` of the posting as it is.
Nothing is checked but what would break the sandbox: the vendor's pages take more than its API.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from heymilo_ops.sandbox import answers, postings, questions
from heymilo_ops.sandbox.control import from_here
from heymilo_ops.sandbox.errors import Answer, ApiError
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.postings import Posting
from heymilo_ops.sandbox.requests import CONFIGS, CreateQuestion, ReorderQuestions
from heymilo_ops.sandbox.store import Store


class _Copy(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=3, max_length=200)] | None = None


class _Template(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,32}$")] = "made-by-hand"
    name: str = "Made by hand"


class _Candidates(BaseModel):
    model_config = ConfigDict(extra="forbid")

    registered: Annotated[int, Field(ge=0)] = 1
    completed: Annotated[int, Field(ge=0)] = 0


def hand_routes(store: Store, options: Options) -> APIRouter:
    """Changes of postings, steps, questions and people that don't go through the API."""
    router = APIRouter(prefix="/_control", dependencies=[Depends(from_here)])
    _edits(router, store, options)
    _states(router, store, options)
    _copies(router, store, options)
    _questions(router, store)
    return router


def _answered(posting: Posting, options: Options, status_code: int = 200) -> Answer:
    return Answer(answers.single(answers.posting(posting, options)), status_code=status_code)


def _edits(router: APIRouter, store: Store, options: Options) -> None:
    @router.post("/edit/{posting_id}")
    async def edit(posting_id: str, body: dict[str, Any], moves: bool = True) -> Answer:
        _refuse_unknown(body, postings.FIELDS)
        return _answered(postings.edit(store, posting_id, body, moves=moves), options)

    @router.post("/steps/{posting_id}/{step_id}")
    async def edit_step(posting_id: str, step_id: str, body: dict[str, Any], moves: bool = True) -> Answer:
        before = postings.get(store, posting_id)
        _refuse_unknown(body, frozenset(CONFIGS[postings.find_step(before, step_id)["type"]].model_fields))
        after = postings.update_step(store, posting_id, step_id, body)
        return _answered(after if moves else _still(store, before), options)

    @router.post("/candidates/{posting_id}")
    async def add_candidates(posting_id: str, body: _Candidates) -> Answer:
        had = postings.get(store, posting_id).doc
        counts = {
            "total_candidates": had.get("total_candidates", 0) + body.registered,
            "completed_interviews": had.get("completed_interviews", 0) + body.completed,
        }
        return Answer(answers.single(answers.stats(postings.edit(store, posting_id, counts, moves=False))))


def _states(router: APIRouter, store: Store, options: Options) -> None:
    @router.post("/archive/{posting_id}")
    async def archive(posting_id: str) -> Answer:
        return _answered(postings.archive(store, posting_id), options)

    @router.post("/unarchive/{posting_id}")
    async def unarchive(posting_id: str) -> Answer:
        return _answered(postings.unarchive(store, posting_id), options)

    @router.post("/activate/{posting_id}")
    async def activate(posting_id: str) -> Answer:
        return _answered(postings.activate(store, posting_id), options)

    @router.post("/draft/{posting_id}")
    async def draft(posting_id: str) -> Answer:
        return _answered(postings.make_draft(store, posting_id), options)

    @router.post("/expire/{posting_id}")
    async def expire(posting_id: str) -> Answer:
        return _answered(postings.edit(store, posting_id, {"deadline": store.clock() - 1}), options)

    @router.delete("/postings/{posting_id}")
    async def remove(posting_id: str) -> Answer:
        postings.remove(store, posting_id)
        return Answer({"deleted": posting_id})


def _copies(router: APIRouter, store: Store, options: Options) -> None:
    @router.post("/clone/{posting_id}")
    async def clone(posting_id: str, body: _Copy | None = None) -> Answer:
        return _answered(postings.clone_by_hand(store, posting_id, body.title if body else None), options, 201)

    @router.post("/template/{posting_id}")
    async def make_template(posting_id: str, body: _Template | None = None) -> Answer:
        template = body or _Template()
        row = postings.make_template(store, posting_id, template.code, template.name)
        return Answer(answers.single(row), status_code=201)


def _questions(router: APIRouter, store: Store) -> None:
    @router.post("/questions/{posting_id}")
    async def add_question(posting_id: str, body: CreateQuestion, moves: bool = True) -> Answer:
        with store.write() as connection:
            now = store.clock()
            postings.touch(connection, posting_id, now if moves else None)
            made = questions.insert(connection, posting_id, body.model_dump(exclude_unset=True), now)
        return Answer(answers.single(answers.question(made)), status_code=201)

    @router.post("/questions/{posting_id}/{question_id}")
    async def edit_question(posting_id: str, question_id: str, body: dict[str, Any], moves: bool = True) -> Answer:
        _refuse_unknown(body, frozenset(CreateQuestion.model_fields) - {"modality"})
        with store.write() as connection:
            now = store.clock()
            question = questions.get(connection, posting_id, question_id)
            changed = questions.update(connection, question, body, now)
            postings.touch(connection, posting_id, now if moves else None)
        return Answer(answers.single(answers.question(changed)))

    @router.delete("/questions/{posting_id}/{question_id}")
    async def delete_question(posting_id: str, question_id: str, moves: bool = True) -> Answer:
        with store.write() as connection:
            now = store.clock()
            gone = questions.delete(connection, questions.get(connection, posting_id, question_id), now)
            postings.touch(connection, posting_id, now if moves else None)
        return Answer(answers.single(answers.question(gone)))

    @router.post("/questions/{posting_id}/{question_id}/copy")
    async def copy_question(posting_id: str, question_id: str, moves: bool = True) -> Answer:
        with store.write() as connection:
            now = store.clock()
            question = questions.get(connection, posting_id, question_id)
            fields = {"modality": question.modality, **question.doc}
            made = questions.insert(connection, posting_id, fields, now)
            postings.touch(connection, posting_id, now if moves else None)
        return Answer(answers.single(answers.question(made)), status_code=201)

    @router.post("/reorder/{posting_id}")
    async def reorder(posting_id: str, body: ReorderQuestions, moves: bool = True) -> Answer:
        with store.write() as connection:
            now = store.clock()
            rows = questions.reorder(connection, posting_id, body.modality, body.order, now)
            postings.touch(connection, posting_id, now if moves else None)
        return Answer([answers.question(row) for row in rows])


def _still(store: Store, before: Posting) -> Posting:
    """Put ``updated_at`` back to where it was, and return the posting as it is now."""
    with store.write() as connection:
        postings.touch(connection, before.id, before.updated_at)
    return postings.get(store, before.id)


def _refuse_unknown(body: dict[str, Any], known: frozenset[str]) -> None:
    unknown = sorted(set(body) - known)
    if unknown:
        raise ApiError(422, f"No such fields: {', '.join(unknown)}", param=unknown[0])
