"""The sandbox's data in one SQLite file, safe across threads and across processes, or in memory alone.

Every write is one immediate transaction, committed before the answer is sent, so a lost answer still
leaves what a real server would leave.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from heymilo_ops.sandbox.exchange import current

SCHEMA_VERSION = 1
MEMORY = ":memory:"
"""The path of data that no file holds; ``close`` forgets it."""
MOST_LISTS = 100
"""How many lists back the store remembers what there was."""

_SCHEMA = """
CREATE TABLE postings (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    hidden INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0,
    draft INTEGER NOT NULL DEFAULT 0,
    name TEXT,
    title TEXT NOT NULL,
    ingestion_key TEXT NOT NULL,
    created_at REAL NOT NULL,
    updated_at REAL NOT NULL,
    doc TEXT NOT NULL
);
CREATE INDEX postings_name ON postings (name);
CREATE TABLE questions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    posting_id TEXT NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
    modality TEXT NOT NULL,
    rank INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    created_at REAL NOT NULL,
    updated_at REAL NOT NULL,
    doc TEXT NOT NULL
);
CREATE INDEX questions_posting ON questions (posting_id);
"""
_EMPTY = "DELETE FROM postings WHERE hidden = 0"


class SandboxError(Exception):
    """The sandbox's file can't be used; the message says what to do."""


class Store:
    """One SQLite file, or ``MEMORY``. The connection opens at first use and again after ``close``."""

    def __init__(self, path: str, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self.clock = clock
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._ends: deque[int] = deque(maxlen=MOST_LISTS + 1)
        self._first_end = 0

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading, held by this thread alone."""
        with self._lock:
            yield self._open()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction: committed at the end of the block, undone by an exception."""
        with self._lock:
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
            current().committed = True

    def count_list(self) -> None:
        """A list of postings begins: remember how far they go now."""
        with self._lock:
            self._ends.append(_end(self._open()))

    def end_before(self, lists: int) -> int:
        """Return the highest ``seq`` of a posting so many lists (at most ``MOST_LISTS``) before the last one.

        Where there were fewer it is that of when the data was opened.
        """
        with self._lock:
            self._open()
            return self._ends[-1 - lists] if len(self._ends) > lists else self._first_end

    def empty(self) -> None:
        """Forget every posting but the blueprints of the sample templates."""
        with self.write() as connection:
            connection.execute(_EMPTY)

    def close(self) -> None:
        """Close the file; using the store again opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = _connect(self.path)
            self._first_end = _end(self._connection)
        return self._connection


def _end(connection: sqlite3.Connection) -> int:
    (end,) = connection.execute("SELECT coalesce(max(seq), 0) FROM postings").fetchone()
    return int(end)


def new_id(connection: sqlite3.Connection, table: str) -> str:
    """Return an id as the vendor makes them, eight upper-case hexadecimal digits, unused in ``table``."""
    while True:
        made = secrets.token_hex(4).upper()
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (made,)).fetchone() is None:
            return made


def reset(db_path: str) -> None:
    """Forget every posting in the file, also while a server has it open. A missing file stays missing.

    Raises ``SandboxError`` where the file can't be written.

    The blueprints of the sample templates stay. A file that can't be read as a sandbox's is removed.
    """
    if not Path(db_path).exists():
        return
    try:
        connection = _connect(db_path)
    except SandboxError:
        _unlink(db_path)
        return
    try:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_EMPTY)
    except sqlite3.OperationalError as error:
        raise SandboxError(f"{db_path} can't be written ({error})") from error
    finally:
        connection.close()


def _unlink(db_path: str) -> None:
    try:
        for suffix in ("", "-wal", "-shm"):
            Path(db_path + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise SandboxError(f"{db_path} can't be removed ({error.strerror})") from error


def _connect(path: str) -> sqlite3.Connection:
    try:
        if path != MEMORY:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.DatabaseError) as error:
        raise SandboxError(f"{path} can't be used as a sandbox ({error}); choose another path") from error
    connection.row_factory = sqlite3.Row
    try:
        _wal(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise SandboxError(f"{path} can't be used as a sandbox ({error}); remove it or choose another path") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL. SQLite doesn't wait here for another process that does the same, so we do."""
    for last in (False,) * 50 + (True,):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if last:
                raise
            time.sleep(0.02)


def _migrate(connection: sqlite3.Connection, path: str) -> None:
    """Make the tables in a new file. Two processes may get here at once, so look again inside the lock."""
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == 0:
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")
    if version not in (0, SCHEMA_VERSION):
        raise SandboxError(
            f"{path} has sandbox format {version}, this release reads {SCHEMA_VERSION}; "
            "use the release that made it, or reset the sandbox"
        )
