"""The places that one contract holds for. Servers start at the first test of a worker that needs them."""

from __future__ import annotations

import secrets
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.model.location import BranchLocation
from heymilo_ops.statefile.backend import Backend
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.git_branch import GitBranchBackend
from heymilo_ops.statefile.store import backend_for
from tests.statefile.contract import servers
from tests.statefile.contract.proxy import Proxy
from tests.statefile.memory_backend import MemoryBackend

PLACES = ("azure", "folder", "git", "memory", "s3")


@dataclass
class Place:
    """Somewhere fresh. ``open`` gives another client of it, as another machine has one.

    ``lossy`` gives a client whose way leads through a proxy, with what a write's request begins with.
    """

    open: Callable[[], Backend]
    lossy: Callable[[Proxy], Backend] | None = None
    upstream: int = 0
    write: bytes = b"PUT "
    details: dict[str, Any] = field(default_factory=dict)


def bucket(scheme: str, port: int, prefix: str) -> Backend:
    """A client of a server on loopback, set up by the environment as a user does it."""
    base = f"http://127.0.0.1:{port}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", servers.S3_KEY)
        patch.setenv("AWS_SECRET_ACCESS_KEY", servers.S3_SECRET)
        patch.setenv("AWS_REGION", "us-east-1")
        patch.setenv("AWS_ENDPOINT_URL", base)
        patch.setenv("AZURE_STORAGE_ACCOUNT_NAME", servers.AZURE_ACCOUNT)
        patch.setenv("AZURE_STORAGE_ACCOUNT_KEY", servers.AZURE_KEY)
        patch.setenv("AZURE_STORAGE_ENDPOINT", f"{base}/{servers.AZURE_ACCOUNT}")
        return backend_for(f"{scheme}://state/{prefix}", Path("/nowhere"), "production")


@pytest.fixture(scope="session")
def seaweedfs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with servers.seaweedfs(tmp_path_factory.mktemp("seaweedfs")) as port:
        yield port


@pytest.fixture(scope="session")
def azurite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with servers.azurite(tmp_path_factory.mktemp("azurite")) as port:
        yield port


@pytest.fixture(scope="session")
def git_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    folder = tmp_path_factory.mktemp("git-server")
    with servers.git_daemon(folder) as port:
        yield folder, port


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def origin(folder: Path, name: str = "origin.git") -> Path:
    """A bare repository with a branch ``main``."""
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", name)
    tree = git(folder / name, "hash-object", "-w", "-t", "tree", "/dev/null")
    author = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    first = git(folder / name, *author, "commit-tree", tree, "-m", "first")
    git(folder / name, "update-ref", "refs/heads/main", first)
    return folder / name


def clone(folder: Path, url: str, *options: str) -> Path:
    """Another clone of a repository."""
    name = f"clone-{secrets.token_hex(4)}"
    git(folder, "clone", "--quiet", *options, url, name)
    return folder / name


def on_branch(clone: Path) -> Backend:
    return GitBranchBackend(clone, BranchLocation("origin", "heymilo-state"), "production")


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Each kind of place in turn."""
    kind: str = request.param
    prefix = f"acme/{secrets.token_hex(4)}"
    if kind == "folder":
        return Place(lambda: FolderBackend(tmp_path / "state"))
    if kind == "memory":
        memory = MemoryBackend()
        return Place(lambda: memory)
    if kind == "git":
        folder, port = request.getfixturevalue("git_server")
        name = f"{secrets.token_hex(4)}.git"
        bare = origin(folder, name)

        def lossy(proxy: Proxy) -> Backend:
            return on_branch(clone(tmp_path, f"git://127.0.0.1:{proxy.port}/{name}"))

        return Place(lambda: on_branch(clone(tmp_path, str(bare))), lossy, port, b"PACK", {"bare": bare})
    scheme, server = ("s3", "seaweedfs") if kind == "s3" else ("az", "azurite")
    port = request.getfixturevalue(server)
    return Place(lambda: bucket(scheme, port, prefix), lambda proxy: bucket(scheme, proxy.port, prefix), port)
