"""The one place that starts git.

What a work tree holds is a stranger's: no call runs a hook, a file system monitor, a pager or a filter, none takes a
folder for a bare repository unless it was named as ``GIT_DIR``, and a call that isn't meant to reach the network can't.
Nothing prompts. A call that takes too long is ended together with every process that git started for it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
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
