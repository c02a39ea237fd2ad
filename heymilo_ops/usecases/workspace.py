"""A workspace of heymilo.yaml: where its state is, and how its HeyMilo is reached."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from heymilo_ops import files
from heymilo_ops.config import EMBEDDED, WorkspaceConfig, state_location
from heymilo_ops.errors import AdviceKind, AttentionError, Help, UnreachableError, advise
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.plan.review_input import ReviewSettings
from heymilo_ops.plan.rule import DEFAULT_RULE, ChangeRule
from heymilo_ops.usecases.read_pace import PacedReads, WatchReads, unwatched

if TYPE_CHECKING:
    from heymilo_ops.apply.run_context import SettlingTime
    from heymilo_ops.remote.client import Client
    from heymilo_ops.remote.postings import Postings
    from heymilo_ops.statefile.store import StateStore
    from heymilo_ops.usecases.lint_settings import LintSettings


def _ignore(*_: object) -> None:
    """Do nothing."""


@dataclass(frozen=True)
class Connection:
    """Callbacks of a workspace's clients.

    Attributes:
        on_wait: takes seconds and a reason before each pause.
        trace: takes a line for each request; ``None`` where nobody wants them.
        on_key: takes each key before it is used, so that it is never printed.
        on_client: takes each client that is opened.
        watch_reads: watches the reads of many postings.
    """

    on_wait: Callable[[float, str], None] = _ignore
    trace: Callable[[str], None] | None = None
    on_key: Callable[[str], None] = _ignore
    on_client: Callable[[Client], None] = _ignore
    watch_reads: WatchReads = unwatched


READ_ONLY = "HEYMILO_OPS_READ_ONLY"
"""The environment variable that keeps every command from sending HeyMilo anything but GET."""

_NO_LIMIT = 6000
"""Requests a minute for who has no limit."""

_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite opens beside a database, by itself."""


def _no_lint_settings() -> LintSettings:
    from heymilo_ops.usecases.lint_settings import NO_SETTINGS

    return NO_SETTINGS


@dataclass(frozen=True)
class Workspace:
    """One workspace of a project, and the ways to its state and its HeyMilo.

    Attributes:
        root: the repo's folder.
        safety: what heymilo.yaml says of safety, as an apply records it.
        siblings: the names of all workspaces in heymilo.yaml.
        outside_state: whether the folder of the state may lie outside of ``root``.
        connection: callbacks for the requests to HeyMilo.
        limits: by action, how many people who haven't completed a change may concern.
        shows_people: whether counts of people stand in plans and files.
        on_change: what a changed design does where its manifest doesn't say it.
        lint_settings: reads what the repo says of findings.
        review: what heymilo.yaml says of reviews.
    """

    root: Path
    project: str
    name: str
    config: WorkspaceConfig
    variables: Variables
    safety: Mapping[str, Any] = field(default_factory=dict)
    siblings: frozenset[str] = frozenset()
    outside_state: bool = False
    connection: Connection = field(default_factory=Connection)
    limits: Mapping[str, int] = field(default_factory=dict)
    shows_people: bool = True
    on_change: ChangeRule = DEFAULT_RULE
    lint_settings: Callable[[], LintSettings] = _no_lint_settings
    review: ReviewSettings = field(default_factory=ReviewSettings)

    @property
    def state_location(self) -> str:
        """Where the state is, as heymilo.yaml says it."""
        return state_location(self.config.state, self.name)

    @property
    def recorded_url(self) -> str:
        """The base URL of this workspace's HeyMilo, as the state records it."""
        return EMBEDDED if self.config.sandbox else self.config.base_url

    @property
    def is_remote(self) -> bool:
        """Whether the state lives elsewhere than in a folder. Raises ``StateError`` for an address that is none."""
        from heymilo_ops.model import location

        return not isinstance(location.parse_location(self.state_location), location.FolderLocation)

    @property
    def settling(self) -> SettlingTime:
        """When this HeyMilo's listings prove that something was not made."""
        from heymilo_ops.apply.run_context import SettlingTime

        return SettlingTime(0 if self.config.sandbox else self.config.settle_seconds)

    def store(self) -> StateStore:
        """Open the state of this workspace; nothing is read. Raises ``StateError`` for a place that can't be used."""
        from heymilo_ops.statefile.store import StateStore, backend_for

        backend = backend_for(self.state_location, self.root, self.name, outside=self.outside_state)
        return StateStore(backend, self.state_location)

    def state_folder(self) -> Path | None:
        """Return the folder of the state where it exists; ``None`` too where the state lives elsewhere.

        Raises ``StateError`` where it is outside the repo and that isn't allowed.
        """
        from heymilo_ops.model import location
        from heymilo_ops.statefile.folder import folder_for

        where = location.parse_location(self.state_location)
        if not isinstance(where, location.FolderLocation):
            return None
        folder = folder_for(where, self.root, self.outside_state)
        return folder if folder.is_dir() else None

    def guard_ci(self, ci: bool, local_state: bool) -> None:
        """Refuse to write from a CI job whose state lives in a folder: a fresh runner would know nothing."""
        if ci and not (self.config.sandbox or local_state or self.is_remote):
            raise AttentionError(
                f"CI is set and the state of '{self.name}' is the local folder {self.state_location}: a fresh runner "
                "would know nothing of what was applied and create everything again",
                "Keep the state where every runner finds it, such as state: git:origin/heymilo-state. If the folder "
                "outlives the job, say so with --local-state.",
            )

    @contextmanager
    def api(self, *, writes: bool = False) -> Iterator[Postings]:
        """Open HeyMilo's postings for the length of a ``with``, as ``client``."""
        from heymilo_ops.remote.postings import Postings

        with self.client(writes=writes) as client:
            yield Postings(client)

    def paced(self, api: Postings) -> PacedReads:
        """Return these postings with the rate limit of the workspace and whoever watches long reads."""
        return PacedReads(api, self.requests_per_minute, self.connection.watch_reads)

    @contextmanager
    def client(self, *, writes: bool = False) -> Iterator[Client]:
        """Open a client for the length of a ``with``, of the embedded HeyMilo for a sandbox.

        It refuses to write unless ``writes``.

        Raises ``AttentionError`` where the key must not be sent to this workspace's address, and where ``writes`` while
        the environment allows only reads; ``UnreachableError``.
        """
        from heymilo_ops.remote.client import Client, KeyPolicy

        if writes and os.environ.get(READ_ONLY, "").lower() not in ("", "0", "false"):
            raise AttentionError(
                f"{READ_ONLY} is set: this command would write to HeyMilo, and nothing was sent", "Run it without."
            )
        with self._address() as (base_url, key, allowed):
            policy = KeyPolicy(self.config.api_key_env, allowed, reads_only=not writes)
            client = Client(base_url, key, policy, self.requests_per_minute, trace=self.connection.trace)
            client.on_wait = self.connection.on_wait
            self.connection.on_client(client)
            with client:
                yield client

    def guard_address(self) -> str:
        """Refuse a base URL that no key may be sent to, whether or not there is one; the hosts that are allowed."""
        from heymilo_ops.remote.allowed_hosts import ALLOW_HOST, checked_base

        hosts = os.environ.get(ALLOW_HOST, "")
        checked_base(self.config.base_url, hosts)
        return hosts

    @contextmanager
    def _address(self) -> Iterator[tuple[str, str, str]]:
        """Give base URL, key, and the hosts that a key may be sent to besides HeyMilo's."""
        if not self.config.sandbox:
            hosts, key = self.guard_address(), self._key_in_environment
            if not key:
                raise UnreachableError(
                    f"There is no key for the workspace '{self.name}': {self.config.api_key_env} is not set",
                    "Set that variable to the workspace's API key, or use plan --refresh none, which needs none.",
                )
            self.connection.on_key(key)
            yield self.config.base_url, key, hosts
            return
        with sandbox_installed():
            from heymilo_ops.sandbox.options import DEFAULT_KEY
            from heymilo_ops.sandbox.server import Server
        with sandbox_errors(), Server(str(self.sandbox_file()), workspace_name=self.sandbox_title) as server:
            yield server.url, DEFAULT_KEY, f"127.0.0.1:{urlsplit(server.url).port}"

    @property
    def _key_in_environment(self) -> str:
        return os.environ.get(self.config.api_key_env, "").strip()

    def sandbox_file(self) -> Path:
        """Return the file that holds a sandbox workspace's postings, its folder made. Raises ``UnreachableError``."""
        folder = ".heymilo/sandbox"
        try:
            files.make_folder(self.root, folder)
            for ending in _BESIDE:
                files.resolve_file(self.root, f"{folder}/{self.name}.db{ending}")
            return files.resolve_file(self.root, f"{folder}/{self.name}.db")
        except OSError as error:
            raise UnreachableError(
                f"The sandbox can't be used: {error.filename or folder} can't be made ({error.strerror})",
                "Give yourself the right to write there, or set the folder's path free.",
            ) from error

    @property
    def sandbox_title(self) -> str:
        """What a sandbox calls its workspace."""
        return f"Sandbox of {self.project}"

    @property
    def requests_per_minute(self) -> int:
        """The most requests a minute that HeyMilo is sent; a sandbox takes any number."""
        return _NO_LIMIT if self.config.sandbox else self.config.requests_per_minute

    @property
    def has_key(self) -> bool:
        """Whether HeyMilo can be asked: a key is set, or none is needed."""
        return self.config.sandbox or bool(self._key_in_environment)


_RESET = advise(AdviceKind.SANDBOX_RESET)


@contextmanager
def sandbox_errors(help: Help = _RESET) -> Iterator[None]:
    """Raise ``UnreachableError`` for what goes wrong with a sandbox's file or port; ``help`` says what to do."""
    from heymilo_ops.sandbox.store import SandboxError

    try:
        yield
    except SandboxError as error:
        raise UnreachableError(f"The sandbox can't be used: {error}", help) from error


@contextmanager
def sandbox_installed() -> Iterator[None]:
    """Guard an import of the sandbox's server. Raises ``UnreachableError`` where the extra isn't installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        from heymilo_ops.supply import origin

        raise UnreachableError(
            "The sandbox isn't installed",
            f"Install it: {origin.reinstall_command('sandbox')} (or the same with pip install).",
        ) from error
