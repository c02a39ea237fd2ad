"""The sandbox imports the standard library, FastAPI and what it stands on, and itself: nothing else."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import heymilo_ops.sandbox

ROOM = Path(heymilo_ops.sandbox.__file__).parent
ALLOWED = {"fastapi", "pydantic", "starlette", "uvicorn"}


def imported(source: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(("." * node.level) + (node.module or ""))
    return names


def foreign(names: set[str]) -> set[str]:
    return {
        name
        for name in names
        if not (name == "heymilo_ops.sandbox" or name.startswith("heymilo_ops.sandbox."))
        and name.split(".")[0] not in ALLOWED | sys.stdlib_module_names
    }


def test_the_check_finds_what_it_looks_for():
    source = "import httpx, json\nfrom heymilo_ops.errors import OpsError\nfrom . import x\nfrom fastapi import y"
    assert foreign(imported(source)) == {"httpx", "heymilo_ops.errors", "."}


@pytest.mark.parametrize("file", sorted(ROOM.glob("*.py")), ids=lambda file: file.name)
def test_imports(file):
    assert foreign(imported(file.read_text())) == set()


def test_options_and_store_come_without_fastapi():
    code = "import sys, heymilo_ops.sandbox.options, heymilo_ops.sandbox.store; sys.exit('fastapi' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
