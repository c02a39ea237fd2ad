"""What a command does not need it does not load, and what a file does not need is not done to it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.cli.main import run

HEAVY = ("deepdiff", "docx", "fastapi", "httpx", "jinja2", "rich", "uvicorn", "watchfiles")
NOT_FOR_VERSION = (*HEAVY, "jsonschema_rs", "pydantic", "rapidfuzz", "ruamel", "tempfile", "yaml")
PROBE = """
import sys
from heymilo_ops.cli.main import run
code = run(sys.argv[2:])
loaded = [name for name in sys.argv[1].split(",") if name in sys.modules]
print(f"\\n{code}:{','.join(loaded)}")
"""

CONFIG = """\
version: 1
project: bench
default_workspace: production
workspaces:
  production:
    api_key_env: HEYMILO_API_KEY
"""
MANIFEST = """\
name: {name}
title: Night Baker
description: Bake through the night.
deadline: "2035-01-31T18:00:00Z"
job_overview: Four nights a week.
workflow:
  - type: form
    questions:
      - text: Which stations have you worked at?
        question_type: textarea
"""


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("HEYMILO_OPS_WORKSPACE", raising=False)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Two valid postings, both applied."""
    (tmp_path / "heymilo.yaml").write_text(CONFIG)
    (tmp_path / "postings").mkdir()
    for name in ("day-baker", "night-baker"):
        (tmp_path / "postings" / f"{name}.yaml").write_text(MANIFEST.format(name=name))
    assert run(["-C", str(tmp_path), "schema"]) == run(["-C", str(tmp_path), "fmt"]) == 0
    applied(tmp_path)
    return tmp_path


def applied(root: Path) -> None:
    """Write the state as an apply of every manifest would have left it."""
    script = Path(__file__).parent / "bench" / "applied.py"
    subprocess.run([sys.executable, str(script), str(root)], check=True)


def loaded(root: Path, *args: str, watched: tuple[str, ...] = HEAVY) -> tuple[int, set[str]]:
    """The exit code of a command line in a process of its own, and what it loaded of the ``watched``."""
    command = [sys.executable, "-c", PROBE, ",".join(watched), "-C", str(root), *args]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    code, _, names = out.splitlines()[-1].partition(":")
    return int(code), set(names.split(",")) - {""}


@pytest.mark.parametrize(
    "args",
    [
        ["--version"],
        ["lint"],
        ["lint", "--format", "json"],
        ["fmt", "--check"],
        ["schema", "--check"],
        ["render", "night-baker"],
        ["render", "night-baker", "--format", "json"],
        ["plan", "--refresh", "none"],
        ["list"],
        ["history"],
        ["history", "night-baker"],
    ],
    ids=" ".join,
)
def test_commands_that_only_look_load_nothing_heavy(repo: Path, args: list[str]) -> None:
    assert loaded(repo, *args) == (0, set())


def test_version_loads_click_and_little_else(repo: Path) -> None:
    assert loaded(repo, "--version", watched=NOT_FOR_VERSION) == (
        0,
        set(),
    )


def test_lint_loads_nothing_of_a_state_that_is_not_there(repo: Path) -> None:
    shutil.rmtree(repo / ".heymilo")
    watched = ("heymilo_ops.model.state", "heymilo_ops.statefile.folder", "heymilo_ops.statefile.store")
    assert loaded(repo, "lint", watched=watched) == (0, {"heymilo_ops.statefile.folder"})


def test_the_probe_sees_what_is_loaded(repo: Path) -> None:
    assert loaded(repo, "lint", watched=("pydantic", "httpx")) == (0, {"pydantic"})


def test_a_plan_loads_deepdiff_only_where_a_digest_moved(repo: Path) -> None:
    path = repo / "postings" / "night-baker.yaml"
    path.write_text(path.read_text() + "# a comment moves no digest\n")
    assert loaded(repo, "plan", "--refresh", "none") == (0, set())
    path.write_text(path.read_text().replace("Four nights", "Three nights"))
    assert loaded(repo, "plan", "--refresh", "none") == (0, {"deepdiff"})


def counted(monkeypatch: pytest.MonkeyPatch, target: Any, name: str) -> list[Any]:
    """The first arguments of all calls of a function from now on."""
    calls: list[Any] = []
    real = getattr(target, name)

    def count(*args: Any, **kwargs: Any) -> Any:
        calls.append(args[0])
        return real(*args, **kwargs)

    monkeypatch.setattr(target, name, count)
    return calls


@pytest.mark.parametrize("args", [["lint"], ["plan", "--refresh", "none"], ["list"]], ids=" ".join)
def test_a_valid_file_is_parsed_once_and_never_composed(
    repo: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    from yaml import _yaml as libyaml

    from heymilo_ops.manifest import law_reader, suppress, yaml_file

    law_reader.load_law()  # once a process, whatever the repo holds
    parsed = counted(monkeypatch, libyaml, "CParser")
    composed = [counted(monkeypatch, module, "compose_nodes") for module in (yaml_file, suppress)]
    assert run(["-C", str(repo), *args]) == 0
    texts = [path.read_text() for path in (repo / "heymilo.yaml", *sorted((repo / "postings").glob("*.yaml")))]
    assert parsed == texts
    assert composed == [[], []]


def test_a_file_with_a_finding_is_composed_and_its_neighbour_is_not(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heymilo_ops.manifest import yaml_file

    path = repo / "postings" / "night-baker.yaml"
    path.write_text(path.read_text().replace("title:", "titel:"))
    placed = counted(monkeypatch, yaml_file, "compose_nodes")
    judged = counted(monkeypatch, yaml_file, "read_slow")
    assert run(["-C", str(repo), "lint"]) == 1
    assert set(placed) == {path.read_text()}
    assert judged == []
