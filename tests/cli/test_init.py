"""A new user: an empty folder, and nothing but what the tool prints."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran


def test_following_what_is_printed_ends_with_an_applied_posting(
    tmp_path: Path, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Our Interviews"
    folder.mkdir()
    monkeypatch.chdir(folder)
    began = cli("init")
    assert began.code == 0
    commands = re.findall(r"^  (heymilo-ops .*?)(?:   .*)?$", began.out, re.M)
    assert [shlex.split(each)[1] for each in commands] == ["lint", "plan", "apply"]
    for each in commands:
        args = shlex.split(each)[1:]
        done = cli(*args, *(["--auto-approve"] if args[0] == "apply" else []))
        assert done.code == 0, done.text
    assert "1 created" in done.out
    assert "project: our-interviews" in Path("heymilo.yaml").read_text(encoding="utf-8")
    assert cli("fmt", "--check").code == 0
    assert cli("schema", "--check").code == 0
    assert cli("lint", "--fail-on", "warning").code == 0
    assert cli("doctor").code == 0


def test_nothing_is_overwritten(tmp_path: Path, cli: Callable[..., Ran]) -> None:
    root = str(tmp_path)
    assert cli("init", root, "--ci", "github").code == 0
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    (tmp_path / "heymilo.yaml").write_text("mine", encoding="utf-8")
    kept[tmp_path / "heymilo.yaml"] = b"mine"
    (tmp_path / ".gitignore").write_text("node_modules/", encoding="utf-8")
    again = cli("init", root, "--ci", "github")
    assert again.code == 0
    assert "  written " not in again.out
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8").startswith("node_modules/\n")
    for path, content in kept.items():
        if path.name != ".gitignore":
            assert path.read_bytes() == content, path


def test_workflows_on_request(tmp_path: Path, cli: Callable[..., Ran]) -> None:
    cli("init", str(tmp_path / "a"))
    assert not (tmp_path / "a/.github").exists()
    shown = cli("init", str(tmp_path / "b"), "--ci", "github")
    assert {path.name for path in (tmp_path / "b/.github/workflows").iterdir()} == {"apply.yml", "plan.yml"}
    assert "HEYMILO_API_KEY" in shown.out


def test_a_name_that_cannot_be_one(tmp_path: Path, cli: Callable[..., Ran]) -> None:
    assert cli("init", str(tmp_path), "--project", "No Good").code == 64
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert cli("init", str(tmp_path / "file" / "below")).code == 1
