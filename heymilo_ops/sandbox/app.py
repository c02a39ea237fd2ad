"""The sandbox as one ASGI app: the vendor's endpoints, the pages behind its links, and the control door."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from time import time
from typing import Literal

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from heymilo_ops.sandbox import postings
from heymilo_ops.sandbox.by_hand import hand_routes
from heymilo_ops.sandbox.control import control_routes
from heymilo_ops.sandbox.errors import Answer, ApiError, envelope, from_detail
from heymilo_ops.sandbox.exchange import current
from heymilo_ops.sandbox.faults import Faults
from heymilo_ops.sandbox.late import Late
from heymilo_ops.sandbox.lookups import lookup_routes
from heymilo_ops.sandbox.options import DEFAULT_KEY, Options
from heymilo_ops.sandbox.page import page_routes
from heymilo_ops.sandbox.requestlog import RequestLog
from heymilo_ops.sandbox.routes import posting_routes, question_routes
from heymilo_ops.sandbox.store import Store
from heymilo_ops.sandbox.wire import Wire


def create_app(
    db_path: str,
    *,
    api_key: str | None = DEFAULT_KEY,
    workspace_id: str = "ws_sandbox",
    workspace_name: str = "Sandbox",
    public_url: str | None = None,
    hide_archived: bool = False,
    null_on_patch: Literal["clear", "ignore"] = "clear",
    requests_per_minute: int | None = None,
    rewrites: Iterable[str] = (),
    writing_seconds: float = 0.0,
    clock: Callable[[], float] = time,
) -> FastAPI:
    """Return an app on the SQLite file at ``db_path``, made where missing, or in ``store.MEMORY``.

    The options are those of ``Options``.
    ``app.state.store`` is the data; call its ``close()`` when done, unless the app ran with its lifespan.
    Raises SandboxError where the file can't be used.
    """
    options = Options(
        api_key=api_key,
        workspace_id=workspace_id,
        workspace_name=workspace_name,
        public_url=public_url,
        hide_archived=hide_archived,
        null_on_patch=null_on_patch,
        requests_per_minute=requests_per_minute,
        rewrites=frozenset(rewrites),
        writing_seconds=writing_seconds,
        clock=clock,
    )
    store, faults, log, late = Store(db_path, clock), Faults(), RequestLog(), Late()
    postings.seed(store)
    app = FastAPI(title="HeyMilo sandbox", openapi_url=None, lifespan=_closing(store), redirect_slashes=False)
    app.state.store = store
    app.include_router(posting_routes(store, options))
    app.include_router(question_routes(store, options))
    app.include_router(lookup_routes(store, options))
    app.include_router(page_routes(store, options))
    app.include_router(control_routes(store, options, faults, log, late))
    app.include_router(hand_routes(store, options))
    app.add_exception_handler(ApiError, _refused)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_middleware(Wire, options=options, faults=faults, log=log, late=late)
    return app


def _closing(store: Store) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        store.close()

    return lifespan


async def _refused(_: Request, error: Exception) -> Answer:
    assert isinstance(error, ApiError)
    body = envelope(error.status, error.message, code=error.code, param=error.param)
    return Answer(body, status_code=error.status)


async def _http_error(_: Request, error: Exception) -> Answer:
    assert isinstance(error, HTTPException)
    body = envelope(error.status_code, str(error.detail))
    return Answer(body, status_code=error.status_code, headers=error.headers)


async def _invalid(_: Request, error: Exception) -> Answer:
    """422 in FastAPI's shape, or in the other one on request. What was sent is never echoed."""
    assert isinstance(error, RequestValidationError)
    detail = [{"loc": list(item["loc"]), "msg": item["msg"], "type": item["type"]} for item in error.errors()]
    return Answer(from_detail(detail) if current().plain_422 else {"detail": detail}, status_code=422)
