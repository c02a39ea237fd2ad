from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from heymilo_ops import gitinfo


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository with a project in ``hiring/`` and one commit."""
    top = tmp_path / "top"
    root = top / "hiring"
    (root / "postings").mkdir(parents=True)
    (root / "postings" / "a.yaml").write_bytes(b"one\r\n")
    (root / "postings" / "été b.yaml").write_bytes(b"two\n")
    (top / ".gitignore").write_text("ignored/\n")
    git(top, "init", "-q", "-b", "main")
    git(top, "config", "user.name", "Ada Example")
    git(top, "config", "user.email", "ada@example.org")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "first")
    return root


def test_outside_git_everything_is_none(tmp_path: Path) -> None:
    assert gitinfo.commit(tmp_path) is None
    assert gitinfo.branch(tmp_path) is None
    assert gitinfo.dirty(tmp_path, ["a"]) is None
    assert gitinfo.author(tmp_path) is None
    assert gitinfo.show(tmp_path, "0" * 40, "a") is None


def test_without_git_everything_is_none(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert gitinfo.commit(repo) is None
    assert gitinfo.dirty(repo, ["postings/a.yaml"]) is None
    assert gitinfo.show(repo, "0" * 40, "a") is None


def test_a_git_that_hangs_is_left(repo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(slow.parent), prepend=":")
    monkeypatch.setattr(gitinfo, "TIMEOUT_S", 0.2)
    assert gitinfo.commit(repo) is None


def test_a_folder_that_is_not_there(repo: Path) -> None:
    assert gitinfo.commit(repo / "gone") is None


def test_before_the_first_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "trunk")
    (tmp_path / "a").write_text("x")
    assert gitinfo.commit(tmp_path) is None
    assert gitinfo.branch(tmp_path) == "trunk"
    assert gitinfo.dirty(tmp_path, ["a"]) == {"a"}


def test_commit_and_branch(repo: Path) -> None:
    assert gitinfo.commit(repo) == git(repo, "rev-parse", "HEAD")
    assert gitinfo.branch(repo) == "main"


def test_a_detached_head_has_no_branch(repo: Path) -> None:
    git(repo, "checkout", "-q", "--detach")
    assert gitinfo.branch(repo) is None
    assert gitinfo.commit(repo) is not None


def test_a_clean_file_is_not_dirty(repo: Path) -> None:
    assert gitinfo.dirty(repo, ["postings/a.yaml", "postings/été b.yaml"]) == frozenset()
    assert gitinfo.dirty(repo, []) == frozenset()


def test_dirty_names_just_the_files_that_differ(repo: Path) -> None:
    (repo / "postings" / "été b.yaml").write_text("changed\n")
    (repo / "postings" / "new.yaml").write_text("new\n")
    (repo / "ignored").mkdir()
    (repo / "ignored" / "c.yaml").write_text("never committed\n")
    asked = ["postings/a.yaml", "postings/été b.yaml", "postings/new.yaml", "ignored/c.yaml"]
    assert gitinfo.dirty(repo, asked) == set(asked[1:])


def test_staged_and_renamed_files_are_dirty(repo: Path) -> None:
    git(repo, "mv", "postings/a.yaml", "postings/moved.yaml")
    assert gitinfo.dirty(repo, ["postings/moved.yaml", "postings/été b.yaml"]) == {"postings/moved.yaml"}


def test_more_files_than_one_command_line_takes(repo: Path) -> None:
    paths = [f"postings/{i}.yaml" for i in range(1200)]
    (repo / paths[-1]).write_text("x")
    assert gitinfo.dirty(repo, paths) == {paths[-1]}


def test_a_file_name_is_not_a_pattern(repo: Path) -> None:
    (repo / "postings" / "a.yaml").write_text("changed\n")
    assert gitinfo.dirty(repo, ["postings/*.yaml"]) == frozenset()


def test_a_hooks_environment_does_not_mislead(repo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert gitinfo.branch(repo) == "main"


def test_a_repositorys_own_monitor_is_not_run(repo: Path, tmp_path: Path) -> None:
    monitor = tmp_path / "monitor"
    monitor.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n")
    monitor.chmod(0o755)
    git(repo, "config", "core.fsmonitor", str(monitor))
    gitinfo.dirty(repo, ["postings/a.yaml"])
    assert not (tmp_path / "ran").exists()


def test_show_gives_the_bytes_of_a_commit(repo: Path) -> None:
    first = gitinfo.commit(repo)
    assert first is not None
    (repo / "postings" / "a.yaml").write_text("later\n")
    git(repo, "commit", "-qam", "second")
    assert gitinfo.show(repo, first, "postings/a.yaml") == b"one\r\n"
    assert gitinfo.show(repo, first[:12], "postings/été b.yaml") == b"two\n"
    assert gitinfo.show(repo, first, "postings/none.yaml") is None
    assert gitinfo.show(repo, "--help", "postings/a.yaml") is None
    assert gitinfo.show(repo, "f" * 40, "postings/a.yaml") is None


def test_author(repo: Path) -> None:
    assert gitinfo.author(repo) == "Ada Example <ada@example.org>"
    git(repo, "config", "--unset", "user.name")
    assert gitinfo.author(repo) == "ada@example.org"
    git(repo, "config", "--unset", "user.email")
    assert gitinfo.author(repo) is None
    git(repo, "config", "user.name", "Ada")
    assert gitinfo.author(repo) == "Ada"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"GITHUB_ACTOR": "octo", "GITLAB_USER_LOGIN": "fox"}, "octo"),
        ({"GITLAB_USER_LOGIN": "fox"}, "fox"),
        ({"GITHUB_ACTOR": " "}, "Ada Example <ada@example.org>"),
        ({"USER": "ada"}, "Ada Example <ada@example.org>"),
    ],
)
def test_applied_by_in_a_repository(repo: Path, environ: dict[str, str], expected: str) -> None:
    assert gitinfo.applied_by(repo, environ) == expected


def test_applied_by_outside(tmp_path: Path) -> None:
    assert gitinfo.applied_by(tmp_path, {"USER": "ada"}) == "ada"
    assert gitinfo.applied_by(tmp_path, {}) == "unknown"


def test_a_file_outside_the_repository_can_not_be_told(repo: Path) -> None:
    assert gitinfo.dirty(repo, ["../../../elsewhere.yaml"]) is None


def commit_all(root: Path, message: str) -> str:
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)
    return git(root, "rev-parse", "HEAD")


def test_outside_git_there_is_no_history(tmp_path: Path) -> None:
    assert gitinfo.commits(tmp_path, ["postings"], 10) == ()
    assert gitinfo.tree(tmp_path, "0" * 40, ["postings"], 100) == {}
    assert gitinfo.blobs(tmp_path, ["0" * 40]) == {}
    assert gitinfo.is_shallow(tmp_path) is False


def test_the_commits_of_every_branch_that_touched_a_folder(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD")
    (repo / "other.txt").write_text("x")
    commit_all(repo, "elsewhere")
    git(repo, "checkout", "-qb", "side")
    (repo / "postings" / "a.yaml").write_text("side")
    side = commit_all(repo, "side")
    git(repo, "checkout", "-q", "main")
    found = gitinfo.commits(repo, ["postings", "heymilo.yaml"], 10)
    assert {each.hash for each in found} == {first, side}
    assert found[0].at >= found[1].at > 1e9
    assert len(gitinfo.commits(repo, ["postings"], 1)) == 1


def test_the_files_of_a_commit_and_their_bytes(repo: Path) -> None:
    (repo / "postings" / "large.yaml").write_text("x" * 200)
    (repo / "postings" / "link.yaml").symlink_to("a.yaml")
    commit = commit_all(repo, "second")
    (repo / "postings" / "a.yaml").write_text("changed since")
    found = gitinfo.tree(repo, commit, ["postings", "gone"], 100)
    assert set(found) == {"postings/a.yaml", "postings/été b.yaml"}
    missing = "0" * 40
    assert gitinfo.blobs(repo, [found["postings/a.yaml"], missing, found["postings/été b.yaml"], "--odd"]) == {
        found["postings/a.yaml"]: b"one\r\n",
        found["postings/été b.yaml"]: b"two\n",
    }
    assert gitinfo.blobs(repo, []) == {}
    assert gitinfo.tree(repo, "--odd", ["postings"], 100) == {}


def test_a_shallow_clone_is_known(repo: Path, tmp_path: Path) -> None:
    (repo / "postings" / "a.yaml").write_text("again")
    commit_all(repo, "second")
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{repo.parent}", str(tmp_path / "clone")], check=True)
    assert gitinfo.is_shallow(tmp_path / "clone" / "hiring") is True
    assert gitinfo.is_shallow(repo) is False


def test_the_remotes_that_have_a_commit(repo: Path) -> None:
    top, first = repo.parent, git(repo, "rev-parse", "HEAD")
    (repo / "other.txt").write_text("x")
    second = commit_all(repo, "second")
    for name in ("origin", "fork"):
        git(top, "remote", "add", name, f"https://git.example/{name}.git")
    git(top, "update-ref", "refs/remotes/origin/main", first)
    git(top, "update-ref", "refs/remotes/fork/side", second)
    assert gitinfo.published(top, first) == ("https://git.example/fork.git", "https://git.example/origin.git")
    assert gitinfo.published(top, second) == ("https://git.example/fork.git",)
    assert gitinfo.published(top, "main") == ()
    assert gitinfo.published(repo, first) == (), "a folder of the repository can't be installed by the commit alone"
    assert gitinfo.published(top.parent, first) == ()


# --- what was agreed before HEAD ------------------------------------------------------------------------------------


def commit_on(repo: Path, branch: str | None = None) -> str:
    if branch:
        git(repo, "checkout", "-q", "-b", branch)
    git(repo, "commit", "-q", "--allow-empty", "-m", f"on {branch or git(repo, 'branch', '--show-current')}")
    return git(repo, "rev-parse", "HEAD")


def test_a_branch_is_compared_with_where_it_left_the_default_branch(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD")
    assert gitinfo.bases(repo, {}) == (first,), "the first commit has no parent"
    commit_on(repo, "feature")
    commit_on(repo)
    assert gitinfo.bases(repo, {}) == (first,)
    git(repo, "checkout", "-q", "main")
    second = commit_on(repo)
    assert gitinfo.bases(repo, {}) == (second, first)
    git(repo, "checkout", "-q", "--detach", "feature")
    assert gitinfo.bases(repo, {}) == (first,)


def test_the_remotes_default_branch_counts_before_a_local_one(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD")
    second = commit_on(repo)
    commit_on(repo, "feature")
    assert gitinfo.bases(repo, {}) == (second,)
    git(repo, "update-ref", "refs/remotes/origin/trunk", first)
    assert gitinfo.bases(repo, {}) == (second,)
    git(repo, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert gitinfo.bases(repo, {}) == (first,)


@pytest.mark.parametrize("name", ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"])
def test_the_branch_that_a_pull_request_goes_to_counts_most(repo: Path, name: str) -> None:
    first = git(repo, "rev-parse", "HEAD")
    second = commit_on(repo)
    commit_on(repo, "feature")
    git(repo, "update-ref", "refs/remotes/origin/release", first)
    assert gitinfo.bases(repo, {name: "release"}) == (first,)
    for odd in ("", "no-such", "--all", "../../heads/release", "*"):
        assert gitinfo.bases(repo, {name: odd}) == (second,)


def test_a_pull_request_as_ci_checks_it_out_is_compared_with_its_target(repo: Path, tmp_path: Path) -> None:
    commit_on(repo, "feature")
    git(repo, "checkout", "-q", "main")
    target = commit_on(repo)
    git(repo, "checkout", "-q", "--detach")
    git(repo, "merge", "-q", "--no-ff", "-m", "merge", "feature")
    git(repo, "update-ref", "refs/pull/1/merge", "HEAD")
    git(tmp_path, "init", "-q", "runner")
    runner = tmp_path / "runner"
    git(runner, "fetch", "-q", "--depth=2", repo.parent.as_uri(), "refs/pull/1/merge")
    git(runner, "checkout", "-q", "--detach", "FETCH_HEAD")
    merge = git(runner, "rev-parse", "HEAD")
    assert gitinfo.bases(runner, {"GITHUB_BASE_REF": "main"}) == (merge, target)


def test_without_a_default_branch_the_parent_is_all_there_is(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD")
    git(repo, "branch", "-q", "-m", "odd")
    second = commit_on(repo)
    assert gitinfo.bases(repo, {}) == (second, first)


def test_outside_git_nothing_was_agreed(tmp_path: Path) -> None:
    assert gitinfo.bases(tmp_path, {}) == ()


def test_what_git_left_out_is_known_below_a_folder_of_the_repository(repo: Path) -> None:
    for path in ("postings/a.yaml", "postings/b.yaml", "postings/c.yaml", "other/d.yaml"):
        (repo / path).parent.mkdir(parents=True, exist_ok=True)
        (repo / path).write_text(f"name: {path[-6]}\n")
    git(repo, "add", ".")
    for path in ("postings/a.yaml", "postings/b.yaml", "other/d.yaml"):
        git(repo, "update-index", "--skip-worktree", path)
    for path in ("postings/a.yaml", "postings/c.yaml", "other/d.yaml"):
        (repo / path).unlink()
    git(repo, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},hiring/postings/team")
    found = gitinfo.left_out(repo, ["postings"])
    assert (list(found.files), found.submodules) == (["postings/a.yaml"], ("postings/team",))
    assert gitinfo.blobs(repo, found.files.values(), fetching=False) == {found.files["postings/a.yaml"]: b"name: a\n"}
    (repo / "postings/team").mkdir()
    assert gitinfo.left_out(repo, ["postings"]).submodules == ("postings/team",)
    (repo / "postings/team/.git").write_text("gitdir: ../../../../.git/modules/team\n")
    assert gitinfo.left_out(repo, ["postings"]).submodules == ()
    assert list(gitinfo.left_out(repo, ["other"]).files) == ["other/d.yaml"]


def test_outside_git_nothing_is_left_out(tmp_path: Path) -> None:
    assert gitinfo.left_out(tmp_path, ["postings"]) == gitinfo.LeftOut({}, ())
