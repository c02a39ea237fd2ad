"""Which repository holds a folder: every form that git knows, and every one that a branch could pass off for it."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from heymilo_ops import gitinfo
from heymilo_ops.git import repository
from heymilo_ops.git.repository import (
    PROTOCOLS,
    GitError,
    NoGitError,
    Repository,
    SlowGitError,
    environment,
    run_git,
    without_configuration,
)
from tests.statefile.clones import git


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with a commit and a folder ``hiring``."""
    top = tmp_path / "top"
    (top / "hiring").mkdir(parents=True)
    (top / "hiring" / "a.yaml").write_text("a\n")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "top")
    git(top, "config", "user.name", "Ada")
    git(top, "config", "user.email", "ada@example.org")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message=start")
    return top


def find(root: Path) -> Repository:
    return repository.find_repository(root, 10.0)


def bare(folder: Path) -> Path:
    git(folder.parent, "init", "--quiet", "--bare", "--initial-branch=main", folder.name)
    return folder


def test_from_the_top_and_from_below(top: Path) -> None:
    assert find(top) == Repository(top, top / ".git", top / ".git", "")
    assert find(top / "hiring") == Repository(top, top / ".git", top / ".git", "hiring/")


def test_through_a_link(top: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(top / "hiring")
    assert find(tmp_path / "link").prefix == "hiring/"


def test_another_work_tree(top: Path, tmp_path: Path) -> None:
    git(top, "worktree", "add", "--quiet", "--detach", "../tree")
    found = find(tmp_path / "tree" / "hiring")
    assert found == Repository(tmp_path / "tree", top / ".git/worktrees/tree", top / ".git", "hiring/")
    assert gitinfo.dirty(tmp_path / "tree" / "hiring", ["a.yaml"]) == frozenset()


def test_a_work_tree_of_a_bare_repository_beside_it(top: Path, tmp_path: Path) -> None:
    """As many people lay it out: ``.bare`` beside its work trees, and a ``.git`` that leads to it."""
    project = tmp_path / "project"
    project.mkdir()
    git(project, "clone", "--quiet", "--bare", str(top), ".bare")
    (project / ".git").write_text("gitdir: ./.bare\n")
    git(project, "worktree", "add", "--quiet", "main", "main")
    assert find(project / "main" / "hiring").common == project / ".bare"


def test_a_submodule(top: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "outer")
    git(tmp_path / "outer", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(top), "sub")
    found = find(tmp_path / "outer" / "sub" / "hiring")
    assert found.folder == tmp_path / "outer/.git/modules/sub"
    assert gitinfo.commit(tmp_path / "outer" / "sub") == git(top, "rev-parse", "HEAD")


def test_a_git_directory_of_its_own_and_one_behind_a_link(top: Path, tmp_path: Path) -> None:
    (top / ".git").rename(tmp_path / "elsewhere")
    (top / ".git").write_text(f"gitdir: {tmp_path / 'elsewhere'}\n")
    assert find(top).folder == tmp_path / "elsewhere"
    repository.find_repository.cache_clear()
    (top / ".git").unlink()
    (top / ".git").symlink_to(tmp_path / "elsewhere")
    assert find(top).folder == tmp_path / "elsewhere"


@pytest.mark.parametrize("place", ["hiring", "."])
def test_a_folder_that_looks_like_a_bare_repository_is_none(top: Path, place: str) -> None:
    bare(top / place)
    assert find(top / "hiring").folder == top / ".git"
    shutil.rmtree(top / ".git")
    repository.find_repository.cache_clear()
    with pytest.raises(GitError) as caught:
        find(top / "hiring")
    assert "not a git repository" in caught.value.text


@pytest.mark.parametrize("form", ["file", "link"])
@pytest.mark.parametrize("place", ["hiring/fake", "fake"])
def test_a_git_file_that_leads_into_a_work_tree_is_refused(top: Path, place: str, form: str) -> None:
    bare(top / place)
    target = top / "hiring" / ".git"
    target.write_text(f"gitdir: {top / place}\n") if form == "file" else target.symlink_to(top / place)
    with pytest.raises(GitError) as caught:
        find(top / "hiring")
    assert "leads to a folder that is part of a work tree" in caught.value.text
    assert gitinfo.commit(top / "hiring") is None


@pytest.mark.parametrize("said", ["", "gitdir: nowhere\n", "odd"])
def test_a_git_file_that_leads_nowhere(top: Path, said: str) -> None:
    (top / "hiring" / ".git").write_text(said)
    with pytest.raises(GitError):
        find(top / "hiring")


def test_an_empty_git_folder_hides_no_bare_repository(top: Path) -> None:
    bare(top / "hiring")
    (top / "hiring" / ".git").mkdir()
    with pytest.raises(GitError):
        find(top / "hiring")


def test_it_looks_no_further_up_than_git_does(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(top))
    with pytest.raises(GitError):
        find(top / "hiring")
    assert find(top).top == top


def test_a_line_break_in_its_path(top: Path, tmp_path: Path) -> None:
    odd = top.rename(tmp_path / "t\nop")
    assert find(odd / "hiring").folder == odd / ".git"
    git(odd, "worktree", "add", "--quiet", "--detach", "../tree")
    with pytest.raises(GitError):
        find(tmp_path / "tree")


def test_somebody_elses_repository_is_not_trusted(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError) as caught:
        find(top)
    assert "dubious ownership" in caught.value.text


def test_what_a_branch_brings_into_the_configuration_is_known(top: Path, tmp_path: Path) -> None:
    (top / "shared.cfg").write_text('[core]\n\tsshCommand = evil\n[user]\n\tname = Mallory\n[remote "up"]\n\turl = x\n')
    (tmp_path / "own.cfg").write_text("[core]\n\tpager = mine\n[evil]\n\tflag\n")
    (top / "link.cfg").symlink_to(tmp_path / "own.cfg")
    for path in ("../shared.cfg", "../link.cfg", str(tmp_path / "own.cfg")):
        git(top, "config", "--add", "include.path", path)
    found = find(top).settings(10)
    brought = {(setting.key, setting.value) for setting in found if setting.is_brought}
    assert brought >= {("core.sshcommand", "evil"), ("user.name", "Mallory"), ("core.pager", "mine")}
    own = {(setting.key, setting.value) for setting in found if not setting.is_brought}
    assert own >= {("user.name", "Ada"), ("core.pager", "mine"), ("evil.flag", "true")}
    assert ("core.sshcommand", "evil") not in own
    assert gitinfo.author(top) == "Ada <ada@example.org>"
    assert gitinfo.remotes(top) == ()


def test_what_another_work_tree_of_the_repository_brings_is_known_too(top: Path, tmp_path: Path) -> None:
    """A path in the shared configuration leads to the first work tree, where another branch may be checked out."""
    (top / "shared.cfg").write_text("[user]\n\tname = Mallory\n")
    git(top, "config", "include.path", "../shared.cfg")
    git(top, "worktree", "add", "--quiet", "--detach", "../tree")
    assert gitinfo.author(tmp_path / "tree") == "Ada <ada@example.org>"


def test_a_home_in_the_work_tree_is_brought_too(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (top / ".gitconfig").write_text("[user]\n\tname = Mallory\n")
    git(top, "config", "--unset", "user.name")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(top / ".gitconfig"))
    assert gitinfo.author(top) == "ada@example.org"


@pytest.fixture
def partial(top: Path, tmp_path: Path) -> Path:
    """A clone without the file that HEAD has, whose remote leaves a mark when it is asked."""
    git(top, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--no-checkout", "--filter=blob:none", top.as_uri(), "partial")
    found = tmp_path / "partial"
    program = tmp_path / "upload"
    program.write_text(f'#!/bin/sh\ntouch {tmp_path / "asked"}\nexec git upload-pack "$@"\n')
    program.chmod(0o755)
    git(found, "config", "remote.origin.uploadpack", str(program))
    (found / "hiring").mkdir()
    (found / "hiring" / "a.yaml").write_text("a\n")
    return found


def test_a_question_about_the_work_tree_asks_no_remote(partial: Path, tmp_path: Path) -> None:
    assert gitinfo.dirty(partial / "hiring", ["a.yaml"]) is None
    assert gitinfo.commit(partial) is not None
    assert not (tmp_path / "asked").exists()


def test_old_content_is_fetched_unless_a_branch_has_a_say_in_how(partial: Path, tmp_path: Path) -> None:
    commit = gitinfo.commit(partial) or ""
    (partial / "shared.cfg").write_text("[core]\n\tsshCommand = evil\n")
    git(partial, "config", "include.path", "../shared.cfg")
    assert gitinfo.show(partial, commit, "hiring/a.yaml") is None
    assert not (tmp_path / "asked").exists()
    git(partial, "config", "--unset", "include.path")
    assert gitinfo.show(partial, commit, "hiring/a.yaml") == b"a\n"
    assert (tmp_path / "asked").exists()


@pytest.mark.parametrize("key", ["clean", "process"])
def test_no_filter_runs_to_see_what_changed(top: Path, tmp_path: Path, key: str) -> None:
    """A branch brings ``.gitattributes`` and so says which of a person's own filters runs on what."""
    program = tmp_path / "filter"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\ncat\n")
    program.chmod(0o755)
    git(top, "config", f"filter.own.{key}", str(program))
    (top / ".gitattributes").write_text("*.yaml filter=own diff=own\n")
    (top / "hiring" / "a.yaml").write_text("b\n")
    assert gitinfo.dirty(top / "hiring", ["a.yaml"]) == {"a.yaml"}
    assert not (tmp_path / "ran").exists()


def test_line_ends_of_this_system_are_no_change(top: Path) -> None:
    (top / "hiring" / "a.yaml").write_bytes(b"a\r\n")
    assert gitinfo.dirty(top / "hiring", ["a.yaml"]) == frozenset()


def test_odd_files_are_compared_without_waiting(top: Path) -> None:
    hiring = top / "hiring"
    (hiring / "link.yaml").symlink_to("a.yaml")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message=link")
    assert gitinfo.dirty(hiring, ["link.yaml"]) == frozenset()
    (hiring / "a.yaml").unlink()
    os.mkfifo(hiring / "a.yaml")
    (hiring / "x\ny.yaml").write_text("x")
    assert gitinfo.dirty(hiring, ["a.yaml", "x\ny.yaml", "link.yaml"]) == {"a.yaml", "x\ny.yaml"}


def test_with_the_longer_hash(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "long")
    (tmp_path / "long" / "a").write_text("a")
    git(tmp_path / "long", "add", "a")
    git(tmp_path / "long", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=a")
    assert gitinfo.dirty(tmp_path / "long", ["a"]) == frozenset()


def program(folder: Path, text: str) -> None:
    """A git of our own."""
    folder.mkdir(exist_ok=True)
    (folder / "git").write_text(f"#!/bin/sh\n{text}\n")
    (folder / "git").chmod(0o755)


def test_what_it_prints_and_what_it_says_when_it_fails(tmp_path: Path) -> None:
    environ = environment(offline=True)
    assert run_git(("hash-object", "--stdin"), tmp_path, environ, 10, b"x\n").strip() == (
        b"587be6b4c3f93f93c489c0111bba5596147a26cb"
    )
    with pytest.raises(GitError) as caught:
        run_git(("cat-file", "-p", "HEAD"), tmp_path, environ | {"GIT_DIR": str(tmp_path)}, 10)
    assert "not a git repository" in caught.value.text


@pytest.mark.parametrize("path", ["", ".", "bin", "bin:.", "/nowhere"])
def test_a_program_in_the_work_tree_is_not_taken_for_git(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative folder in PATH would be one of the branch's."""
    for folder in (tmp_path, tmp_path / "bin"):
        program(folder, f"touch {tmp_path / 'mark'}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    with pytest.raises(NoGitError):
        run_git(("version",), tmp_path, environment(offline=True), 10)
    assert not (tmp_path / "mark").exists()


def test_a_slow_git_is_ended_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "mark"
    program(tmp_path / "bin", f"(sleep 0.3; touch {mark}) &\nsleep 30")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    with pytest.raises(SlowGitError):
        run_git(("version",), tmp_path, environment(offline=True), 0.1)
    time.sleep(0.4)
    assert not mark.exists()


def test_an_interrupt_ends_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from subprocess import Popen

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    program(tmp_path / "bin", "sleep 30")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    monkeypatch.setattr(Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run_git(("version",), tmp_path, environment(offline=True), 10)


def test_what_would_mislead_git_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    dropped = ("GIT_DIR", "GIT_CONFIG", "GIT_TEMPLATE_DIR", "GIT_EXTERNAL_DIFF", "GIT_TRACE2_EVENT", "SSH_ASKPASS")
    kept = ("GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_CONFIG_GLOBAL", "GIT_AUTHOR_NAME", "GIT_PASSWORD", "GIT_SSL_CAINFO")
    for name in (*dropped, *kept):
        monkeypatch.setenv(name, "x")
    found = environment(offline=False)
    assert not set(dropped) & set(found)
    assert set(kept) <= set(found)
    assert found["GIT_ALLOW_PROTOCOL"] == ":".join(PROTOCOLS)
    assert found["GIT_TERMINAL_PROMPT"] == "0"
    assert without_configuration(found)["GIT_CONFIG_GLOBAL"] == os.devnull


def test_a_person_may_name_other_protocols_and_offline_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "https:codecommit")
    assert environment(offline=False)["GIT_ALLOW_PROTOCOL"] == "https:codecommit"
    assert environment(offline=True)["GIT_ALLOW_PROTOCOL"] == ""
