"""Lint of a large file takes time in proportion to its size, whatever it is made of, and shows a part of what it finds.

Steps are counted, not seconds; ``make bench`` has the seconds of a mebibyte. What patterns do within one step is held
by ``tests/lint/test_patterns.py``.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from heymilo_ops.cli.main import run
from heymilo_ops.manifest.codes import MOST
from tests.fuzz.large import SHAPES, VOICE, lines
from tests.fuzz.steps import steps

CONFIG = """\
version: 1
project: large
default_workspace: production
workspaces:
  production: {api_key_env: HEYMILO_API_KEY}
"""
SIZE = 5_000
GROWTH = 2.5
"""Most that twice the size may cost; quadratic work costs four times as much."""
OFFSET = 20_000
"""Steps that count for nothing, such as what is done once in a process."""


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    (tmp_path / "heymilo.yaml").write_text(CONFIG)
    (tmp_path / "postings").mkdir()
    return tmp_path


def lint(repo: Path, text: str, form: str = "text") -> int:
    (repo / "postings" / "large.yaml").write_text(text, encoding="utf-8", errors="surrogatepass")
    return run(["-C", str(repo), "lint", "--format", form])


@pytest.mark.parametrize("name", [name for name in SHAPES if not name.startswith("text of")])
def test_twice_the_size_takes_about_twice_the_steps(repo: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    make = SHAPES[name]
    lint(repo, make(1000))  # what is imported and cached once
    assert lint(repo, make(SIZE)) in (0, 1)
    few, many = (steps(partial(lint, repo, make(size))) for size in (SIZE, 2 * SIZE))
    assert many < GROWTH * few + OFFSET


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_more_findings_than_are_shown_are_said_in_every_format(
    repo: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert lint(repo, lines(VOICE, lambda n: f"      - {{text: 'Job {n}?', colour: red}}\n")(100_000), form) == 1
    out = capsys.readouterr().out
    assert "more findings of this file are not shown" in out
    assert out.count("colour") >= MOST
    if form == "json":
        found = json.loads(out)["findings"]
        assert len(found) == MOST + 1
        assert [each["severity"] for each in found if each["code"] == "SY025"] == ["error"]
