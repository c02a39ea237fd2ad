"""The control door: make the sandbox misbehave, look at what it saw, act like a user of the vendor's pages.

Outside ``/api/v2``, without a key, and only for clients on this machine.
"""

from __future__ import annotations

from dataclasses import asdict
from ipaddress import ip_address
from typing import Any

from fastapi import APIRouter, Depends, Request

from heymilo_ops.sandbox import answers, postings
from heymilo_ops.sandbox.errors import Answer, ApiError
from heymilo_ops.sandbox.faults import Fault, Faults
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.store import Store
from heymilo_ops.sandbox.wire import RequestLog

_IN_PROCESS = frozenset({"testclient", "127.0.0.1", "::1"})


async def _from_here(request: Request) -> None:
    host = request.client.host if request.client else "127.0.0.1"
    if host not in _IN_PROCESS and not ip_address(host).is_loopback:
        raise ApiError(404, "Not Found")


def control_routes(store: Store, options: Options, faults: Faults, log: RequestLog) -> APIRouter:
    """Faults, the request log, and changes made outside of the API."""
    router = APIRouter(prefix="/_control", dependencies=[Depends(_from_here)])

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

    @router.get("/requests")
    async def list_requests() -> Answer:
        return Answer([asdict(entry) for entry in log.entries])

    @router.delete("/requests")
    async def clear_requests() -> Answer:
        log.entries.clear()
        return Answer([])

    @router.post("/edit/{posting_id}")
    async def edit(posting_id: str, body: dict[str, Any]) -> Answer:
        unknown = sorted(set(body) - postings.FIELDS)
        if unknown:
            raise ApiError(422, f"No such fields: {', '.join(unknown)}", param=unknown[0])
        return Answer(answers.single(answers.posting(postings.edit(store, posting_id, body), options)))

    @router.post("/archive/{posting_id}")
    async def archive(posting_id: str) -> Answer:
        return Answer(answers.single(answers.posting(postings.archive(store, posting_id), options)))

    @router.delete("/postings/{posting_id}")
    async def remove(posting_id: str) -> Answer:
        postings.remove(store, posting_id)
        return Answer({"deleted": posting_id})

    return router
