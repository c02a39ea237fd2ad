"""git, as the state's branch needs it: a repository of our own beside the user's, with the user's ways to the remote.

Objects of the state's branch live in ``<git dir>/heymilo-ops/branch.git``, bare and shallow, so the user's work tree,
index, HEAD, refs, objects and shallow boundary are never touched; it may be deleted at any time. Of the user's
configuration only what leads to the remote is taken over, credentials included, through the environment of each call.
Nothing prompts and nothing outlasts its time limit.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from heymilo_ops.errors import StateError
from heymilo_ops.statefile.folder import make_folder
from heymilo_ops.statefile.trouble import blocked

LOCAL_S = 30.0
NETWORK_S = 90.0
"""The longest that one call of git may take, in seconds."""

_GIT = ("git", "--no-pager")
_WAYS = re.compile(
    r"http\..+|https\..+|credential\..+|url\..+|ssh\..+|protocol\..+|safe\..+|user\.(name|email)|author\.(name|email)"
    r"|committer\.(name|email)|core\.(sshcommand|askpass|gitproxy)"
    r"|remote\..+\.(url|pushurl|proxy|proxyauthmethod|vcs|uploadpack|receivepack)",
    re.DOTALL,
)
_NOT_OURS = re.compile(
    r"GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|SHALLOW_FILE"
    r"|QUARANTINE_PATH|CURL_VERBOSE|TRACE.*|REDIRECT_.*|REFLOG_ACTION)|SSH_ASKPASS"
)
_AUTHOR = {"user.name": "heymilo-ops", "user.email": "heymilo-ops@users.noreply.github.com"}


class GitError(Exception):
    """git ended with an error. ``text`` is what it said, which may hold addresses: not for people's eyes."""

    def __init__(self, text: str) -> None:
        super().__init__("git failed")
        self.text = text


class Wire:
    """git on the private repository for ``remote`` of the repository that holds ``root``."""

    def __init__(self, root: Path, remote: str, place: str) -> None:
        self._root = root
        self._remote = remote
        self._place = place

    def local(self, *arguments: str, data: bytes = b"", extra: Mapping[str, str] | None = None) -> bytes:
        """What a command prints that reaches no network. Raises ``GitError``, ``StateError``."""
        return _run(arguments, self._root, {**self._environment, **(extra or {})}, LOCAL_S, data)

    def network(self, *arguments: str) -> bytes:
        """What a command prints that speaks with the remote. Raises ``GitError``, ``StateError``."""
        return _run(arguments, self._root, self._environment, NETWORK_S)

    def trouble(self, error: GitError, doing: str) -> StateError:
        """A ``StateError`` in plain words for what git said."""
        words, help = _words(error.text, self._remote)
        return StateError(f"Can't {doing} {self._place}: {words}", help)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One process and thread at a time in the private repository, for what git can't do side by side."""
        from filelock import FileLock, Timeout

        try:
            with FileLock(self.folder.parent / "lock", timeout=NETWORK_S):
                yield
        except Timeout:
            raise StateError(f"{self._place}: another process has been fetching for too long", "Run again.") from None

    @cached_property
    def folder(self) -> Path:
        """The private repository, made where it isn't there yet. Raises ``StateError``."""
        found = self._ask("rev-parse", "--path-format=absolute", "--git-common-dir", "--show-object-format")
        common, _, format = found.decode(errors="surrogateescape").rstrip("\n").rpartition("\n")
        folder = Path(common) / "heymilo-ops" / "branch.git"
        try:
            make_folder(folder.parent)
        except OSError as error:
            raise blocked(error, "write", str(folder.parent)) from error
        if not (folder / "HEAD").exists():
            self._init(folder, format)
        return folder

    def _init(self, folder: Path, format: str) -> None:
        from filelock import FileLock

        arguments = ("init", "--quiet", "--bare", "--template=", f"--object-format={format}", str(folder))
        with FileLock(folder.parent / "lock", timeout=LOCAL_S):
            try:
                _run(arguments, self._root, _clean(os.environ), LOCAL_S)
            except GitError as error:
                raise self.trouble(error, "prepare") from None

    @cached_property
    def _environment(self) -> dict[str, str]:
        folder = self.folder
        listed = self._ask("config", "--list", "--null").decode(errors="surrogateescape")
        pairs = [(key, value) for key, value in map(_pair, listed.split("\0")) if _WAYS.fullmatch(key)]
        known = {key for key, _ in pairs}
        if f"remote.{self._remote}.url" not in known:
            raise StateError(
                f"{self._place} can't be reached: this repository has no remote '{self._remote}'",
                "`git remote` lists the names; give one of them in heymilo.yaml.",
            )
        pairs += [pair for pair in _AUTHOR.items() if pair[0] not in known]
        pairs += [("gc.autodetach", "false"), ("core.hookspath", os.devnull), ("core.fsmonitor", "false")]
        environment = _clean(os.environ) | {
            "GIT_DIR": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_COUNT": str(len(pairs)),
        }
        for number, (key, value) in enumerate(pairs):
            environment |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        if "core.sshcommand" not in known and "GIT_SSH" not in environment:
            environment.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=10")
        return environment

    def _ask(self, *arguments: str) -> bytes:
        """What the user's own repository says."""
        environment = {key: value for key, value in os.environ.items() if not _NOT_OURS.fullmatch(key)}
        try:
            return _run(arguments, self._root, environment | _QUIET, LOCAL_S)
        except GitError as error:
            raise self.trouble(error, "find") from None


_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GCM_INTERACTIVE": "never",
    "SSH_ASKPASS_REQUIRE": "never",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}


def _clean(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment less what points git elsewhere, configures it twice, or makes it talk."""
    kept = {k: v for k, v in environ.items() if not _NOT_OURS.fullmatch(k) and not k.startswith("GIT_CONFIG")}
    return kept | _QUIET


def _pair(entry: str) -> tuple[str, str]:
    """Key and value as ``git config --null`` prints them; a key alone means true."""
    key, newline, value = entry.partition("\n")
    return key, value if newline else "true"


def _run(
    arguments: tuple[str, ...], cwd: Path, environment: dict[str, str], seconds: float, data: bytes = b""
) -> bytes:
    try:
        done = subprocess.run(
            [*_GIT, *arguments],
            cwd=cwd,
            env=environment,
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except FileNotFoundError:
        raise StateError("git isn't installed, and the state is on a git branch", "Install git.") from None
    except subprocess.TimeoutExpired:
        raise GitError(f"fatal: no answer within {seconds:.0f} seconds, the connection timed out") from None
    except OSError as error:
        raise blocked(error, "run git in", str(cwd)) from error
    if done.returncode:
        raise GitError((done.stderr + b"\n" + done.stdout).decode(errors="replace"))
    return done.stdout


_RIGHTS = "It must be allowed to fetch and push that branch; a GitHub job needs `permissions: contents: write`."
_WORDS: tuple[tuple[str, str, str], ...] = (
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
