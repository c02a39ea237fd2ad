"""The gate on coverage: a room below its floor, and a room without one, are seen."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PACKAGE = Path(__file__).parents[1] / "heymilo_ops"


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("coverage_gate", Path(__file__).with_name("coverage_gate.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entry(ran: int, every: int, *, missing: tuple[int, ...] = ()) -> dict[str, Any]:
    summary = {"covered_lines": ran, "num_statements": every, "covered_branches": 0, "num_branches": 0}
    return {"summary": summary, "missing_lines": list(missing), "missing_branches": [[7, 9]]}


def test_a_room_below_its_floor_fails_and_names_the_holes(gate: ModuleType) -> None:
    lines, fine = gate.judge({"heymilo_ops/lint/run.py": entry(99, 100, missing=(41,))})
    assert not fine
    assert "TOO LOW" in lines[0]
    assert lines[1].strip() == "heymilo_ops/lint/run.py: 41, 7→9"


def test_a_room_without_a_floor_fails(gate: ModuleType) -> None:
    lines, fine = gate.judge({"heymilo_ops/newcomer.py": entry(1, 1)})
    assert not fine
    assert "has no floor" in lines[0]


def test_untested_branches_count(gate: ModuleType) -> None:
    half = {"summary": {"covered_lines": 9, "num_statements": 9, "covered_branches": 0, "num_branches": 1}}
    assert gate.percentages({"heymilo_ops/plan/diff.py": half}) == {"plan": 90.0}


def test_every_room_has_a_floor(gate: ModuleType) -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.joinpath("__init__.py").exists()}
    assert rooms - {"__init__", "__main__"} <= set(gate.FLOORS)


def test_the_program_reads_a_report(gate: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "coverage.json"
    report.write_text(json.dumps({"files": {"heymilo_ops/text/words.py": entry(1, 2)}}), encoding="utf-8")
    assert gate.main([str(report)]) == 1
    assert "text        50.00 %  of 100 %  TOO LOW" in capsys.readouterr().out
