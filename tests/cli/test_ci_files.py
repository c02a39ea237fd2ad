"""What the workflows of ``init --ci github`` install: what a hash or a full commit names, or nothing is written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from heymilo_ops.supply import origin
from heymilo_ops.version import __version__
from tests.cli.conftest import Ran
from tests.installed import COMMIT, RECORD, URL, asking, installed_from, on_index

ROOT = Path(__file__).parents[2]
LOCK, TOOL = ".github/heymilo-ops/requirements.lock", ".github/heymilo-ops/tool.txt"
WORKFLOWS = tuple(f".github/workflows/{name}.yml" for name in ("plan", "apply", "drift", "rollback"))
HASHED = f"python -P -m pip install --quiet --no-deps --only-binary=:all: --require-hashes --requirement {LOCK}"
BY_COMMIT = f"python -P -m pip install --quiet --no-deps --no-build-isolation --requirement {TOOL}"


@pytest.fixture
def came_from(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Say what the tool was installed from."""
    return lambda record: installed_from(record, tmp_path_factory.mktemp("site"), monkeypatch)


def installs(root: Path, workflow: str) -> list[str]:
    """The commands by which a workflow installs the tool."""
    jobs = yaml.safe_load((root / workflow).read_text(encoding="utf-8"))["jobs"].values()
    (run,) = {step["run"] for job in jobs for step in job["steps"] if step["name"] == "Install heymilo-ops"}
    return str(run).splitlines()


def locked(root: Path) -> set[str]:
    return set(re.findall(r"^([a-z0-9.-]+)==", (root / LOCK).read_text(encoding="utf-8"), flags=re.M))


def refused(ran: Ran, root: Path) -> str:
    assert ran.code == 1, ran.text
    assert not root.exists(), "nothing was to be written"
    assert "init --ci" not in ran.out
    return ran.err


# --- a build that was never released ----------------------------------------------------------------------------------


def test_an_unreleased_tool_is_installed_from_its_commit_and_the_rest_by_hashes(
    tmp_path: Path, cli: Callable[..., Ran], came_from: Callable[[Any], None]
) -> None:
    assert cli("init", str(tmp_path / "plain")).code == 0
    assert not (tmp_path / "plain/.github").exists()
    came_from(RECORD)
    shown = cli("init", str(tmp_path / "a"), "--ci", "github")
    assert (shown.code, "HEYMILO_API_KEY" in shown.out) == (0, True), shown.text
    for workflow in WORKFLOWS:
        assert installs(tmp_path / "a", workflow) == [HASHED, BY_COMMIT]
        assert URL not in (tmp_path / "a" / workflow).read_text(encoding="utf-8")
    assert (tmp_path / "a" / TOOL).read_text(encoding="utf-8") == f"heymilo-ops @ git+{URL}@{COMMIT}\n"
    assert {"click", "pydantic", "hatchling"} <= locked(tmp_path / "a")
    assert not {"heymilo-ops", "obstore", "fastapi"} & locked(tmp_path / "a")


@pytest.mark.parametrize(
    "record",
    [
        {"url": "https://ada:secret@git.example/x", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": "https://git.example/x\n  - run: id", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": URL, "vcs_info": {"vcs": "git", "commit_id": "main"}},
        {"url": "file:///tmp/heymilo_ops.whl", "archive_info": {}},
        {"url": "file:///nowhere/at/all", "dir_info": {}},
        "rubbish",
    ],
)
def test_where_neither_hash_nor_commit_can_be_had_nothing_is_written(
    record: Any, tmp_path: Path, cli: Callable[..., Ran], came_from: Callable[[Any], None]
) -> None:
    came_from(record)
    said = refused(cli("init", str(tmp_path / "a"), "--ci", "github"), tmp_path / "a")
    assert "pipx install 'heymilo-ops @ git+https://HOST/OWNER/REPO@COMMIT'" in said
    assert "secret" not in said


def test_a_state_in_a_bucket_takes_the_extra(
    tmp_path: Path, cli: Callable[..., Ran], came_from: Callable[[Any], None]
) -> None:
    came_from(RECORD)
    assert cli("init", str(tmp_path)).code == 0
    path = tmp_path / "heymilo.yaml"
    text = re.sub(r"(?<=    state: ).*", '"s3://talent/hiring"', path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
    assert cli("init", str(tmp_path), "--ci", "github").code == 0
    assert "obstore" in locked(tmp_path)


# --- from a folder ----------------------------------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, came_from: Callable[[Any], None]) -> Path:
    """A clone of a repository that holds what runs here, and from which the tool was installed."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    clone = tmp_path / "clone"
    shutil.copytree(ROOT / "heymilo_ops", clone / "heymilo_ops", ignore=shutil.ignore_patterns("__pycache__"))
    git(clone, "init", "--quiet", "--initial-branch=main")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "-m", "all")
    git(clone, "remote", "add", "origin", "git@git.example:talent/heymilo-ops.git")
    came_from({"url": clone.as_uri(), "dir_info": {"editable": True}})
    return clone


def test_a_published_commit_of_the_folder_that_it_was_installed_from(
    checkout: Path, tmp_path: Path, cli: Callable[..., Ran]
) -> None:
    head = git(checkout, "rev-parse", "HEAD").strip()
    git(checkout, "update-ref", "refs/remotes/origin/main", head)
    assert cli("init", str(tmp_path / "a"), "--ci", "github").code == 0
    tool = (tmp_path / "a" / TOOL).read_text(encoding="utf-8")
    assert tool == f"heymilo-ops @ git+ssh://git@git.example/talent/heymilo-ops.git@{head}\n"


def test_a_commit_that_was_not_pushed_is_none(checkout: Path, tmp_path: Path, cli: Callable[..., Ran]) -> None:
    said = refused(cli("init", str(tmp_path / "a"), "--ci", "github"), tmp_path / "a")
    assert "push it there" in " ".join(said.split())


@pytest.mark.parametrize("remote", ["https://ada:secret@git.example/x", "/srv/x.git", "ext::sh -c id"])
def test_a_remote_that_a_job_cannot_name_is_none(
    remote: str, checkout: Path, tmp_path: Path, cli: Callable[..., Ran]
) -> None:
    git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(checkout, "config", "remote.origin.url", remote)
    said = refused(cli("init", str(tmp_path / "a"), "--ci", "github"), tmp_path / "a")
    assert "secret" not in said


@pytest.mark.parametrize("edit", ["heymilo_ops/version.py", "heymilo_ops/more.py"])
def test_a_commit_that_is_not_what_runs_here_is_none(
    edit: str, checkout: Path, tmp_path: Path, cli: Callable[..., Ran]
) -> None:
    with (checkout / edit).open("a", encoding="utf-8") as file:
        file.write("# edited\n")
    git(checkout, "add", "--all")
    git(checkout, "commit", "--quiet", "-m", "edited")
    git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD")
    said = refused(cli("init", str(tmp_path / "a"), "--ci", "github"), tmp_path / "a")
    assert "install it again" in " ".join(said.split())


# --- a release --------------------------------------------------------------------------------------------------------


@pytest.fixture
def at_index(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, came_from: Callable[[Any], None]
) -> Path:
    """An empty package index, from which the tool seems to have been installed."""
    came_from(None)
    folder = tmp_path_factory.mktemp("index")
    asking(folder, monkeypatch)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return folder


def own_files() -> dict[str, bytes]:
    return {path: (ROOT / path).read_bytes() for path in origin.contents()}


def test_a_release_is_installed_by_the_hash_that_the_index_has(
    tmp_path: Path, cli: Callable[..., Ran], at_index: Path
) -> None:
    digest = sha256(on_index(at_index, __version__, own_files()).read_bytes()).hexdigest()
    ran = cli("init", str(tmp_path), "--ci", "github")
    assert ran.code == 0, ran.text
    assert [installs(tmp_path, workflow) for workflow in WORKFLOWS] == [[HASHED]] * len(WORKFLOWS)
    assert not (tmp_path / TOOL).exists()
    text = (tmp_path / LOCK).read_text(encoding="utf-8")
    assert f"\nheymilo-ops=={__version__} \\\n    --hash=sha256:{digest}\n" in text
    assert "://" not in text
    assert not {"hatchling", "obstore"} & locked(tmp_path)


def test_what_somebody_else_put_on_the_index_is_not_installed(
    tmp_path: Path, cli: Callable[..., Ran], at_index: Path
) -> None:
    """A wheel that was built here has no record either; the name on the index may be anybody's."""
    on_index(at_index, __version__, own_files() | {"heymilo_ops/version.py": b"import attack\n"})
    said = refused(cli("init", str(tmp_path / "a"), "--ci", "github"), tmp_path / "a")
    assert "is not what is installed here" in " ".join(said.split())


@pytest.mark.parametrize(
    "extra",
    [
        {"heymilo_ops.pth": b"import attack\n"},
        {"click.py": b"import attack\n"},
        {f"heymilo_ops-{__version__}.data/scripts/heymilo-ops": b"#!python\nimport attack\n"},
        {f"heymilo_ops-{__version__}.data/purelib/heymilo_ops/version.py": b"import attack\n"},
        {f"heymilo_ops-{__version__}.dist-info/entry_points.txt": b"[console_scripts]\nheymilo-ops = attack:main\n"},
    ],
    ids=["pth", "module", "script", "override", "command"],
)
def test_what_comes_beside_the_same_files_is_not_installed(
    extra: dict[str, bytes], tmp_path: Path, cli: Callable[..., Ran], at_index: Path
) -> None:
    """The source is public: whoever takes the name can have every file of the package, and add one that runs."""
    on_index(at_index, __version__, own_files() | extra)
    said = refused(cli("init", str(tmp_path / "a"), "--ci", "github"), tmp_path / "a")
    assert "is not what is installed here" in " ".join(said.split())


def test_an_index_that_does_not_have_it(tmp_path: Path, cli: Callable[..., Ran], at_index: Path) -> None:
    on_index(at_index, "99.0", own_files())
    said = refused(cli("init", str(tmp_path / "a"), "--ci", "github"), tmp_path / "a")
    assert f"doesn't give heymilo-ops=={__version__}" in " ".join(said.split())
    assert str(at_index) not in said


# --- what is there already --------------------------------------------------------------------------------------------


def test_a_lock_is_kept_and_the_workflows_follow_it(
    tmp_path: Path, cli: Callable[..., Ran], came_from: Callable[[Any], None]
) -> None:
    came_from({"url": "file:///nowhere", "dir_info": {}})
    (tmp_path / LOCK).parent.mkdir(parents=True)
    (tmp_path / LOCK).write_text("mine", encoding="utf-8")
    assert cli("init", str(tmp_path), "--ci", "github").code == 0
    assert (tmp_path / LOCK).read_text(encoding="utf-8") == "mine"
    assert installs(tmp_path, WORKFLOWS[0]) == [HASHED]


def test_a_tool_without_its_lock(tmp_path: Path, cli: Callable[..., Ran]) -> None:
    (tmp_path / TOOL).parent.mkdir(parents=True)
    (tmp_path / TOOL).write_text("mine", encoding="utf-8")
    ran = cli("init", str(tmp_path), "--ci", "github")
    assert (ran.code, TOOL in ran.err) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == [".github"]


def test_an_earlier_workflow_is_kept_and_told(
    tmp_path: Path, cli: Callable[..., Ran], came_from: Callable[[Any], None]
) -> None:
    came_from(RECORD)
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / WORKFLOWS[1]).write_text("run: pip install heymilo-ops==0.1.0\n", encoding="utf-8")
    ran = cli("init", str(tmp_path), "--ci", "github")
    assert ran.code == 0
    assert f"{WORKFLOWS[1]} was there and installs without {LOCK}" in " ".join(ran.err.split())
    assert WORKFLOWS[0] + " was there" not in ran.err
