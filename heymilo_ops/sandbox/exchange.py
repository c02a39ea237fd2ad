"""What is known about the request being answered, shared by the middleware, the routes and the store."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Exchange:
    """One request. The middleware sets the wishes; the store sets ``committed``.

    Attributes:
        committed: a write of this request is in the database.
        list_lag: seconds for which a new posting stays out of lists; 0 for none.
        refuse_taken_name: status to refuse a name with that an unarchived posting has; 0 for none.
        plain_422: answer validation errors as ``APIErrorResponse`` instead of ``detail[]``.
    """

    committed: bool = False
    list_lag: float = 0.0
    refuse_taken_name: int = 0
    plain_422: bool = False


_current: ContextVar[Exchange | None] = ContextVar("heymilo_sandbox_exchange", default=None)


def begin() -> Exchange:
    """Start a new exchange in this task and return it."""
    exchange = Exchange()
    _current.set(exchange)
    return exchange


def current() -> Exchange:
    """The exchange of this task; a blank one outside of a request."""
    return _current.get() or Exchange()
