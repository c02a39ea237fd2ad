"""The package index, asked through pip (or uv, where pip isn't there), which know where it is and what it needs.

Nothing of its address gets into an answer or a message here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from heymilo_ops.supply.origin import PACKAGE, PROJECT

TIMEOUT_S = 120.0
"""The longest that one question to the index may take, in seconds."""

_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")


class NotHadError(Exception):
    """The index could not be asked, or doesn't have what it was asked for. The text is a sentence without its end."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release as the index has it.

    Attributes:
        hashes: the SHA-256 of the files that it may be installed from, in hex.
        contents: the SHA-256 of each file of the package in it, by path.
    """

    hashes: tuple[str, ...]
    contents: Mapping[str, str]


def release(version: str) -> Release:
    """This version of the tool, downloaded and not run. Raises ``NotHadError``."""
    wanted = f"{PROJECT}=={version}"
    with TemporaryDirectory() as folder:
        try:
            with_pip = _with_pip(wanted, Path(folder))
            return with_pip if with_pip is not None else _with_uv(wanted, Path(folder))
        except subprocess.TimeoutExpired as error:
            raise NotHadError(f"the package index did not answer in {TIMEOUT_S:.0f} seconds") from error
        except (OSError, zipfile.BadZipFile) as error:
            raise NotHadError(f"what the package index has as {wanted} can't be read") from error


def _with_pip(wanted: str, folder: Path) -> Release | None:
    """``None`` where there is no pip. ``-P``: nothing is imported from the folder that it runs in."""
    pip = (sys.executable, "-P", "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input")
    done = _run((*pip, "--no-deps", "--only-binary=:all:", "--dest", "wheel", wanted), folder)
    if done.returncode:
        if "No module named pip" in done.stderr:
            return None
        raise _refused(wanted, "pip download --no-deps")
    (wheel,) = (folder / "wheel").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith(f"{PACKAGE}/") and not name.endswith("/")]
        contents = {name: sha256(archive.read(name)).hexdigest() for name in names}
    return Release((sha256(wheel.read_bytes()).hexdigest(),), contents)


def _with_uv(wanted: str, folder: Path) -> Release:
    """uv downloads no file as it is: the hashes are those that the index names, and uv checks its download by them."""
    # A relative folder in PATH would be looked for in the repo.
    uv = shutil.which("uv", path=os.pathsep.join(filter(os.path.isabs, os.get_exec_path())))
    if uv is None:
        raise NotHadError("there is neither pip nor uv here to ask the package index with")
    asked = (uv, "pip", "compile", "-", "--no-deps", "--generate-hashes", "--only-binary=:all:", "--no-header")
    found = _run((*asked, "--quiet", "--no-annotate"), folder, given=f"{wanted}\n")
    hashes = tuple(_HASH.findall(found.stdout))
    if found.returncode or not hashes:
        raise _refused(wanted, "uv pip install")
    (folder / "wanted.txt").write_text(found.stdout, encoding="utf-8")
    install = (uv, "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:")
    done = _run((*install, "--target", "wheel", "--python", sys.executable, "--requirement", "wanted.txt"), folder)
    if done.returncode:
        raise _refused(wanted, "uv pip install")
    root = folder / "wheel"
    inside = [path for path in (root / PACKAGE).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    contents = {path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in inside}
    return Release(hashes, contents)


def _run(command: Sequence[str], folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run an installer in an empty folder of ours: it reads no configuration of a repo, and runs no code of one."""
    return subprocess.run(
        command, cwd=folder, env=os.environ, input=given, capture_output=True, text=True, errors="replace",
        check=False, timeout=TIMEOUT_S,
    )  # fmt: skip


def _refused(wanted: str, command: str) -> NotHadError:
    """What the installer printed is not repeated: it may name the index, and a password in its address."""
    return NotHadError(f"the package index doesn't give {wanted} (see: {command} {wanted})")
