"""Who can read the repo: candidates could read the scoring guides and the knock-out answers of a public one."""

from __future__ import annotations

from heymilo_ops.config import FILE_NAME, Config
from heymilo_ops.errors import AttentionError

PUBLIC = "public"

HELP = (
    f"Make the repository private; or write 'public_repo: accepted' into {FILE_NAME}, and reviews show no people, "
    "links, scoring guides or knock-out answers. The files themselves show them to everybody all the same."
)


def require_accepted(config: Config, visibility: str) -> None:
    """Raise ``AttentionError`` where the repository is public and nobody has accepted that."""
    if visibility == PUBLIC and config.public_repo is None:
        raise AttentionError(
            "This repository is public: candidates can read its scoring guides and knock-out answers", HELP
        )
