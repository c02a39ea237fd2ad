"""Work that is held back: its client has gone without an answer, and it is done later all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from heymilo_ops.sandbox.requestlog import Seen

Work = Callable[[], Awaitable[None]]


@dataclass(slots=True, eq=False)
class _Held:
    seen: Seen
    work: Work
    timer: asyncio.Task[None] | None = None


class Late:
    """What is held, oldest first. Used from the server's event loop only; a server that ends forgets it."""

    def __init__(self) -> None:
        self._held: list[_Held] = []

    @property
    def waiting(self) -> list[Seen]:
        """The requests whose work is held."""
        return [request.seen for request in self._held]

    def hold(self, seen: Seen, work: Work, seconds: float | None) -> None:
        """Keep ``work`` until ``commit``, or at most ``seconds`` where they are given."""
        held = _Held(seen, work)
        seen.state = "held"
        self._held.append(held)
        if seconds is not None:
            held.timer = asyncio.create_task(self._in_time(held, seconds))

    async def commit(self) -> list[Seen]:
        """Do all that is held, in the order of arrival, and return those requests."""
        held, self._held = self._held, []
        for request in held:
            if request.timer is not None:
                request.timer.cancel()
            await _finish(request)
        return [request.seen for request in held]

    def forget(self) -> None:
        """Drop all that is held: it is never done."""
        for request in self._held:
            if request.timer is not None:
                request.timer.cancel()
            request.seen.state = "done"
        self._held.clear()

    async def _in_time(self, held: _Held, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self._held.remove(held)  # from here on nobody else does it or cancels it
        await _finish(held)


async def _finish(held: _Held) -> None:
    try:
        await held.work()
    finally:
        held.seen.state = "done"
