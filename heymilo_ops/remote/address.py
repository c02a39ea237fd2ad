"""Which addresses a key may be sent to: https anywhere, plain http on this machine alone."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from heymilo_ops.errors import AttentionError

_HOST = re.compile(r"[A-Za-z0-9.:_-]+")
_PRINTABLE = re.compile(r"[!-~]+")
_EXAMPLE = "Write it as https://api.heymilo.ai, without a key, a query or a fragment."


def checked_base(base_url: str) -> str:
    """The base URL without a slash at its end. Raises ``AttentionError`` for one that a key must not be sent to."""
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise AttentionError("base_url is not an address", _EXAMPLE) from None
    odd = parts.username is not None or parts.password is not None or parts.query or parts.fragment
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or not _PRINTABLE.fullmatch(base_url) or odd:
        raise AttentionError("base_url is not an address of a server", _EXAMPLE)
    if parts.scheme == "http" and not is_loopback(host):
        raise AttentionError(
            f"base_url is plain http to {host}: the key would be readable on the way",
            "Use https. Plain http is for a sandbox on this machine (localhost, 127.0.0.1, [::1]).",
        )
    return base_url.rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether the host is this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
