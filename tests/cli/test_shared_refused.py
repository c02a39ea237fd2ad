"""HeyMilo's own rejection of what is shared points at the shared file, and of an id at heymilo.yaml."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

FILES = {
    "postings/_shared/texts/company.md": "\nTidewater insures homes and boats.\n",
    "postings/_shared/questions/angry.yaml": "text: When was a customer angry with you?\nnot_scored: true\n",
    "postings/_shared/defaults/team.yaml": (
        "language: en\nsender_email_id: {var: sender}\nsteps:\n  web_interview:\n    voice_id: wrv-none\n"
    ),
    "postings/adviser.yaml": (
        "name: adviser\nextends: team\ntitle: Adviser\ncompany_overview: {file: company.md}\n"
        "workflow:\n  - type: web_interview\n    questions:\n      - use: angry\n        max_follow_ups: 1\n"
    ),
}
DETAIL = (
    (["language"], "not one of ours", "postings/_shared/defaults/team.yaml:1:11"),
    (["workflow", 0, "web_interview", "config", "voice_id"], "unheard", "postings/_shared/defaults/team.yaml:5:15"),
    (["company_overview"], "too long", "postings/_shared/texts/company.md:2:1"),
    (["sender_email_id"], "no such sender", "heymilo.yaml:9:15"),
    (["workflow", 0, "web_interview", "questions", 0, "text"], "unfair", "postings/_shared/questions/angry.yaml:1:7"),
    (["workflow", 0, "web_interview", "questions", 0, "max_follow_ups"], "too many", "postings/adviser.yaml:9:25"),
    (["title"], "too plain", "postings/adviser.yaml:3:8"),
)  # fmt: skip


def _detail() -> dict[str, Any]:
    return {"detail": [{"loc": ["body", *loc], "msg": said, "type": "value_error"} for loc, said, _ in DETAIL]}


def _envelope() -> dict[str, Any]:
    errors = [{"code": "invalid_param", "message": said, "param": ".".join(map(str, loc))} for loc, said, _ in DETAIL]
    return {"error": {"type": "invalid_request_error", "message": "No", "param": None, "errors": errors}}


@pytest.fixture
def refusing(served: Any) -> Iterator[dict[str, Any]]:
    """A HeyMilo that is read like the served one and refuses each create with ``body``; ``url`` is where it is."""
    said: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {each: self.headers[each] for each in self.headers if each.lower() not in ("host", "connection")}
            found = httpx.get(served.url + self.path, headers=headers)
            self._answer(found.status_code, found.content)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(422, json.dumps(said["body"]).encode())

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    said["url"] = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield said
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("body", [_detail(), _envelope()], ids=["detail", "envelope"])
def test_a_rejection_points_at_the_file_that_holds_the_value(
    body: dict[str, Any],
    refusing: dict[str, Any],
    tmp_path: Path,
    cli: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HEYMILO_API_KEY", "sandbox-key")
    config = (
        f"version: 1\nproject: acme\nworkspaces:\n  production:\n    base_url: {refusing['url']}\n"
        "    requests_per_minute: 6000\n    settle_seconds: 0\n    vars:\n      sender: A72B528BDEDF\n"
    )
    for path, text in {**FILES, "heymilo.yaml": config}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    refusing["body"] = body
    ran = cli("-C", str(tmp_path), "-w", "production", "apply", "--auto-approve")
    assert ran.code == 1
    lines = [line.strip() for line in ran.text.splitlines()]
    for _, said, place in DETAIL:
        assert f"{place}: {said}" in lines, ran.text
