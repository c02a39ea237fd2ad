"""Links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_HOST = re.compile(r"https://(?P<host>\[[^\]]*\]|[^/?#:]+)", re.IGNORECASE)
_RESERVED = re.compile(
    r"(^|\.)(example\.(com|net|org)|(example|invalid|test|localhost|local|internal))$"
    r"|(^|\.)(staging|stage|stg)\.|^(127|10)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^0\.0\.0\.0$|^\["
)


@warning("CX121")
def placeholder_host(subject: Subject) -> Iterator[Hit]:
    """A link leads to a real and public host.

    Names such as example.com are reserved for documentation, names such as staging.… and local addresses
    are not for candidates.

    PASS:
        redirect_url: https://careers.heymilo.ai/thanks
    FAIL:
        redirect_url: https://careers.example.com/thanks
    """
    links = [(f"/{name}", getattr(subject.manifest, name)) for name in ("redirect_url", "scheduling_url")]
    for pointer, step in subject.web_steps:
        room = step.config.web_interview_config if step.config else None
        if room:
            start = f"{pointer}/config/web_interview_config"
            links += [(f"{start}/{name}", getattr(room, name)) for name in ("avatar_image_url", "backdrop_image_url")]
    for pointer, link in links:
        match = _HOST.match(link or "")
        if match and _RESERVED.search(match["host"].lower().rstrip(".")):
            yield Hit(
                pointer,
                f"the host {match['host']} is a placeholder or not public",
                "write the address that candidates should reach",
            )
