"""git, as the state's branch needs it: a repository of our own beside the user's, with the user's ways to the remote.

Objects of the state's branch live in ``<git dir>/heymilo-ops/branch.git``, bare and shallow, so the user's work tree,
index, HEAD, refs, objects and shallow boundary are never touched. It is a cache: whatever it holds is on the remote
too, or was never pushed. So it may be deleted at any time, and a killed git that leaves a lock that nobody holds or
a commit without its files, costs one fetch and no more.

Of the user's configuration only what leads to the remote is taken over, credentials included, through the environment
of each call; nothing of it that stands in a file of the work tree, as a branch could have brought that.
Nothing prompts and nothing outlasts its time limit.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from heymilo_ops.errors import StateError
from heymilo_ops.git.repository import (
    OFFLINE,
    GitError,
    NoGitError,
    Repository,
    SlowGitError,
    environment,
    find_repository,
    run_git,
    without_configuration,
)
from heymilo_ops.statefile.backend import filesystem_error
from heymilo_ops.statefile.folder import make_durable_folder

LOCAL_S = 30.0
NETWORK_S = 90.0
"""The longest that one call of git may take, in seconds."""

_LOCKS = ("HEAD.lock", "config.lock", "packed-refs.lock", "shallow.lock")

Made = tuple[int, int] | None
"""Which of the private repositories that came one after the other is there; ``None`` for none."""
T = TypeVar("T")


class BrokenCacheError(GitError):
    """git could not do in the private repository what needs nothing else."""


_WAYS = re.compile(
    r"http\..+|https\..+|credential\..+|url\..+|ssh\..+|protocol\..+|safe\..+|user\.(name|email)|author\.(name|email)"
    r"|committer\.(name|email)|core\.(sshcommand|askpass|gitproxy)"
    r"|remote\..+\.(url|pushurl|proxy|proxyauthmethod|vcs|uploadpack|receivepack)",
    re.DOTALL,
)
_AUTHOR = {"user.name": "heymilo-ops", "user.email": "heymilo-ops@users.noreply.github.com"}


class GitTransport:
    """git on the private repository for ``remote`` of the repository that holds ``root``.

    ``place``: what the state is called in messages.
    """

    def __init__(self, root: Path, remote: str, place: str) -> None:
        self._root = root
        self._remote = remote
        self._place = place

    def local(self, *arguments: str, data: bytes = b"", extra: Mapping[str, str] | None = None) -> bytes:
        """Run a command that reaches no network, and return its output.

        Raises ``BrokenCacheError``, ``GitError``, ``StateError``.
        """
        environ = {**self._environment, **OFFLINE, **(extra or {})}
        try:
            return self._run(arguments, environ, LOCAL_S, data)
        except SlowGitError:
            raise
        except GitError as error:
            raise BrokenCacheError(error.text) from None

    def network(self, *arguments: str) -> bytes:
        """Run a command that speaks with the remote, and return its output. Raises ``GitError``, ``StateError``."""
        return self._run(arguments, self._environment, NETWORK_S)

    def attempt(self, doing: str, act: Callable[[], T], renewed: Callable[[], object] = lambda: None) -> T:
        """Return the result of ``act``. A private repository that is broken is made anew, and ``act`` runs once more.

        ``renewed`` is called in between. What git says is a ``StateError`` in plain words: "Can't read
        git:origin/heymilo-state: …".
        """
        try:
            made = self._made()
            try:
                return act()
            except GitError as error:
                if not self._renew(made, error):
                    raise
            renewed()
            return act()
        except NoGitError:
            raise _no_git() from None
        except GitError as error:
            raise self._trouble(error, doing) from None

    def _trouble(self, error: GitError, doing: str) -> StateError:
        words, help = _words(error.text, self._remote)
        return StateError(f"Can't {doing} {self._place}: {words}", help)

    @cached_property
    def repository(self) -> Repository:
        """The user's own. Raises ``StateError``."""
        try:
            return find_repository(self._root, LOCAL_S)
        except NoGitError:
            raise _no_git() from None
        except GitError as error:
            raise self._trouble(error, "find") from None
        except OSError as error:
            raise filesystem_error(error, "find the repository of", str(self._root)) from error

    @cached_property
    def _path(self) -> Path:
        return self.repository.common / "heymilo-ops" / "branch.git"

    @cached_property
    def folder(self) -> Path:
        """The private repository, made where it isn't there yet. Raises ``GitError``, ``StateError``."""
        folder = self._path
        try:
            make_durable_folder(folder.parent)
        except OSError as error:
            raise filesystem_error(error, "write", str(folder.parent)) from error
        if not (folder / "HEAD").exists():
            with self.alone():
                if not (folder / "HEAD").exists():
                    self._make()
        return folder

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let one process and thread in at a time, for what git can't do side by side."""
        from filelock import FileLock, Timeout

        try:
            with FileLock(self._path.parent / "lock", timeout=NETWORK_S):
                yield
        except Timeout:
            raise StateError(f"{self._place}: another process has been fetching for too long", "Run again.") from None

    def is_whole(self, commit: str) -> bool:
        """Return whether a commit is here with all its files."""
        try:
            self._run_alone("rev-list", "--objects", "--no-walk", "--quiet", "--end-of-options", commit)
        except SlowGitError:
            raise
        except GitError:
            return False
        return True

    def _run_alone(self, *arguments: str) -> bytes:
        """Run git on the private repository, with no configuration but its own; its output. Raises ``GitError``."""
        environ = without_configuration(environment(offline=True)) | {"GIT_DIR": str(self.folder)}
        return run_git(arguments, self.repository.top, environ, LOCAL_S)

    def _renew(self, made: Made, error: GitError) -> bool:
        """Make it anew, unless somebody did so meanwhile, or nothing is wrong with it. Whether another try makes sense.

        ``made``: which one was there when ``error`` came about.
        """
        if isinstance(error, SlowGitError):
            return False
        with self.alone():
            if self._made() != made:
                return True
            if not isinstance(error, BrokenCacheError) and self._is_sound():
                return False
            self._make()
        return True

    def _made(self) -> Made:
        try:
            stat = (self.folder / "HEAD").stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_mtime_ns

    def _is_sound(self) -> bool:
        """Return whether no lock is left behind and every object is there. Nobody else may be at it."""
        refs = (self._path / "refs").rglob("*.lock")
        if any((self._path / name).exists() for name in _LOCKS) or any(refs):
            return False
        try:
            self._run_alone("fsck", "--no-dangling", "--no-progress")
        except SlowGitError:
            return True
        except GitError:
            return False
        return True

    def _make(self) -> None:
        """Put an empty one in its place, whole or not at all, and clear away what was there."""
        folder = self._path
        format = self.repository.ask(("rev-parse", "--show-object-format"), LOCAL_S).decode().strip()
        new = folder.with_name(f"{folder.name}.{secrets.token_hex(4)}")
        arguments = ("init", "--quiet", "--bare", "--template=", f"--object-format={format}", str(new))
        try:
            run_git(arguments, folder.parent, without_configuration(environment(offline=True)), LOCAL_S)
            if folder.exists():
                folder.rename(folder.with_name(f"{folder.name}.{secrets.token_hex(4)}"))
            new.rename(folder)
        except OSError as error:
            raise filesystem_error(error, "write", str(folder.parent)) from error
        for old in folder.parent.glob(f"{folder.name}.*"):
            shutil.rmtree(old, ignore_errors=True)

    @cached_property
    def _environment(self) -> dict[str, str]:
        pairs = self._ways()
        known = {key for key, _ in pairs}
        if f"remote.{self._remote}.url" not in known:
            raise StateError(
                f"{self._place} can't be reached: this repository has no remote '{self._remote}'",
                "`git remote` lists the names; give one of them in heymilo.yaml.",
            )
        pairs += [pair for pair in _AUTHOR.items() if pair[0] not in known]
        pairs += [("gc.autodetach", "false")]
        environ = without_configuration(environment(offline=False))
        environ |= {
            "GIT_ALLOW_PROTOCOL": _allowed(environ["GIT_ALLOW_PROTOCOL"], dict(pairs)),
            "GIT_DIR": str(self.folder),
            "GIT_CONFIG_COUNT": str(len(pairs)),
        }
        for number, (key, value) in enumerate(pairs):
            environ |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        if "core.sshcommand" not in known and "GIT_SSH" not in environ:
            environ.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=10")
        return environ

    def _ways(self) -> list[tuple[str, str]]:
        """Return the user's settings that lead to the remote, less what a branch could have brought."""
        try:
            settings = self.repository.settings(LOCAL_S)
        except GitError as error:
            raise self._trouble(error, "find") from None
        return [
            (setting.key, setting.value)
            for setting in settings
            if _WAYS.fullmatch(setting.key) and not setting.is_brought
        ]

    def _run(self, arguments: tuple[str, ...], environ: Mapping[str, str], seconds: float, data: bytes = b"") -> bytes:
        try:
            return run_git(arguments, self.repository.top, environ, seconds, data)
        except OSError as error:
            raise filesystem_error(error, "run git in", str(self.repository.top)) from error


def _allowed(protocols: str, settings: Mapping[str, str]) -> str:
    """Return the ``protocols`` that the user's configuration doesn't forbid, as ``GIT_ALLOW_PROTOCOL`` takes them."""
    usual = settings.get("protocol.allow", "always")
    kept = (name for name in protocols.split(":") if settings.get(f"protocol.{name}.allow", usual) != "never")
    return ":".join(kept)


def _no_git() -> StateError:
    return StateError("git isn't installed, and the state is on a git branch", "Install git.")


_RIGHTS = "It must be allowed to fetch and push that branch; a GitHub job needs `permissions: contents: write`."
_PROTOCOLS = "Give the remote an address by https, ssh or a path; or name the protocol in GIT_ALLOW_PROTOCOL."
_WORDS: tuple[tuple[str, str, str], ...] = (
    (r"transport '.*' not allowed", "the remote '{remote}' is reached by a protocol that isn't allowed", _PROTOCOLS),
    (r"not a git repository", "this is not a git repository", "Run it in a clone of the repository."),
    (r"dubious ownership", "git does not trust this folder's owner", "git config --global --add safe.directory FOLDER"),
    (r"protected branch|hook declined|GH\d{3}|not allowed to push", "the remote does not take pushes to it", _RIGHTS),
    (
        r"could not read (Username|Password)|Authentication failed|Permission denied|\b40[13]\b|denied to",
        "the remote '{remote}' does not let git in",
        _RIGHTS,
    ),
    (
        r"Could not resolve|unable to access|Connection|timed out|hung up|does not appear to be|not found|early EOF",
        "the remote '{remote}' can't be reached",
        "Check with `git fetch {remote}`, then run again.",
    ),
)


def _words(text: str, remote: str) -> tuple[str, str]:
    for pattern, words, help in _WORDS:
        if re.search(pattern, text, re.IGNORECASE):
            return words.format(remote=remote), help.format(remote=remote)
    lines = [line for line in text.splitlines() if line.strip()]
    first = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "git failed")
    first = re.sub(r"^(fatal|error): ", "", re.sub(r"\S+://\S+|\S+@\S+", "…", first))
    return first[:200], f"Check with `git fetch {remote}`, then run again."
