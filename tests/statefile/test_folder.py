from __future__ import annotations

import errno
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from heymilo_ops import files
from heymilo_ops.errors import Exit, StateError
from heymilo_ops.statefile import folder as module
from heymilo_ops.statefile.backend import Conflict
from heymilo_ops.statefile.folder import FolderBackend, save_new


def failing(code: int, when: Callable[[Any], bool] = lambda _: True) -> Callable[..., Any]:
    def fail(*arguments: Any, **_: Any) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("code", "words", "way_out"),
    [
        (errno.ENOSPC, "no space", "Free some space"),
        (errno.EDQUOT, "quota", "Free some space"),
        (errno.EROFS, "read-only", "`state` in heymilo.yaml"),
        (errno.EACCES, "permission denied", "`state` in heymilo.yaml"),
        (errno.EIO, "nput/output error", "Check"),
    ],
)
def test_a_write_that_fails_leaves_what_was_there(
    folder: FolderBackend, monkeypatch: pytest.MonkeyPatch, code: int, words: str, way_out: str
) -> None:
    version = folder.create("state.json", b"old")
    monkeypatch.setattr(module.os, "fsync", failing(code))
    with pytest.raises(StateError) as caught:
        folder.put("state.json", b"new", version)
    monkeypatch.undo()
    assert caught.value.exit is Exit.ATTENTION
    assert str(folder.root / "state.json") in caught.value.message
    assert words in caught.value.message
    assert way_out in caught.value.help
    found = folder.get("state.json")
    assert found is not None
    assert found.data == b"old"
    assert not list(folder.root.glob(".*.tmp"))
    folder.put("state.json", b"new", version)


def test_a_folder_that_can_not_be_synced_is_still_written(
    folder: FolderBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def picky(handle: int) -> None:
        if os.path.isdir(f"/dev/fd/{handle}"):  # noqa: PTH112
            raise OSError(errno.EINVAL, "no folders here")
        real(handle)

    monkeypatch.setattr(module.os, "fsync", picky)
    folder.create("state.json", b"x")
    assert folder.get("state.json") is not None


def test_a_folder_whose_sync_fails_says_so(folder: FolderBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def broken(handle: int) -> None:
        if os.path.isdir(f"/dev/fd/{handle}"):  # noqa: PTH112
            raise OSError(errno.EIO, "broken")
        real(handle)

    monkeypatch.setattr(module.os, "fsync", broken)
    with pytest.raises(StateError, match="broken"):
        folder.create("state.json", b"x")


def test_a_place_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    backend = FolderBackend(tmp_path / "file" / "state")
    with pytest.raises(StateError, match="is a file, not a folder"):
        backend.get("state.json")
    with pytest.raises(StateError, match="file"):
        backend.create("state.json", b"x")
    with pytest.raises(StateError, match="is a file, not a folder"):
        backend.delete("state.json")


def test_a_folder_where_the_state_should_be(folder: FolderBackend) -> None:
    (folder.root / "state.json").mkdir(parents=True)
    with pytest.raises(StateError, match="folder where a file should be"):
        folder.get("state.json")


def test_a_list_that_is_refused(folder: FolderBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.create("journal/1/1.json", b"1")
    real = os.scandir

    def picky(path: Any) -> Any:
        if str(path).endswith("journal"):
            raise PermissionError(errno.EACCES, "no", str(path))
        return real(path)

    monkeypatch.setattr(module.os, "scandir", picky)
    with pytest.raises(StateError, match=r"Can't read .*/journal: permission denied"):
        folder.list("")


def test_a_list_below_a_folder_looks_nowhere_else(folder: FolderBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("journal/1/1.json", "journal/2/1.json", "snapshots/a.json"):
        folder.create(key, b"1")
    looked = []
    real = os.scandir

    def noted(path: Any) -> Any:
        looked.append(Path(path).name)
        return real(path)

    monkeypatch.setattr(module.os, "scandir", noted)
    assert folder.list("journal/") == ["journal/1/1.json", "journal/2/1.json"]
    assert sorted(looked) == ["1", "2", "journal"]
    with pytest.raises(ValueError):
        folder.list("../")


def test_a_folder_that_is_removed_during_a_list_holds_nothing(
    folder: FolderBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.create("journal/1/1.json", b"1")
    folder.create("state.json", b"1")
    real = os.scandir

    def late(path: Any) -> Any:
        if str(path).endswith("journal"):
            folder.delete("journal/1/1.json")
        return real(path)

    monkeypatch.setattr(module.os, "scandir", late)
    assert folder.list("") == ["state.json"]


def test_folders_that_are_empty_go_and_others_stay(folder: FolderBackend) -> None:
    for key in ("journal/1/1.json", "journal/1/2.json", "journal/2/1.json", "state.json"):
        folder.create(key, b"1")
    orphan = folder.root / "journal" / "1" / ".3.json.aa.tmp"
    orphan.write_bytes(b"half")
    os.utime(orphan, (time.time() - 7200, time.time() - 7200))
    folder.delete("journal/1/1.json")
    assert not orphan.exists()
    folder.delete_all(["journal/1/2.json"])
    assert [path.name for path in (folder.root / "journal").iterdir()] == ["2"]
    folder.delete_all(["journal/2/1.json", "state.json"])
    assert sorted(path.name for path in folder.root.iterdir()) in ([".cas"], [])
    folder.create("journal/1/1.json", b"1")


def test_what_is_not_there_is_removed_without_a_trace(folder: FolderBackend) -> None:
    folder.delete_all(["a/b.json", "c.json"])
    assert not folder.root.exists()


def _turns(root: str, name: str) -> None:
    backend = FolderBackend(Path(root))
    for _ in range(40):
        backend.create(f"journal/1/{name}.json", b"1")
        backend.delete(f"journal/1/{name}.json")


def test_a_folder_does_not_go_from_under_a_writer(folder: FolderBackend) -> None:
    spawn = multiprocessing.get_context("fork")
    workers = [spawn.Process(target=_turns, args=(str(folder.root), name)) for name in ("a", "b")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert [worker.exitcode for worker in workers] == [0, 0]


def test_an_odd_error_has_words_too(folder: FolderBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(*_: object) -> bytes:
        raise OSError

    monkeypatch.setattr(files, "read", odd)
    with pytest.raises(StateError, match="OSError"):
        folder.get("state.json")


_HOLDER = """
import sys
import filelock
with filelock.FileLock(sys.argv[1]):
    print(flush=True)
    sys.stdin.read()
"""


def test_a_writer_that_never_ends_is_not_awaited_for_ever(
    folder: FolderBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.create("a.json", b"x")
    monkeypatch.setattr(module, "CAS_TIMEOUT_S", 0.2)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder.root / ".cas")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(StateError, match="another process has been writing"):
            folder.create("b.json", b"x")
        other.kill()


def test_put_keeps_the_previous_one(folder: FolderBackend) -> None:
    first = folder.create("state.json", b"1")
    assert not (folder.root / "state.json.previous").exists()
    second = folder.put("state.json", b"2", first)
    folder.put("state.json", b"3", second)
    assert (folder.root / "state.json.previous").read_bytes() == b"2"


def test_mode_follows_the_umask(folder: FolderBackend) -> None:
    before = os.umask(0o027)
    try:
        folder.create("state.json", b"1")
    finally:
        os.umask(before)
    assert (folder.root / "state.json").stat().st_mode & 0o777 == 0o640


def test_what_killed_writers_left_is_swept_after_an_hour(folder: FolderBackend) -> None:
    version = folder.create("state.json", b"1")
    old, fresh = folder.root / ".state.json.aa.tmp", folder.root / ".state.json.bb.tmp"
    for each in (old, fresh):
        each.write_bytes(b"half")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    folder.put("state.json", b"2", version)
    assert not old.exists()
    assert fresh.exists()


def _count(root: str, times: int) -> None:
    backend = FolderBackend(Path(root))
    done = 0
    while done < times:
        found = backend.get("n.json")
        try:
            backend.put("n.json", str(int(found.data) + 1 if found else 1).encode(), found.version if found else None)
        except Conflict:
            continue
        done += 1


def test_writers_in_several_processes_lose_nothing(folder: FolderBackend) -> None:
    spawn = multiprocessing.get_context("fork")
    workers = [spawn.Process(target=_count, args=(str(folder.root), 15)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    found = folder.get("n.json")
    assert found is not None
    assert found.data == b"45"


_WRITER = """
import sys
from pathlib import Path
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.store import StateStore
store = StateStore(FolderBackend(Path(sys.argv[1])), "x")
state = store.read() or store.begin("acme", "sandbox", "https://example.org")
state = state.model_copy(update={"project": "x" * 200_000})
state = store.write(state)
print(flush=True)
while True:
    state = store.write(state)
"""


@pytest.fixture
def kill_after() -> Iterator[Callable[[Path, float], None]]:
    def run(root: Path, seconds: float) -> None:
        with subprocess.Popen([sys.executable, "-c", _WRITER, str(root)], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(seconds)
            child.send_signal(signal.SIGKILL)

    yield run


def test_sigkill_in_the_middle_of_writes_leaves_a_readable_state(
    folder: FolderBackend, kill_after: Callable[[Path, float], None]
) -> None:
    last = 0
    for seconds in (0.05, 0.083, 0.131):
        kill_after(folder.root, seconds)
        data = json.loads((folder.root / "state.json").read_bytes())
        assert data["serial"] > last
        last = data["serial"]
        version = folder.get("state.json")
        assert version is not None
        folder.put("state.json", version.data, version.version)


def test_save_new_overwrites_nothing(tmp_path: Path) -> None:
    first = save_new(tmp_path / "out", "errored", ".state.json", b"1")
    second = save_new(tmp_path / "out", "errored", ".state.json", b"2")
    assert (first.name, second.name) == ("errored.state.json", "errored.2.state.json")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")


def test_save_new_says_where_it_failed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StateError, match="file"):
        save_new(tmp_path / "file", "errored", ".state.json", b"1")


def test_a_lock_on_the_state_does_not_stop_its_own_writes(folder: FolderBackend) -> None:
    folder.create("a.json", b"1")
    with FileLock(folder.root / "lock"):
        folder.create("b.json", b"1")


def test_what_an_operating_system_hides_is_no_key(folder: FolderBackend) -> None:
    folder.create("state.json", b"1")
    (folder.root / "._state.json").write_bytes(b"of a Mac's own")
    assert folder.list("") == ["state.json"]
