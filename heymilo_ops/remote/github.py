"""Whether GitHub shows a repository to everybody. It is asked without a token, as anybody could."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from urllib.error import URLError
from urllib.request import Request, urlopen

API = "https://api.github.com"
TIMEOUT_S = 5.0
_LARGEST = 1_000_000
_REPOSITORY = re.compile(
    r"(?:https://(?:[^/@]*@)?|ssh://(?:[^/@]*@)?|[^/@:]*@)github\.com(?::\d+)?[:/]([A-Za-z0-9-]+)/([A-Za-z0-9._-]+?)(?:\.git)?/?"
)


def repositories(urls: Iterable[str]) -> tuple[str, ...]:
    """Return ``owner/name`` of the remotes' addresses that are at GitHub, each once."""
    matches = (_REPOSITORY.fullmatch(url) for url in urls)
    return tuple(dict.fromkeys(f"{match[1]}/{match[2]}" for match in matches if match))


def is_public(repository: str, api: str = API) -> bool | None:
    """Return whether everybody can read ``owner/name``; ``None`` where GitHub doesn't say.

    It doesn't tell a private repository from one that isn't there.
    """
    request = Request(f"{api.rstrip('/')}/repos/{repository}", headers={"Accept": "application/vnd.github+json"})
    try:
        with urlopen(request, timeout=TIMEOUT_S) as reply:
            data = json.loads(reply.read(_LARGEST))
    except (URLError, OSError, ValueError):
        return None
    private = data.get("private") if isinstance(data, dict) else None
    return not private if isinstance(private, bool) else None
