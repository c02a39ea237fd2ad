"""Writes that end in the middle: at every operation on the disk, and at every byte of what is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.model.record import Confirmed, Entry, Sending, WrittenPosting
from heymilo_ops.model.state import PostingState, Revision, State, WorkspaceIdentity
from heymilo_ops.statefile import folder as module
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.format import decode_record, decode_state, encode_record
from heymilo_ops.statefile.store import StateStore

AT = "2026-11-24T08:00:00+00:00"
JOURNAL = "journal/00000003/000004.json"


def state(serial: int) -> State:
    """A state of a few kilobytes."""
    postings = {}
    for name in ("baker", "baecker-berlin", "cook"):
        revision = Revision(
            number=serial,
            digest="sha256:" + "0" * 64,
            design_digest="sha256:" + "1" * 64,
            canon=1,
            posting_id=f"{name}-{serial}",
            applied_at=AT,
            applied_by="Ada",
            source=f"postings/{name}/bäcker.yaml",
            action="create",
        )
        postings[name] = PostingState(
            posting_id=revision.posting_id,
            revision=serial,
            digest=revision.digest,
            status="active",
            revisions=(revision,),
        )
    return State(
        tool_version="0.1.0",
        lineage="a" * 32,
        serial=serial,
        project="acme",
        workspace=WorkspaceIdentity(name="production", base_url="https://example.org"),
        postings=postings,
    )


def entry() -> Entry:
    """A document of the journal."""
    live = WrittenPosting(posting_id="P1", status="active", candidate_url="https://example.org/麵包")
    of = {"op_id": "b" * 32, "attempt": 1, "address": "baker", "what": "create", "number": 2}
    return Entry(
        tool_version="0.1.0",
        lineage="a" * 32,
        serial=7,
        epoch=3,
        seq=4,
        write_id="c" * 16,
        at=AT,
        by="Ada",
        records=(Confirmed(**of, live=live, at=AT), Sending(ops=("d" * 32,), at=AT)),
    )


OLDER, OLD, NEW = (encode_record(state(serial)) for serial in (1, 2, 3))
ENTRY = encode_record(entry())


class Killed(BaseException):
    """The process is no more: nothing of it may run after this, so nothing may catch it."""


class Disk:
    """What is done to the disk. The process ends at operation ``ends_at``, a write after ``cut`` bytes."""

    def __init__(self, ends_at: int | None = None, cut: int = 0) -> None:
        self.done: list[str] = []
        self._ends_at = ends_at
        self._cut = cut

    @contextmanager
    def watched(self) -> Iterator[list[str]]:
        """Within it, writes of the state's folder go through this disk."""
        real = {"replace": Path.replace, "unlink": Path.unlink}

        def opened(path: Path, mode: str = "r", *others: Any) -> Any:
            return _File(self, path.open_(mode, *others)) if "x" in mode else path.open_(mode, *others)  # type: ignore[attr-defined]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "open_", Path.open, raising=False)
            patch.setattr(Path, "open", opened)
            for name, do in real.items():
                patch.setattr(Path, name, lambda path, *a, n=name, f=do, **k: (self.step(n), f(path, *a, **k))[1])
            patch.setattr(module.os, "fsync", lambda handle: self.step(_kind(handle)))
            yield self.done

    def step(self, name: str, torn: Callable[[int], object] = lambda _: None) -> None:
        """One operation; the process is killed before it, or in it where it can be torn."""
        if self._ends_at is not None and len(self.done) >= self._ends_at:
            if len(self.done) == self._ends_at:
                torn(self._cut)
            self.done.append("killed")
            raise Killed
        self.done.append(name)


class _File:
    """A file that is written through the disk."""

    def __init__(self, disk: Disk, real: Any) -> None:
        self._disk, self._real = disk, real

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._real.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def write(self, data: bytes) -> None:
        self._disk.step("write", lambda cut: self._real.write(data[:cut]))
        self._real.write(data)


def _kind(handle: int) -> str:
    return "sync folder" if os.path.isdir(f"/dev/fd/{handle}") else "sync file"  # noqa: PTH112


WHOLE = ["write", "sync file", "replace", "sync folder"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a state that was replaced once."""
    backend = FolderBackend(tmp_path / "state")
    backend.put("state.json", OLD, backend.create("state.json", OLDER))
    (backend.root / "journal" / "00000003").mkdir(parents=True)
    return backend.root


def put(root: Path, disk: Disk) -> None:
    backend = FolderBackend(root)
    found = backend.get("state.json")
    assert found is not None
    with disk.watched():
        backend.put("state.json", NEW, found.version)


def create(root: Path, disk: Disk) -> None:
    with disk.watched():
        FolderBackend(root).create(JOURNAL, ENTRY)


def holds(root: Path) -> tuple[bytes | None, bytes | None]:
    """The state and the document as another process finds them; what else lies about is no key."""
    backend = FolderBackend(root)
    assert set(backend.list("")) <= {"state.json", JOURNAL}
    state, document = backend.get("state.json"), backend.get(JOURNAL)
    return state.data if state else None, document.data if document else None


def wiped(root: Path) -> None:
    """As the fixture made it."""
    for path in [*root.glob(".*.tmp"), *root.glob("journal/*/.*.tmp"), root / JOURNAL]:
        path.unlink(missing_ok=True)
    (root / "state.json").write_bytes(OLD)
    (root / "state.json.previous").write_bytes(OLDER)


def test_what_is_renamed_was_synced_and_so_is_its_name(root: Path) -> None:
    disk = Disk()
    put(root, disk)
    assert disk.done == WHOLE + WHOLE  # what was there, then what is new
    disk = Disk()
    create(root, disk)
    assert disk.done == WHOLE


@pytest.mark.parametrize(("write", "steps"), [(put, 8), (create, 4)])
def test_killed_at_any_operation_it_is_the_old_or_the_new_one(
    root: Path, write: Callable[[Path, Disk], None], steps: int
) -> None:
    seen = set()
    for step in range(steps):
        wiped(root)
        with pytest.raises(Killed):
            write(root, Disk(step, 100))
        found = holds(root)
        seen.add(found)
        assert found in ({(OLD, None), (NEW, None)} if write is put else {(OLD, None), (OLD, ENTRY)})
        assert (root / "state.json.previous").read_bytes() in (OLDER, OLD)
        again = FolderBackend(root)
        held = again.get("state.json")
        assert held is not None
        again.put("state.json", NEW, held.version)
    assert len(seen) == 2


@pytest.mark.parametrize(
    ("write", "step", "size"),
    [(put, 0, len(OLD)), (put, 4, len(NEW)), (create, 0, len(ENTRY))],
    ids=["what was there", "what is new", "document"],
)
def test_killed_at_any_byte_it_is_the_old_one(
    root: Path, write: Callable[[Path, Disk], None], step: int, size: int
) -> None:
    with pytest.raises(Killed):
        write(root, Disk(step, size))
    (torn,) = [*root.glob(".*.tmp"), *root.glob("journal/*/.*.tmp")]
    for cut in range(size, -1, -1):  # what is on the disk before a write doesn't depend on where it ends
        assert torn.stat().st_size >= cut
        os.truncate(torn, cut)
        assert holds(root) == (OLD, None)
    write(root, Disk())
    assert holds(root) == ((NEW, None) if write is put else (OLD, ENTRY))


def refused(read: Callable[[bytes], object], data: bytes) -> bool:
    try:
        found = read(data)
    except StateError as error:
        assert error.message.startswith("the/place can't be understood: ")
        assert "\n" not in error.message
        assert "the/place.previous, a backup, or git history" in error.help
        return True
    assert found == read(data.rstrip(b"\0") + b"\n")
    return False


@pytest.mark.parametrize(
    ("whole", "read"),
    [
        (NEW, lambda data: decode_state(data, "the/place")),
        (ENTRY, lambda data: decode_record(Entry, data, "the/place")),
    ],
    ids=["state", "document"],
)
@pytest.mark.parametrize("filled", [False, True], ids=["cut", "filled with zeros"])
def test_a_torn_file_is_refused_at_every_length(whole: bytes, read: Callable[[bytes], object], filled: bool) -> None:
    """As a file system leaves it that renames before the bytes are there."""
    assert len(whole) > 500
    for length in range(len(whole) - 1):
        torn = whole[:length] + (b"\0" * (len(whole) - length) if filled else b"")
        assert refused(read, torn), f"{length} of {len(whole)} bytes were taken for a whole"
    # Without the newline at its end it is whole.
    assert refused(read, whole[:-1]) is False
    assert read(whole[:-1]) == read(whole)


def test_a_torn_document_of_the_journal_is_not_passed_over(root: Path) -> None:
    store = StateStore(FolderBackend(root), "the/place")
    assert store.read() is not None
    store.append(Sending(ops=("d" * 32,), at=AT))
    (path,) = root.glob("journal/*/*.json")
    whole = path.read_bytes()
    for length in range(0, len(whole) - 1, 16):
        path.write_bytes(whole[:length])
        with pytest.raises(StateError, match="can't be understood"):
            StateStore(FolderBackend(root), "the/place").read()
