"""git, as the state's branch needs it: a repository of our own beside the user's, with the user's ways to the remote.

Objects of the state's branch live in ``<git dir>/heymilo-ops/branch.git``, bare and shallow, so the user's work tree,
index, HEAD, refs, objects and shallow boundary are never touched; it may be deleted at any time. Of the user's
configuration only what leads to the remote is taken over, credentials included, through the environment of each call;
nothing of it that stands in a file of the work tree, as a branch could have brought that.
Nothing prompts and nothing outlasts its time limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from heymilo_ops.errors import StateError
from heymilo_ops.git.repository import Repository, find
from heymilo_ops.git.runner import GitError, NoGitError, environment, run, without_configuration
from heymilo_ops.statefile.folder import make_folder
from heymilo_ops.statefile.trouble import blocked

LOCAL_S = 30.0
NETWORK_S = 90.0
"""The longest that one call of git may take, in seconds."""

_WAYS = re.compile(
    r"http\..+|https\..+|credential\..+|url\..+|ssh\..+|protocol\..+|safe\..+|user\.(name|email)|author\.(name|email)"
    r"|committer\.(name|email)|core\.(sshcommand|askpass|gitproxy)"
    r"|remote\..+\.(url|pushurl|proxy|proxyauthmethod|vcs|uploadpack|receivepack)",
    re.DOTALL,
)
_AUTHOR = {"user.name": "heymilo-ops", "user.email": "heymilo-ops@users.noreply.github.com"}


class Wire:
    """git on the private repository for ``remote`` of the repository that holds ``root``."""

    def __init__(self, root: Path, remote: str, place: str) -> None:
        self._root = root
        self._remote = remote
        self._place = place

    def local(self, *arguments: str, data: bytes = b"", extra: Mapping[str, str] | None = None) -> bytes:
        """What a command prints that reaches no network. Raises ``GitError``, ``StateError``."""
        return self._run(arguments, self._repository.top, {**self._environment, **(extra or {})}, LOCAL_S, data)

    def network(self, *arguments: str) -> bytes:
        """What a command prints that speaks with the remote. Raises ``GitError``, ``StateError``."""
        return self._run(arguments, self._repository.top, self._environment, NETWORK_S)

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
        folder = self._repository.common / "heymilo-ops" / "branch.git"
        try:
            make_folder(folder.parent)
        except OSError as error:
            raise blocked(error, "write", str(folder.parent)) from error
        if not (folder / "HEAD").exists():
            self._init(folder)
        return folder

    def _init(self, folder: Path) -> None:
        from filelock import FileLock

        with FileLock(folder.parent / "lock", timeout=LOCAL_S):
            try:
                format = self._repository.ask(("rev-parse", "--show-object-format"), LOCAL_S).decode().strip()
                arguments = ("init", "--quiet", "--bare", "--template=", f"--object-format={format}", str(folder))
                self._run(arguments, folder.parent, without_configuration(environment(offline=True)), LOCAL_S)
            except GitError as error:
                raise self.trouble(error, "prepare") from None

    @cached_property
    def _repository(self) -> Repository:
        """The user's own. Raises ``StateError``."""
        try:
            return find(self._root, LOCAL_S)
        except NoGitError:
            raise _no_git() from None
        except GitError as error:
            raise self.trouble(error, "find") from None
        except OSError as error:
            raise blocked(error, "find the repository of", str(self._root)) from error

    @cached_property
    def _environment(self) -> dict[str, str]:
        folder = self.folder
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
            "GIT_DIR": str(folder),
            "GIT_CONFIG_COUNT": str(len(pairs)),
        }
        for number, (key, value) in enumerate(pairs):
            environ |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        if "core.sshcommand" not in known and "GIT_SSH" not in environ:
            environ.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=10")
        return environ

    def _ways(self) -> list[tuple[str, str]]:
        """What leads to the remote in the user's configuration, less what a branch could have brought into it."""
        try:
            settings = self._repository.settings(LOCAL_S)
        except GitError as error:
            raise self.trouble(error, "find") from None
        kept = [setting for setting in settings if _WAYS.fullmatch(setting.key) and not setting.is_brought]
        return [(setting.key, setting.value) for setting in kept]

    def _run(
        self, arguments: tuple[str, ...], cwd: Path, environ: Mapping[str, str], seconds: float, data: bytes = b""
    ) -> bytes:
        try:
            return run(arguments, cwd, environ, seconds, data)
        except NoGitError:
            raise _no_git() from None
        except OSError as error:
            raise blocked(error, "run git in", str(cwd)) from error


def _allowed(protocols: str, settings: Mapping[str, str]) -> str:
    """Those of ``protocols`` that the user's configuration doesn't forbid, as ``GIT_ALLOW_PROTOCOL`` takes them."""
    usual = settings.get("protocol.allow", "always")
    kept = (name for name in protocols.split(":") if settings.get(f"protocol.{name}.allow", usual) != "never")
    return ":".join(kept)


def _no_git() -> StateError:
    return StateError("git isn't installed, and the state is on a git branch", "Install git.")


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
