"""Every safeguard is reached from the command line: those that no test there misses run their line in a scenario."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.guarantees.reached import REACHED

ROOT = Path(__file__).parents[2]


def test_the_scenarios_get_there(tmp_path: Path) -> None:
    nodes = dict.fromkeys(f"tests/cli/{place.by}" for place in REACHED.values())
    options = (
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "pytest_timeout",
        "-p",
        "tests.guarantees.reaching",
        "--reached",
        str(tmp_path / "reached"),
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *nodes], cwd=ROOT, capture_output=True, text=True, timeout=600,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads((tmp_path / "reached").read_text(encoding="utf-8"))
    missed = [name for name, place in REACHED.items() if name not in found.get(f"tests/cli/{place.by}", ())]
    assert missed == []
