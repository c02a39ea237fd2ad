"""The way to HeyMilo as the environment has it: the proxy, and whose certificates are trusted.

What is wrong there is named by its variable. A proxy's address may hold a password, so no message repeats it.
"""

from __future__ import annotations

import os
import ssl
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_SYSTEM = "the system's settings"


class UnusableError(Exception):
    """No connection can be set up: what is wrong, and ``help``: what to do. Trying again can't help."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy, and the variable that names it."""

    url: str
    variable: str

    def help_for(self, host: str) -> str:
        """Say what to do where no connection comes about through it."""
        return f"Correct {self.variable}, or leave this host out of it: NO_PROXY={host}."


def proxy_for(base_url: str) -> Proxy | None:
    """Return the proxy to reach an address through. Raises ``UnusableError`` where it can't be used."""
    parts = urlsplit(base_url)
    proxies = urllib.request.getproxies()
    kind = next((kind for kind in (parts.scheme, "all") if proxies.get(kind)), None)
    if kind is None or _is_excepted(parts.netloc, proxies.get("no", "")):
        return None
    variables = (f"{kind}_proxy", f"{kind.upper()}_PROXY")
    variable = next((name for name in variables if os.environ.get(name)), _SYSTEM)
    url = proxies[kind] if "://" in proxies[kind] else f"http://{proxies[kind]}"
    help = f"Write it as {variables[1]}=http://proxy.example:3128, or leave this host out: NO_PROXY={parts.hostname}."
    try:
        proxy = urlsplit(url)
        is_address = bool(proxy.hostname) and proxy.port != 0
    except ValueError:
        raise UnusableError(f"{variable} is not the address of a proxy", help) from None
    if proxy.scheme not in ("http", "https"):
        raise UnusableError(f"{variable} names a {proxy.scheme} proxy; only http and https proxies can be used", help)
    if not is_address:
        raise UnusableError(f"{variable} is not the address of a proxy", help)
    return Proxy(url, variable)


def _is_excepted(host: str, listed: str) -> bool:
    return "*" in (entry.strip() for entry in listed.split(",")) or bool(urllib.request.proxy_bypass(host))


def certificates() -> ssl.SSLContext:
    """Load what is trusted: the certificates that the environment names, else the system's, never a list of our own.

    Raises ``UnusableError`` where those of the environment can't be read.
    """
    name = certificate_variable()
    if name is None:
        import truststore

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    path = os.environ[name]
    help = f"Let {name} name PEM certificates, or unset it: then the system's are used."
    try:
        if name == "SSL_CERT_FILE":
            return ssl.create_default_context(cafile=path)
        if not Path(path).is_dir():
            raise UnusableError(f"{name} names {path!r}, which is no folder", help)
        return ssl.create_default_context(capath=path)
    except (OSError, ValueError) as error:  # one of ssl is an OSError too
        why = "it holds no certificate" if isinstance(error, ssl.SSLError) else getattr(error, "strerror", "") or error
        raise UnusableError(f"{name} names {path!r}, which can't be used: {why}", help) from error


def certificate_variable() -> str | None:
    """Return the variable that says which certificates are trusted; ``None`` where the system does."""
    return next((name for name in _CERTIFICATES if os.environ.get(name)), None)


def is_distrust(error: BaseException | None) -> bool:
    """Return whether a connection failed since the server's certificate isn't trusted."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def distrust_help() -> str:
    """Say what to do where the server's certificate isn't trusted."""
    name = certificate_variable()
    if name is not None:
        return f"{name} takes the place of the system's certificates: add the one that is missing to it, or unset it."
    return (
        "Where a proxy of your company opens connections, add its certificate to those of the system, or name the file "
        "that holds it: SSL_CERT_FILE=/path/to/ca.pem."
    )
