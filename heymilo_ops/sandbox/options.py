"""What a sandbox can be told when it is made. Standard library only, so reading a default costs nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

DEFAULT_KEY = "sandbox-key"
DEFAULT_PORT = 8765
DEFAULT_PUBLIC_URL = f"http://127.0.0.1:{DEFAULT_PORT}"


@dataclass(frozen=True, slots=True)
class Options:
    """How one sandbox behaves. Where the vendor documents nothing, an option names the choice.

    Attributes:
        api_key: the one key accepted in ``X-API-KEY``; ``None`` accepts every request.
        workspace_id: id in ``GET /workspaces``.
        workspace_name: name in ``GET /workspaces``.
        public_url: where candidate and review links point; ``None`` means ``DEFAULT_PUBLIC_URL``, the
            address ``sandbox serve`` listens on by default. Links are built when answering and never
            stored, and don't depend on the port of a short-lived embedded server, so they stay the same
            from run to run and open whenever a server runs at that address.
        hide_archived: leave archived postings out of both lists (default: they are listed).
        null_on_patch: ``clear`` empties fields that may be empty; ``ignore`` leaves them as they were.
        requests_per_minute: answer 429 beyond so many API calls in a sliding minute; ``None``: no limit.
        rewrites: in which ways answers say otherwise what was stored; ``rewrites.REWRITES`` are all of them.
        writing_seconds: how long it takes until all questions that the AI writes are there.
        clock: seconds since the epoch; decides creation times and what has expired.
    """

    api_key: str | None = DEFAULT_KEY
    workspace_id: str = "ws_sandbox"
    workspace_name: str = "Sandbox"
    public_url: str | None = None
    hide_archived: bool = False
    null_on_patch: Literal["clear", "ignore"] = "clear"
    requests_per_minute: int | None = None
    rewrites: frozenset[str] = frozenset()
    writing_seconds: float = 0.0
    clock: Callable[[], float] = time.time

    @property
    def links(self) -> str:
        """Base of candidate and review links, without a trailing slash."""
        return (self.public_url or DEFAULT_PUBLIC_URL).rstrip("/")
