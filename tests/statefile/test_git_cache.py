"""The private repository, broken in every way that a killed git, a full disk or a curious person leaves it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.git.repository import SlowGitError
from heymilo_ops.statefile import git_transport
from heymilo_ops.statefile.backend import one_moment
from heymilo_ops.statefile.git_branch import GitBranchBackend
from heymilo_ops.statefile.git_transport import BrokenCacheError
from tests.statefile.clones import another, git, on_branch
from tests.statefile.killing import Killing

pytestmark = pytest.mark.usefixtures("no_git_settings")

TIP = "refs/tips/origin/heymilo-state"


def private(clone: Path) -> Path:
    return clone / ".git" / "heymilo-ops" / "branch.git"


def value(backend: GitBranchBackend, key: str = "state.json") -> bytes | None:
    found = backend.get(key)
    return found.data if found else None


def object_file(folder: Path, name: str) -> Path:
    """The loose file of an object of the newest commit."""
    found = git(folder, "rev-parse", f"{TIP}{name}")
    return folder / "objects" / found[:2] / found[2:]


def emptied(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"")


BREAKAGES: dict[str, Callable[[Path], object]] = {
    "lock of the boundary": lambda folder: (folder / "shallow.lock").touch(),
    "lock of the tip": lambda folder: (folder / f"{TIP}.lock").touch(),
    "lock of the refs": lambda folder: (folder / "packed-refs.lock").touch(),
    "no HEAD": lambda folder: (folder / "HEAD").unlink(),
    "empty HEAD": lambda folder: (folder / "HEAD").write_bytes(b""),
    "empty configuration": lambda folder: (folder / "config").write_bytes(b"\0[["),
    "a file missing": lambda folder: object_file(folder, ":production/state.json").unlink(),
    "a file empty": lambda folder: emptied(object_file(folder, ":production/state.json")),
    "a folder missing": lambda folder: object_file(folder, ":production").unlink(),
    "the root missing": lambda folder: object_file(folder, "^{tree}").unlink(),
    "the commit missing": lambda folder: object_file(folder, "").unlink(),
    "the commit empty": lambda folder: emptied(object_file(folder, "")),
    "a tip to nowhere": lambda folder: (folder / TIP).write_text("1" * 40 + "\n"),
    "an odd boundary": lambda folder: (folder / "shallow").write_text("odd\n"),
    "half a pack": lambda folder: (folder / "objects" / "pack" / "tmp_pack_x").write_bytes(b"PACK"),
}


@pytest.mark.parametrize("moved", [False, True], ids=["as it was", "moved on"])
@pytest.mark.parametrize("breakage", BREAKAGES)
def test_whatever_is_broken_is_fetched_again(clone: Path, origin: Path, breakage: str, moved: bool) -> None:
    writer, reader = on_branch(another(origin)), on_branch(clone)
    version = writer.create("state.json", b"1")
    assert value(reader) == b"1"
    BREAKAGES[breakage](private(clone))
    if moved:
        writer.put("state.json", b"2", version)
    found = on_branch(clone).get("state.json")
    assert found is not None
    assert found.data == (b"2" if moved else b"1")
    on_branch(clone).put("state.json", b"3", found.version)
    assert value(writer) == b"3"
    assert value(reader) == b"3"


def test_a_fetch_that_was_killed_is_made_again(clone: Path, origin: Path) -> None:
    killing = Killing(origin)
    killing.set_up(clone)
    writer, backend = on_branch(another(origin)), on_branch(clone)
    writer.create("state.json", b"1")
    killing.at("fetch.half", private(clone))
    assert value(backend) == b"1"
    assert killing.happened("fetch.half")
    assert not (private(clone) / "shallow.lock").exists()


@pytest.mark.parametrize("label", ["push.half", "push.flight"])
def test_a_push_that_was_killed_is_made_once(clone: Path, origin: Path, label: str) -> None:
    killing = Killing(origin)
    killing.set_up(clone)
    backend = on_branch(clone)
    version = backend.create("state.json", b"1")
    killing.at(label, private(clone))
    backend.put("state.json", b"2", version)
    assert killing.happened(label)
    assert value(on_branch(another(origin))) == b"2"
    assert git(origin, "rev-list", "--count", "heymilo-state") == "2"


def test_it_is_made_anew_once(clone: Path, origin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_branch(clone).create("state.json", b"1")
    backend, made = on_branch(clone), []
    real = git_transport.GitTransport._make

    def make(self: git_transport.GitTransport) -> None:
        made.append(1)
        real(self)

    monkeypatch.setattr(git_transport.GitTransport, "_make", make)
    monkeypatch.setattr(git_transport.GitTransport, "is_whole", lambda *_: False)
    with pytest.raises(StateError, match="are missing here"):
        backend.get("state.json")
    assert made == [1]


def test_what_is_sound_is_kept_when_the_remote_is_away(clone: Path, origin: Path) -> None:
    backend = on_branch(clone)
    backend.create("snapshots/a.json", b"1")
    before = (private(clone) / "HEAD").stat().st_ino
    origin.rename(origin.with_name("gone"))
    with pytest.raises(StateError, match="the remote 'origin' can't be reached"):
        backend.get("state.json")
    assert (private(clone) / "HEAD").stat().st_ino == before
    assert value(backend, "snapshots/a.json") == b"1"


def test_a_lock_that_somebody_holds_is_waited_for(clone: Path, origin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_branch(clone).create("state.json", b"1")
    monkeypatch.setattr(git_transport, "NETWORK_S", 0.05)
    holder, backend = on_branch(clone), on_branch(clone)
    (private(clone) / "HEAD").write_bytes(b"")
    with holder._transport.alone(), pytest.raises(StateError, match="another process has been fetching"):
        backend.get("state.json")
    assert value(backend) == b"1"


def test_what_somebody_else_made_anew_is_not_made_again(clone: Path) -> None:
    backend = on_branch(clone)
    backend.create("state.json", b"1")
    transport, tries = backend._transport, []

    def act() -> bytes:
        tries.append(transport._made())
        if len(tries) == 1:
            transport._make()
            raise BrokenCacheError("fatal: gone")
        return b"done"

    assert transport.attempt("read", act) == b"done"
    assert tries[1] == transport._made()
    assert [path.name for path in sorted(private(clone).parent.iterdir())] == ["branch.git", "lock"]
    assert value(backend) == b"1"


def test_a_slow_git_is_not_a_broken_one(clone: Path) -> None:
    backend = on_branch(clone)
    backend.create("state.json", b"1")
    before = (private(clone) / "HEAD").stat().st_ino

    def act() -> bytes:
        raise SlowGitError(30)

    with pytest.raises(StateError):
        backend._transport.attempt("read", act)
    assert (private(clone) / "HEAD").stat().st_ino == before


def test_a_moment_goes_on_where_the_branch_did_not(clone: Path) -> None:
    on_branch(clone).create("state.json", b"1")
    backend = on_branch(clone)
    with one_moment(backend):
        emptied(object_file(private(clone), ":production/state.json")) if (private(clone) / TIP).exists() else None
        (private(clone) / "HEAD").write_bytes(b"")
        assert value(backend) == b"1"


def test_a_half_made_one_is_never_in_its_place(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(git_transport, "run_git", killed)
    with pytest.raises(KeyboardInterrupt):
        on_branch(clone).get("state.json")
    assert not private(clone).exists()
    monkeypatch.undo()
    assert value(on_branch(clone)) is None


def test_the_users_repository_is_left_alone_by_all_that(clone: Path, origin: Path) -> None:
    before = subprocess.run(["git", "for-each-ref"], cwd=clone, check=True, capture_output=True).stdout
    on_branch(clone).create("state.json", b"1")
    BREAKAGES["no HEAD"](private(clone))
    assert value(on_branch(clone)) == b"1"
    assert subprocess.run(["git", "for-each-ref"], cwd=clone, check=True, capture_output=True).stdout == before
