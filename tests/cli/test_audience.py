"""A repository that everybody can read: init --ci and doctor stop where GitHub says so, and else say what they see."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.remote.github import is_public, repositories
from tests.cli.conftest import Ran, Repo, Served
from tests.installed import RECORD, installed_from

ANSWERS: dict[str, tuple[int, Any]] = {
    "/repos/acme/open": (200, {"private": False}),
    "/repos/acme/closed": (404, {"message": "Not Found"}),
    "/repos/acme/known": (200, {"private": True}),
    "/repos/acme/odd": (200, ["?"]),
}


class _Handler(BaseHTTPRequestHandler):
    asked: list[str | None]

    def do_GET(self) -> None:
        self.asked.append(self.headers.get("Authorization"))
        status, answer = ANSWERS[self.path]
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str | None]]:
    """GitHub, as somebody without a token sees it; the tokens that it was given."""
    asked: list[str | None] = []
    server = HTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"asked": asked}))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    yield asked
    server.shutdown()
    server.server_close()


def remote(root: Path, url: str) -> None:
    for arguments in (("init", "--quiet"), ("remote", "add", "origin", url)):
        subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://github.com/acme/open", "acme/open"),
        ("https://github.com/acme/open.git", "acme/open"),
        ("https://ada:token@github.com/acme/open.git/", "acme/open"),
        ("git@github.com:acme/open.git", "acme/open"),
        ("ssh://git@github.com:22/acme/open.js", "acme/open.js"),
        ("https://github.com.evil.example/acme/open", None),
        ("https://git.example/acme/open", None),
        ("https://github.com/acme/open/../../x", None),
        ("/srv/open.git", None),
    ],
)
def test_an_address_at_github(url: str, name: str | None) -> None:
    assert repositories([url, url]) == ((name,) if name else ())


def test_github_is_asked_as_anybody_could(github: list[str | None]) -> None:
    api = os.environ["GITHUB_API_URL"]
    names = ("open", "known", "closed", "odd")
    assert [is_public(f"acme/{name}", api) for name in names] == [True, False, None, None]
    assert is_public("acme/open", "http://127.0.0.1:9") is None
    assert github == [None] * 4


def test_init_with_workflows_stops_in_a_public_repository_until_that_is_accepted(
    tmp_path: Path, cli: Callable[..., Ran], github: list[str | None], monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    installed_from(RECORD, tmp_path_factory.mktemp("site"), monkeypatch)
    remote(tmp_path, "git@github.com:acme/open.git")
    stopped = cli("init", str(tmp_path), "--project", "acme", "--ci", "github", "--branch", "main")
    assert stopped.code == 1 and "candidates can read" in stopped.err and "public_repo: accepted" in stopped.err
    assert not (tmp_path / "heymilo.yaml").exists()
    assert cli("init", str(tmp_path), "--project", "acme").code == 0
    with (tmp_path / "heymilo.yaml").open("a", encoding="utf-8") as file:
        file.write("public_repo: accepted\n")
    accepted = cli("init", str(tmp_path), "--project", "acme", "--ci", "github", "--branch", "main")
    assert accepted.code == 0 and "could not be seen" not in accepted.err, accepted.text
    assert (tmp_path / ".github/workflows/plan.yml").is_file()


def test_init_says_where_it_could_not_see_who_reads(
    tmp_path: Path, cli: Callable[..., Ran], github: list[str | None], monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    installed_from(RECORD, tmp_path_factory.mktemp("site"), monkeypatch)
    remote(tmp_path, "https://github.com/acme/closed")
    ran = cli("init", str(tmp_path), "--project", "acme", "--ci", "github", "--branch", "main")
    assert ran.code == 0 and "could not be seen" in ran.err, ran.text


@pytest.mark.parametrize(
    ("url", "accepted", "ok", "words"),
    [
        ("https://github.com/acme/open", "", False, "acme/open is public: candidates can read"),
        (
            "https://github.com/acme/open",
            "public_repo: accepted\n",
            True,
            "acme/open is public, as heymilo.yaml accepts",
        ),
        ("https://github.com/acme/closed", "", True, "can't be seen from here"),
        ("https://git.example/acme/open", "", True, "can't be seen from here"),
    ],
)
def test_doctor_says_who_reads(
    repo: Repo, served: Served, github: list[str | None], url: str, accepted: str, ok: bool, words: str
) -> None:
    remote(repo.root, url)
    with (repo.root / "heymilo.yaml").open("a", encoding="utf-8") as file:
        file.write(accepted)
    (check,) = (it for it in repo.cli("doctor", "--json").json["checks"] if it["check"] == "its readers")
    assert (check["ok"], check["exit"]) == (ok, 0 if ok else 1)
    assert words in check["message"]
