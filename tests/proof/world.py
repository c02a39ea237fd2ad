"""A repo on one or two hosts, the place of its state, and a HeyMilo in another process that may misbehave."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from heymilo_ops.model.state import State
from heymilo_ops.statefile.store import StateStore, backend_for
from tests.proof.forker import Forker, Run
from tests.proof.points import GIT_KILLED
from tests.statefile.killing import Killing

KEY = "sandbox-key"
TIMES = {"request": 0.3, "settle": 0.2, "term": 2.4, "beat": 0.25, "needed": 0.35}
"""The product's times in the forks, in seconds."""

ON_GIT = {**TIMES, "term": 4.0, "beat": 0.6, "needed": 0.5}
"""The same where one write takes a tenth of a second."""

BACKENDS = ("folder", "bucket", "git")
APPLY = ("apply", "--auto-approve", "--allow-large-change", "--lock-timeout", "20")
HOSTS = ("one", "two")

_CONFIG = """\
version: 1
project: acme
workspaces:
  production:
    base_url: {url}
    requests_per_minute: 6000
    state: {state}
"""
_STATE = {"folder": "../state", "bucket": "../state", "git": "git:origin/heymilo-state"}


class Served:
    """The door of a HeyMilo."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = httpx.Client(base_url=f"{url}/_control", timeout=30, trust_env=False)

    def reset(self) -> None:
        """Nothing is there, nothing is under way, nothing misbehaves."""
        self.rest()
        self._post("/reset")

    def rest(self) -> None:
        """Wait until nothing is under way, but for what is held back."""
        until = time.monotonic() + 10
        while self._get("/unfinished")["unfinished"] > len(self._get("/commit_late")):
            assert time.monotonic() < until, "the server is still at work"
            time.sleep(0.005)

    def misbehave(self, faults: Iterable[Mapping[str, Any]]) -> None:
        """From now on, as well."""
        if faults := list(faults):
            self._post("/faults", faults)

    def behave(self) -> None:
        """No faults any more."""
        self.http.delete("/faults").raise_for_status()

    def commit_late(self) -> list[str]:
        """Do what was held back; the ids of the postings it made."""
        made: list[str] = self._post("/commit_late")["ids"]
        return made

    def archive(self, posting_id: str) -> None:
        """As a person does it."""
        self._post(f"/archive/{posting_id}")

    def requests(self, since: int = 0) -> list[dict[str, Any]]:
        """The log, oldest first."""
        found: list[dict[str, Any]] = self._get(f"/requests?since={since}")
        return found

    def postings(self) -> list[dict[str, Any]]:
        """All that is there."""
        found: list[dict[str, Any]] = self._get("/postings")
        return found

    def close(self) -> None:
        """Let go of the connection."""
        self.http.close()

    def _get(self, path: str) -> Any:
        answer = self.http.get(path)
        answer.raise_for_status()
        return answer.json()

    def _post(self, path: str, body: Any = None) -> Any:
        answer = self.http.post(path, json=body)
        answer.raise_for_status()
        return answer.json()


@dataclass
class World:
    """One repo, its state in a place of ``backend``, and its HeyMilo.

    Attributes:
        host: where commands run.
        wanted: manifests by name.
        said: all that commands wrote so far.
        lost_at: when the state was lost, by the clock.
    """

    folder: Path
    served: Served
    forker: Forker
    backend: str
    host: str = "one"
    wanted: dict[str, dict[str, Any]] = field(default_factory=dict)
    said: str = ""
    lost_at: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the repo, and on a branch a remote and a clone for each host."""
        self.folder.mkdir(parents=True)
        self.log_path = self.folder / "log"
        self.log_path.touch()
        self._read_to = 0
        self._lines: list[dict[str, Any]] = []
        if self.backend == "git":
            self._git("init", "--quiet", "--bare", "--template=", str(self.origin))
        for host in self.hosts:
            (self.repo(host) / "postings").mkdir(parents=True)
            config = _CONFIG.format(url=self.served.url, state=_STATE[self.backend])
            (self.repo(host) / "heymilo.yaml").write_text(config)
            self._git("init", "--quiet", "--template=", str(self.repo(host)))
            if self.backend == "git":
                self._git("-C", str(self.repo(host)), "config", "remote.origin.url", str(self.origin))

    @property
    def hosts(self) -> tuple[str, ...]:
        """Those with a work tree of their own."""
        return HOSTS if self.backend == "git" else HOSTS[:1]

    @property
    def origin(self) -> Path:
        """The remote."""
        return self.folder / "origin.git"

    @property
    def times(self) -> dict[str, float]:
        """The product's times."""
        return ON_GIT if self.backend == "git" else TIMES

    def repo(self, host: str) -> Path:
        """The work tree of a host; elsewhere than on git all share it."""
        return self.folder / (f"repo-{host}" if self.backend == "git" else "repo-one")

    def want(self, **manifests: dict[str, Any] | None) -> None:
        """Write manifests on every host, and commit them; ``None`` removes one."""
        for key, manifest in manifests.items():
            name = key.replace("_", "-")
            for host in self.hosts:
                path = self.repo(host) / "postings" / f"{name}.yaml"
                if manifest is None:
                    path.unlink(missing_ok=True)
                else:
                    path.write_text(json.dumps({"name": name, **manifest}))
            self.wanted.pop(name, None)
            if manifest is not None:
                self.wanted[name] = manifest
        for host in self.hosts:
            who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "gc.auto=0")
            self._git("-C", str(self.repo(host)), "add", "--all")
            self._git("-C", str(self.repo(host)), *who, "commit", "--quiet", "--no-verify", "--message=edit")

    def start(
        self, *argv: str, host: str | None = None, crash: Iterable[Mapping[str, Any]] = (), output: str = ""
    ) -> Run:
        """Start ``heymilo-ops -w production --outside-state ARGV``: the state lies beside the repo."""
        host = host or self.host
        install = {
            "log": str(self.log_path),
            "crash": [dict(each) for each in crash],
            "times": self.times,
            "boot": f"boot-of-{host}",
            "bucket": self.backend == "bucket",
            "origin": str(self.origin) if self.backend == "git" else None,
        }
        if any(each["label"] in GIT_KILLED for each in install["crash"]):
            Killing(self.origin).set_up(self.repo(host))
        env = {
            "HEYMILO_API_KEY": KEY,
            "HEYMILO_OPS_ALLOW_HOST": "127.0.0.1",
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CEILING_DIRECTORIES": str(self.folder.parent),
        }
        argv = ("-w", "production", "--outside-state", *argv)
        return self.forker.start(*argv, cwd=self.repo(host), env=env, install=install, output=output)

    def run(self, *argv: str, **more: Any) -> Run:
        """The same, to its end."""
        run = self.start(*argv, **more).wait()
        self.said += run.said
        return run

    def apply(self, **more: Any) -> Run:
        """An apply to its end."""
        return self.run(*APPLY, **more)

    def say(self, command: str) -> Run:
        """A command line that the tool told people to run."""
        name, *argv = shlex.split(command)
        assert name == "heymilo-ops", command
        argv = argv[2:] if argv[:2] == ["-w", "production"] else argv
        return self.run(*argv)

    def lose_state(self) -> None:
        """The state is gone, with all that lay beside it."""
        self.lost_at.append(time.time())
        if self.backend == "git":
            self._git("-C", str(self.origin), "update-ref", "-d", "refs/heads/heymilo-state")
            for host in self.hosts:
                shutil.rmtree(self.repo(host) / ".git" / "heymilo-ops", ignore_errors=True)
        else:
            shutil.rmtree(self.folder / "state", ignore_errors=True)

    def log(self) -> list[dict[str, Any]]:
        """What the commands reached, wrote and read, in order."""
        with self.log_path.open("rb") as file:
            file.seek(self._read_to)
            data = file.read()
        self._read_to += len(data)
        self._lines += [json.loads(line) for line in data.splitlines()]
        return self._lines

    def state(self) -> State | None:
        """The state, as the tool reads it."""
        backend = backend_for(_STATE[self.backend], self.repo(self.host), "production", outside=True)
        return StateStore(backend, "the state").read()

    def opened(self) -> dict[str, list[str]]:
        """The ids of the postings that take candidates, by the name that their marks, or they, have."""
        found = defaultdict(list)
        for each in self.served.postings():
            if not each["archived"]:
                found[str(each["name"])].append(str(each["id"]))
        return dict(found)

    def _git(self, *arguments: str) -> None:
        env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", *arguments], check=True, capture_output=True, env=env)


def told(said: str, pattern: str) -> list[str]:
    """The commands in backquotes that fit a pattern, in what the tool said."""
    return [each for each in re.findall(r"`(heymilo-ops [^`]+)`", said) if re.search(pattern, each)]
