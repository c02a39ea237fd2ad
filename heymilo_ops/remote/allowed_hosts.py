"""Which addresses a key may be sent to: HeyMilo's own, and those that the environment allows.

heymilo.yaml says where HeyMilo is, and whoever can write to a branch can write that file. So it never decides alone
where a key goes: ``ALLOW_HOST`` does, which is set outside the repo.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.location import is_loopback

HOST = "api.heymilo.ai"
"""HeyMilo's host. A key is sent there, over https on its usual port, without being allowed first."""
ALLOW_HOST = "HEYMILO_OPS_ALLOW_HOST"
"""The environment variable with the hosts that a key may be sent to besides: ``host`` or ``host:port``, by commas."""

_HOST = re.compile(r"[A-Za-z0-9.:_-]+")
_PRINTABLE = re.compile(r"[!-~]+")
_EXAMPLE = "Write it as https://api.heymilo.ai, without a key, a query or a fragment."
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The server that an address names. ``host`` is in lower case, an IP address in its shortest form."""

    scheme: str
    host: str
    port: int

    @property
    def text(self) -> str:
        """The host, with its port where that isn't the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def checked_base(base_url: str, allowed: str = "") -> str:
    """Return the base URL, spelt from the parts that were checked, without a slash at its end.

    ``allowed``: hosts that a key may be sent to besides HeyMilo's, as the environment has them. Raises
    ``AttentionError`` for an address that a key must not be sent to.
    """
    server, path = _parsed(base_url)
    if server.scheme == "http" and not is_loopback(server.host):
        raise AttentionError(
            f"base_url is plain http to {server.host}: the key would be readable on the way",
            "Use https. Plain http is for a sandbox on this machine (localhost, 127.0.0.1, [::1]).",
        )
    if not is_allowed(server, allowed):
        raise AttentionError(
            f"base_url in heymilo.yaml leads to {server.text}, and the key is not sent to a host that only the repo "
            "chose; nothing was sent",
            f"If {server.text} is where this key belongs, allow it outside the repo: "
            f"{ALLOW_HOST}={server.text} in the environment. Otherwise restore base_url: https://{HOST}.",
        )
    return f"{server.scheme}://{server.text}{path}".rstrip("/")


def is_allowed(server: Endpoint, allowed: str) -> bool:
    """Return whether a key may be sent to a server.

    Raises ``AttentionError`` for an entry of ``allowed`` that is no host.
    """
    if server == Endpoint("https", HOST, _PORTS["https"]):
        return True
    entries = [_entry(entry.strip()) for entry in allowed.split(",") if entry.strip()]
    return any(host == server.host and port in (None, server.port) for host, port in entries)


def _entry(text: str) -> tuple[str, int | None]:
    """Parse host and port of one entry; ``None`` allows any port."""
    bare = text if text.count(":") < 2 or text.startswith("[") else f"[{text}]"  # an IPv6 address without brackets
    try:
        parts = urlsplit(f"//{bare}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if not _HOST.fullmatch(host) or "@" in text or parts.netloc != bare or not _PRINTABLE.fullmatch(text):
        raise AttentionError(
            f"{ALLOW_HOST} has an entry that is neither a host nor host:port",
            f"Write it as {ALLOW_HOST}=host,host:port",
        )
    return _plain(host), port


def _parsed(base_url: str) -> tuple[Endpoint, str]:
    """Parse a base URL into its server and its path. Raises ``AttentionError`` where it names no server."""
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise AttentionError("base_url is not an address", _EXAMPLE) from None
    odd = parts.username is not None or parts.password is not None or parts.query or parts.fragment or port == 0
    if parts.scheme not in _PORTS or not _HOST.fullmatch(host) or not _PRINTABLE.fullmatch(base_url) or odd:
        raise AttentionError("base_url is not an address of a server", _EXAMPLE)
    if parts.path and (parts.path.startswith("//") or "\\" in parts.path):
        raise AttentionError("base_url is not an address of a server", _EXAMPLE)
    return Endpoint(parts.scheme, _plain(host), port or _PORTS[parts.scheme]), parts.path


def _plain(host: str) -> str:
    """Return the host in one spelling, so that two spellings of one compare equal."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return host.lower()
