"""The language server that editors run on YAML, installed by npm from the lock and started once."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.editor.language_server import LanguageServer

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODULES = HERE / "node_modules"
SCRIPT = MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
INSTALL = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """yaml-language-server as an editor has it, in the root of this repo."""
    if os.environ.get("HEYMILO_SKIP_EDITOR") == "1":
        pytest.skip("HEYMILO_SKIP_EDITOR=1: the language server is not tried")
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.fail("tests/editor needs Node.js 20 or newer with npm; set HEYMILO_SKIP_EDITOR=1 to go without")
    with FileLock(tmp_path_factory.getbasetemp().parent / "npm-ci.lock"):
        _install()
    running = LanguageServer(SCRIPT, ROOT)
    yield running
    running.close()


def _install() -> None:
    """Install what the lock says, once: npm leaves a copy of the lock behind, newer than what it was made from."""
    lock, installed = HERE / "package-lock.json", MODULES / ".package-lock.json"
    if SCRIPT.is_file() and installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    done = subprocess.run(INSTALL, cwd=HERE, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        pytest.fail(f"npm ci failed in tests/editor:\n{done.stderr[-2000:]}")
    installed.touch()
