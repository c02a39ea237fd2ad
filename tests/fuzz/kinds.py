"""The four kinds of input that others may write, made odd, and every command that reads them.

A trial is one seed: it makes one odd thing and runs one or two commands. It fails where a command ends with another
exit code than those of the table, with the code of a bug, with a traceback, or not in time.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from unittest import mock

from heymilo_ops.cli.main import run
from heymilo_ops.errors import Exit
from heymilo_ops.plan import planfile
from heymilo_ops.plan.change import plan_digest, rows
from heymilo_ops.plan.document import PlanDocument
from tests.fuzz.odd import odd_json, odd_text, spoil
from tests.fuzz.yaml_text import document
from tests.security.hostile import CONFIG, HeyMilo, Hostile, as_yaml, manifest

CODES = {Exit.DONE, Exit.ATTENTION, Exit.CHANGES, Exit.PARTIAL, Exit.STALE, Exit.UNREACHABLE, Exit.USAGE}
SECONDS = 10.0
"""Of CPU, for one command. Hardly any takes a tenth of one."""
KEY = "fuzz-key-0123456789"


class FoundError(AssertionError):
    """A command did what none may do."""


class _Plain(Hostile):
    """Says nothing hostile: here it is the shape that is odd."""

    def line(self) -> str:
        return "Some words."

    def __call__(self) -> str:
        return "Some words that go on."

    def with_key(self) -> str:
        return self()


class Answering(HeyMilo):
    """A HeyMilo that does its work, and whose answers are made odd for the seed of a trial."""

    def __init__(self) -> None:
        super().__init__(_Plain(0))
        self.rng: random.Random | None = None
        self.often = 0.5

    def body(self, method: str, path: str, sent: Any) -> tuple[int, bytes]:
        """Status and body of an answer."""
        if path.startswith("/api/v2/workspaces"):
            status, said = 200, self.workspace()
        else:
            status, said = self.answer(method, path, sent if isinstance(sent, dict) else {})
        rng = self.rng
        known = path.startswith("/api/v2/workspaces")  # everything asks for this first
        if rng is None or rng.random() > self.often * (0.2 if known else 1):
            return status, json.dumps(said).encode()
        if rng.random() < 0.1:
            status = rng.choice((200, 201, 204, 400, 401, 403, 404, 409, 410, 418, 422))
        return status, odd_json(said, rng).encode(errors="surrogatepass")

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Its URL, for the length of a ``with``."""
        heymilo = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, body = heymilo.body(self.command, self.path, json.loads(sent) if sent else {})
                self.send_response(status)
                self.send_header("Content-Length", str(0 if status == 204 else len(body)))
                self.end_headers()
                self.wfile.write(b"" if status == 204 else body)

            do_POST = do_PATCH = do_GET  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()


class Ground:
    """A repo with two applied postings and a saved plan, put back as it was before each trial."""

    def __init__(self, stack: ExitStack) -> None:
        self.heymilo = Answering()
        url = stack.enter_context(self.heymilo.serving())
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="fuzz-")))
        self.root, self._kept = home / "repo", home / "kept"
        environment = {
            "HEYMILO_API_KEY": KEY,
            "HEYMILO_OPS_ALLOW_HOST": url.partition("://")[2],
            "TMPDIR": str(home),
            "GIT_CEILING_DIRECTORIES": str(home),
        }
        stack.enter_context(mock.patch.dict(os.environ, environment))
        os.environ.pop("CI", None)
        tempfile.tempdir = None
        stack.callback(setattr, tempfile, "tempdir", None)
        (self.root / "postings" / "_shared" / "questions").mkdir(parents=True)
        (self.root / "heymilo.yaml").write_text(CONFIG.replace("URL", url))
        self.question = manifest("one", _Plain(0))["workflow"][0]["questions"][0]
        (self.root / "postings" / "_shared" / "questions" / "asked.yaml").write_text(as_yaml(self.question))
        for name in ("one", "two"):
            self.write(name, manifest(name, _Plain(0)))
        self.must("apply --auto-approve --allow-large-change")
        self.write("two", {**manifest("two", _Plain(0)), "job_overview": "Other words."})
        self.write("three", manifest("three", _Plain(0)))
        self.must("plan --out plan.json")
        self.plan = json.loads((self.root / "plan.json").read_text())
        self.postings = json.dumps(self.heymilo.postings)
        shutil.copytree(self.root, self._kept, symlinks=True)

    def write(self, name: str, data: dict[str, Any]) -> None:
        """A manifest."""
        (self.root / "postings" / f"{name}.yaml").write_text(as_yaml(data))

    def must(self, line: str) -> None:
        """Run what can't fail."""
        code, said = self.ran(line)
        if code != Exit.DONE:
            raise FoundError(f"{line}: exit {code}\n{said}")

    def put_back(self) -> None:
        """As it was."""
        shutil.rmtree(self.root)
        shutil.copytree(self._kept, self.root, symlinks=True)
        self.heymilo.postings = json.loads(self.postings)
        self.heymilo.rng = None

    def ran(self, line: str) -> tuple[int, str]:
        """Exit code and all that was printed."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            where = [str(self.root / word) if word == "plan.json" else word for word in line.split()]
            code = run(["-C", str(self.root), *where])
        return code, out.getvalue()

    def check(self, line: str, trial: str) -> None:
        """Run a command on something odd."""
        started = time.process_time()
        code, said = self.ran(line)
        took = time.process_time() - started
        if code not in CODES or "Traceback" in said:
            reports = sorted(Path(os.environ["TMPDIR"]).glob("heymilo-ops-bug-*"))
            report = reports[-1].read_text(errors="replace") if reports else ""
            raise FoundError(f"{trial}: {line}: exit {code}\n{said[-2000:]}\n{report[-3000:]}")
        if took > SECONDS:
            raise FoundError(f"{trial}: {line}: took {took:.1f} s of CPU")


def manifests(ground: Ground, rng: random.Random) -> tuple[str, ...]:
    """A manifest, a shared question or heymilo.yaml that is odd."""
    where = rng.random()
    data = manifest("odd", _Plain(0))
    if where < 0.2:
        text = document(rng.randrange(2**40))
    elif where < 0.4:
        text = odd_text(as_yaml(data), rng)
    else:
        data.update(ops={"protect": True, "workspaces": ["production"]}, metadata={"a": "b"}, language="en")
        for kind in ("form", "resume", "conversational_sms"):
            data["workflow"].append({"type": kind, "config": {}, "questions": [{"text": "Some?"}, {"use": "asked"}]})
        text = as_yaml(spoil(data, rng, rng.choice((1, 1, 2, 4))))
    target = "postings/odd.yaml"
    if where > 0.8:
        target, text = "postings/_shared/questions/asked.yaml", as_yaml(spoil(ground.question, rng, rng.choice((1, 2))))
    elif where > 0.7:
        target, text = "heymilo.yaml", odd_text((ground.root / "heymilo.yaml").read_text(), rng)
    (ground.root / target).write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    lint = f"lint --format {rng.choice(('text', 'json', 'github'))}"
    return lint, rng.choice(
        ("fmt --check", "fmt --diff", "render odd", "plan --refresh none --json", "list", "show odd")
    )


def plans(ground: Ground, rng: random.Random) -> tuple[str, ...]:
    """A plan file that is odd, most of them with digests that fit, as whoever writes one can make them."""
    odd = odd_json(ground.plan, rng)
    if rng.random() < 0.8:
        odd = _resealed(odd)
    (ground.root / "plan.json").write_text(odd, encoding="utf-8", errors="surrogatepass")
    form = rng.choice(("text", "json", "markdown"))
    return f"show plan.json --format {form}", "apply plan.json --auto-approve --lock-timeout 1"


def _resealed(text: str) -> str:
    """The same with the digests of what it says, as far as there are any of it."""
    try:
        data = json.loads(text)
        with contextlib.suppress(Exception):
            plan = PlanDocument.model_validate_json(text)
            data["digest"] = plan_digest(plan.state.lineage, plan.workspace_id, rows(plan.changes))
        return json.dumps(planfile.seal(data))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return text


STATE_COMMANDS = (
    "apply --auto-approve --allow-large-change --lock-timeout 1",
    "diff one",
    "doctor",
    "history",
    "history --json",
    "history --workspaces",
    "history one",
    "list",
    "plan --json",
    "plan --refresh full",
    "plan --refresh none",
    "promote one --from production --to staging --auto-approve",
    "render one",
    "rollback one --auto-approve",
    "show one",
    "state forget one --auto-approve",
    "state list",
    "state mv one four --auto-approve",
    "state pull",
    "state rebuild --auto-approve",
    "state resolve one --absent",
    "state show one",
    "unhold one",
)


def states(ground: Ground, rng: random.Random) -> tuple[str, ...]:
    """A state, a snapshot or another file beside it that is odd."""
    place = ground.root / ".heymilo" / "state" / "production"
    files = sorted(path for path in place.rglob("*") if path.is_file())
    target = place / "state.json" if rng.random() < 0.6 else rng.choice(files)
    text = target.read_text(errors="replace")
    try:
        text = odd_json(json.loads(text), rng)
    except ValueError:
        text = odd_text(text, rng)
    target.write_text(text, encoding="utf-8", errors="surrogatepass")
    return tuple(rng.sample(STATE_COMMANDS, 2))


def answers(ground: Ground, rng: random.Random) -> tuple[str, ...]:
    """A server that answers oddly."""
    ground.heymilo.rng, ground.heymilo.often = rng, rng.choice((0.1, 0.5, 1.0))
    what = rng.choice(("voices", "phones", "senders", "templates", "email-groups", "design-groups"))
    asking = (
        "plan", "plan --refresh full --json", "list", "doctor", f"lookup {what}", f"lookup {what} --format yaml",
        "apply --auto-approve --allow-large-change", "state rebuild --auto-approve", "show one",
        "rollback one --auto-approve", "state resolve one --adopt P1",
    )  # fmt: skip
    return (rng.choice(asking),)


KINDS: dict[str, Callable[[Ground, random.Random], tuple[str, ...]]] = {
    "answers": answers,
    "manifests": manifests,
    "plans": plans,
    "states": states,
}


def trial(ground: Ground, kind: str, seed: int) -> None:
    """One odd thing, and the commands that read it; ``FoundError`` where one does what none may."""
    ground.put_back()
    lines = KINDS[kind](ground, random.Random(f"{kind}/{seed}"))
    for line in lines:
        ground.check(line, f"{kind} {seed}")
