"""Misbehaviour on request: which requests it hits, what it does, and how often.

A fault is ``{"match": {...}, "action": ..., "times": N or null, "skip": N}``. All keys of ``match`` are
optional; ``path`` may hold ``*``. ``skip`` lets the first N matching requests pass. The actions:

- ``drop_before``: cut the connection before anything happens.
- ``lose_answer_after_commit``: do the work, then cut the connection without an answer.
- ``error_5xx_before`` and ``error_5xx_after_commit``: answer ``status`` (500), JSON up to 501, HTML as
  a gateway would from 502.
- ``rate_limit``: 429, with a ``Retry-After`` header where ``retry_after`` is given.
- ``unauthorized``: 401.
- ``delay``: wait ``seconds`` before the work, or after it with ``"when": "after"``.
- ``list_lag``: lists leave out postings younger than ``seconds``.
- ``refuse_taken_name``: ``status`` (409 or 422) where an unarchived posting has the name.
- ``envelope``: answer 422 in the ``APIErrorResponse`` shape.
- ``truncate``: do the work, send half of the answer, close the connection.

Of the actions that end a request only the first that matches acts. The ``…_after_commit`` ones act on a
write only where it reached the database, and on any read.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from heymilo_ops.sandbox.exchange import Exchange

Action = Literal[
    "delay",
    "drop_before",
    "envelope",
    "error_5xx_after_commit",
    "error_5xx_before",
    "list_lag",
    "lose_answer_after_commit",
    "rate_limit",
    "refuse_taken_name",
    "truncate",
    "unauthorized",
]
BEFORE = frozenset({"drop_before", "error_5xx_before", "rate_limit", "unauthorized"})
AFTER = frozenset({"error_5xx_after_commit", "lose_answer_after_commit", "truncate"})


class Match(BaseModel):
    """Which requests: all given keys must fit."""

    model_config = ConfigDict(extra="forbid")

    method: str | None = None
    path: str | None = None
    name_contains: str | None = None


class Fault(BaseModel):
    """One misbehaviour; ``used`` counts how often it acted."""

    model_config = ConfigDict(extra="forbid")

    action: Action
    match: Match = Match()
    times: Annotated[int, Field(ge=1)] | None = None
    skip: Annotated[int, Field(ge=0)] = 0
    seconds: Annotated[float, Field(ge=0, le=3600)] = 1.0
    when: Literal["before", "after"] = "before"
    status: Annotated[int, Field(ge=400, le=599)] | None = None
    retry_after: str | None = None
    used: int = 0
    seen: int = 0

    @property
    def spent(self) -> bool:
        """Nothing left to do."""
        return self.times is not None and self.used >= self.times

    def fits(self, method: str, path: str, name: str | None) -> bool:
        """Whether the request is one this fault is meant for."""
        match = self.match
        return (
            (match.method is None or match.method.upper() == method)
            and (match.path is None or fnmatchcase(path, match.path))
            and (match.name_contains is None or match.name_contains in (name or ""))
        )


class Faults:
    """The faults in force. Used from the server's event loop only."""

    def __init__(self) -> None:
        self.list: list[Fault] = []

    def hitting(self, method: str, path: str, name: str | None) -> list[Fault]:
        """The unspent faults this request meets, in the order they were given; counts it as seen by them."""
        found = []
        for fault in self.list:
            if not fault.spent and fault.fits(method, path, name):
                fault.seen += 1
                if fault.seen > fault.skip:
                    found.append(fault)
        return found


def prepare(hits: list[Fault], exchange: Exchange) -> float:
    """Tell the exchange what the routes must do differently; returns the seconds to wait first."""
    wait = 0.0
    for fault in hits:
        if fault.action == "list_lag":
            exchange.list_lag = max(exchange.list_lag, fault.seconds)
        elif fault.action == "refuse_taken_name":
            exchange.refuse_taken_name = fault.status or 409
        elif fault.action == "envelope":
            exchange.plain_422 = True
        elif fault.action == "delay" and fault.when == "before":
            wait += fault.seconds
        else:
            continue
        fault.used += 1
    return wait


def ending(hits: list[Fault]) -> Fault | None:
    """The first fault that ends the request, if there is one."""
    return next((fault for fault in hits if fault.action in BEFORE | AFTER), None)


def wait_after(hits: list[Fault]) -> float:
    """Seconds to wait between the work and the answer."""
    late = [fault for fault in hits if fault.action == "delay" and fault.when == "after"]
    for fault in late:
        fault.used += 1
    return sum(fault.seconds for fault in late)
