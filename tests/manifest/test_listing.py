"""Which files are read as manifests, with links in every place."""

from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.manifest.listing import is_manifest_path, list_manifests
from heymilo_ops.manifest.repo import load_repo


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repo with one manifest, beside a folder with another."""
    for path in ("repo/postings/a.yaml", "repo/interviews/b.yaml", "repo/interviews/notes.md", "outside/c.yaml"):
        full = tmp_path / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text("secret: [\n")
    return tmp_path / "repo"


def link(root: Path, path: str, target: str) -> None:
    full = root / path
    full.parent.mkdir(parents=True, exist_ok=True)
    full.symlink_to(target)


def shown(root: Path, *paths: Path) -> list[str]:
    return [item.label for item in list_manifests(root, paths)]


def said(root: Path, path: str, *paths: Path) -> str:
    """What the only finding on a file says; nothing of it is shown."""
    document = load_repo(root, paths).by_path[path]
    (found,) = document.findings
    assert (found.code, document.source.text, document.source.data) == ("SY001", "", None)
    return found.message


@pytest.mark.parametrize(
    ("path", "target", "more"),
    [
        ("postings/b.yaml", "../interviews/b.yaml", ["interviews/b.yaml"]),
        ("postings/b.yaml", "ROOT/interviews/b.yaml", ["interviews/b.yaml"]),
        ("postings/b", "../interviews", ["interviews/b.yaml"]),
        ("postings/again.yaml", "a.yaml", []),
        ("postings/loop", ".", []),
        ("postings/_b", "../interviews", []),
        ("postings/notes.md", "../interviews/notes.md", []),
        ("postings/x/y", "../../interviews", ["interviews/b.yaml"]),
    ],
)
def test_a_link_that_stays_in_the_repo_is_followed_once(root: Path, path: str, target: str, more: list[str]) -> None:
    link(root, path, target.replace("ROOT", str(root)))
    link(root, "postings/z.yaml", "a.yaml")
    assert shown(root) == sorted([*more, "postings/a.yaml"])


@pytest.mark.parametrize(
    ("path", "target", "words"),
    [
        ("postings/c.yaml", "../../outside/c.yaml", "a link that leads out of the repo"),
        ("postings/c.yaml", "ROOT/../outside/c.yaml", "a link that leads out of the repo"),
        ("postings/c.yaml", "/proc/self/environ", "a link that leads out of the repo"),
        ("postings/c.yaml", "../x/../../outside/c.yaml", "No such file"),
        ("postings/c.yaml", "../.git/config", "a link that leads into git's own folder"),
        ("postings/c.yaml", "../.env", "a link that leads to a hidden name"),
        ("postings/c", "../../outside", "a link that leads out of the repo"),
        ("postings/c", "..", "it is a folder"),
        ("postings/c.yaml", "c.yaml", "a link that leads in a circle"),
        ("postings/c.yaml", "missing.yaml", "No such file"),
    ],
)
def test_a_link_that_leads_out_is_an_error(root: Path, path: str, target: str, words: str) -> None:
    (root / ".env").write_text("KEY: secret")
    (root / ".git").mkdir()
    (root / ".git/config").write_text("secret")
    link(root, path, target.replace("ROOT", str(root)))
    assert shown(root) == ["postings/a.yaml", path]
    assert words in said(root, path)


@pytest.mark.parametrize(
    ("target", "words"), [("..", "leads out of the repo"), (".", "it is a folder"), ("/", "leads out of the repo")]
)
def test_the_folder_itself_may_be_a_link_that_leads_out(root: Path, target: str, words: str) -> None:
    (root / "postings").rename(root / "elsewhere")
    link(root, "postings", target)
    assert shown(root) == ["postings"]
    assert words in said(root, "postings")
    (root / "postings").unlink()
    link(root, "postings", "elsewhere")
    assert shown(root) == ["elsewhere/a.yaml"]


def test_a_repo_without_manifests_has_none(tmp_path: Path) -> None:
    assert shown(tmp_path) == ["postings"]
    (tmp_path / "postings").mkdir()
    assert shown(tmp_path) == []


def test_what_a_person_names_elsewhere_is_read(root: Path) -> None:
    outside = root.parent / "outside"
    link(root.parent, "alias.yaml", "outside/c.yaml")
    link(outside, "out.yaml", "../repo/postings/a.yaml")
    assert shown(root, outside / "c.yaml") == [str(outside / "c.yaml")]
    assert load_repo(root, [root.parent / "alias.yaml"]).documents[0].source.text == "secret: [\n"
    assert shown(root, outside) == [str(outside / "c.yaml"), str(outside / "out.yaml")]
    assert "leads out" in said(root, str(outside / "out.yaml"), outside)
    assert load_repo(root, [outside]).by_path[str(outside / "c.yaml")].source.text == "secret: [\n"


def test_what_a_person_names_in_the_repo_is_held_to_the_rule(root: Path) -> None:
    link(root, "postings/c.yaml", "../../outside/c.yaml")
    link(root, "team", "../outside")
    for path, name in (
        (root / "postings/c.yaml", "postings/c.yaml"),
        (root / "team", "team"),
        (root / "team/c.yaml", "team/c.yaml"),
        (root / "postings/../team/c.yaml", "team/c.yaml"),
    ):
        assert shown(root, path) == [name]
        assert "leads out" in said(root, name, path)
    link(root.parent, "alias", "repo/postings")
    assert shown(root, root.parent / "alias/a.yaml") == ["postings/a.yaml"]


def test_writing_goes_where_reading_went(root: Path) -> None:
    outside = root.parent / "outside"
    link(root.parent, "alias.yaml", "outside/c.yaml")
    link(root, "postings/b.yaml", "../interviews/b.yaml")
    for item in (
        *list_manifests(root),
        *list_manifests(root, [root.parent / "alias.yaml"]),
        *list_manifests(root, [outside]),
    ):
        item.write("new")
        assert item.read().text == "new"
    assert (root.parent / "alias.yaml").is_symlink()
    assert (root / "postings/b.yaml").is_symlink()


@pytest.mark.parametrize(
    ("path", "is_manifest"),
    [
        ("postings/a.yaml", True),
        ("postings/deep/a.yml", True),
        ("postings/_shared/texts/a.yaml", False),
        ("postings/.a.yaml", False),
        ("postings/a.txt", False),
        ("postings", False),
        ("elsewhere/a.yaml", False),
        ("../postings/a.yaml", False),
        ("", False),
    ],
)
def test_a_path_is_that_of_a_manifest_or_is_not(path: str, is_manifest: bool) -> None:
    assert is_manifest_path(path) is is_manifest
