"""The package index, in a folder: what it has is asked through pip and through uv, and is never run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from hashlib import sha256
from itertools import combinations
from pathlib import Path

import pytest

from heymilo_ops.supply import index
from tests.installed import asking, on_index

FILES = {"heymilo_ops/__init__.py": b"raise SystemExit('code of a download was run')\n", "heymilo_ops/py.typed": b""}


@pytest.fixture(params=["pip", "uv"])
def installer(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either installer, set up for an index in this folder."""
    asking(tmp_path, monkeypatch)
    bare = subprocess.run([sys.executable, "-c", "import pip"], check=False, capture_output=True).returncode
    if request.param == "pip" and bare:
        monkeypatch.setattr(sys, "executable", sys._base_executable)  # type: ignore[attr-defined]
    if request.param == "uv":
        assert bare, "this environment has a pip of its own, which would be asked first"
        monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    return str(request.param)


@pytest.mark.usefixtures("installer")
def test_a_release_has_its_hash_and_its_contents(tmp_path: Path) -> None:
    wheel = on_index(tmp_path, "1.2.3", FILES)
    found = index.release("1.2.3")
    assert found.hashes == (sha256(wheel.read_bytes()).hexdigest(),)
    assert found.contents == {name: sha256(data).hexdigest() for name, data in FILES.items()}


@pytest.mark.usefixtures("installer")
def test_all_that_a_release_would_install_is_its_contents(tmp_path: Path) -> None:
    info, data = "heymilo_ops-1.2.3.dist-info", "heymilo_ops-1.2.3.data/scripts/heymilo-ops"
    extra = {"heymilo_ops.pth": b"import x\n", data: b"#!python\n", f"{info}/licenses/LICENSE": b"MIT\n"}
    on_index(tmp_path, "1.2.3", FILES | extra | {f"{info}/entry_points.txt": b"[console_scripts]\n\na = b:c\n"})
    found = index.release("1.2.3")
    assert set(found.contents) == {*FILES, "heymilo_ops.pth", data}
    assert found.commands == ("[console_scripts]", "a = b:c")


@pytest.mark.usefixtures("installer")
def test_a_file_that_was_not_looked_at_is_not_taken(tmp_path: Path) -> None:
    """A wheel for another machine than this one may be the one that a CI job would take."""
    wheel = on_index(tmp_path, "1.2.3", FILES)
    other = wheel.with_name("heymilo_ops-1.2.3-cp27-cp27m-win32.whl")
    other.write_bytes(wheel.read_bytes())
    with zipfile.ZipFile(other, "a") as archive:
        archive.writestr("heymilo_ops.pth", "import x\n")
    page = wheel.with_name("index.html")
    link = f'<a href="{other.name}#sha256={sha256(other.read_bytes()).hexdigest()}">{other.name}</a>'
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", f"{link}</body>"), encoding="utf-8")
    assert index.release("1.2.3").hashes == (sha256(wheel.read_bytes()).hexdigest(),)


def test_what_is_not_there(installer: str, tmp_path: Path) -> None:
    on_index(tmp_path, "1.2.3", FILES)
    with pytest.raises(index.NotHadError, match=r"doesn't give heymilo-ops==1\.2\.4 \(see: (pip|uv)") as caught:
        index.release("1.2.4")
    assert tmp_path.as_uri() not in str(caught.value)
    assert installer in str(caught.value)


def test_a_repo_cannot_bring_its_own_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pip.py").write_text("open('ran', 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(index.NotHadError):
        index.release("1.2.3")
    assert not (tmp_path / "ran").exists()


def test_a_repo_cannot_bring_its_own_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "uv").write_text("#!/bin/sh\necho > ran\n", encoding="utf-8")
    (tmp_path / "uv").chmod(0o755)
    monkeypatch.setattr(index, "_with_pip", lambda *_: None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(("", ".")))
    with pytest.raises(index.NotHadError, match="neither pip nor uv"):
        index.release("1.2.3")


def test_neither_pip_nor_uv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(index, "_with_pip", lambda *_: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(index.NotHadError, match="neither pip nor uv"):
        index.release("1.2.3")


@pytest.mark.parametrize(
    ("error", "says"),
    [(subprocess.TimeoutExpired("pip", 1), "did not answer in"), (zipfile.BadZipFile(), "can't be read")],
)
def test_an_index_that_hangs_or_answers_rubbish(error: Exception, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(index, "_with_pip", fails)
    with pytest.raises(index.NotHadError, match=says):
        index.release("1.2.3")


ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PARTS: tuple[index.Part, ...] = ("build", "remote", "run")
WANTED = {
    "build": PROJECT["dependency-groups"]["build"],
    "remote": PROJECT["project"]["optional-dependencies"]["remote"],
    "run": PROJECT["project"]["dependencies"],
}


def entries(text: str) -> dict[str, str]:
    return {re.split("==", entry)[0]: entry for entry in re.split(r"\n(?=\S)", text.strip())}


def hashes(entry: str) -> set[str]:
    return set(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))


def marker(entry: str) -> str:
    """Which machines an entry is for; empty for all."""
    return entry.partition(" \\\n")[0].partition(" ; ")[2]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_has_what_is_wanted_in_the_versions_that_are_tested(part: index.Part) -> None:
    found, tested = entries(index.lock([part])), entries((ROOT / "requirements-dev.lock").read_text(encoding="utf-8"))
    assert {re.split("[<>=]", wanted)[0].lower().replace(".", "-") for wanted in WANTED[part]} <= set(found)
    for name, entry in found.items():
        assert re.match(r"[a-z0-9.-]+==\S+( ; .+?)? \\\n", entry), entry
        assert entry.split()[0] == tested[name].split()[0], "make lock"
        assert hashes(entry) == hashes(tested[name])
    assert not re.search(r"://|index-url|find-links", index.lock([part]))


@pytest.mark.parametrize("parts", [*combinations(PARTS, 2), PARTS])
def test_parts_are_merged_without_loss(parts: tuple[index.Part, ...]) -> None:
    whole = entries(index.lock(parts))
    assert list(whole) == sorted(whole)
    for part in parts:
        for name, entry in entries(index.lock([part])).items():
            assert hashes(entry) == hashes(whole[name])
            assert marker(whole[name]) in ("", marker(entry)), "one part needs it on more machines than the whole has"


def test_the_tool_itself_is_an_entry_among_them() -> None:
    own = index.own_entry("heymilo-ops", "1.2.3", ["a" * 64, "b" * 64])
    lines = [f"heymilo-ops==1.2.3 \\\n    --hash=sha256:{'a' * 64} \\\n    --hash=sha256:{'b' * 64}\n"]
    assert lines[0] in index.lock(["run"], own)
    assert list(entries(index.lock(["run"], own))) == sorted([*entries(index.lock(["run"])), "heymilo-ops"])
