"""What is known about the request being answered, shared by the middleware, the routes and the store."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True)
class Exchange:
    """One request. The middleware sets the wishes; the store and the routes tell what was done.

    Attributes:
        committed: a write of this request is in the database.
        made: ids of the postings it inserted; they count only where ``committed``.
        list_lag: seconds for which a new posting stays out of lists; 0 for none.
        missed_lists: how many lists leave out a new posting; 0 for none.
        endless_list: the last page of a list says that there is more.
        refuse_taken_name: status to refuse a name with that an unarchived posting has; 0 for none.
        plain_422: answer validation errors as ``APIErrorResponse`` instead of ``detail[]``.
        strip: what a create loses of its metadata: nothing, the tool's marks, or all.
        clone_after: a create is followed by a clone of what it made.
        clone_title: the title of that clone; ``None`` for ``Copy of …``.
        rewrites: in which ways answers say otherwise what was stored.
        late_seconds, late_reads: how long, or for how many readings, HeyMilo writes the questions of a create.
    """

    committed: bool = False
    made: list[str] = field(default_factory=list)
    list_lag: float = 0.0
    missed_lists: int = 0
    endless_list: bool = False
    refuse_taken_name: int = 0
    plain_422: bool = False
    strip: Literal["", "marks", "all"] = ""
    clone_after: bool = False
    clone_title: str | None = None
    rewrites: frozenset[str] = frozenset()
    late_seconds: float = 0.0
    late_reads: int = 0


_current: ContextVar[Exchange | None] = ContextVar("heymilo_sandbox_exchange", default=None)


def begin(exchange: Exchange | None = None) -> Exchange:
    """Make ``exchange``, a new one by default, the one of this task, and return it."""
    begun = Exchange() if exchange is None else exchange
    _current.set(begun)
    return begun


def current() -> Exchange:
    """Return the exchange of this task; a blank one outside of a request."""
    return _current.get() or Exchange()
