"""Who can read the repo: candidates could read the scoring guides and the knock-out answers of a public one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from heymilo_ops import gitinfo
from heymilo_ops.config import FILE_NAME
from heymilo_ops.errors import AttentionError

PUBLIC = "public"

HELP = (
    f"Make the repository private; or write 'public_repo: accepted' into {FILE_NAME}, and reviews show no people, "
    "links, scoring guides or knock-out answers. The files themselves show them to everybody all the same."
)


def require_accepted(accepted: bool, visibility: str) -> None:
    """Raise ``AttentionError`` where the repository is public and nobody has accepted that."""
    if visibility == PUBLIC and not accepted:
        raise AttentionError(
            "This repository is public: candidates can read its scoring guides and knock-out answers", HELP
        )


def public_repository(root: Path, environ: Mapping[str, str]) -> str | None:
    """Return ``owner/name`` of a remote that GitHub shows to everybody.

    ``""`` where GitHub answers for none, ``None`` where there is no remote at all.
    """
    from heymilo_ops.remote import github

    urls = gitinfo.remote_urls(root)
    api = environ.get("GITHUB_API_URL") or github.API
    public = (name for name in github.repositories(urls) if github.is_public(name, api))
    return next(public, "") if urls else None
