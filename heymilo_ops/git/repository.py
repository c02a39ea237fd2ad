"""Which repository holds a folder, found so that a checked-out branch can't pass one off for it.

git takes a folder with ``HEAD``, ``config``, ``objects/`` and ``refs/`` for a bare repository, wherever it lies, and
obeys its configuration: which ssh to run, which filters. Any branch can hold such a folder. What no branch can hold is
a path named ``.git``. So a repository is what has a ``.git``, and every later call names it as ``GIT_DIR``.

Here alone git is started. What a work tree holds is a stranger's: no call runs a hook, a file system monitor, a pager
or a filter, none takes a folder for a bare repository unless it was named as ``GIT_DIR``, and a call that isn't meant
to reach the network can't. Nothing prompts. A call that takes too long is ended together with every process that git
started for it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PROTOCOLS = ("file", "git", "http", "https", "ssh")
"""What git may speak with a remote. ``ext`` and ``fd`` run commands, and any other name is a program to look for."""

OPTIONS = (
    "--no-pager",
    "--literal-pathspecs",
    "-c",
    "safe.bareRepository=explicit",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.quotePath=false",
)
"""Ahead of every command. ``-c`` outranks every file and ``GIT_CONFIG_COUNT``."""

_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GCM_INTERACTIVE": "never",
    "SSH_ASKPASS_REQUIRE": "never",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}
OFFLINE = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1"}
"""No remote can be reached, not even for an object that a partial clone lacks."""

_DROPPED = re.compile(
    r"GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE"
    r"|SHALLOW_FILE|GRAFT_FILE|REPLACE_REF_BASE|QUARANTINE_PATH|CEILING_DIRECTORIES|CONFIG|TEMPLATE_DIR|ATTR_.+"
    r"|EXTERNAL_DIFF|DIFF_OPTS|PAGER|EDITOR|SEQUENCE_EDITOR|CURL_VERBOSE|TRACE.*|REDIRECT_.*|REFLOG_ACTION"
    r"|(LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)|SSH_ASKPASS"
)


class GitError(Exception):
    """git ended with an error. ``text`` is what it said, which may hold addresses: not for people's eyes."""

    def __init__(self, text: str) -> None:
        super().__init__("git failed")
        self.text = text


class NoGitError(GitError):
    """There is no git."""

    def __init__(self) -> None:
        super().__init__("git isn't installed")


class SlowGitError(GitError):
    """git gave no answer in time, and was ended."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"fatal: no answer within {seconds:.0f} seconds, the connection timed out")


def environment(*, offline: bool) -> dict[str, str]:
    """This process's environment, less what points git elsewhere or makes it talk.

    ``offline``: with ``OFFLINE``. Otherwise the protocols of ``PROTOCOLS``, or those that a person names in
    ``GIT_ALLOW_PROTOCOL``.
    """
    inherited = {name: value for name, value in os.environ.items() if not _DROPPED.fullmatch(name)}
    inherited.setdefault("GIT_ALLOW_PROTOCOL", ":".join(PROTOCOLS))
    return inherited | _QUIET | (OFFLINE if offline else {})


def without_configuration(environ: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which git reads no configuration but that of the repository named by ``GIT_DIR``."""
    inherited = {name: value for name, value in environ.items() if not name.startswith("GIT_CONFIG")}
    return inherited | {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}


def run_git(
    arguments: tuple[str, ...], cwd: Path, environ: Mapping[str, str], seconds: float, data: bytes = b""
) -> bytes:
    """Run git with ``data`` to read, and return its output.

    Raises ``GitError``, and ``OSError`` where it can't be started.
    """
    command = [_program(), *OPTIONS, *arguments]
    pipe = subprocess.PIPE
    # A session of its own: Ctrl-C reaches us alone, so that a push that is under way comes to its end.
    with subprocess.Popen(
        command, cwd=cwd, env=dict(environ), stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True
    ) as process:
        try:
            printed, errors = process.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise SlowGitError(seconds) from None
        except BaseException:
            _end(process)
            raise
    if process.returncode:
        raise GitError((errors + b"\n" + printed).decode(errors="replace"))
    return printed


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and what it started, such as ssh, so that nothing lands later."""
    if not hasattr(os, "killpg"):  # Windows
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _program() -> str:
    """Return git's path. Relative folders of ``PATH`` would be looked up in the work tree, and are left out."""
    folders = [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if Path(folder).is_absolute()]
    program = shutil.which("git", path=os.pathsep.join(folders)) if folders else None
    if program is None or not Path(program).is_absolute():
        raise NoGitError
    return program


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of git's configuration; ``key`` as git prints it, ``value`` "true" where it has none.

    ``is_brought``: it stands in a file of the work tree, as a branch can bring one (``include.path = ../.gitconfig``).
    """

    key: str
    value: str
    is_brought: bool


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository and the work tree that it was found by.

    Attributes:
        top: the folder that holds ``.git``.
        folder: the git directory of this work tree.
        common: the git directory that all work trees share.
        prefix: where the folder asked about lies below ``top``, such as ``hiring/``; ``""`` for ``top`` itself.
    """

    top: Path
    folder: Path
    common: Path
    prefix: str

    def ask(self, arguments: tuple[str, ...], seconds: float, data: bytes = b"", *, fetching: bool = False) -> bytes:
        """Run git on this repository, at ``top``, and return its output. Raises ``GitError``, ``OSError``.

        It changes nothing and reaches no remote. With ``fetching``, objects that a partial clone lacks are fetched,
        unless any of the configuration was brought by the branch.
        """
        offline = not fetching or any(setting.is_brought for setting in self.settings(seconds))
        return run_git(arguments, self.top, self._environment(offline=offline), seconds, data)

    def settings(self, seconds: float) -> tuple[Setting, ...]:
        """Read git's configuration here: system, global, the repository's and the environment's, in the order of their
        rank.

        Raises ``GitError``, ``OSError``.
        """
        listed = run_git(
            ("config", "--list", "--null", "--show-origin"), self.top, self._environment(offline=True), seconds
        )
        parts = listed.decode(errors="surrogateescape").split("\0")
        entries = ((origin, entry.partition("\n")) for origin, entry in zip(parts[::2], parts[1::2], strict=False))
        return tuple(
            Setting(key, value if newline else "true", self._is_brought(origin))
            for origin, (key, newline, value) in entries
        )

    def _is_brought(self, origin: str) -> bool:
        if not origin.startswith("file:"):
            return False
        path = self.top.joinpath(origin.removeprefix("file:"))
        paths = (Path(os.path.normpath(path)), path.resolve())  # a link and what it leads to
        return any(
            candidate.is_relative_to(tree) and ".git" not in candidate.relative_to(tree).parts
            for candidate in paths
            for tree in self._work_trees
        )

    @property
    def _work_trees(self) -> tuple[Path, ...]:
        """This one; that of the repository it was added to as a work tree; those that it is a submodule of."""
        above = (folder.parent for folder in (self.common, *self.common.parents) if folder.name == ".git")
        return (self.top, *above)

    def _environment(self, *, offline: bool) -> dict[str, str]:
        return environment(offline=offline) | {"GIT_DIR": str(self.folder), "GIT_WORK_TREE": str(self.top)}


@lru_cache(maxsize=64)
def find_repository(root: Path, seconds: float) -> Repository:
    """Find the repository that holds ``root``. Raises ``GitError``, ``OSError``."""
    real = root.resolve(strict=True)
    top = _top(real)
    # git itself judges whether it trusts the owner of that ``.git``; from any other folder it would look elsewhere.
    environ = environment(offline=True) | {"GIT_CEILING_DIRECTORIES": str(top.parent)}
    printed = run_git(("rev-parse", "--git-dir", "--git-common-dir"), top, environ, seconds)
    lines = printed.decode(errors="surrogateescape").removesuffix("\n").split("\n")
    if len(lines) != 2:
        raise GitError("fatal: a line break in the path of the repository")
    folder, common = (top.joinpath(line).resolve() for line in lines)
    if _could_be_brought(folder, top):
        raise GitError("fatal: .git here leads to a folder that is part of a work tree")
    inside = real.relative_to(top).as_posix()
    return Repository(top, folder, common, "" if inside == "." else f"{inside}/")


def _top(real: Path) -> Path:
    """Find the nearest folder with a ``.git``, as far up as git looks. Raises ``GitError``."""
    listed = os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)
    ceilings = {Path(path).resolve() for path in listed if path}
    device = real.stat().st_dev
    for folder in (real, *real.parents):
        if folder.stat().st_dev != device or (folder != real and folder in ceilings):
            break
        if os.path.lexists(folder / ".git"):
            return folder
    raise GitError("fatal: not a git repository")


def _could_be_brought(folder: Path, top: Path) -> bool:
    """Return whether a git directory to which ``.git`` leads, as a file or a link, is itself part of somebody's work
    tree.
    """
    if folder == top / ".git":
        return False
    if folder.is_relative_to(top):
        return True
    above = next((parent for parent in folder.parents if os.path.lexists(parent / ".git")), None)
    return above is not None and not folder.is_relative_to(_led_to(above / ".git"))


def _led_to(path: Path) -> Path:
    """Return the git directory that a ``.git`` is, or leads to."""
    if path.is_dir():
        return path.resolve()
    pointer = path.read_text(errors="surrogateescape").removeprefix("gitdir:").strip()
    return path.parent.joinpath(pointer).resolve()
