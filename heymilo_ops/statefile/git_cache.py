"""The private repository for the state's branch: a cache, made anew where it is broken, one process at a time.

Whatever it holds is on the remote too, or was never pushed. So a killed git, which may leave a lock that nobody holds
or a commit without its files, costs one fetch and no more.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from heymilo_ops.errors import StateError
from heymilo_ops.git.repository import GitError, Repository, SlowGitError, environment, run_git, without_configuration
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


class BranchCache:
    """The private repository of a user's repository. ``place``: what its state is called in messages."""

    def __init__(self, repository: Repository, place: str) -> None:
        self._repository = repository
        self._folder = repository.common / "heymilo-ops" / "branch.git"
        self._place = place

    @cached_property
    def folder(self) -> Path:
        """The private repository, made where it isn't there yet. Raises ``GitError``, ``StateError``."""
        folder = self._folder
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
            with FileLock(self._folder.parent / "lock", timeout=NETWORK_S):
                yield
        except Timeout:
            raise StateError(f"{self._place}: another process has been fetching for too long", "Run again.") from None

    def kept(self, act: Callable[[], T], renewed: Callable[[], object]) -> T:
        """Return the result of ``act``. A private repository that is broken is made anew, and ``act`` runs once more.

        ``renewed`` is called in between. Raises ``GitError``, ``StateError``, and whatever ``act`` raises.
        """
        made = self._made()
        try:
            return act()
        except GitError as error:
            if not self._renew(made, error):
                raise
        renewed()
        return act()

    def is_whole(self, commit: str) -> bool:
        """Return whether a commit is here with all its files."""
        try:
            self.run("rev-list", "--objects", "--no-walk", "--quiet", "--end-of-options", commit)
        except SlowGitError:
            raise
        except GitError:
            return False
        return True

    def run(self, *arguments: str) -> bytes:
        """Run git on the private repository, with no configuration but its own; its output. Raises ``GitError``."""
        environ = without_configuration(environment(offline=True)) | {"GIT_DIR": str(self.folder)}
        return run_git(arguments, self._repository.top, environ, LOCAL_S)

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
        refs = (self._folder / "refs").rglob("*.lock")
        if any((self._folder / name).exists() for name in _LOCKS) or any(refs):
            return False
        try:
            self.run("fsck", "--no-dangling", "--no-progress")
        except SlowGitError:
            return True
        except GitError:
            return False
        return True

    def _make(self) -> None:
        """Put an empty one in its place, whole or not at all, and clear away what was there."""
        folder = self._folder
        format = self._repository.ask(("rev-parse", "--show-object-format"), LOCAL_S).decode().strip()
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
