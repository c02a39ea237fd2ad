"""The control door: make the sandbox misbehave, look at what it saw, act like a user of the vendor's pages.

Outside ``/api/v2``, without a key, and only for clients on this machine. Under ``/_control``:

- ``GET``, ``POST`` (a list of faults, see ``faults``), ``DELETE /faults``: show, add, clear.
- ``GET /requests?since=SEQ&limit=N``: the log (see ``requestlog``), oldest first, only what came after SEQ.
  An entry is finished later where its work is: ask for ``/unfinished`` first, or read it again.
  ``DELETE /requests`` clears it.
- ``GET /unfinished``: how many requests are being worked on or held. Clients that were killed leave some.
- ``POST /commit_late``: do all the work that ``late_commit`` holds; answers ``{"ids": [...], "seqs": [...]}``,
  the postings made and the requests served. ``GET`` tells what is held, ``DELETE`` drops it undone.
- ``GET /postings``: all postings, oldest first; no fault touches it and it isn't a list for ``list_lag``.
- ``DELETE /postings/ID``, ``POST /archive/ID``, ``POST /edit/ID`` (fields to set, any ``status`` too; with
  ``?moves=false`` ``updated_at`` stands still) and ``POST /clone/ID`` (``{"title": ...}`` or nothing) act by hand,
  and leave nothing in the log.
- ``POST /reset``: no postings, no faults, nothing held, an empty log. ``seq`` counts on. Requests that are
  being worked on still end their work after it: wait for ``/unfinished`` to be 0 before.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from heymilo_ops.sandbox import answers, postings
from heymilo_ops.sandbox.errors import Answer, ApiError
from heymilo_ops.sandbox.faults import Fault, Faults
from heymilo_ops.sandbox.late import Late
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.requestlog import RequestLog
from heymilo_ops.sandbox.store import Store

_IN_PROCESS = frozenset({"testclient", "127.0.0.1", "::1"})


class _Copy(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=3, max_length=200)] | None = None


async def _from_here(request: Request) -> None:
    host = request.client.host if request.client else "127.0.0.1"
    if host not in _IN_PROCESS and not ip_address(host).is_loopback:
        raise ApiError(404, "Not Found")


def control_routes(store: Store, options: Options, faults: Faults, log: RequestLog, late: Late) -> APIRouter:
    """Faults, the request log, work that is held, and changes made outside of the API."""
    router = APIRouter(prefix="/_control", dependencies=[Depends(_from_here)])
    _misbehaving(router, faults, late)
    _looking(router, store, options, log)
    _by_hand(router, store, options)

    @router.post("/reset")
    async def reset() -> Answer:
        faults.list.clear()
        late.forget()
        log.entries.clear()
        store.empty()
        return Answer({})

    return router


def _misbehaving(router: APIRouter, faults: Faults, late: Late) -> None:
    @router.get("/faults")
    async def list_faults() -> Answer:
        return Answer([fault.model_dump() for fault in faults.list])

    @router.post("/faults")
    async def add_faults(body: list[Fault]) -> Answer:
        faults.list.extend(body)
        return Answer([fault.model_dump() for fault in faults.list], status_code=201)

    @router.delete("/faults")
    async def clear_faults() -> Answer:
        faults.list.clear()
        return Answer([])

    @router.get("/commit_late")
    async def list_held() -> Answer:
        return Answer([seen.row() for seen in late.waiting])

    @router.post("/commit_late")
    async def commit_late() -> Answer:
        served = await late.commit()
        return Answer({"ids": [made for seen in served for made in seen.made], "seqs": [seen.seq for seen in served]})

    @router.delete("/commit_late")
    async def forget_held() -> Answer:
        late.forget()
        return Answer([])


def _looking(router: APIRouter, store: Store, options: Options, log: RequestLog) -> None:
    @router.get("/requests")
    async def list_requests(
        since: Annotated[int, Query(ge=0)] = 0, limit: Annotated[int | None, Query(ge=0)] = None
    ) -> Answer:
        return Answer([entry.row() for entry in log.since(since, limit)])

    @router.delete("/requests")
    async def clear_requests() -> Answer:
        log.entries.clear()
        return Answer([])

    @router.get("/unfinished")
    async def count_unfinished() -> Answer:
        return Answer({"unfinished": len(log.unfinished)})

    @router.get("/postings")
    async def list_everything() -> Answer:
        return Answer([answers.posting(posting, options) for posting in postings.everything(store)])


def _by_hand(router: APIRouter, store: Store, options: Options) -> None:
    @router.post("/edit/{posting_id}")
    async def edit(posting_id: str, body: dict[str, Any], moves: bool = True) -> Answer:
        unknown = sorted(set(body) - postings.FIELDS)
        if unknown:
            raise ApiError(422, f"No such fields: {', '.join(unknown)}", param=unknown[0])
        return Answer(answers.single(answers.posting(postings.edit(store, posting_id, body, moves=moves), options)))

    @router.post("/archive/{posting_id}")
    async def archive(posting_id: str) -> Answer:
        return Answer(answers.single(answers.posting(postings.archive(store, posting_id), options)))

    @router.post("/clone/{posting_id}")
    async def clone(posting_id: str, body: _Copy | None = None) -> Answer:
        made = postings.clone_by_hand(store, posting_id, body.title if body else None)
        return Answer(answers.single(answers.posting(made, options)), status_code=201)

    @router.delete("/postings/{posting_id}")
    async def remove(posting_id: str) -> Answer:
        postings.remove(store, posting_id)
        return Answer({"deleted": posting_id})
