"""Text that tries to be a command to a CI log or a terminal, and all who can bring it: repo, state, git, HeyMilo."""

from __future__ import annotations

import json
import random
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from heymilo_ops.report.output import STYLE
from heymilo_ops.text.sanitize import is_hidden

KEY = "hm-live_51f0.d9A7-secret"

SEEN = (
    "::error::approved",
    "::add-mask::apply",
    "##[add-mask]archive",
    "##vso[task.complete]",
    "##teamcity[x]",
    "# #[",
)
BREAKS = ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
UNSEEN = ("\x1b[2K", "\x1b]0;t\x07", "\x9b31m", "\u202e", "\u200b", "\x00", "\x1b[31m", "\ufeff", "\U000e0041", "\x1b")
KEYS = (KEY, KEY.replace("-", r"\u002d"), KEY.replace("-", "%2D"), KEY.replace("-", "&#45;"), KEY.encode().hex())
_COMMAND = re.compile(r"^\s*::")
_ANYWHERE = re.compile(r"##[A-Za-z]*\[")
_OWN = re.compile(r"::(?:error|warning|notice) (?:(?:file|line|col|endLine|endColumn|title)=[^:,\n]*,?)*::[^\n]*")


class Hostile:
    """Makes hostile texts, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def line(self) -> str:
        """One line that can be seen, for where nothing else is taken."""
        some = self.random.sample(SEEN, 2)
        return self.random.choice(["", " ", "\u00a0", "\t"]) + f"{some[0]} {some[1]} words"

    def lines(self) -> str:
        """Several lines that can be seen, which lint lets pass."""
        return "\n".join(f"{self.line()} that go on for a while" for _ in range(self.random.randint(2, 4)))

    def __call__(self) -> str:
        """Anything."""
        pieces = [
            self.random.choice([*SEEN, "words", "a word or two that go on, until the line is folded at its end"])
            + self.random.choice(["", *BREAKS])
            + self.random.choice(["", " ", *UNSEEN])
            for _ in range(self.random.randint(1, 4))
        ]
        return "".join(pieces)

    def with_key(self) -> str:
        """Anything that HeyMilo may say, the key among it."""
        return f"{self()} {self.random.choice(KEYS)} {self()}"

    def file_name(self) -> str:
        """A name that a file can have."""
        return re.sub("[/\0\ud800-\udfff]", "", self())[:40] + str(self.random.randrange(1000))


def wrong(text: str, *, colours: bool = False, commands: bool = False) -> list[str]:
    """What of a command's output would be obeyed, or shows the key."""
    found = []
    for line in re.split("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text):
        shown = re.sub(STYLE, "", line) if colours else line
        own = commands and _OWN.fullmatch(shown)
        if (_COMMAND.search(shown) and not own) or _ANYWHERE.search(shown):
            found.append(f"a command: {line!r}")
        found += [f"unseen: {line!r}" for char in shown if char != "\t" and is_hidden(char)][:1]
    return found + [f"the key: {spelling}" for spelling in KEYS if spelling in text]


class HeyMilo:
    """A HeyMilo that does its work, and says hostile things wherever it can.

    ``refuse``: status of every answer. ``foreign``: id of a posting of somebody else, "" for a hostile one.
    """

    def __init__(self, hostile: Hostile) -> None:
        self.hostile, self.refuse, self.foreign = hostile, 0, "F1"
        self.postings: dict[str, dict[str, Any]] = {}

    def answer(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        """Status and JSON."""
        if self.refuse:
            return self.refuse, self._refusal()
        what, *rest = path.split("?")[0].removeprefix("/api/v2/").split("/")
        if what != "postings":
            return 200, self._page([self._thing(i) for i in range(3)])
        if not rest:
            return (201, {"data": self._made(body)}) if method == "POST" else (200, self._page(self._listed()))
        found = self.postings.get(rest[0])
        if found is None:
            return 404, self._refusal()
        return 200, self._of(found, method, rest[1:], body)

    def _of(self, found: dict[str, Any], method: str, rest: list[str], body: dict[str, Any]) -> Any:
        if rest == ["archive"]:
            found.update(archived=True, status="archived")
        elif rest == ["questions"]:
            return self._page([{"id": f"q{i}", "text": self.hostile.with_key()} for i in range(2)])
        elif rest == ["stats"]:
            return {"data": {"total_candidates": 3, "completed_interviews": 1, "more": self.hostile.with_key()}}
        elif method == "PATCH":
            found.update(body)
        return {"data": {**found, "title": self.hostile.with_key()}}

    def _thing(self, number: int) -> dict[str, Any]:
        names = ("name", "phone_number", "full_email", "language", "country_code", "gender", "provider", "domain")
        return {"id": f"{number}{self.hostile.with_key()}", **{name: self.hostile.with_key() for name in names}}

    def workspace(self) -> dict[str, Any]:
        return self._page([{"id": "W1", "name": self.hostile.with_key()}])

    def _made(self, body: dict[str, Any]) -> dict[str, Any]:
        number = len(self.postings) + 1
        url = f"https://x.heymilo.ai/{self.hostile.with_key()}"
        made = {
            **body,
            "id": f"P{number}",
            "status": "active",
            "archived": False,
            "created_at": 1_790_000_000 + number,
            "updated_at": 1_790_000_000 + number,
            "urls": {"candidate_url": url, "review_url": url},
        }
        self.postings[made["id"]] = made
        return {**made, "title": self.hostile.with_key(), self.hostile(): self.hostile.with_key()}

    def _listed(self) -> list[dict[str, Any]]:
        foreign = {
            "id": self.foreign or self.hostile.with_key(),
            "title": self.hostile.with_key(),
            "name": self.hostile.with_key(),
        }
        return [*({**each, "title": self.hostile.with_key()} for each in self.postings.values()), foreign]

    def _page(self, items: list[dict[str, Any]]) -> dict[str, Any]:
        return {"data": items, "pagination": {"has_more": False}}

    def _refusal(self) -> Any:
        said = self.hostile.with_key()
        param = {"message": said, "param": self.hostile.random.choice(["title", "workflow[0].x", self.hostile()])}
        enveloped = {"error": {"code": said, **param, "errors": [param]}}
        detailed = {"detail": [{"loc": ["body", said], "msg": said}]}
        return self.hostile.random.choice([enveloped, detailed, {"detail": said}, {"message": said}, said, [said]])

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Its URL, for the length of a ``with``."""
        heymilo = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if self.path.startswith("/api/v2/workspaces") and not heymilo.refuse:
                    status, said = 200, heymilo.workspace()
                else:
                    status, said = heymilo.answer(self.command, self.path, json.loads(body) if body else {})
                data = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_POST = do_PATCH = do_GET  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()


CONFIG = """\
version: 1
project: acme
default_workspace: production
workspaces:
  production: {base_url: "URL", requests_per_minute: 6000, settle_seconds: 0}
  staging: {base_url: "URL", requests_per_minute: 6000, settle_seconds: 0}
"""
DEADLINE = "2035-01-31T18:00:00Z"


def manifest(name: str, say: Callable[[], str]) -> dict[str, Any]:
    """A posting that says so in each of its texts."""
    scored = {"question_type": "scored", "score_weight": 5, "max_follow_ups": 1}
    asked = [
        {
            "key": key,
            "text": f"What do you do about {key}? {say()}",
            "evaluation_criteria": f"Listen for {key}. {say()}",
            "score_of_1": f"Ignores {key}. {say()}",
            "score_of_5": f"Asks about {key}, and tells how it ended. {say()}",
            **scored,
        }
        for key in ("anger", "silence")
    ]
    return {
        "name": name,
        "title": f"Agent of {name} ##[error]x ::error::y",
        "description": say(),
        "job_overview": say(),
        "interview_process_overview": f"You talk to an AI interviewer, and people decide. {say()}",
        "deadline": DEADLINE,
        "metadata": {"team ##[x]": "::error::z"},
        "workflow": [{"type": "web_interview", "questions": asked}],
    }


def as_yaml(data: Any) -> str:
    """JSON is YAML; what YAML can't hold raw is escaped."""
    return json.dumps(data, indent=1) + "\n"


def spoilt(hostile: Hostile) -> str:
    """A manifest with something wrong in it, or a file that is none."""
    say = hostile
    data = manifest("spoilt", say)
    choice = hostile.random.randrange(8)
    if choice == 0:
        return f"name: spoilt\n{hostile.line()}\n  - ##[error]x: [\n{say()}"
    if choice == 1:
        return f"name: spoilt\nbogus_key: \"##[add-mask]archive\"\ntitle: !!python/x '::error::y'\n# {hostile.line()}\n"
    if choice == 2:
        data[say()] = say()
    elif choice == 3:
        data["workflow"][0].update(type=say(), bogus=say())
    elif choice == 4:
        data["workflow"][0]["questions"][0].update({say(): 1, "question_type": say(), "score_weight": say()})
    elif choice == 5:
        data.update(deadline=say(), redirect_url=say(), name=say())
    elif choice == 6:
        data.update(ops={say(): say(), "on_change": say(), "moved_from": say()})
    else:
        data["workflow"][0]["questions"].append({"use": say(), "text": {"var": say()}, say(): {"file": say()}})
    return as_yaml(data)


def spoilt_config(hostile: Hostile, url: str) -> str:
    """A heymilo.yaml with something hostile in it."""
    text = CONFIG.replace("URL", url)
    where = ("  production: {", "version: 1", "project: acme", "default_workspace: production", "settle_seconds: 0}")
    old = hostile.random.choice(where)
    said = json.dumps(hostile())
    new = {
        "  production: {": hostile.random.choice([f"  production: {{state: {said}, ", f"  production: {{{said}: 1, "]),
        "version: 1": f"version: 1\n{said}: {said}",
        "project: acme": f"project: {said}",
        "default_workspace: production": f"default_workspace: {said}",
        "settle_seconds: 0}": f"vars: {{{said}: {said}}}}}",
    }
    return text.replace(old, new[old], 1)


def spoil_texts(data: Any, hostile: Hostile, often: float = 0.3) -> Any:
    """JSON with some of its texts, and names, replaced."""
    if isinstance(data, dict):
        return {
            (hostile() if hostile.random.random() < often / 20 else name): spoil_texts(value, hostile, often)
            for name, value in data.items()
        }
    if isinstance(data, list):
        return [spoil_texts(value, hostile, often) for value in data]
    if isinstance(data, str) and not data.startswith("sha256:") and hostile.random.random() < often:
        return hostile()
    return data


def files_below(root: Path) -> Iterator[tuple[Path, str]]:
    """Every file with its text."""
    for path in sorted(root.rglob("*")):
        if path.is_file():
            yield path, path.read_bytes().decode(errors="replace")
