"""Where a workspace's state is, as ``state`` in heymilo.yaml says it: a folder, a bucket or a git branch;
and which hosts of a URL are this machine.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from heymilo_ops.errors import StateError

BUCKET_SCHEMES = ("s3", "az", "gs")

_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,221}")
_PREFIX = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_REMOTE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_BRANCH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*")
_NO_BRANCH = re.compile(r"\.\.|\.lock(/|$)|\.(/|$)")
_FORMS = "A state is a folder, s3://bucket/prefix, az://container/prefix, gs://bucket/prefix, or git:remote/branch."


@dataclass(frozen=True, slots=True)
class FolderLocation:
    """A folder, relative to the repo or absolute."""

    path: str


@dataclass(frozen=True, slots=True)
class BucketLocation:
    """A bucket (for ``az`` a container) and the keys below ``prefix``, which may be empty."""

    scheme: str
    name: str
    prefix: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.name}" + (f"/{self.prefix}" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class BranchLocation:
    """A branch of one of the repo's own remotes."""

    remote: str
    name: str

    def __str__(self) -> str:
        return f"git:{self.remote}/{self.name}"


StateLocation = FolderLocation | BucketLocation | BranchLocation


def parse_location(state: str) -> StateLocation:
    """Parse the location that ``state`` names. Raises ``StateError`` where it names none."""
    if state.startswith("git:"):
        return _branch(state)
    scheme, separator, _ = state.partition("://")
    if not separator:
        return FolderLocation(state)
    if scheme not in BUCKET_SCHEMES:
        raise StateError(f"heymilo-ops knows no state of the kind {scheme}://", _FORMS)
    return _bucket(state)


def _branch(state: str) -> BranchLocation:
    remote, _, name = state.removeprefix("git:").partition("/")
    if not _REMOTE.fullmatch(remote) or not _BRANCH.fullmatch(name) or _NO_BRANCH.search(name):
        # Not echoed: it may be a URL that holds a token.
        raise StateError(
            "A state on a git branch is written git:remote/branch, with the name of a remote rather than its URL",
            "Write git:origin/heymilo-state; `git remote` lists the names.",
        )
    return BranchLocation(remote, name)


def _bucket(state: str) -> BucketLocation:
    parts = urlsplit(state)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise StateError(
            f"The {parts.scheme}:// address of the state holds more than a bucket and a prefix",
            "Credentials and options come from the environment, never from heymilo.yaml.",
        )
    prefix = parts.path.strip("/")
    if not _BUCKET.fullmatch(parts.netloc) or (prefix and not _PREFIX.fullmatch(prefix)):
        raise StateError(f"{state} is not an address of a bucket", _FORMS)
    return BucketLocation(parts.scheme, parts.netloc, prefix)


def is_loopback(host: str) -> bool:
    """Return whether the host is this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
