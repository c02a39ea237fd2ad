"""Branch coverage room by room, after pytest has run: each room has a floor, and a room without one fails.

    python tests/coverage_gate.py [coverage.json]

Exit 0 where every room reaches its floor, else 1 with the lines that no test runs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

FLOORS = {
    "__main__": 0,  # two lines that only a process of its own runs
    "apply": 95,
    "repair": 95,
    "cli": 90,
    "config": 90,
    "errors": 90,
    "files": 95,
    "finding": 90,
    "git": 95,
    "gitinfo": 90,
    "importer": 95,
    "lint": 100,
    "manifest": 90,
    "model": 100,
    "plan": 100,
    "remote": 90,
    "report": 90,
    "review": 90,
    "sandbox": 90,
    "statefile": 95,
    "supply": 95,
    "text": 100,
    "usecases": 90,
    "version": 90,
}


def room(path: str) -> str:
    """The top-level module that a file belongs to: ``heymilo_ops/lint/run.py`` → ``lint``."""
    parts = Path(path).parts
    inside = parts[parts.index("heymilo_ops") + 1 :]
    return Path(inside[0]).stem if len(inside) == 1 else inside[0]


def percentages(files: dict[str, Any]) -> dict[str, float]:
    """Lines and branches that ran, in percent of all of a room; a room without any counts as 100."""
    ran: dict[str, int] = defaultdict(int)
    every: dict[str, int] = defaultdict(int)
    for path, entry in files.items():
        if Path(path).parent.name == "heymilo_ops" and Path(path).stem == "__init__":
            continue
        summary = entry["summary"]
        ran[room(path)] += summary["covered_lines"] + summary.get("covered_branches", 0)
        every[room(path)] += summary["num_statements"] + summary.get("num_branches", 0)
    return {name: 100 * ran[name] / every[name] if every[name] else 100.0 for name in sorted(every)}


def missing(files: dict[str, Any], name: str) -> list[str]:
    """``path: lines and jumps`` of a room's files that no test runs."""
    found = []
    for path, entry in sorted(files.items()):
        if room(path) != name:
            continue
        holes = [str(line) for line in entry["missing_lines"]]
        holes += [f"{start}→{end}" for start, end in entry.get("missing_branches", []) if str(start) not in holes]
        if holes:
            found.append(f"{path}: {', '.join(holes)}")
    return found


def judge(files: dict[str, Any]) -> tuple[list[str], bool]:
    """One line a room, and whether every floor is reached."""
    lines, fine = [], True
    for name, percent in percentages(files).items():
        floor = FLOORS.get(name)
        if floor is None:
            lines.append(f"  {name:<10} {percent:6.2f} %  has no floor: give it one in tests/coverage_gate.py")
        else:
            lines.append(f"  {name:<10} {percent:6.2f} %  of {floor} %{'' if percent >= floor else '  TOO LOW'}")
        if floor is None or percent < floor:
            fine = False
            lines += [f"      {each}" for each in missing(files, name)]
    return lines, fine


def main(arguments: list[str]) -> int:
    """Read a coverage report (or make one of ``.coverage``) and judge it."""
    if arguments:
        report = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    else:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder, "coverage.json")
            command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(target)]
            subprocess.run(command, check=True)
            report = json.loads(target.read_text(encoding="utf-8"))
    lines, fine = judge({path.replace("\\", "/"): entry for path, entry in report["files"].items()})
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
