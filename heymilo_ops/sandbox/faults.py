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
- ``list_lag``: lists of postings leave out those younger than ``seconds``, or, with ``lists``, younger than
  so many lists: with 2 a new posting shows from the third list on. Every first page counts as a list,
  whoever asks and whether the fault is in force or not; the control door's list doesn't.
- ``refuse``: answer ``status`` (409) and do nothing; ``body`` is the answer: a text is sent as HTML, anything else as
  JSON, and without one it is an error of the vendor's shape.
- ``refuse_taken_name``: ``status`` (409 or 422) where an unarchived posting has the name.
- ``endless_list``: pages of lists say that there is more, the last one too.
- ``envelope``: answer 422 in the ``APIErrorResponse`` shape.
- ``truncate``: do the work, send half of the answer, close the connection.
- ``late_commit``: cut the connection, or with ``"hang": true`` keep the client waiting until it leaves, and
  do the work ``seconds`` after the request came in, or, without them, only when the control door is told
  ``POST /_control/commit_late``. Hits writes only. What it makes has the time of the commit as ``created_at``.
- ``strip_marks``: a create loses the metadata entries whose keys begin with ``heymilo-ops``; with
  ``"keep_own": false`` all of them.
- ``rewrite``: answers say otherwise what was stored, in all ways or those that ``rewrites`` names (see
  ``rewrites``).
- ``late_questions``: what a create lets the AI write is there ``seconds`` later, or, with ``reads``, after so many
  readings of its questions; a part of it before.
- ``clone_after``: a create is followed at once by a clone of what it made, titled ``title`` or "Copy of …".

Of the actions that end a request only the first that matches acts; all others go together with it and
with one another, in any order. A use is counted when the action acts: while requests are under way at the
same time, tell faults with ``times`` apart by ``name_contains``, not by their order. The
``…_after_commit`` ones act on a write only where it reached the database, and on any read.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from heymilo_ops.sandbox.exchange import Exchange
from heymilo_ops.sandbox.rewrites import REWRITES, Rewrite
from heymilo_ops.sandbox.store import MOST_LISTS

Action = Literal[
    "clone_after",
    "delay",
    "drop_before",
    "endless_list",
    "envelope",
    "error_5xx_after_commit",
    "error_5xx_before",
    "late_commit",
    "late_questions",
    "list_lag",
    "lose_answer_after_commit",
    "rate_limit",
    "refuse",
    "refuse_taken_name",
    "rewrite",
    "strip_marks",
    "truncate",
    "unauthorized",
]
BEFORE = frozenset({"drop_before", "error_5xx_before", "rate_limit", "refuse", "unauthorized"})
AFTER = frozenset({"error_5xx_after_commit", "lose_answer_after_commit", "truncate"})
ENDING = BEFORE | AFTER | {"late_commit"}
CREATES = frozenset({"clone_after", "late_questions", "strip_marks"})


class Match(BaseModel):
    """Which requests: all given keys must fit."""

    model_config = ConfigDict(extra="forbid")

    method: str | None = None
    path: str | None = None
    name_contains: str | None = None


class Fault(BaseModel):
    """One misbehaviour; ``used`` counts how often it acted. ``seconds`` are 1 where they are needed and missing."""

    model_config = ConfigDict(extra="forbid")

    action: Action
    match: Match = Match()
    times: Annotated[int, Field(ge=1)] | None = None
    skip: Annotated[int, Field(ge=0)] = 0
    seconds: Annotated[float, Field(ge=0, le=3600)] | None = None
    lists: Annotated[int, Field(ge=1, le=MOST_LISTS)] | None = None
    reads: Annotated[int, Field(ge=1, le=100)] | None = None
    rewrites: tuple[Rewrite, ...] = tuple(sorted(REWRITES))
    when: Literal["before", "after"] = "before"
    hang: bool = False
    keep_own: bool = True
    title: Annotated[str, Field(min_length=3, max_length=200)] | None = None
    status: Annotated[int, Field(ge=400, le=599)] | None = None
    retry_after: str | None = None
    body: Any = None
    used: int = 0
    seen: int = 0

    @property
    def spent(self) -> bool:
        """Nothing left to do."""
        return self.times is not None and self.used >= self.times

    @property
    def after_the_work(self) -> bool:
        """It waits between the work and the answer."""
        return self.action == "delay" and self.when == "after"

    def fits(self, method: str, path: str, name: str | None) -> bool:
        """Return whether the request is one this fault is meant for."""
        match = self.match
        return (
            self._concerns(method, path)
            and (match.method is None or match.method.upper() == method)
            and (match.path is None or fnmatchcase(path, match.path))
            and (match.name_contains is None or match.name_contains in (name or ""))
        )

    def _concerns(self, method: str, path: str) -> bool:
        """Return whether the action has anything to do with such a request: others don't use it up."""
        if self.action in CREATES:
            return method == "POST" and path == "/api/v2/postings"
        return self.action != "late_commit" or method not in ("GET", "HEAD")


class Faults:
    """The faults in force. Used from the server's event loop only."""

    def __init__(self) -> None:
        self.list: list[Fault] = []

    def hitting(self, method: str, path: str, name: str | None) -> list[Fault]:
        """Return the unspent faults this request meets, in the order they were given; counts it as seen by them."""
        hits = []
        for fault in self.list:
            if not fault.spent and fault.fits(method, path, name):
                fault.seen += 1
                if fault.seen > fault.skip:
                    hits.append(fault)
        return hits


def prepare(hits: list[Fault], exchange: Exchange) -> float:
    """Tell the exchange what the routes must do differently; returns the seconds to wait first."""
    wait = 0.0
    for fault in hits:
        if fault.action == "delay" and not fault.after_the_work:
            wait += _seconds(fault)
        elif fault.action in _WISHES:
            _WISHES[fault.action](fault, exchange)
        else:
            continue
        fault.used += 1
    return wait


def _lag(fault: Fault, exchange: Exchange) -> None:
    if fault.lists is not None:
        exchange.missed_lists = max(exchange.missed_lists, fault.lists)
    if fault.lists is None or fault.seconds is not None:
        exchange.list_lag = max(exchange.list_lag, _seconds(fault))


def _endless(_: Fault, exchange: Exchange) -> None:
    exchange.endless_list = True


def _taken(fault: Fault, exchange: Exchange) -> None:
    exchange.refuse_taken_name = fault.status or 409


def _plain(_: Fault, exchange: Exchange) -> None:
    exchange.plain_422 = True


def _strip(fault: Fault, exchange: Exchange) -> None:
    exchange.strip = "marks" if fault.keep_own else "all"


def _clone(fault: Fault, exchange: Exchange) -> None:
    exchange.clone_after, exchange.clone_title = True, fault.title


def _rewrite(fault: Fault, exchange: Exchange) -> None:
    exchange.rewrites |= frozenset(fault.rewrites)


def _late(fault: Fault, exchange: Exchange) -> None:
    if fault.reads is None:
        exchange.late_seconds = _seconds(fault)
    else:
        exchange.late_reads = fault.reads


_WISHES = {
    "clone_after": _clone,
    "endless_list": _endless,
    "envelope": _plain,
    "late_questions": _late,
    "list_lag": _lag,
    "refuse_taken_name": _taken,
    "rewrite": _rewrite,
    "strip_marks": _strip,
}


def _seconds(fault: Fault) -> float:
    return 1.0 if fault.seconds is None else fault.seconds


def ending(hits: list[Fault]) -> Fault | None:
    """Return the first fault that ends the request, if there is one."""
    return next((fault for fault in hits if fault.action in ENDING), None)


def wait_after(hits: list[Fault]) -> float:
    """Return the seconds to wait between the work and the answer."""
    late = [fault for fault in hits if fault.after_the_work]
    for fault in late:
        fault.used += 1
    return sum(map(_seconds, late))
