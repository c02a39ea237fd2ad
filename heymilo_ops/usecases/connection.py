"""What a caller hears of the requests to HeyMilo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heymilo_ops.remote.client import Client


def _ignore(*_: object) -> None:
    """Hear it and do nothing."""


@dataclass(frozen=True)
class Connection:
    """Callbacks of a workspace's clients.

    Attributes:
        on_wait: takes seconds and a reason before each pause.
        trace: takes a line for each request; ``None`` where nobody wants them.
        on_key: takes each key before it is used, so that it is never printed.
        on_client: takes each client that is opened.
    """

    on_wait: Callable[[float, str], None] = _ignore
    trace: Callable[[str], None] | None = None
    on_key: Callable[[str], None] = _ignore
    on_client: Callable[[Client], None] = _ignore
