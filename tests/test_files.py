"""What is below a root is opened, and nothing else; with and without a system that opens relative to a folder."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from heymilo_ops import files
from heymilo_ops.files import EntryKind, LeadsOutError, NotPlainError


@pytest.fixture(params=["by handle", "by path"])
def root(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file and a folder, beside one that holds a secret."""
    monkeypatch.setattr(files, "_BY_HANDLE", request.param == "by handle")
    root = tmp_path / "repo"
    (root / "sub").mkdir(parents=True)
    (root / "sub/a.txt").write_text("inside")
    (root / ".git/hooks").mkdir(parents=True)
    (root / ".git/config").write_text("secret")
    (root / ".env").write_text("secret")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/secret.txt").write_text("secret")
    return root


INSIDE = ["sub/a.txt", "sub/../sub/a.txt", "./sub/a.txt", "to-file", "to-folder/a.txt", "chain", "absolute", "up/a.txt"]
OUTSIDE = {
    "../out/secret.txt": "leads out of the repo",
    "out-file": "is a link that leads out of the repo",
    "out-folder/secret.txt": "is a link that leads out of the repo",
    "out-absolute": "is a link that leads out of the repo",
    "out-proc": "is a link that leads out of the repo",
    "out-and-in": "is a link that leads out of the repo",
    ".git/config": "leads into git's own folder",
    "sub/.GIT/hooks/pre-commit": "leads into git's own folder",
    "git": "is a link that leads into git's own folder",
    "git-hook": "is a link that leads into git's own folder",
    "hidden": "is a link that leads to a hidden name",
    "circle": "is a link that leads in a circle",
    "ROOT/../out/secret.txt": "leads out of the repo",
    "/etc/passwd": "leads out of the repo",
}


@pytest.fixture
def links(root: Path) -> Path:
    """The root with links of every kind."""
    for name, target in {
        "to-file": "sub/a.txt",
        "to-folder": "sub",
        "chain": "to-folder/../to-file",
        "absolute": str(root / "to-file"),
        "up": "sub/up",
        "sub/up": "../to-folder",
        "out-file": "../out/secret.txt",
        "out-folder": "../out",
        "out-absolute": str(root.parent / "out/secret.txt"),
        "out-proc": "/proc/self/environ",
        "out-and-in": "../repo/sub/a.txt",
        "git": ".git/config",
        "git-hook": ".git/hooks/pre-commit",
        "hidden": ".env",
        "circle": "circle",
        "dangling": "sub/new.txt",
    }.items():
        (root / name).symlink_to(target)
    return root


def everything(root: Path) -> dict[str, bytes]:
    """All plain files around the root."""
    found = (path for path in root.parent.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(path): path.read_bytes() for path in found if "circle" not in str(path)}


@pytest.mark.parametrize("path", INSIDE)
def test_what_is_inside_is_read_and_written_through_links(links: Path, path: str) -> None:
    assert files.read(links, path) == b"inside"
    assert files.read(links, path, 2) == b"in"
    assert files.kind(links, path) is EntryKind.FILE
    assert files.resolve(links, path) == files.resolve_file(links, path) == links / "sub/a.txt"
    files.write(links, path, b"new")
    assert (links / "sub/a.txt").read_bytes() == b"new"
    assert (links / "to-file").is_symlink()
    assert files.read(links, links / path) == b"new"


ACTIONS: dict[str, Callable[[Path, str], object]] = {
    "read": files.read,
    "kind": files.kind,
    "entries": files.entries,
    "resolve": files.resolve,
    "place": files.resolve_file,
    "make_folder": files.make_folder,
    "write": lambda root, path: files.write(root, path, b"written"),
    "stage": lambda root, path: files.stage(root, path, b"written"),
    "remove": files.remove,
}


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("action", ACTIONS)
def test_what_is_outside_is_refused_and_untouched(links: Path, path: str, action: str) -> None:
    before = everything(links)
    with pytest.raises(LeadsOutError) as caught:
        ACTIONS[action](links, path.replace("ROOT", str(links)))
    assert OUTSIDE[path] in caught.value.why
    assert OUTSIDE[path] in str(caught.value.strerror)
    assert everything(links) == before


def test_a_link_to_what_is_not_there_yet_makes_it_there(links: Path) -> None:
    assert files.kind(links, "dangling") is None
    files.write(links, "dangling", b"x")
    assert (links / "sub/new.txt").read_bytes() == b"x"


@pytest.mark.parametrize("path", ["none", "none/deep", "sub/a.txt/deep", "none/../sub/a.txt"])
def test_nothing_is_there(root: Path, path: str) -> None:
    assert files.kind(root, path) is None
    with pytest.raises((FileNotFoundError, NotADirectoryError)):
        files.read(root, path)
    with pytest.raises((FileNotFoundError, NotADirectoryError)):
        files.entries(root, path)


def test_a_root_that_is_not_there(root: Path) -> None:
    assert files.kind(root / "none", "x") is None
    with pytest.raises(FileNotFoundError):
        files.read(root / "none", "x")


@pytest.mark.parametrize("path", ["a\0b", "a\ud800b"])
def test_what_can_be_no_name(root: Path, path: str) -> None:
    with pytest.raises(OSError, match="no file can have this name"):
        files.read(root, path)


@pytest.mark.parametrize("what", ["pipe", "socket", "folder", "device"])
def test_only_plain_files(root: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / what
    if what == "pipe":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    elif what == "socket":
        monkeypatch.chdir(root)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(what)
    else:
        found = Path("/dev/null").stat()
        real = os.stat
        monkeypatch.setattr(os, "stat", lambda name, **more: found if str(name).endswith(what) else real(name, **more))
    for action in ("read", "place", "write", "stage", "remove"):
        with pytest.raises(NotPlainError, match="not a plain file"):
            ACTIONS[action](root, what)
    with pytest.raises(NotPlainError):
        files.read(root, ".")
    if what != "device":
        assert files.kind(root, what) is (EntryKind.FOLDER if what == "folder" else EntryKind.OTHER)


@pytest.mark.parametrize("what", ["link", "pipe"])
def test_what_is_swapped_while_it_is_opened(root: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link or a pipe is put in a file's place between the look at it and its opening."""
    real = os.open

    def swapped(name: str, flags: int, *more: int, **where: int | None) -> int:
        if str(name).endswith("a.txt"):
            (root / "sub/a.txt").unlink()
            (root / "sub/a.txt").symlink_to("../../out/secret.txt") if what == "link" else os.mkfifo(root / "sub/a.txt")
        return real(name, flags, *more, **where)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(OSError):
        files.read(root, "sub/a.txt")


def test_entries_name_each_kind(links: Path) -> None:
    os.mkfifo(links / "pipe")
    found = {entry.name: entry.kind for entry in files.entries(links)}
    assert found["sub"] is EntryKind.FOLDER
    assert found["to-folder"] is found["out-file"] is EntryKind.LINK
    assert found["pipe"] is EntryKind.OTHER
    assert [(entry.name, entry.kind) for entry in files.entries(links, "to-folder")] == [
        ("a.txt", EntryKind.FILE),
        ("up", EntryKind.LINK),
    ]


def test_writing_is_whole_or_not_at_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "sub/a.txt").chmod(0o640)
    files.write(root, "sub/a.txt", b"new")
    assert stat.S_IMODE((root / "sub/a.txt").stat().st_mode) == 0o640
    files.write(root, "x/y/z.txt", b"deep")
    assert (root / "x/y/z.txt").read_bytes() == b"deep"

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = everything(root)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(OSError, match="No space"):
            files.write(root, "n/o/t.txt", b"x")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fchmod", full)
        with pytest.raises(OSError, match="No space"):
            files.write(root, "sub/a.txt", b"x")
    assert everything(root) == before
    assert not (root / "n").exists()


def test_a_link_put_at_the_place_meanwhile_is_replaced(root: Path) -> None:
    staged = files.stage(root, "sub/a.txt", b"new")
    (root / "sub/a.txt").unlink()
    (root / "sub/a.txt").symlink_to("../../out/secret.txt")
    staged.commit()
    assert (root / "sub/a.txt").read_bytes() == b"new"
    assert (root.parent / "out/secret.txt").read_bytes() == b"secret"


def test_a_file_that_is_not_to_be_written_is_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(PermissionError):
        files.write(root, "sub/a.txt", b"new")
    assert (root / "sub/a.txt").read_bytes() == b"inside"


def test_folders_are_made_once(root: Path) -> None:
    assert files.make_folder(root, "a/b") == files.make_folder(root, "a/b") == root / "a/b"
    assert files.make_folder(root, ".") == root
    with pytest.raises(OSError):
        files.make_folder(root, "sub/a.txt")


def test_a_file_is_removed(root: Path) -> None:
    files.remove(root, "sub/a.txt")
    assert not (root / "sub/a.txt").exists()
    with pytest.raises(FileNotFoundError):
        files.remove(root, "sub/a.txt")


@pytest.mark.parametrize("hard_links", [True, False], ids=["with hard links", "without"])
def test_a_new_file_takes_no_name_that_is_taken(
    root: Path, links: Path, hard_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:

    def refused(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    if not hard_links:
        monkeypatch.setattr(os, "link", refused)
    before = everything(root)
    for path in ("sub/a.txt", "to-file", "dangling", "out-file", "sub", "to-folder/a.txt"):
        with pytest.raises(FileExistsError) as caught:
            files.create(links, path, b"new")
        assert caught.value.filename == path
    assert everything(root) == before
    with pytest.raises(LeadsOutError):
        files.create(links, "out-folder/x.txt", b"new")
    files.create(root, "x/y/z.txt", b"deep")
    files.create(links, "to-folder/b.txt", b"beside")
    assert (root / "x/y/z.txt").read_bytes() == b"deep"
    assert (root / "sub/b.txt").read_bytes() == b"beside"
    assert [entry.name for entry in files.entries(root, "x/y")] == ["z.txt"]
    assert (root.parent / "out/secret.txt").read_bytes() == b"secret"


def test_of_a_new_file_that_cannot_be_written_nothing_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        files.create(root, "sub/b.txt", b"new")
    assert [entry.name for entry in files.entries(root, "sub")] == ["a.txt"]
