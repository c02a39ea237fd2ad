"""The package index, asked through pip (or uv, where pip isn't there), which know where it is and what it needs; and
the lock that a CI job installs from: every package with its version and the hashes that its files may have.

Nothing of its address gets into an answer or a message here. The parts of the lock ship with this package, in
``locks/``; ``make lock`` writes them, and none names a host.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from heymilo_ops.supply.origin import PACKAGE, PROJECT, lines_of

TIMEOUT_S = 120.0
"""The longest that one question to the index may take, in seconds."""

MOST_FILES = 20
"""Files of one release that are looked at."""

_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")
_INFO = re.compile(rf"{PACKAGE}-[^/]+\.dist-info/(.+)")
_ABOUT = re.compile(r"METADATA|WHEEL|RECORD|licenses/.+")
"""What of a wheel's description runs nothing, and is not compared. ``entry_points.txt`` does: it names the command."""


class NotHadError(Exception):
    """The index could not be asked, or doesn't have what it was asked for. The text is a sentence without its end."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release as the index has it.

    Attributes:
        hashes: the SHA-256 of the files that it may be installed from, in hex.
        contents: the SHA-256 of each file that they install, by path, less what only describes them. A file beside the
            package is one of them: by a ``.pth``, say, whoever took the name would run code.
        commands: the lines that name its commands.
    """

    hashes: tuple[str, ...]
    contents: Mapping[str, str]
    commands: tuple[str, ...] = ()


def release(version: str) -> Release:
    """Download this version of the tool, without running it. Raises ``NotHadError``."""
    requirement = f"{PROJECT}=={version}"
    with TemporaryDirectory() as folder:
        try:
            with_pip = _with_pip(requirement, Path(folder))
            return with_pip if with_pip is not None else _with_uv(requirement, Path(folder))
        except subprocess.TimeoutExpired as error:
            raise NotHadError(f"the package index did not answer in {TIMEOUT_S:.0f} seconds") from error
        except (OSError, zipfile.BadZipFile) as error:
            raise NotHadError(f"what the package index has as {requirement} can't be read") from error


def _with_pip(requirement: str, folder: Path) -> Release | None:
    """Download it by pip; ``None`` where there is no pip.

    ``-P``: nothing is imported from the folder that it runs in.
    """
    pip = (sys.executable, "-P", "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input")
    done = _run((*pip, "--no-deps", "--only-binary=:all:", "--dest", "wheel", requirement), folder)
    if done.returncode:
        if "No module named pip" in done.stderr:
            return None
        raise _refused(requirement, "pip download --no-deps")
    (wheel,) = (folder / "wheel").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        contents = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    return _release(sha256(wheel.read_bytes()).hexdigest(), contents)


def _with_uv(requirement: str, folder: Path) -> Release:
    """Download it by uv, which gives no file as it is: the index names the hash, and uv checks its download by it.

    The index may name several files. Only one that was looked at is taken.
    """
    # A relative folder in PATH would be looked for in the repo.
    uv = shutil.which("uv", path=os.pathsep.join(filter(os.path.isabs, os.get_exec_path())))
    if uv is None:
        raise NotHadError("there is neither pip nor uv here to ask the package index with")
    pinned = ("--no-deps", "--generate-hashes", "--only-binary=:all:", "--no-header", "--quiet", "--no-annotate")
    compiled = _run((uv, "pip", "compile", "-", *pinned), folder, stdin=f"{requirement}\n")
    hashes = () if compiled.returncode else _HASH.findall(compiled.stdout)[:MOST_FILES]
    for digest in hashes:
        contents = _unpacked(uv, requirement, digest, folder)
        if contents:
            return _release(digest, contents)
    raise _refused(requirement, "uv pip install")


def _unpacked(uv: str, requirement: str, digest: str, folder: Path) -> dict[str, bytes]:
    """Return the files of the wheel that has this hash, by path; none where it can't be installed here.

    They are read from a cache of our own, where a wheel lies as it is: what uv installs doesn't show which of its
    scripts uv made and which one came with it.
    """
    (folder / f"{digest}.txt").write_text(f"{requirement} --hash=sha256:{digest}\n", encoding="utf-8")
    cache = folder / digest
    install = (uv, "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:")
    where = ("--cache-dir", str(cache), "--target", f"wheel-{digest}", "--python", sys.executable)
    if _run((*install, *where, "--requirement", f"{digest}.txt"), folder).returncode:
        return {}
    roots = {path.parent.resolve() for path in cache.rglob(f"{PACKAGE}-*.dist-info")}
    if len(roots) != 1:
        return {}
    (root,) = roots
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _release(digest: str, wheel: Mapping[str, bytes]) -> Release:
    """Make the release of one wheel, by its hash and its files."""
    contents, commands = {}, ""
    for name, data in wheel.items():
        info = _INFO.fullmatch(name)
        if info is not None and info[1] == "entry_points.txt":
            commands += data.decode(errors="replace")
        elif info is None or not _ABOUT.fullmatch(info[1]):
            contents[name] = sha256(data).hexdigest()
    return Release((digest,), contents, lines_of(commands))


def _run(command: Sequence[str], folder: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run an installer in an empty folder of ours: it reads no configuration of a repo, and runs no code of one."""
    return subprocess.run(
        command, cwd=folder, env=os.environ, input=stdin, capture_output=True, text=True, errors="replace",
        check=False, timeout=TIMEOUT_S,
    )  # fmt: skip


def _refused(requirement: str, command: str) -> NotHadError:
    """Make an error without what the installer printed: that may name the index, and a password in its address."""
    return NotHadError(f"the package index doesn't give {requirement} (see: {command} {requirement})")


Part = Literal["build", "remote", "run", "word"]
"""What packages are for: to build the tool from source, to keep a state in a bucket, to run it, to write Word files."""

_ENTRY = re.compile(r"([a-z0-9.-]+)==")


def lock(parts: Iterable[Part], own: str = "") -> str:
    """Make the lock of these parts, each package once, sorted by name; ``own`` is the entry of the tool itself."""
    entries: dict[str, str] = {}
    for text in (*(_part(part) for part in parts), own):
        for entry in re.split(r"\n(?=\S)", text.strip()):
            name = _ENTRY.match(entry)
            if name is not None and (name[1] not in entries or _has_marker(entries[name[1]])):
                entries[name[1]] = entry
    return "".join(f"{entry}\n" for _, entry in sorted(entries.items()))


def own_entry(name: str, version: str, hashes: Iterable[str]) -> str:
    """Make the entry of a package whose files have one of these SHA-256 hashes, in hex."""
    return " \\\n".join((f"{name}=={version}", *(f"    --hash=sha256:{digest}" for digest in hashes)))


def _has_marker(entry: str) -> bool:
    """Return whether the package is only for some machines; another part may need it on all of them."""
    return " ; " in entry.partition("\n")[0]


def _part(part: Part) -> str:
    return files("heymilo_ops.supply").joinpath("locks", f"{part}.lock").read_text(encoding="utf-8")
