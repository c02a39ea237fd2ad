"""Both of the vendor's error shapes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import JSONResponse

Detail = Mapping[str, Any]

_KINDS = {
    400: ("invalid_request_error", "bad_request"),
    401: ("authentication_error", "invalid_api_key"),
    404: ("invalid_request_error", "resource_missing"),
    405: ("invalid_request_error", "method_not_allowed"),
    409: ("invalid_request_error", "conflict"),
    422: ("invalid_request_error", "validation_error"),
    429: ("rate_limit_error", "rate_limit_exceeded"),
}


class Answer(JSONResponse):
    """JSON in plain ASCII, so that any text a client sent can be sent back."""

    def render(self, content: Any) -> bytes:
        """Return the body's bytes."""
        return json.dumps(content, allow_nan=False, separators=(",", ":")).encode("ascii")


class ApiError(Exception):
    """A refusal that is answered in the ``APIErrorResponse`` shape."""

    def __init__(self, status: int, message: str, *, code: str = "", param: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.param = param


def envelope(
    status: int,
    message: str,
    *,
    code: str = "",
    param: str | None = None,
    errors: Sequence[Detail] = (),
) -> dict[str, Any]:
    """``{error: {type, code, message, param, errors}}`` for a status."""
    kind, usual = _KINDS.get(status, ("api_error", "internal_error"))
    error = {"type": kind, "code": code or usual, "message": message, "param": param, "doc_url": None}
    return {"error": {**error, "errors": list(errors)}}


def missing(what: str, identifier: str) -> ApiError:
    """Return the 404 of an id that nothing has."""
    return ApiError(404, f"No such {what}: {identifier}")


def from_detail(detail: Sequence[Detail]) -> dict[str, Any]:
    """FastAPI's ``detail[]`` in the ``APIErrorResponse`` shape; ``param`` is the path joined by dots."""
    errors = [
        {
            "code": "invalid_param",
            "message": item["msg"],
            "param": ".".join(str(part) for part in item["loc"] if part != "body") or None,
        }
        for item in detail
    ]
    return envelope(422, "The request body failed validation", errors=errors)
