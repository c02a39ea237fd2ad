"""The branch beside a user's own work: what is never touched, what a commit says, which ways lead to the remote."""

from __future__ import annotations

import base64
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.git.repository import GitError
from heymilo_ops.statefile import git_branch, git_transport
from heymilo_ops.statefile.backend import Conflict, one_moment
from heymilo_ops.statefile.commit_message import DocumentChange
from heymilo_ops.statefile.git_branch import GitBranchBackend
from heymilo_ops.statefile.store import StateStore
from tests.statefile.clones import another, git, on_branch

TOKEN = "sesame-42"


pytestmark = pytest.mark.usefixtures("no_git_settings")


def everything(clone: Path) -> dict[str, bytes]:
    """Every file of a clone but those of the private repository."""
    files = [path for path in clone.rglob("*") if path.is_file() and "heymilo-ops" not in path.parts]
    return {str(path.relative_to(clone)): path.read_bytes() for path in files}


def test_what_is_the_users_stays_as_it_is(clone: Path) -> None:
    before = everything(clone)
    backend = on_branch(clone)
    version = backend.create("state.json", b"1")
    backend.put("state.json", b"2", version)
    on_branch(clone).get("state.json")
    backend.delete("state.json")
    assert everything(clone) == before
    assert git(clone, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/main", "refs/remotes/origin/main"]


def test_hooks_do_not_run(clone: Path) -> None:
    hook = clone / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    on_branch(clone).create("state.json", b"1")


def test_inside_a_hook_it_works_on_the_right_repository(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere/.git")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    monkeypatch.setenv("GIT_TRACE", "1")
    on_branch(clone).create("state.json", b"1")


def test_from_a_folder_below_and_from_another_work_tree(clone: Path) -> None:
    (clone / "deep" / "er").mkdir(parents=True)
    git(clone, "remote", "set-url", "origin", str(clone.parent / "origin.git"))
    on_branch(clone / "deep" / "er").create("state.json", b"1")
    git(clone, "worktree", "add", "--quiet", "--detach", "../tree")
    found = on_branch(clone.parent / "tree").get("state.json")
    assert found is not None
    assert found.data == b"1"
    assert not (clone / ".git" / "worktrees" / "tree" / "heymilo-ops").exists()


def test_a_remote_by_a_path_is_found_from_the_top_as_git_finds_it(clone: Path, origin: Path, tmp_path: Path) -> None:
    """From ``deep`` the path ``../origin.git`` would lead to what a branch brought, with hooks of its own."""
    (clone / "deep").mkdir()
    git(clone, "init", "--quiet", "--bare", "origin.git")
    hook = clone / "origin.git" / "hooks" / "pre-receive"
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n")
    hook.chmod(0o755)
    on_branch(clone / "deep").create("state.json", b"1")
    assert git(origin, "rev-list", "--count", "heymilo-state") == "1"
    assert not (tmp_path / "ran").exists()


def test_a_remote_by_a_command_is_refused(clone: Path, tmp_path: Path) -> None:
    git(clone, "config", "protocol.ext.allow", "always")
    git(clone, "remote", "set-url", "origin", f"ext::touch {tmp_path / 'ran'}")
    with pytest.raises(StateError, match="by a protocol that isn't allowed") as caught:
        on_branch(clone).get("state.json")
    assert "GIT_ALLOW_PROTOCOL" in caught.value.help
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("key", ["protocol.file.allow", "protocol.allow"])
def test_a_protocol_that_a_person_forbids_stays_so(clone: Path, key: str) -> None:
    git(clone, "config", key, "never")
    with pytest.raises(StateError, match="by a protocol that isn't allowed"):
        on_branch(clone).get("state.json")


def test_ways_that_a_branch_brought_are_not_taken(clone: Path, tmp_path: Path) -> None:
    """``include.path = ../.gitconfig`` is a habit, and what the branch holds then names programs."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\nexit 1\n")
    program.chmod(0o755)
    ways = (
        f'[remote "origin"]\n\tuploadpack = {program}\n\treceivepack = {program}\n[credential]\n\thelper = {program}\n'
    )
    (clone / ".gitconfig").write_text(ways + f'[url "ext::{program} "]\n\tinsteadOf = ../\n')
    git(clone, "config", "include.path", "../.gitconfig")
    backend = on_branch(clone)
    backend.create("state.json", b"1")
    assert not (tmp_path / "ran").exists()
    assert not [value for value in backend._transport._environment.values() if str(program) in value]


def test_a_name_that_is_no_text_stops_nobody(clone: Path) -> None:
    """Whoever may write to the branch can give a file any bytes as its name."""
    on_branch(clone).create("state.json", b"1")
    git(clone, "fetch", "--quiet", "origin", "heymilo-state")
    git(clone, "worktree", "add", "--quiet", "--detach", "../tree", "FETCH_HEAD")
    tree = clone.parent / "tree"
    late = tree / "production" / "late"
    late.mkdir()
    (late / os.fsdecode(b"\xff.json")).write_bytes(b"{}")
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "-m", "x")
    git(tree, "push", "--quiet", "origin", "HEAD:heymilo-state")
    assert on_branch(clone).list("late/") == ["late/\ufffd.json"]
    assert StateStore(on_branch(clone), "here").late() == ()


def test_a_shallow_clone(clone: Path, origin: Path) -> None:
    on_branch(clone).create("a.json", b"1")
    git(clone.parent, "clone", "--quiet", "--depth=1", origin.as_uri(), "shallow")
    shallow = clone.parent / "shallow"
    boundary = (shallow / ".git" / "shallow").read_bytes()
    backend = on_branch(shallow)
    found = backend.get("a.json")
    assert found is not None
    backend.put("a.json", b"2", found.version)
    assert (shallow / ".git" / "shallow").read_bytes() == boundary
    assert git(origin, "rev-list", "--count", "heymilo-state") == "2"
    git(origin, "fsck", "--strict")


def test_each_write_is_one_commit_on_the_last(clone: Path, origin: Path) -> None:
    backend = on_branch(clone)
    version = backend.create("state.json", b"1")
    backend.put("state.json", b"2", version)
    backend.put("state.json", b"2", backend.create("state.json", b"2"))
    backend.delete("state.json")
    backend.delete("state.json")
    assert git(origin, "log", "--format=%an <%ae>: %s", "heymilo-state").splitlines() == [
        "Ada <ada@example.org>: production/state.json: removed",
        "Ada <ada@example.org>: production/state.json: replaced",
        "Ada <ada@example.org>: production/state.json: written",
    ]


def test_a_message_of_ones_own(clone: Path, origin: Path) -> None:
    from heymilo_ops.model.location import BranchLocation

    seen: list[DocumentChange] = []

    def describe(changes: Sequence[DocumentChange]) -> str:
        seen.extend(changes)
        return "Größe"

    backend = GitBranchBackend(clone, BranchLocation("origin", "heymilo-state"), "staging", describe)
    backend.put("a.json", b"2", backend.create("a.json", b"1"))
    assert seen == [("staging/a.json", None, b"1"), ("staging/a.json", b"1", b"2")]
    assert git(origin, "log", "-1", "--format=%s", "heymilo-state") == "Größe"


def test_without_an_author_it_signs_itself(clone: Path, origin: Path) -> None:
    git(clone, "config", "--remove-section", "user")
    on_branch(clone).create("state.json", b"1")
    assert git(origin, "log", "-1", "--format=%an", "heymilo-state") == "heymilo-ops"


def test_workspaces_share_a_branch_and_nothing_else(clone: Path) -> None:
    production, staging = on_branch(clone), on_branch(clone, workspace="staging")
    production.create("state.json", b"1")
    staging.create("state.json", b"2")
    found = production.get("state.json")
    assert found is not None
    assert found.data == b"1"
    assert staging.list("") == ["state.json"]


def test_what_is_written_once_is_read_without_the_remote(clone: Path, origin: Path) -> None:
    backend = on_branch(clone)
    backend.create("snapshots/a.json", b"1")
    origin.rename(origin.with_name("gone"))
    assert backend.get("snapshots/a.json") is not None
    with pytest.raises(StateError, match="the remote 'origin' can't be reached"):
        backend.get("state.json")
    with pytest.raises(StateError, match="the remote 'origin' can't be reached"):
        backend.get("snapshots/b.json")


@pytest.mark.parametrize("key", ["snapshots/a.json", "journal/00000001/000001.json", "late/1-x-1.json"])
def test_what_another_clone_wrote_once_is_found(clone: Path, origin: Path, key: str) -> None:
    backend, other = on_branch(clone), on_branch(another(origin))
    assert backend.get(key) is None
    other.create(key, b"1")
    found = backend.get(key)
    assert found is not None
    assert found.data == b"1"
    other.delete(key)
    backend.create("state.json", b"1")
    assert backend.get(key) is None


class Counting:
    """What a backend asks the remote, command by command."""

    def __init__(self, backend: GitBranchBackend, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        real = backend._transport.network

        def network(*arguments: str) -> bytes:
            self.calls.append(arguments[0])
            return real(*arguments)

        monkeypatch.setattr(backend._transport, "network", network)

    def taken(self) -> list[str]:
        found, self.calls = self.calls, []
        return found


def journal_of(backend: GitBranchBackend) -> tuple[bytes | None, list[bytes]]:
    """The state and the journal, as they are read."""
    keys = backend.list("journal/")
    state = backend.get("state.json")
    documents = [found.data for key in keys if (found := backend.get(key))]
    return state.data if state else None, documents


def test_a_reading_of_one_moment_asks_the_remote_once(
    clone: Path, origin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = on_branch(another(origin))
    writer.create_all({"state.json": b"s"} | {f"journal/00000001/{n:06}.json": b"%d" % n for n in range(5)})
    backend = on_branch(clone)
    counting = Counting(backend, monkeypatch)
    expected = (b"s", [b"0", b"1", b"2", b"3", b"4"])
    with one_moment(backend):
        assert journal_of(backend) == expected
        assert counting.taken() == ["ls-remote", "fetch"]
        assert backend.get("journal/00000001/000009.json") is None
        assert counting.taken() == []
    assert journal_of(backend) == expected
    assert counting.taken() == ["ls-remote", "ls-remote"]


def test_a_moment_is_one_whatever_another_clone_does_meanwhile(clone: Path, origin: Path) -> None:
    """A fold between two reads would make a state that never was: the old file without its journal."""
    backend, other = on_branch(clone), on_branch(another(origin))
    version = other.create("state.json", b"old")
    other.create("journal/00000001/000001.json", b"1")
    seen = []
    with one_moment(backend):
        state = backend.get("state.json")
        other.put("state.json", b"folded", version)
        other.delete("journal/00000001/000001.json")
        thread = threading.Thread(target=lambda: seen.append(backend.get("state.json")))
        thread.start()
        thread.join(30)
        assert backend.list("journal/") == ["journal/00000001/000001.json"]
        assert backend.get("journal/00000001/000001.json") is not None
        assert state == backend.get("state.json")
    assert [found.data for found in seen if found] == [b"folded"]  # each thread has its own moment
    assert journal_of(backend) == (b"folded", [])


def test_several_are_one_commit_and_one_push(clone: Path, origin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(origin, "config", "core.logAllRefUpdates", "always")
    backend = on_branch(clone)
    backend.create("state.json", b"1")
    counting = Counting(backend, monkeypatch)
    documents = {f"snapshots/{n}.json": b"%d" % n for n in range(150)}
    backend.create_all(documents)
    assert counting.taken() == ["push"]
    backend.delete_all(documents)
    assert counting.taken() == ["push"]
    backend.delete_all([])
    backend.create_all({})
    assert counting.taken() == []
    backend.delete_all(documents)  # that they are gone is asked of the remote, not of what was seen last
    assert counting.taken() == ["ls-remote"]
    assert git(origin, "reflog", "show", "--format=%gs", "heymilo-state").count("push") == 3
    assert git(origin, "log", "--format=%s", "heymilo-state").splitlines() == [
        "production: 150 documents of snapshots removed",
        "production: 150 documents of snapshots written",
        "production/state.json: written",
    ]


def test_several_are_written_on_what_another_clone_wrote_meanwhile(clone: Path, origin: Path) -> None:
    backend, other = on_branch(clone), on_branch(another(origin))
    backend.create("state.json", b"1")
    other.create_all({"snapshots/a.json": b"theirs", "snapshots/z.json": b"theirs"})
    backend.create_all({"snapshots/a.json": b"ours", "snapshots/b.json": b"ours"})
    found = backend.get("snapshots/a.json")
    assert found is not None
    assert found.data == b"theirs"
    assert backend.list("") == ["snapshots/a.json", "snapshots/b.json", "snapshots/z.json", "state.json"]
    other.delete_all(["snapshots/a.json", "snapshots/b.json"])
    backend.create_all({"snapshots/a.json": b"new"})  # by the tip known here it is there
    found = other.get("snapshots/a.json")
    assert found is not None
    assert found.data == b"new"


def test_a_number_that_another_clone_took_is_a_conflict_and_one_it_gave_back_is_not(clone: Path, origin: Path) -> None:
    backend, other = on_branch(clone), on_branch(another(origin))
    backend.create("state.json", b"1")
    other.create("journal/00000001/000001.json", b"theirs")
    with pytest.raises(Conflict):
        backend.create("journal/00000001/000001.json", b"ours")
    other.delete("journal/00000001/000001.json")
    backend.create("journal/00000001/000001.json", b"ours")


def test_a_commit_that_vanished_here_is_not_read_as_nothing(clone: Path) -> None:
    backend = on_branch(clone)
    backend.create("state.json", b"1")
    tip = backend._tip or ""
    (clone / ".git" / "heymilo-ops" / "branch.git" / "objects" / tip[:2] / tip[2:]).unlink()
    assert backend.get("snapshots/a.json") is None  # asked of the remote, in a private repository made anew
    found = backend.get("state.json")
    assert found is not None


def test_the_private_repository_may_be_deleted(clone: Path) -> None:
    import shutil

    on_branch(clone).create("state.json", b"1")
    shutil.rmtree(clone / ".git" / "heymilo-ops")
    found = on_branch(clone).get("state.json")
    assert found is not None


def test_a_branch_that_was_removed_is_begun_anew(clone: Path, origin: Path) -> None:
    backend = on_branch(clone)
    version = backend.create("state.json", b"1")
    git(origin, "branch", "--delete", "--force", "heymilo-state")
    with pytest.raises(Conflict):
        backend.put("state.json", b"2", version)
    backend.create("state.json", b"3")


@pytest.mark.parametrize("moved", [True, False])
def test_a_push_that_is_refused_again_and_again_is_given_up(
    clone: Path, origin: Path, moved: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend, other = on_branch(clone), on_branch(clone, workspace="other")
    monkeypatch.setattr(git_branch, "_pause", lambda turn: None)
    monkeypatch.setattr(git_branch, "MOVES", 4)
    pushes = []

    def push(tip: str | None, made: str) -> None:
        pushes.append(made)
        if moved:
            other.create(f"{len(pushes)}.json", b"1")
        raise GitError("error: failed to push some refs to 'https://ada:sesame@example.org/x.git'")

    monkeypatch.setattr(backend, "_push", push)
    with pytest.raises(StateError, match="others keep writing" if moved else "failed to push some refs") as caught:
        backend.create("state.json", b"1")
    assert len(pushes) == (4 if moved else git_branch.STUCK)
    assert "sesame" not in caught.value.message
    assert not list((clone / ".git" / "heymilo-ops" / "branch.git").glob("index-*"))


def test_a_branch_that_takes_no_pushes(clone: Path, origin: Path) -> None:
    hook = origin / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho protected by sesame >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(StateError, match="the remote does not take pushes to it") as caught:
        on_branch(clone).create("state.json", b"1")
    assert "contents: write" in caught.value.help
    assert on_branch(clone).get("state.json") is None


def test_no_repository_and_no_remote(clone: Path, tmp_path: Path) -> None:
    with pytest.raises(StateError, match="this is not a git repository"):
        on_branch(tmp_path).get("state.json")
    with pytest.raises(StateError, match="has no remote 'upstream'"):
        on_branch(clone, "upstream").get("state.json")


def test_no_git(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(StateError, match="git isn't installed"):
        on_branch(clone).get("state.json")


def test_no_answer_in_time(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = on_branch(clone)
    assert backend.get("state.json") is None
    monkeypatch.setattr(git_transport, "NETWORK_S", 0.0)
    with pytest.raises(StateError, match="can't be reached"):
        backend.get("state.json")


def test_a_git_folder_that_can_not_be_written(clone: Path) -> None:
    (clone / ".git" / "heymilo-ops").write_text("a file")
    with pytest.raises(StateError, match="Can't write"):
        on_branch(clone).get("state.json")


def test_nothing_prompts(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_ASKPASS", "/bin/false")
    environment = on_branch(clone)._transport._environment
    assert environment["GIT_TERMINAL_PROMPT"] == "0"
    assert "BatchMode=yes" in environment["GIT_SSH_COMMAND"]
    assert "SSH_ASKPASS" not in environment


def test_a_way_of_ones_own_to_ssh_is_kept(clone: Path) -> None:
    git(clone, "config", "core.sshCommand", "ssh -i key")
    environment = on_branch(clone)._transport._environment
    assert "GIT_SSH_COMMAND" not in environment
    assert "ssh -i key" in environment.values()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fatal: detected dubious ownership in repository at '/x'", "does not trust this folder's owner"),
        ("fatal: could not read Username for 'https://x': terminal prompts disabled", "does not let git in"),
        ("remote: Permission to a/b.git denied to bot.\nfatal: unable to access 'https://x/': 403", "not let git in"),
        ("fatal: unable to access 'https://x/': Could not resolve host: x", "can't be reached"),
        ("remote: error: GH006: Protected branch update failed", "does not take pushes"),
        ("hint: x\nerror: odd https://ada:sesame@x/ thing", "odd … thing"),
        ("odd thing", "odd thing"),
        ("", "git failed"),
    ],
)
def test_what_git_says_in_words(text: str, words: str) -> None:
    found, help = git_transport._words(text, "origin")
    assert words in found
    assert help
    assert "sesame" not in found


class Guarded(BaseHTTPRequestHandler):
    """A git server by http that lets in who shows the token."""

    folder: Path
    protocol_version = "HTTP/1.1"
    asked: list[str]

    def _serve(self) -> None:
        body = self._body()
        wanted = "basic " + base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()
        shown = self.headers.get_all("Authorization") or []
        self.asked.extend(shown)
        if [each.lower() for each in shown] != [wanted.lower()]:
            self._send(401, [("WWW-Authenticate", 'Basic realm="git"')], b"")
            return
        path, _, query = self.path.partition("?")
        environment = {
            "PATH": os.environ["PATH"],
            "GIT_PROJECT_ROOT": str(self.folder),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REMOTE_USER": "bot",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }
        done = subprocess.run(["git", "http-backend"], input=body, env=environment, capture_output=True, check=True)
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        headers = [tuple(line.split(": ", 1)) for line in head.decode().split("\r\n")]
        status = next((int(value[:3]) for name, value in headers if name == "Status"), 200)
        self._send(status, [each for each in headers if each[0] != "Status"], content)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        found = b""
        while size := int(self.rfile.readline(), 16):
            found += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return found

    def _send(self, status: int, headers: list[Any], content: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = _serve  # noqa: N815

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def guarded(tmp_path: Path, origin: Path, clone: Path) -> Iterator[str]:
    """The address of a server that wants the token, set as the clone's remote."""
    git(origin, "config", "http.receivepack", "true")
    handler = type("Handler", (Guarded,), {"folder": tmp_path, "asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        base = f"http://127.0.0.1:{server.server_port}"
        git(clone, "remote", "set-url", "origin", f"{base}/origin.git")
        yield base
        server.shutdown()
        thread.join()


def test_without_the_jobs_token_it_is_not_let_in(clone: Path, guarded: str) -> None:
    with pytest.raises(StateError, match="the remote 'origin' does not let git in"):
        on_branch(clone).get("state.json")


@pytest.mark.parametrize("where", ["repository", "file of its own", "user"])
def test_a_jobs_token_opens_the_remote(
    clone: Path, guarded: str, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As actions/checkout leaves it: in the repository's own configuration, or in a file that it includes."""
    header = "AUTHORIZATION: basic " + base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()
    name = f"http.{guarded}/.extraheader"
    if where == "repository":
        git(clone, "config", name, header)
    elif where == "user":
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
        git(clone, "config", "--global", name, header)
    else:
        git(clone, "config", "--file", str(tmp_path / "credentials"), name, header)
        git(clone, "config", f"includeIf.gitdir:{clone / '.git'}.path", str(tmp_path / "credentials"))
    backend = on_branch(clone)
    version = backend.create("state.json", b"1")
    backend.put("state.json", b"2", version)
    found = on_branch(clone).get("state.json")
    assert found is not None
    assert found.data == b"2"
    private = clone / ".git" / "heymilo-ops"
    assert not [path for path in private.rglob("*") if path.is_file() and header.encode() in path.read_bytes()]
