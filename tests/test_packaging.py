"""The package as others get it: what is in the wheel, that it runs, and that the locks hold no host."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from email.parser import HeaderParser
from importlib.metadata import files
from pathlib import Path

import pytest

from heymilo_ops.version import __version__

ROOT = Path(__file__).parents[1]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
SHIPPED = sorted((ROOT / "heymilo_ops/supply/locks").glob("*.lock"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repo, built by the locked backend and without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tracked = subprocess.run(["git", "ls-files", "heymilo_ops"], cwd=ROOT, check=True, capture_output=True, text=True)
    present = {name for name in tracked.stdout.splitlines() if (ROOT / name).is_file()}
    assert present <= names
    assert {name.split("/")[0] for name in names} == {"heymilo_ops", f"heymilo_ops-{__version__}.dist-info"}
    assert not [name for name in names if re.search(r"(^|/)(tests?|conftest|__pycache__)(/|\.|$)", name)]


def test_the_wheel_holds_what_init_writes(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    expected = ("github/apply.yml", "github/plan.yml", "gitignore", "heymilo.yaml", "posting.yaml")
    assert {f"heymilo_ops/usecases/templates/{name}" for name in expected} <= names
    locks = {f"heymilo_ops/supply/locks/{path.name}" for path in SHIPPED}
    assert {name for name in names if name.endswith(".lock")} == locks
    assert len(locks) == 4


def test_the_wheel_says_who_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = HeaderParser().parsestr(archive.read(f"heymilo_ops-{__version__}.dist-info/METADATA").decode())
    assert (metadata["Name"], metadata["Version"], metadata["License-Expression"]) == (
        "heymilo-ops",
        __version__,
        "MIT",
    )
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata.get_all("Provides-Extra") == ["preview", "remote", "sandbox", "word"]


def test_the_installed_wheel_runs(wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own, with this one's libraries and without the repo."""
    home = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True, timeout=60)
    uv = [str(Path(sys.executable).with_name("uv")), "pip", "install", "--offline", "--no-deps", "--no-cache"]
    subprocess.run([*uv, "--python", str(home / "bin/python"), str(wheel)], check=True, capture_output=True, timeout=60)
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": libraries, "HOME": str(home)}

    def run(*arguments: str) -> str:
        command = [str(home / "bin/heymilo-ops"), *arguments]
        ran = subprocess.run(
            command, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True, timeout=60
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    assert run("--version").strip() == f"heymilo-ops {__version__}"
    run("init", "repo")
    run("-C", "repo", "schema", "--check")
    run("-C", "repo", "lint", "--fail-on", "warning")
    run("-C", "repo", "fmt", "--check")


def test_the_console_script_is_the_front_door() -> None:
    assert PROJECT["project"]["scripts"] == {"heymilo-ops": "heymilo_ops.cli.main:main"}


@pytest.mark.parametrize("lock", [*LOCKS, *SHIPPED], ids=lambda path: path.name)
def test_a_lock_has_hashes_and_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|file:|\bgit\+", text)
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9.-]+==\S+( ; .+?)? \\\n", entry), entry
        assert "--hash=sha256:" in entry


def test_the_locks_agree() -> None:
    runtime, dev = ({line.split(" \\")[0] for line in lock.read_text().splitlines() if "==" in line} for lock in LOCKS)
    assert runtime <= dev


def test_every_dependency_is_locked() -> None:
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    wanted = {
        LOCKS[0]: [*project["dependencies"], *project["optional-dependencies"]["sandbox"], *groups["build"]],
        LOCKS[1]: [each for each in groups["dev"] if isinstance(each, str)],
    }
    for lock, requirements in wanted.items():
        locked = set(re.findall(r"^([a-z0-9.-]+)==", lock.read_text(encoding="utf-8"), flags=re.M))
        for requirement in requirements:
            name = re.split(r"[<>=!~\[ ;]", requirement)[0].lower().replace(".", "-").replace("_", "-")
            assert name in locked, f"{name} is not in {lock.name}: make lock"


def test_the_security_document_says_who_keeps_each_dependency() -> None:
    text = (ROOT / "docs/security.md").read_text(encoding="utf-8")
    table = text.partition("| package | for | kept by | code |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| ([a-z0-9-]+) \| [^|]+ \| [^|]+ \| (Python|native) \|$", table, flags=re.M)
    listed = dict(rows)
    assert len(listed) == len(rows)
    locked = {name for lock in (LOCKS[0], *SHIPPED) for name in re.findall(r"^([a-z0-9.-]+)==", lock.read_text(), re.M)}
    assert set(listed) == locked
    for name, code in listed.items():
        compiled = [path for path in files(name) or () if path.suffix in (".so", ".pyd", ".dylib")]
        assert code == ("native" if compiled else "Python"), name


def test_no_lock_that_names_hosts_is_kept() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    assert not [
        name for name in tracked if Path(name).name == "uv.lock" or re.match(r"pylock.*\.toml$", Path(name).name)
    ]
