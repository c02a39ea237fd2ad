"""Which branch may hold a state."""

from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.statefile.backend import Backend
from heymilo_ops.statefile.git_branch import GitBranchBackend
from heymilo_ops.statefile.store import backend_for
from tests.statefile.clones import git

pytestmark = pytest.mark.usefixtures("no_git_settings")


def refused(clone: Path, branch: str) -> str:
    """Why a branch is refused, to a read and to a write; nothing is pushed."""
    before = git(clone, "ls-remote", "origin")
    said = set()
    for act in (reading, writing):
        with pytest.raises(StateError) as caught:
            act(backend_for(f"git:origin/{branch}", clone, "production"))
        said.add(str(caught.value))
    assert git(clone, "ls-remote", "origin") == before
    (one,) = said
    return one


def reading(backend: Backend) -> None:
    backend.get("state.json")


def writing(backend: Backend) -> None:
    backend.create("state.json", b"1")


def commit(clone: Path, branch: str, **files: str) -> None:
    """Push a branch with these files, and be back on main."""
    git(clone, "checkout", "--quiet", "--orphan", branch)
    git(clone, "rm", "-rfq", "--cached", "--ignore-unmatch", ".")
    for name, text in files.items():
        path = clone / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        git(clone, "add", "-f", str(path))
    git(clone, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "-m", "work")
    git(clone, "push", "--quiet", "origin", branch)
    git(clone, "checkout", "--quiet", "--force", "main")


def test_the_default_branch_of_the_remote(clone: Path) -> None:
    git(clone, "checkout", "--quiet", "--detach")
    assert "it is the default branch of the remote 'origin'" in refused(clone, "main")


def test_the_branch_that_is_checked_out(clone: Path) -> None:
    git(clone, "checkout", "--quiet", "-b", "topic")
    assert "it is the branch that is checked out here" in refused(clone, "topic")


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({"index.html": "hello"}, "it holds index.html, which"),
        ({"production__state.json": "{}", "README.md": "hello"}, "it holds README.md, which"),
        ({"docs__index.md": "hello", "src__main.py": "1"}, "it holds docs, src, which"),
        ({f"{each}.txt": "1" for each in "abcde"}, "it holds a.txt, b.txt, c.txt and 2 more, which"),
        ({"-o__state.json": "{}"}, "it holds -o, which"),
    ],
)
def test_a_branch_with_work_on_it(clone: Path, files: dict[str, str], named: str) -> None:
    commit(clone, "pages", **files)
    assert named in refused(clone, "pages")


def test_what_held_the_state_of_other_workspaces_may_hold_it(clone: Path) -> None:
    writing(backend_for("git:origin/heymilo-state", clone, "staging"))
    backend = backend_for("git:origin/heymilo-state", clone, "production")
    assert backend.get("state.json") is None
    writing(backend)
    for workspace in ("staging", "production"):
        found = backend_for("git:origin/heymilo-state", clone, workspace).get("state.json")
        assert found is not None and found.data == b"1"


def test_a_branch_is_looked_at_once(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = backend_for("git:origin/heymilo-state", clone, "production")
    writing(backend)
    git(clone.parent / "origin.git", "symbolic-ref", "HEAD", "refs/heads/heymilo-state")
    assert isinstance(backend, GitBranchBackend) and backend.list("") == ["state.json"]
    assert "default branch" in refused(clone, "heymilo-state")
