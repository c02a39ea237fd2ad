"""A branch that holds what git takes for a bare repository, beside its heymilo.yaml: nothing in it is obeyed."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.git.repository import find_repository
from tests.cli.conftest import CONFIG, KEY, Ran, Repo, Served

PROGRAMS = {
    "ssh": ("core.sshCommand",),
    "path": ("remote.origin.uploadpack", "remote.origin.receivepack", "uploadpack.packObjectsHook"),
    "ext": (),
    "git": ("core.gitProxy",),
    "http": ("core.askPass", "credential.helper", "credential.http://127.0.0.1.helper"),
}
"""Keys that run a program, by the kind of remote that each takes effect with."""

ANYWHERE = (
    *("core.fsmonitor", "core.editor", "core.pager", "sequence.editor", "interactive.diffFilter", "diff.external"),
    *("filter.evil.clean", "filter.evil.smudge", "filter.evil.process"),
    *("diff.evil.command", "diff.evil.textconv", "merge.evil.driver", "mergetool.evil.cmd", "difftool.evil.cmd"),
    *("pager.status", "pager.config", "pager.rev-list", "pager.cat-file", "alias.status", "alias.fetch", "alias.push"),
    *("gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand", "trailer.sign.command"),
    *("trailer.sign.cmd", "browser.evil.cmd", "man.evil.cmd", "guitool.evil.cmd", "submodule.evil.update"),
    *("sendemail.toCmd", "sendemail.ccCmd", "imap.tunnel", "web.browser", "help.browser", "instaweb.httpd"),
    *("difftool.evil.path", "mergetool.evil.path", "browser.evil.path", "man.evil.path", "sendemail.sendmailCmd"),
    *("core.alternateRefsCommand", "remote.evil.vcs", "jump.grepCmd", "receive.procReceiveRefs"),
    *("core.notesEditor", "tar.evil.command", "sendemail.smtpServer"),
)
"""Keys that run a program whatever the remote is."""

HOOKS = ("pre-push", "reference-transaction", "post-checkout", "pre-auto-gc", "post-index-change", "fsmonitor-watchman")
COMMANDS = (
    ("show", "support"),
    ("list",),
    ("history", "support"),
    ("plan", "--refresh", "none"),
    ("doctor",),
    ("apply", "--auto-approve"),
)
BACK = ("rollback", "support", "--to", "1", "--auto-approve")


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "protocol.file.allow=always")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


class Traps:
    """Programs that leave a mark when they run."""

    def __init__(self, folder: Path) -> None:
        self.marks = folder / "marks"
        self._folder = folder / "programs"
        self.marks.mkdir()
        self._folder.mkdir()

    def program(self, key: str) -> str:
        """The path of a program named after what would run it."""
        path = self._folder / key.replace("/", "_").replace(":", "_")
        path.write_text(f"#!/bin/sh\ntouch '{self.marks / path.name}'\nexit 1\n")
        path.chmod(0o755)
        return str(path)

    def sprung(self) -> list[str]:
        return sorted(path.name for path in self.marks.iterdir())


def configuration(settings: dict[str, str]) -> str:
    """The text of a configuration file."""
    lines = []
    for key, value in settings.items():
        section, _, name = key.rpartition(".")
        section, dot, rest = section.partition(".")
        lines.append(f'[{section} "{rest}"]' if dot else f"[{section}]")
        lines.append(f'\t{name} = "{value}"')
    return "\n".join(lines) + "\n"


def plant(folder: Path, url: str, kind: str, traps: Traps, *, included: bool = False) -> None:
    """Make a folder a bare repository with a commit and an index, all in plain files that a branch can bring."""
    (folder / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n")
    git(folder.parent, "init", "--quiet", "--bare", "--initial-branch=main", "--template=", str(folder))
    itself = (f"--git-dir={folder}", f"--work-tree={folder}")
    git(folder, *itself, "add", "postings", "heymilo.yaml", ".gitattributes")
    git(folder, *itself, "commit", "--quiet", "-m", "planted")
    (folder / "hooks").mkdir()
    for hook in HOOKS:
        Path(traps.program(f"hook-{hook}")).rename(folder / "hooks" / hook)
    settings = {key: traps.program(key) for key in (*PROGRAMS[kind], *ANYWHERE)}
    settings |= {key: f"!{value}" for key, value in settings.items() if key.startswith(("alias.", "submodule."))}
    settings |= {
        "remote.origin.url": url,
        "remote.origin.fetch": "+refs/heads/*:refs/remotes/origin/*",
        "protocol.ext.allow": "always",
        "core.hooksPath": str(folder / "hooks"),
        "core.worktree": str(folder),
        "init.templateDir": str(folder),
        "user.name": "Mallory",
    }
    start = configuration({"core.repositoryFormatVersion": "0", "core.bare": "false"})
    if included:
        (folder / "more").write_text(configuration(settings))
        (folder / "config").write_text(start + configuration({"include.path": "more"}))
    else:
        (folder / "config").write_text(start + configuration(settings))


class Refusing(BaseHTTPRequestHandler):
    """A server that wants a password."""

    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="x"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def refusing() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/x.git"
        server.shutdown()
        thread.join()


@pytest.fixture
def checkout(
    tmp_path: Path, serving: str, served: Served, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> Repo:
    """A clone with a project in ``hiring/`` that was applied, its state on a branch of the clone's own remote."""
    monkeypatch.setenv("HEYMILO_API_KEY", KEY)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "top")
    top = tmp_path / "top"
    git(top, "remote", "add", "origin", str(tmp_path / "origin.git"))
    (top / "hiring").mkdir()
    state = "    settle_seconds: 0\n    state: git:origin/heymilo-state\n  sandbox:"
    config = CONFIG.replace("URL", serving).replace("    settle_seconds: 0\n  sandbox:", state)
    (top / "hiring" / "heymilo.yaml").write_text(config, encoding="utf-8")
    found = Repo(top / "hiring", cli)
    found.write()
    (found.root / "schemas").mkdir()
    assert found.cli("schema").code == 0
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "-m", "start")
    assert found.cli("apply", "--auto-approve").code == 0
    return found


def test_nothing_in_it_is_run(checkout: Repo, tmp_path: Path, refusing: str) -> None:
    """One remote after the other, so that no trap is hidden behind another that springs first."""
    traps = Traps(tmp_path)
    urls = {
        "ssh": "ssh://127.0.0.1/x.git",
        "path": str(checkout.root),
        "ext": f"ext::{traps.program('ext')} %S",
        "git": "git://127.0.0.1:1/x.git",
        "http": refusing,
    }
    before = set(checkout.root.iterdir())
    for kind, url in urls.items():
        plant(checkout.root, url, kind, traps, included=kind == "path")
        if kind == "path":
            checkout.edit("Support Agent", "Support Person")
        for command in (*COMMANDS, BACK) if kind == "path" else COMMANDS:
            find_repository.cache_clear()  # each command is a process of its own
            ran = checkout.cli(*command)
            assert traps.sprung() == [], (kind, command)
            assert ran.code == 0, (kind, command, ran.text)
        for path in set(checkout.root.iterdir()) - before:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
