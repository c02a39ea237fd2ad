"""This tool as if it had been installed from somewhere, and a package index in a folder that has it, or somebody's."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.version import __version__

URL = "https://git.example/talent/heymilo-ops.git"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
RECORD = {"url": URL, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
"""What an installer records of a commit."""


def installed_from(record: Any, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """``record``: what direct_url.json says, as data or as it is written; ``None``: there is none, as from an index."""
    info = folder / f"heymilo_ops-{__version__}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: heymilo-ops\nVersion: {__version__}\n")
    if record is not None:
        text = record if isinstance(record, str) else json.dumps(record)
        (info / "direct_url.json").write_text(text, encoding="utf-8")
    patch.syspath_prepend(folder)


def on_index(root: Path, version: str, files: Mapping[str, bytes]) -> Path:
    """A package index with one wheel of the tool; the wheel."""
    folder = root / "simple/heymilo-ops"
    folder.mkdir(parents=True)
    wheel = folder / f"heymilo_ops-{version}-py3-none-any.whl"
    info = f"heymilo_ops-{version}.dist-info"
    more = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: heymilo-ops\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in (*files, *more, f"{info}/RECORD"))
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, data in (dict(files) | more | {f"{info}/RECORD": record}).items():
            archive.writestr(name, data)
    digest = sha256(wheel.read_bytes()).hexdigest()
    page = f'<!DOCTYPE html><html><body><a href="{wheel.name}#sha256={digest}">{wheel.name}</a></body></html>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    return wheel


def asking(root: Path, patch: pytest.MonkeyPatch) -> None:
    """Set pip and uv up for that index alone, with no configuration of this machine."""
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_CONSTRAINT", "UV_FIND_LINKS", "UV_EXTRA_INDEX_URL"):
        patch.delenv(name, raising=False)
    index = (root / "simple").as_uri()
    for name, value in {"PIP_CONFIG_FILE": "/dev/null", "PIP_INDEX_URL": index, "UV_DEFAULT_INDEX": index}.items():
        patch.setenv(name, value)
    patch.setenv("UV_NO_CONFIG", "1")
    patch.setenv("UV_CACHE_DIR", str(root / "cache"))
