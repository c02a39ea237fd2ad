"""The README is true: its commands run, its manifest is lint-clean, its tables are complete."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from heymilo_ops.cli import state
from heymilo_ops.errors import Exit
from heymilo_ops.model import location
from heymilo_ops.statefile.object_store import ENDPOINTS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

NOT_RUN = {
    "pipx install": "it would fetch every dependency again; the test below installs what it names without them",
}
"""Blocks that no test runs, by how they begin. ``make test`` stands in no block: it runs this test."""


class Block(NamedTuple):
    """A block of commands, and the block of text right after it: lines that the output must hold, in that order."""

    commands: str
    shown: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """Every block of commands with what it is said to print."""
    found: list[Block] = []
    previous = ""
    for match in re.finditer(r"^```(\w+)\n(.*?)^```$", text, flags=re.M | re.S):
        kind, body = match.groups()
        if kind == "sh":
            found.append(Block(body, ()))
        elif kind == "text" and previous == "sh":
            found[-1] = Block(found[-1].commands, tuple(body.splitlines()))
        previous = kind
    return found


def missing(shown: tuple[str, ...], output: str) -> list[str]:
    """The lines that the output doesn't hold, in the given order; a line may go on after what is shown."""
    rest, absent = output, []
    for line in shown:
        before, found, after = rest.partition(line.strip())
        if found:
            rest = after
        else:
            rest = before
            absent.append(line)
    return absent


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repo as git knows it, in a folder of its own, without a virtual environment."""
    folder = tmp_path_factory.mktemp("readme") / "heymilo-ops"
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def run(commands: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a block as a shell does, with this environment's heymilo-ops on the path and no terminal."""
    tools = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120"}
    for name in ("BIN", "CI", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VENV", "VIRTUAL_ENV"):
        environment.pop(name, None)
    environment["PYTHON"] = sys._base_executable  # type: ignore[attr-defined]  # this environment may have no pip
    command = ["bash", "-e", "-c", commands]
    return subprocess.run(
        command, cwd=folder, env=environment, check=False, text=True, timeout=300, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_the_reader_of_blocks_sees_what_is_missing() -> None:
    text = "```sh\necho a\n```\n\nIt says:\n\n```text\na\nb\n```\n```yaml\nx: 1\n```\n```text\nnot ours\n```\n"
    assert blocks(text) == [Block("echo a\n", ("a", "b"))]
    assert missing(("a", "b"), "… b\n a c\n") == ["b"]
    assert missing(("a", "b"), "a long\nb\n") == []


def test_the_command_blocks_run(clone: Path) -> None:
    ran = 0
    for block in blocks(README):
        if any(block.commands.startswith(start) for start in NOT_RUN):
            continue
        result = run(block.commands, clone)
        assert result.returncode == 0, f"{block.commands}\n{result.stdout}"
        assert missing(block.shown, result.stdout) == [], f"{block.commands}\n{result.stdout}"
        ran += 1
    assert ran == 3
    status = subprocess.run(["git", "status", "--porcelain"], cwd=clone, check=True, capture_output=True, text=True)
    assert [line for line in status.stdout.splitlines() if not line.startswith("A ")] == ["?? interviews/"]


def test_what_is_installed_first_is_there_to_be_installed(clone: Path, tmp_path: Path) -> None:
    """A name that nobody has released may be anybody's: the first line installs the clone."""
    (block,) = (block for block in blocks(README) if block.commands.startswith("pipx install"))
    named = re.findall(r"install '(.*?)'", block.commands)
    assert named == [".[sandbox]"] * 2
    uv = [str(Path(sys.executable).with_name("uv")), "pip", "install", "--offline", "--no-cache", "--python"]
    options = ["--no-deps", "--no-build-isolation", "--target", str(tmp_path), named[0]]
    subprocess.run([*uv, sys.executable, *options], cwd=clone, check=True, capture_output=True, timeout=60)
    assert (tmp_path / "bin/heymilo-ops").exists()
    (metadata,) = tmp_path.glob("heymilo_ops-*.dist-info/METADATA")
    assert "Provides-Extra: sandbox" in metadata.read_text(encoding="utf-8")


def test_the_manifest_is_lint_clean(clone: Path, tmp_path: Path) -> None:
    (manifest,) = re.findall(r"^```yaml\n(.*?)^```$", README, flags=re.M | re.S)
    soon = (datetime.now(UTC) + timedelta(days=60)).strftime("%Y-%m-%dT18:00:00Z")
    shutil.copy(ROOT / "heymilo.yaml", tmp_path)
    (tmp_path / "postings").mkdir()
    dated, found = re.subn(r'(?<=deadline: ")[^"]+', soon, manifest)  # the README's own date passes some day
    assert found == 1
    (tmp_path / "postings/example.yaml").write_text(dated, encoding="utf-8")
    result = run("heymilo-ops lint --fail-on warning", tmp_path)
    assert result.returncode == 0, result.stdout


def test_the_exit_codes_are_all_there() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", README, flags=re.M)] == [code.value for code in Exit]


def test_the_commands_are_all_there() -> None:
    from heymilo_ops.cli.main import COMMANDS

    table = README.partition("## Commands")[2].partition("| exit |")[0]
    cells = re.findall(r"^\| (`.*?) \|", table, flags=re.M)
    named = {word for cell in cells for word in re.findall(r"`([a-z]+)", cell)}
    assert named == set(COMMANDS)


def test_the_forms_of_a_state_are_all_there_and_are_such() -> None:
    table = README.partition("| `state:` |")[2].partition("\n\n")[0]
    forms = [location.parse_location(each) for each in re.findall(r"^\| `(.*?)`", table, flags=re.M)]
    kinds = [each.scheme if isinstance(each, location.BucketLocation) else type(each) for each in forms]
    assert kinds == [location.FolderLocation, location.BranchLocation, *location.BUCKET_SCHEMES]
    endpoints = set(re.findall(r"`(\w+_ENDPOINT\w*)`", table))
    assert endpoints <= set(ENDPOINTS)


def test_what_it_says_of_state_is_there() -> None:
    known = state.command.list_commands(click.Context(state.command))
    named = set(re.findall(r"`state (\w+)", README))
    assert named
    assert named <= set(known)


def test_links_and_files_that_it_names_exist() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_it_stays_short() -> None:
    assert len(README.splitlines()) < 260
