"""A repo in a folder, a HeyMilo in another process, and the command line to bring them together."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from heymilo_ops.cli.main import run

KEY = "sandbox-key"
"""What the served sandbox takes as a key; the tests say that no output ever shows it."""

POSTING = """\
# yaml-language-server: $schema=../schemas/posting.schema.json
# This comment has to survive.
name: NAME
title: Support Agent
description: Help customers by chat and phone, and see it through until it works again.
job_overview: You answer about thirty customers a day.
interview_process_overview: You are talking to an AI interviewer. It is recorded. People decide who goes on.
redirect_url: https://careers.tidewater-mutual.coop/thanks
deadline: "2035-01-31T18:00:00Z"
workflow:
  - type: web_interview
    questions:
      - key: angry
        text: Tell me about a time when a customer was angry with you.
        question_type: scored
        evaluation_criteria: Listen for how the angry customer was heard.
        score_of_1: Tells what the customer did wrong, and no step of their own.
        score_of_5: Tells what they heard, did step by step, and how it ended.
        score_weight: 4
        max_follow_ups: 2
      - key: unknown
        text: A customer asks something that you do not know. How do you get to an answer?
        question_type: scored
        evaluation_criteria: Listen for what the customer is told meanwhile, and where an answer would be found.
        score_of_1: Would guess, or would pass the customer on without finding out.
        score_of_5: Says so openly, names where they would look, and calls back.
        score_weight: 3
        max_follow_ups: 2
      - key: plain
        text: Explain something that you know well, as if I had never heard of it.
        question_type: scored
        evaluation_criteria: Listen for plain words, and for an example that explains it.
        score_of_1: Uses terms of the trade without saying what they mean.
        score_of_5: Starts from what anyone knows, gives an example, and checks that it was understood.
        score_weight: 3
        max_follow_ups: 1
"""

CONFIG = """\
version: 1
project: acme-talent
default_workspace: production
workspaces:
  production:
    base_url: URL
    requests_per_minute: 6000
    settle_seconds: 0
  sandbox:
    sandbox: true
"""


@dataclass
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        return self.out + self.err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Repo:
    """A user's repo."""

    def __init__(self, root: Path, cli: Callable[..., Ran]) -> None:
        self.root = root
        self._cli = cli

    def write(self, name: str = "support", **changes: str) -> Path:
        """Write a manifest; ``changes`` are texts to replace, old → new, spelt ``old="new"`` by the caller."""
        path = self.root / "postings" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        text = POSTING.replace("NAME", name)
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return path

    def edit(self, old: str, new: str, name: str = "support") -> None:
        path = self.root / "postings" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def read(self, name: str = "support") -> str:
        return (self.root / "postings" / f"{name}.yaml").read_text(encoding="utf-8")

    def cli(self, *args: str) -> Ran:
        return self._cli("-C", str(self.root), *args)

    def state(self) -> dict[str, Any]:
        text = (self.root / ".heymilo/state/production/state.json").read_text(encoding="utf-8")
        return dict(json.loads(text))

    def posting(self, name: str = "support") -> dict[str, Any]:
        return dict(self.state()["postings"][name])


class Served:
    """The HeyMilo in the other process, seen from behind the counter."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._http = httpx.Client(base_url=url, timeout=10, trust_env=False)

    def close(self) -> None:
        self._http.close()

    def empty(self) -> None:
        """Well behaved, without postings, and with nothing asked yet."""
        self.heal()
        for posting in self.postings():
            self.remove(posting["id"])
        self.forget_requests()

    def fault(self, action: str, *, method: str = "POST", path: str = "/api/v2/postings", **more: Any) -> None:
        body = [{"match": {"method": method, "path": path}, "action": action, **more}]
        self._http.post("/_control/faults", json=body).raise_for_status()

    def leave_open(self) -> None:
        """The next create is lost, and so is the look for it: after one apply nobody knows what became of it."""
        self.fault("drop_before", times=1)
        self.fault("unauthorized", method="GET", skip=1)  # the list that is planned with goes through

    def heal(self) -> None:
        self._http.delete("/_control/faults").raise_for_status()

    def commit_late(self) -> None:
        """Carry out the writes of ``late_commit`` now."""
        self._http.post("/_control/commit_late").raise_for_status()

    def requests(self, method: str | None = None) -> list[dict[str, Any]]:
        found = self._http.get("/_control/requests").raise_for_status().json()
        return [each for each in found if method in (None, each["method"]) and each["path"].startswith("/api")]

    def forget_requests(self) -> None:
        self._http.delete("/_control/requests").raise_for_status()

    def postings(self, *, archived: bool = True) -> list[dict[str, Any]]:
        answer = self._http.get("/api/v2/postings", params={"limit": 100}, headers={"X-API-KEY": KEY})
        found = answer.raise_for_status().json()["data"]
        return [each for each in found if archived or not each["archived"]]

    def create(self, name: str) -> str:
        """A posting that somebody else made."""
        return self.make({"title": "Somebody else's", "name": name, "workflow": [{"type": "form", "questions": []}]})

    def make(self, body: dict[str, Any]) -> str:
        """A posting by its create request."""
        answer = self._http.post("/api/v2/postings", json=body, headers={"X-API-KEY": KEY})
        return str(answer.raise_for_status().json()["data"]["id"])

    def questions(self, posting_id: str) -> list[dict[str, Any]]:
        path = f"/api/v2/postings/{posting_id}/questions"
        answer = self._http.get(path, params={"limit": 100}, headers={"X-API-KEY": KEY})
        return list(answer.raise_for_status().json()["data"])

    def patch(self, path: str, body: dict[str, Any]) -> None:
        self._http.patch(path, json=body, headers={"X-API-KEY": KEY}).raise_for_status()

    def edit(self, posting_id: str, *, moves: bool = True, **fields: Any) -> None:
        self._http.post(f"/_control/edit/{posting_id}", params={"moves": moves}, json=fields).raise_for_status()

    def archive(self, posting_id: str) -> None:
        self._http.post(f"/_control/archive/{posting_id}").raise_for_status()

    def remove(self, posting_id: str) -> None:
        self._http.delete(f"/_control/postings/{posting_id}").raise_for_status()


def full_disk_for(patch: pytest.MonkeyPatch, name: str) -> None:
    """No file of this name can be moved to its place."""
    real = os.replace

    def replace(source: str, target: str, **folders: int | None) -> None:
        if Path(target).name == name:
            raise OSError(28, "No space left on device", target)
        real(source, target, **folders)

    patch.setattr(os, "replace", replace)


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command line in this process."""

    def go(*args: str) -> Ran:
        capfd.readouterr()
        code = run([str(each) for each in args])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return go


@pytest.fixture(scope="session")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A HeyMilo in a process of its own; its URL."""
    root = tmp_path_factory.mktemp("heymilo")
    (root / "heymilo.yaml").write_text(CONFIG.replace("URL", "https://api.heymilo.ai"), encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    process = subprocess.Popen(
        [sys.executable, "-m", "heymilo_ops", "-C", str(root), "-w", "sandbox", "sandbox", "serve", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, line
    yield found[0]
    process.terminate()
    assert process.wait(10) == 0
    process.stderr.close()


@pytest.fixture
def served(serving: str) -> Iterator[Served]:
    """That HeyMilo, emptied and well behaved."""
    heymilo = Served(serving)
    heymilo.empty()
    yield heymilo
    heymilo.close()


@pytest.fixture
def repo(tmp_path: Path, serving: str, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repo with one manifest, a workspace at that HeyMilo, and its key in the environment."""
    monkeypatch.setenv("HEYMILO_API_KEY", KEY)
    (tmp_path / "heymilo.yaml").write_text(CONFIG.replace("URL", serving), encoding="utf-8")
    repo = Repo(tmp_path, cli)
    repo.write()
    return repo
