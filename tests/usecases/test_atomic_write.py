from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.usecases.atomic_write import write_all
from tests.cli.conftest import full_disk_for


def names(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


def test_what_fails_while_preparing_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old\n")
    (tmp_path / "z").mkdir()
    with pytest.raises(AttentionError, match="can't be written"):
        write_all(tmp_path, {"new/deep/b": "1\n", "a": "2\n", "z": "3\n"})
    assert names(tmp_path) == ["a", "z"]
    assert (tmp_path / "a").read_text() == "old\n"


def test_what_fails_while_moving_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old\n")
    full_disk_for(monkeypatch, "z")
    with pytest.raises(AttentionError, match="No space left"):
        write_all(tmp_path, {"new/b": "1\n", "a": "2\n", "z": "3\n"})
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old\n"


def test_modes_links_line_ends_and_marks_stay(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"\xef\xbb\xbfa\r\nb\r\n")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    write_all(tmp_path, {"link": "c\nd\n", "x/y": "new\n"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"\xef\xbb\xbfc\r\nd\r\n"
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["link", "real", "x", "x/y"]
