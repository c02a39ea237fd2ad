"""What can't be seen below ``postings/`` is not removed: every way in which a manifest is there and isn't read."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops import files
from heymilo_ops.cli.main import run
from tests.cli.conftest import CONFIG, KEY, POSTING, Ran, Repo, Served

NAMES = ("cook", "driver", "porter-1", "porter-2", "team-1")
ALL = set(NAMES)


@pytest.fixture(scope="module")
def applied(tmp_path_factory: pytest.TempPathFactory, serving: str) -> Iterator[Path]:
    """A repo in git with five postings that were applied; one in a folder of its own."""
    root = tmp_path_factory.mktemp("applied")
    (root / "heymilo.yaml").write_text(CONFIG.replace("URL", serving))
    (root / "postings/team").mkdir(parents=True)
    for name in NAMES:
        (root / path_of(name)).write_text(POSTING.replace("NAME", name))
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)
        heymilo = Served(serving)
        heymilo.empty()  # of what tests before it made
        heymilo.close()
        patch.setenv("HEYMILO_API_KEY", KEY)
        patch.setenv("HEYMILO_OPS_ALLOW_HOST", serving.removeprefix("http://"))
        assert run(["-C", str(root), "apply", "--auto-approve", "--allow-large-change"]) == 0
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "postings", "heymilo.yaml")
    git(root, "commit", "-qm", "all")
    yield root


@pytest.fixture
def repo(applied: Path, tmp_path: Path, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A copy of it."""
    monkeypatch.setenv("HEYMILO_API_KEY", KEY)
    shutil.copytree(applied, tmp_path / "repo", symlinks=True)
    return Repo(tmp_path / "repo", cli)


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=me", "-c", "user.email=me@example.invalid", "-c", "protocol.file.allow=always")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, timeout=30)


def path_of(name: str) -> str:
    return f"postings/team/{name}.yaml" if name.startswith("team") else f"postings/{name}.yaml"


def move(repo: Repo, name: str, target: str) -> None:
    (repo.root / target).parent.mkdir(exist_ok=True)
    (repo.root / path_of(name)).rename(repo.root / target)


def gone(repo: Repo, *names: str) -> None:
    for name in names:
        (repo.root / path_of(name)).unlink()


def planned(repo: Repo) -> tuple[dict[str, str], dict[str, str]]:
    """What a plan does, by address; and its PL104, by the names that they say."""
    ran = repo.cli("plan", "--refresh", "none", "--json")
    said = {each["address"] or "any": each["message"] for each in ran.json["findings"] if each["code"] == "PL104"}
    assert ran.code == (1 if said else 0), ran.text
    return {each["address"]: each["action"] for each in ran.json["changes"] if each["action"] != "unchanged"}, said


def linted(repo: Repo) -> list[dict[str, Any]]:
    return [
        each for each in repo.cli("lint", "--format", "json").json["findings"] if each["code"] in ("SY001", "SY026")
    ]


@pytest.mark.parametrize(
    "target",
    [
        "postings/porter-1.YAML",
        "postings/porter-1.Yml",
        "postings/porter-1.yaml.txt",
        "postings/porter-1.yaml~",
        "postings/porter-1.yaml.orig",
        "postings/porter-1.yaml (copy)",
        "postings/#porter-1.yaml#",
        "postings/team/Somewhere.YML.bak",
        "postings/porter-1.txt",
        "postings/porter",
    ],
)
@pytest.mark.parametrize("is_text", [True, False])
def test_another_ending_keeps_the_posting_whose_file_it_is(repo: Repo, target: str, is_text: bool) -> None:
    move(repo, "porter-1", target)
    gone(repo, "porter-2")
    by_path = target.startswith(("postings/porter-1.", "postings/#")) and target != "postings/porter-1.txt"
    if not is_text:  # then its path alone says whose it is
        (repo.root / target).write_bytes(b"\xff\x00")
    if not is_text and not by_path and "yml" not in target.lower():
        assert linted(repo) == []  # neither its name nor its content looks like a manifest
        return
    (found,) = linted(repo)
    assert (found["code"], found["severity"], found["path"]) == ("SY026", "warning", target)
    assert "rename it to" in found["help"]
    actions, said = planned(repo)
    assert actions == {"porter-1": "archive", "porter-2": "archive"}
    assert list(said) == (["porter-1"] if is_text or by_path else ["any"])
    assert all(target in each for each in said.values())
    assert repo.cli("apply", "--auto-approve").code == 1
    assert {each["status"] for each in repo.state()["postings"].values()} == {"active"}


@pytest.mark.parametrize(
    ("target", "code"),
    [("missing.yaml", "SY001"), ("porter-1.yaml", "SY001"), ("../../elsewhere.yaml", "SY001"), ("..", "SY001")],
)
def test_a_link_that_leads_nowhere_keeps_the_posting_in_whose_place_it_is(repo: Repo, target: str, code: str) -> None:
    gone(repo, "porter-1", "porter-2")
    (repo.root / "postings/porter-1.yaml").symlink_to(target)
    assert [(each["code"], each["path"]) for each in linted(repo)] == [(code, "postings/porter-1.yaml")]
    assert list(planned(repo)[1]) == ["porter-1"]
    (repo.root / "postings/porter-1.yaml").rename(repo.root / "postings/other.yaml")
    assert list(planned(repo)[1]) == ["any"]


def test_a_link_to_a_manifest_in_the_repo_is_followed(repo: Repo) -> None:
    move(repo, "porter-1", "team/porter.txt")
    (repo.root / "postings/porter-1.yaml").symlink_to("../team/porter.txt")
    (repo.root / "postings/again").symlink_to("../team/porter.txt")
    (repo.root / "postings/team").rename(repo.root / "team/all")
    (repo.root / "postings/team").symlink_to("../team/all")
    assert linted(repo) == []
    assert planned(repo) == ({}, {})


def test_a_link_by_another_name_is_a_manifest_with_another_ending(repo: Repo) -> None:
    move(repo, "porter-1", "team/x.txt")
    (repo.root / "postings/again").symlink_to("../team/x.txt")
    assert [each["path"] for each in linted(repo)] == ["postings/again"]
    assert list(planned(repo)[1]) == ["porter-1"]


def test_a_link_to_a_missing_folder_keeps_all(repo: Repo) -> None:
    shutil.rmtree(repo.root / "postings/team")
    (repo.root / "postings/team").symlink_to("../team")
    (found,) = linted(repo)
    assert (found["path"], found["message"]) == (
        "postings/team",
        "team is a link that leads to nothing, so it is not read",
    )
    assert list(planned(repo)[1]) == ["team-1"]
    gone(repo, "cook")
    assert "any of cook, team-1" in planned(repo)[1]["any"]


@pytest.mark.parametrize("is_link", [True, False])
def test_a_folder_with_the_name_of_a_manifest_keeps_that_posting(repo: Repo, is_link: bool) -> None:
    gone(repo, "porter-2")
    move(repo, "porter-1", "gone/porter-1")
    (repo.root / "elsewhere").mkdir()
    if is_link:
        (repo.root / "postings/porter-1.yaml").symlink_to("../elsewhere")
    else:
        (repo.root / "postings/porter-1.yaml").mkdir()
    assert [each["path"] for each in linted(repo)] == ["postings/porter-1.yaml"]
    assert list(planned(repo)[1]) == ["porter-1"]


@pytest.mark.parametrize("shut", ["postings/team", "postings"])
def test_a_folder_that_cannot_be_listed_keeps_all(repo: Repo, shut: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = files.entries

    def entries(root: Path, folder: Any = ".") -> Any:
        if str(folder) == shut:
            raise PermissionError(13, "Permission denied", str(folder))
        return real(root, folder)

    gone(repo, "cook")
    monkeypatch.setattr(files, "entries", entries)
    (found,) = linted(repo)
    assert (found["path"], found["severity"]) == (shut, "warning")
    said = planned(repo)[1]
    assert ("any of cook, team-1" if shut != "postings" else "any of cook, driver") in said["any"]


def test_a_submodule_that_is_not_checked_out_keeps_all(repo: Repo, tmp_path: Path) -> None:
    (repo.root / "postings/team").rename(tmp_path / "team")
    git(tmp_path / "team", "init", "-q")
    git(tmp_path / "team", "add", ".")
    git(tmp_path / "team", "commit", "-qm", "team")
    git(repo.root, "rm", "-rq", "--cached", "postings/team")
    git(repo.root, "submodule", "--quiet", "add", str(tmp_path / "team"), "postings/team")
    assert linted(repo) == []
    assert planned(repo) == ({}, {})
    git(repo.root, "submodule", "--quiet", "deinit", "-f", "postings/team")
    gone(repo, "cook")
    (found,) = linted(repo)
    assert (found["path"], found["help"]) == ("postings/team", "run: git submodule update --init postings/team")
    assert "any of cook, team-1" in planned(repo)[1]["any"]


def test_a_sparse_checkout_removes_nothing_that_it_leaves_out(repo: Repo) -> None:
    (repo.root / "postings/team/new.yaml").write_bytes(b"\xff")
    git(repo.root, "add", "postings")
    git(repo.root, "commit", "-qm", "new")
    git(repo.root, "sparse-checkout", "set", "--no-cone", "/*", "!/postings/team/")
    assert not (repo.root / "postings/team").exists()
    (found,) = linted(repo)
    assert (found["code"], found["path"]) == ("SY026", "postings/team/new.yaml")
    assert "so is 1 more in this folder" in found["message"]
    assert "git sparse-checkout add postings/team" in found["help"]
    gone(repo, "cook")
    said = planned(repo)[1]
    assert set(said) == {"team-1", "any"}  # what can't be read of new.yaml may be any
    git(repo.root, "rm", "-q", "--cached", "--sparse", "postings/team/new.yaml")
    assert set(planned(repo)[1]) == {"team-1"}


def test_a_skipped_file_is_never_gone_and_a_deleted_one_is(repo: Repo) -> None:
    git(repo.root, "update-index", "--skip-worktree", "postings/cook.yaml", "postings/driver.yaml")
    gone(repo, "cook", "porter-1")
    git(repo.root, "rm", "-q", "postings/porter-2.yaml")
    assert [each["path"] for each in linted(repo)] == ["postings/cook.yaml"]
    actions, said = planned(repo)
    assert actions == {"cook": "archive", "porter-1": "archive", "porter-2": "archive"}
    assert set(said) == {"cook"}
    git(repo.root, "update-index", "--no-skip-worktree", "postings/cook.yaml")
    assert planned(repo)[1] == {}


def test_a_backup_beside_its_manifest_is_only_counted(repo: Repo) -> None:
    for ending in ("~", ".orig", ".bak"):
        shutil.copy(repo.root / "postings/cook.yaml", repo.root / f"postings/cook.yaml{ending}")
    (repo.root / "postings/cook.yaml.rej").write_bytes(b"\xff")
    (repo.root / "postings/notes.md").write_text("name: of this\n")
    gone(repo, "porter-1")
    ran = repo.cli("lint")
    assert ran.out.endswith("; not read: 4 backups of manifests\n")
    assert linted(repo) == []
    assert planned(repo) == ({"porter-1": "archive"}, {})
    shutil.copy(repo.root / "postings/porter-2.yaml", repo.root / "postings/cook.yaml.txt")
    gone(repo, "porter-2")
    assert list(planned(repo)[1]) == ["porter-2"]  # it is the copy of another


@pytest.mark.parametrize("target", ["postings/_old/porter-1.yaml", "postings/_p.yaml", "postings/team/.p.yml"])
def test_a_move_to_where_nothing_is_read_is_a_removal_that_says_so(repo: Repo, target: str) -> None:
    move(repo, "porter-1", target)
    assert "; not read: 1 manifest behind a name that begins with _ or .\n" in repo.cli("lint").out
    ran = repo.cli("plan", "--refresh", "none", "--json")
    (change,) = [each for each in ran.json["changes"] if each["action"] == "archive"]
    assert f"its manifest is {target} now, which is not read" in change["reasons"][0]
    assert ran.json["findings"] == []


def test_a_plan_names_what_it_passed_over(repo: Repo) -> None:
    shutil.copy(repo.root / "postings/cook.yaml", repo.root / "postings/new.YAML")
    ran = repo.cli("plan", "--refresh", "none")
    assert ran.code == 0
    assert "postings/new.YAML is not read: `heymilo-ops lint` says why." in ran.out


def test_a_history_moves_only_where_all_can_be_read(repo: Repo) -> None:
    (repo.root / "postings/x.YAML").write_bytes(b"\xff")
    ran = repo.cli("state", "mv", "cook", "chef", "--auto-approve")
    assert (ran.code, "postings/x.YAML" in ran.err) == (1, True)
