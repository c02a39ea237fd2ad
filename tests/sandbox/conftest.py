"""Clients for the sandbox. Where the vendor's document is present, every API answer is checked against it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pytest

from heymilo_ops.sandbox.app import create_app
from heymilo_ops.sandbox.server import Server
from heymilo_ops.sandbox.store import reset

DOCUMENT = Path(__file__).parents[3] / "shared" / "api" / "heymilo-openapi.json"
NOW = 1_800_000_000.0
KEY = {"X-API-KEY": "sandbox-key"}


@cache
def vendor_document() -> dict[str, Any] | None:
    return json.loads(DOCUMENT.read_text()) if DOCUMENT.exists() else None


def validator(schema: dict[str, Any]) -> Any:
    document = vendor_document()
    assert document is not None
    return jsonschema_rs.validator_for({**schema, "components": document["components"]})


@cache
def component(name: str) -> Any:
    return validator({"$ref": f"#/components/schemas/{name}"})


@cache
def _operation(method: str, path: str) -> dict[str, Any] | None:
    """The operation that answers a path; a literal path wins over one with parameters."""
    document = vendor_document()
    assert document is not None
    for template in sorted(document["paths"], key=lambda each: each.count("{")):
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))
        if re.fullmatch(pattern, path) and method.lower() in document["paths"][template]:
            found: dict[str, Any] = document["paths"][template][method.lower()]
            return found
    return None


@cache
def _declared(method: str, path: str, status: int) -> Any:
    operation = _operation(method, path)
    answer = operation["responses"].get(str(status)) if operation else None
    if answer is None or "application/json" not in answer.get("content", {}):
        return None
    return validator(answer["content"]["application/json"]["schema"])


def check_against_document(response: httpx.Response) -> None:
    """Success bodies by their operation's schema; refusals by one of the two error shapes."""
    path = response.request.url.path
    if vendor_document() is None or path.startswith(("/_control", "/i/", "/review/")):
        return
    body = response.json()
    if response.status_code >= 400:
        shape = "HTTPValidationError" if "detail" in body else "APIErrorResponse"
        component(shape).validate(body)
        return
    declared = _declared(response.request.method, path, response.status_code)
    assert declared is not None, f"undeclared answer {response.status_code} to {path}"
    declared.validate(body)


class Caller:
    """A synchronous client of an app in this process."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self._runner = asyncio.Runner()
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app), base_url="http://sandbox.test", headers=KEY
        )

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        response = self._runner.run(self._client.request(method, path, **more))
        if response.headers.get("content-type") == "application/json":
            check_against_document(response)
        return response

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.request("GET", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> httpx.Response:
        return self.request("POST", path, json=body, **more) if body is not None else self.request("POST", path, **more)

    def patch(self, path: str, body: Any) -> httpx.Response:
        return self.request("PATCH", path, json=body)

    def delete(self, path: str) -> httpx.Response:
        return self.request("DELETE", path)

    def created(self, **fields: Any) -> dict[str, Any]:
        """Create a posting with an empty form and return ``CreatePostingResponse``."""
        body = {"title": "Engineer", "workflow": [{"type": "form", "questions": []}], **fields}
        response = self.post("/api/v2/postings", body)
        assert response.status_code == 201, response.text
        made: dict[str, Any] = response.json()["data"]
        return made

    def close(self) -> None:
        self._runner.run(self._client.aclose())
        self._runner.close()
        self.app.state.store.close()


class Clock:
    """A clock that moves when told."""

    now = NOW

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def document() -> dict[str, Any]:
    """The vendor's OpenAPI document; skips, saying so, where it is absent."""
    found = vendor_document()
    if found is None:
        pytest.skip("the vendor's OpenAPI document is not beside this repo: nothing was checked against it")
    return found


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Caller, Clock]]:
    """One app for most tests: making one takes longer than most of them."""
    clock = Clock()
    caller = Caller(create_app(str(tmp_path_factory.mktemp("sandbox") / "sandbox.db"), clock=clock))
    yield caller, clock
    caller.close()


@pytest.fixture
def clock(shared: tuple[Caller, Clock]) -> Clock:
    shared[1].now = NOW
    return shared[1]


@pytest.fixture
def api(shared: tuple[Caller, Clock], clock: Clock) -> Caller:
    """The shared app, emptied, with its faults and its log cleared."""
    caller = shared[0]
    reset(caller.app.state.store.path)
    caller.delete("/_control/faults")
    caller.delete("/_control/requests")
    return caller


@pytest.fixture
def make(api: Caller, clock: Clock) -> Iterator[Callable[..., Caller]]:
    """Callers of further apps with options, on the database of ``api``."""
    made: list[Caller] = []

    def build(**options: Any) -> Caller:
        path = api.app.state.store.path
        made.append(Caller(create_app(path, **{"clock": clock, **options})))
        return made[-1]

    yield build
    for each in made:
        each.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(str(tmp_path / "sandbox.db")) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers=KEY, timeout=5) as opened:
        yield opened
