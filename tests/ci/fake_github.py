"""A GitHub on loopback: the endpoints that the workflows use, kept in memory, for one token of a workflow."""

from __future__ import annotations

import io
import json
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "acme/interviews"
TOKEN = "a-token-of-a-job"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
Data = dict[str, Any]


@dataclass
class FakeGitHub:
    """What GitHub knows of one repository.

    Attributes:
        is_ancestor: whether the second commit has the first.
        writes: method and path of each request that changed something.
        downloads: the Authorization headers with which files were fetched from the other host.
    """

    is_ancestor: Callable[[str, str], bool]
    comments: dict[int, list[Data]] = field(default_factory=dict)
    reviews: dict[int, list[Data]] = field(default_factory=dict)
    pulls: list[Data] = field(default_factory=list)
    issues: list[Data] = field(default_factory=list)
    runs: list[Data] = field(default_factory=list)
    artifacts: dict[int, list[Data]] = field(default_factory=dict)
    approvals: list[Data] = field(default_factory=list)
    environments: dict[str, Data] = field(default_factory=dict)
    statuses: list[Data] = field(default_factory=list)
    asked: list[Data] = field(default_factory=list)
    opinions: list[Data] = field(default_factory=list)
    writes: list[tuple[str, str]] = field(default_factory=list)
    downloads: list[str | None] = field(default_factory=list)
    visibility: str = "private"
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def keep(self, run: Data, folder: Path, name: str = "heymilo-review") -> None:
        """Take a run, and what it uploaded."""
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as packed:
            for path in sorted(folder.iterdir()):
                packed.write(path, path.name)
        artifact = {"id": 900 + run["id"], "name": name, "expired": False, "content": archive.getvalue()}
        artifact["created_at"] = run["created_at"]
        self.runs.append(run)
        self.artifacts[run["id"]] = [artifact]

    def answer(self, method: str, path: str, query: dict[str, str], body: Data) -> Any:
        """Answer a request below ``/repos/OWNER/NAME/``; ``None`` where there is no such thing."""
        if method != "GET":
            self.writes.append((method, path))
        for pattern, handler in ROUTES:
            if match := re.fullmatch(pattern, f"{method} {path}"):
                answer = handler(self, match, query, body)
                if isinstance(answer, list):
                    size, page = int(query.get("per_page", 30)), int(query.get("page", 1))
                    return answer[size * (page - 1) : size * page]
                return answer
        return None

    def archive_of(self, artifact_id: int) -> bytes:
        every = (artifact for artifacts in self.artifacts.values() for artifact in artifacts)
        return bytes(next(artifact["content"] for artifact in every if artifact["id"] == artifact_id))


def _add(items: list[Data], body: Data, first: int) -> Data:
    items.append({"user": BOT, **body, "id": first + len(items)})
    return items[-1]


def _change(items: list[Data], key: str, value: int, body: Data) -> Data:
    item = next(item for item in items if item[key] == value)
    item.update(body)
    return item


def _add_issue(github: FakeGitHub, body: Data) -> Data:
    issue = {"number": 70 + len(github.issues), "state": "open", "comments": 0, "user": BOT, **body}
    github.issues.append(issue)
    return issue


def _runs(github: FakeGitHub, query: dict[str, str]) -> Data:
    runs = [run for run in github.runs if run["head_sha"] == query["head_sha"] and run["event"] == query["event"]]
    return {"total_count": len(runs), "workflow_runs": runs}


def _artifacts(github: FakeGitHub, run: int, name: str) -> Data:
    kept = [item for item in github.artifacts.get(run, ()) if item["name"] == name]
    return {"artifacts": [{key: value for key, value in item.items() if key != "content"} for item in kept]}


def _all_comments(github: FakeGitHub) -> list[Data]:
    return [comment for comments in github.comments.values() for comment in comments]


def _opinions(github: FakeGitHub) -> Data:
    pull = {"latestOpinionatedReviews": {"nodes": github.opinions}}
    return {"data": {"repository": {"pullRequest": pull}}}


Handler = Callable[[FakeGitHub, "re.Match[str]", dict[str, str], Data], Any]
ROUTES: tuple[tuple[str, Handler], ...] = (
    (r"POST pulls/(\d+)/requested_reviewers", lambda hub, _m, _q, body: _add(hub.asked, body, 1)),
    (r"POST statuses/(\w+)", lambda hub, m, _q, body: _add(hub.statuses, {**body, "sha": m[1]}, 1)),
    (r"GET ", lambda hub, _m, _q, _b: {"visibility": hub.visibility}),
    (r"POST graphql", lambda hub, _m, _q, _b: _opinions(hub)),
    (r"GET issues/(\d+)/comments", lambda hub, m, _q, _b: hub.comments.setdefault(int(m[1]), [])),
    (
        r"POST issues/(\d+)/comments",
        lambda hub, m, _q, body: _add(hub.comments.setdefault(int(m[1]), []), body, 1000 * int(m[1])),
    ),
    (r"PATCH issues/comments/(\d+)", lambda hub, m, _q, body: _change(_all_comments(hub), "id", int(m[1]), body)),
    (r"GET pulls/(\d+)/reviews", lambda hub, m, _q, _b: hub.reviews.get(int(m[1]), [])),
    (r"GET pulls", lambda hub, _m, q, _b: [it for it in hub.pulls if it["state"] == q["state"]]),
    (r"POST pulls", lambda hub, _m, _q, body: _add(hub.pulls, {**body, "state": "open", "html_url": "its page"}, 50)),
    (r"GET issues", lambda hub, _m, q, _b: [it for it in hub.issues if it["state"] == q["state"]]),
    (r"POST issues", lambda hub, _m, _q, body: _add_issue(hub, body)),
    (r"PATCH issues/(\d+)", lambda hub, m, _q, body: _change(hub.issues, "number", int(m[1]), body)),
    (
        r"GET compare/(\w+)\.\.\.(\w+)",
        lambda hub, m, _q, _b: {"status": "ahead" if hub.is_ancestor(m[1], m[2]) else "diverged"},
    ),
    (r"GET actions/runs", lambda hub, _m, q, _b: _runs(hub, q)),
    (r"GET actions/runs/(\d+)/artifacts", lambda hub, m, q, _b: _artifacts(hub, int(m[1]), q["name"])),
    (r"GET actions/runs/(\d+)/approvals", lambda hub, _m, _q, _b: hub.approvals),
    (r"GET environments/([\w%-]+)", lambda hub, m, _q, _b: hub.environments.get(m[1])),
)


class _Handler(BaseHTTPRequestHandler):
    github: FakeGitHub

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        token = self.headers.get("Authorization")
        if match := re.fullmatch(r"/blobs/(\d+)", parts.path):
            self.github.downloads.append(token)
            return self._send(200, self.github.archive_of(int(match[1])))
        if token != f"Bearer {TOKEN}":
            return self._send(401, b"{}")
        path = parts.path.removeprefix(f"/repos/{REPOSITORY}").removeprefix("/")
        if match := re.fullmatch(r"actions/artifacts/(\d+)/zip", path):
            self.send_response(302)
            self.send_header("Location", f"{self.github.url}/blobs/{match[1]}")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        answer = self.github.answer(self.command, path, query, json.loads(body or b"{}"))
        if answer is None:
            return self._send(404, b'{"message": "Not Found"}')
        return self._send(200, json.dumps(answer).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = _serve  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve(github: FakeGitHub) -> Iterator[FakeGitHub]:
    """Serve it for the length of a ``with``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"github": github}))
    github.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
