"""The control door: make the sandbox misbehave, and look at what it saw. What people do by hand is in ``by_hand``.

Outside ``/api/v2``, without a key, and only for clients on this machine. Under ``/_control``:

- ``GET``, ``POST`` (a list of faults, see ``faults``), ``DELETE /faults``: show, add, clear.
- ``GET /requests?since=SEQ&limit=N``: the log (see ``requestlog``), oldest first, only what came after SEQ.
  An entry is finished later where its work is: ask for ``/unfinished`` first, or read it again.
  ``DELETE /requests`` clears it.
- ``GET /unfinished``: how many requests are being worked on or held. Clients that were killed leave some.
- ``POST /commit_late``: do all the work that ``late_commit`` holds; answers ``{"ids": [...], "seqs": [...]}``,
  the postings made and the requests served. ``GET`` tells what is held, ``DELETE`` drops it undone.
- ``GET /postings``: all postings, oldest first; no fault touches it and it isn't a list for ``list_lag``.
- ``POST /reset``: no postings, no faults, nothing held, an empty log. ``seq`` counts on. Requests that are
  being worked on still end their work after it: wait for ``/unfinished`` to be 0 before.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from heymilo_ops.sandbox import answers, postings
from heymilo_ops.sandbox.errors import Answer, ApiError
from heymilo_ops.sandbox.faults import Fault, Faults
from heymilo_ops.sandbox.late import Late
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.requestlog import RequestLog
from heymilo_ops.sandbox.store import Store

_IN_PROCESS = frozenset({"testclient", "127.0.0.1", "::1"})


async def from_here(request: Request) -> None:
    """Refuse clients of other machines. Raises the 404."""
    host = request.client.host if request.client else "127.0.0.1"
    if host not in _IN_PROCESS and not ip_address(host).is_loopback:
        raise ApiError(404, "Not Found")


def control_routes(store: Store, options: Options, faults: Faults, log: RequestLog, late: Late) -> APIRouter:
    """Faults, the request log, and work that is held."""
    router = APIRouter(prefix="/_control", dependencies=[Depends(from_here)])
    _misbehaving(router, faults, late)
    _looking(router, store, options, log)

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
