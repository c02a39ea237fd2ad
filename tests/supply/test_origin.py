"""What an installer recorded, and what of it may stand in a file that a CI job obeys."""

from __future__ import annotations

import subprocess
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.supply import origin
from heymilo_ops.version import __version__
from tests.installed import COMMIT, RECORD, URL, installed_from

ROOT = Path(__file__).parents[2]
ODD = "a git repository without an https or ssh address free of passwords, or no full commit"


def test_a_commit_is_named_by_its_full_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed_from(RECORD, tmp_path, monkeypatch)
    assert origin.install_source() == origin.CommitSource(URL, COMMIT)
    assert origin.CommitSource(URL, COMMIT).requirement() == f"heymilo-ops @ git+{URL}@{COMMIT}"


def test_without_a_record_it_came_from_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed_from(None, tmp_path, monkeypatch)
    assert origin.install_source() == origin.IndexSource(__version__)


def test_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed_from({"url": "file:///home/ada/My%20clone", "dir_info": {"editable": True}}, tmp_path, monkeypatch)
    assert origin.install_source() == origin.FolderSource(Path("/home/ada/My clone"))


def test_a_source_that_nobody_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(origin, "distribution", nobody)
    assert origin.install_source() == origin.UnusableSource("nowhere: it runs from its source")


@pytest.mark.parametrize(
    ("record", "what"),
    [
        ("{", "a place that its installer recorded in a form that can't be read"),
        (["url"], "a place that its installer recorded in a form that can't be read"),
        ({"dir_info": {}}, "a place that its installer recorded in a form that can't be read"),
        ({"url": "file:///tmp/x.whl", "archive_info": {}}, "a file, not from a package index or a git repository"),
        ({"url": "https://a.example/x", "dir_info": {}}, "a file, not from a package index or a git repository"),
        ({"url": "file://host/x", "dir_info": {}}, "a file, not from a package index or a git repository"),
        (RECORD | {"subdirectory": "tool"}, "a repository that is not the git repository of heymilo-ops"),
        ({"url": URL, "vcs_info": {"vcs": "hg", "commit_id": COMMIT}},
         "a repository that is not the git repository of heymilo-ops"),
        ({"url": URL, "vcs_info": "git"}, "a repository that is not the git repository of heymilo-ops"),
        ({"url": URL, "vcs_info": {"vcs": "git"}}, ODD),
        ({"url": URL, "vcs_info": {"vcs": "git", "commit_id": "main"}}, ODD),
    ],
)  # fmt: skip
def test_what_a_job_cannot_install(record: Any, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed_from(record, tmp_path, monkeypatch)
    assert origin.install_source() == origin.UnusableSource(what)


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        (URL, URL),
        ("https://git.example:8443/~ada/x_y/heymilo-ops", "https://git.example:8443/~ada/x_y/heymilo-ops"),
        ("ssh://git@git.example/talent/heymilo-ops", "ssh://git@git.example/talent/heymilo-ops"),
        ("git@git.example:talent/heymilo-ops.git", "ssh://git@git.example/talent/heymilo-ops.git"),
    ],
)
def test_addresses_that_a_job_can_name(url: str, plain: str) -> None:
    assert origin.commit_of(url, COMMIT) == origin.CommitSource(plain, COMMIT)


@pytest.mark.parametrize(
    "url",
    [
        "https://ada:secret@git.example/x",
        "https://token@git.example/x",
        "https://${TOKEN}@git.example/x",
        "ssh://git:secret@git.example/x",
        "http://git.example/x",
        "git://git.example/x",
        "file:///srv/x.git",
        "ext::sh -c id",
        "/srv/x.git",
        "ssh://-oProxyCommand=id/x",
        "git@-oProxyCommand=id:x",
        "https://git.example",
        "https://git.example/x; id",
        "https://git.example/x`id`",
        "https://git.example/$(id)",
        "https://git.example/x\n--index-url https://attacker.example",
        "https://git.example/x#egg=other",
        "https://git.example/x?y",
        "https://git.example/../x",
        "https://git.example/x@main",
        "https://git.example/x y",
        "https://git.example/%0a",
        f"{URL}\n",
    ],
)
def test_addresses_that_stand_in_no_file(url: str) -> None:
    assert origin.commit_of(url, COMMIT) is None


@pytest.mark.parametrize("commit", ["", "main", COMMIT[:12], COMMIT.upper(), f"{COMMIT}\n", COMMIT + "0" * 24])
def test_only_a_full_commit(commit: str) -> None:
    assert origin.commit_of(URL, commit) is None


@pytest.mark.parametrize(
    ("record", "command"),
    [
        (None, f"pipx install --force 'heymilo-ops[remote]=={__version__}'"),
        (RECORD, f"pipx install --force 'heymilo-ops[remote] @ git+{URL}@{COMMIT}'"),
        ({"url": "file:///home/ada/My%20clone", "dir_info": {}}, "pipx install --force '/home/ada/My clone[remote]'"),
        ("rubbish", "heymilo-ops[remote], from where you have it"),
    ],
)
def test_an_extra_comes_from_where_the_tool_came(
    record: Any, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed_from(record, tmp_path, monkeypatch)
    assert origin.reinstall_command("remote") == command


def test_the_blobs_are_those_of_git() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "heymilo_ops"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    names = [name for name in listed if name and (ROOT / name).is_file()]
    hashed = subprocess.run(
        ["git", "hash-object", "--no-filters", *names], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    found = origin.package_blobs()
    assert dict(zip(names, hashed, strict=True)).items() <= found.items()
    assert not [path for path in found if "__pycache__" in path]
    assert found.keys() == origin.contents().keys()
