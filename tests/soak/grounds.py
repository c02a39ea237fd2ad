"""Worlds whose state is in a folder, on a branch of a bare repository, in an S3 bucket, in an Azure container."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.proof.forker import Run
from tests.proof.world import HOSTS, KEY, Served, World
from tests.soak.forked import ROOT, SharedForker
from tests.statefile.contract import servers

PLACES = ("folder", "git", "s3", "azure")
_BACKENDS = {"folder": "folder", "git": "git", "s3": "bucket", "azure": "bucket"}
TIMES = {"request": 1.0, "settle": 0.5, "term": 3.0, "beat": 0.4, "needed": 1.2}
"""The product's times in the runs, in seconds: short, and long enough for a machine that is busy."""

ON_GIT = {**TIMES, "term": 6.0, "beat": 1.0}
"""The same where one write may take half a second."""


@dataclass(frozen=True)
class Door:
    """How a place is reached: the address of a state in it, and the environment that leads there."""

    place: str
    environ: Mapping[str, str] = field(default_factory=dict)

    def address(self, prefix: str) -> str | None:
        """The state's address; ``None`` where it lies beside the repo."""
        scheme = {"s3": "s3", "azure": "az"}.get(self.place)
        return f"{scheme}://state/acme/{prefix}" if scheme else None


@contextmanager
def doors(places: Iterable[str], folder: Path) -> Iterator[dict[str, Door]]:
    """The servers of these places, for the length of a ``with``."""
    found = {}
    with ExitStack() as stack:
        for place in places:
            environ = {}
            if place == "s3":
                (folder / "s3").mkdir()
                environ = s3_environ(stack.enter_context(servers.seaweedfs(folder / "s3")))
            elif place == "azure":
                (folder / "azure").mkdir()
                environ = azure_environ(stack.enter_context(servers.azurite(folder / "azure")))
            found[place] = Door(place, environ)
        yield found


def s3_environ(port: int) -> dict[str, str]:
    """What leads to the S3 server on a port."""
    return {
        "AWS_ACCESS_KEY_ID": servers.S3_KEY,
        "AWS_SECRET_ACCESS_KEY": servers.S3_SECRET,
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
    }


def azure_environ(port: int) -> dict[str, str]:
    """What leads to the Azure server on a port."""
    return {
        "AZURE_STORAGE_ACCOUNT_NAME": servers.AZURE_ACCOUNT,
        "AZURE_STORAGE_ACCOUNT_KEY": servers.AZURE_KEY,
        "AZURE_STORAGE_ENDPOINT": f"http://127.0.0.1:{port}/{servers.AZURE_ACCOUNT}",
    }


@contextmanager
def heymilo() -> Iterator[Served]:
    """A HeyMilo in a process of its own, for the length of a ``with``."""
    command = [sys.executable, "-m", "heymilo_ops.sandbox", "--memory", "--until-eof"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, start_new_session=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        served = Served(process.stdout.readline().strip())
        try:
            yield served
        finally:
            served.close()
            process.stdin.close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@dataclass
class Ground(World):
    """A world at a place. ``replaced``: names that have had two designs; ``without``: safeguards that are off."""

    door: Door = field(default_factory=lambda: Door("folder"))
    without: tuple[str, ...] = ()
    replaced: set[str] = field(default_factory=set)
    ran_on: dict[int, str] = field(default_factory=dict)
    _durable: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """As ``World`` does; then say where the state is."""
        super().__post_init__()
        address = self.door.address(secrets.token_hex(6))
        if address:
            config = self.repo("one") / "heymilo.yaml"
            config.write_text(config.read_text().replace("state: ../state", f"state: {address}"))

    @property
    def times(self) -> dict[str, float]:
        """The product's times."""
        return ON_GIT if self.backend == "git" else TIMES

    @property
    def other(self) -> str:
        """The host that commands don't run on just now."""
        return HOSTS[1] if self.host == HOSTS[0] else HOSTS[0]

    def log(self) -> list[dict[str, Any]]:
        """As ``World.log``. What others had read before its writer said that it was written counts from then on.

        A writer that is stopped whole says so when it wakes; its request, or its git, was under way meanwhile.
        """
        before = len(self._lines)
        lines = super().log()
        for line in lines[before:]:
            if "document" in line:
                written = (line["key"], json.dumps(line["document"], sort_keys=True))
                if written in self._durable:
                    line["how"] = "get"
                self._durable.add(written)
        return lines

    def start(
        self, *argv: str, host: str | None = None, crash: Iterable[Mapping[str, Any]] = (), output: str = ""
    ) -> Run:
        """As ``World.start``, with the environment of the place; a folder is on one host."""
        host = HOSTS[0] if self.backend == "folder" else host or self.host
        install = {
            "log": str(self.log_path),
            "crash": [dict(each) for each in crash],
            "times": self.times,
            "boot": f"boot-of-{host}",
            "without": self.without,
        }
        env = {
            "HEYMILO_API_KEY": KEY,
            "HEYMILO_OPS_ALLOW_HOST": "127.0.0.1",
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CEILING_DIRECTORIES": str(self.folder.parent),
            **self.door.environ,
        }
        where = ("-w", "production", "--outside-state")
        run = self.forker.start(*where, *argv, cwd=self.repo(host), env=env, install=install, output=output)
        self.forker.pump(lambda: run.pid is not None, 60, run)
        self.ran_on[run.pid or 0] = host
        return run


def ground(folder: Path, served: Served, forker: SharedForker, door: Door, without: tuple[str, ...] = ()) -> Ground:
    """A fresh world at a place, with an emptied HeyMilo."""
    served.reset()
    return Ground(folder, served, forker, _BACKENDS[door.place], door=door, without=without)
