"""What a digest stands for: manifests, snapshots, git history with the shared files of then."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from heymilo_ops.apply.run_context import Author
from heymilo_ops.apply.snapshot import snapshot_of
from heymilo_ops.config import parse_config
from heymilo_ops.errors import StateError
from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import read_file, read_text
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.repair import content
from heymilo_ops.repair.content import ContentOrigin, ContentQuery, ContentSearch, find_contents
from heymilo_ops.review.reasons import reason_sentence, reason_sentences
from heymilo_ops.statefile.format import StoredSnapshot
from heymilo_ops.statefile.store import StateStore
from tests.statefile.memory_backend import MemoryBackend

CONFIG = """\
version: 1
project: acme-talent
workspaces:
  production:
    vars: {sender: AAAA1111}
"""
MANIFEST = """\
name: support
title: Support Agent
workflow:
  - type: web_interview
    questions:
      - text: Tell me about a customer who was angry.
        not_scored: true
"""
SHARING = """\
name: sharing
title: Support Agent
company_overview: {file: company.md}
sender_email_id: {var: sender}
workflow:
  - type: web_interview
"""
ME = Author("Ada", "f" * 40)
LONG_AFTER = 4e9


class Repo:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = StateStore(MemoryBackend(), "the state")
        self.git("init", "-q", "-b", "main")
        self.write("heymilo.yaml", CONFIG)

    def git(self, *arguments: str, at: int = 1_700_000_000) -> str:
        who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
        dated = {"GIT_COMMITTER_DATE": f"{at} +0000", "GIT_AUTHOR_DATE": f"{at} +0000"}
        ran = subprocess.run(
            ["git", *who, *arguments],
            cwd=self.root,
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, **dated},
        )
        return ran.stdout.strip()

    def write(self, path: str, text: str) -> None:
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, encoding="utf-8")

    def commit(self, at: int = 1_700_000_000) -> str:
        self.git("add", "-A")
        self.git("commit", "-qm", "x", at=at)
        return self.git("rev-parse", "HEAD")

    def variables(self) -> Variables:
        source = read_file(self.root, Path("heymilo.yaml"))
        found = parse_config(source.data or {}).workspaces
        return Variables({name: each.vars or {} for name, each in found.items()}, frozenset(), "production", source)

    def desired(self) -> list[Desired]:
        return load_repo(self.root, (), self.variables()).desired

    def one(self) -> Desired:
        (found,) = self.desired()
        return found

    def find(self, *digests: str, address: str = "support", at: float | None = LONG_AFTER) -> ContentSearch:
        wanted = [ContentQuery(each, address, at) for each in digests]
        return find_contents(wanted, self.desired(), self.store, self.root, self.variables(), ME)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "repo"
    root.mkdir()
    return Repo(root)


def test_what_nobody_has_is_not_found(repo: Repo) -> None:
    repo.write("postings/support.yaml", MANIFEST)
    found = repo.find("sha256:" + "0" * 64)
    assert (found.contents, found.troubles) == ({}, [])


def test_the_manifest_as_it_stands_comes_first(repo: Repo) -> None:
    repo.write("postings/support.yaml", MANIFEST)
    desired = repo.one()
    repo.store.put_snapshots([snapshot_of(desired, Author("Grace"))])
    found = repo.find(desired.digest).contents[desired.digest]
    assert found.origin is ContentOrigin.MANIFEST
    assert found.snapshot.commit == ME.commit
    assert found.portable is None


def test_a_snapshot_that_is_kept(repo: Repo) -> None:
    repo.write("postings/support.yaml", MANIFEST + "ops: {on_remove: forget}\n")
    desired = repo.one()
    repo.store.put_snapshots([snapshot_of(desired, Author("Grace", "a" * 40))])
    (repo.root / "postings/support.yaml").unlink()
    found = repo.find(desired.digest).contents[desired.digest]
    assert found.origin is ContentOrigin.SNAPSHOT
    assert found.snapshot.commit == "a" * 40
    assert found.desired.ops.on_remove == "forget"


def test_a_snapshot_that_was_edited_is_told_and_git_is_asked(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("postings/support.yaml", MANIFEST)
    commit, digest = repo.commit(), repo.one().digest
    repo.write("postings/support.yaml", MANIFEST.replace("angry", "cross"))

    def broken(_: str) -> StoredSnapshot | None:
        raise StateError("the snapshot can't be understood")

    monkeypatch.setattr(repo.store, "snapshot", broken)
    found = repo.find(digest)
    assert found.contents[digest].origin is ContentOrigin.COMMIT
    assert found.contents[digest].snapshot.commit == commit
    assert reason_sentences(found.troubles) == ("the snapshot can't be understood",)


def test_an_earlier_commit_of_a_file_that_was_renamed_and_removed(repo: Repo) -> None:
    repo.write("postings/deep/old.yaml", MANIFEST)
    repo.write("postings/.draft.yaml", MANIFEST.replace("angry", "loud"))
    first, digest = repo.commit(), repo.one().digest
    repo.git("mv", "postings/deep/old.yaml", "postings/new.yaml")
    repo.write("postings/new.yaml", MANIFEST.replace("angry", "cross"))
    repo.commit()
    (repo.root / "postings/new.yaml").unlink()
    repo.commit()
    hidden = desire(read_text(MANIFEST.replace("angry", "loud"), "x").data or {}, "x").digest
    assert repo.find(hidden).contents == {}, "what begins with a dot is no manifest"
    found = repo.find(digest).contents[digest]
    assert (found.origin, found.snapshot.commit) == (ContentOrigin.COMMIT, first)
    assert (found.snapshot.source, found.snapshot.commit) == ("postings/deep/old.yaml", first)


def test_the_commit_is_one_that_was_there_when_it_was_applied(repo: Repo) -> None:
    repo.write("postings/support.yaml", MANIFEST)
    repo.commit(at=1_700_000_100)
    digest = repo.one().digest
    repo.write("postings/support.yaml", MANIFEST.replace("angry", "cross"))
    repo.commit(at=1_700_000_200)
    repo.write("postings/support.yaml", MANIFEST)
    again = repo.commit(at=1_700_000_300)
    repo.write("postings/support.yaml", MANIFEST.replace("angry", "loud"))
    repo.commit(at=1_700_000_400)
    first = repo.git("rev-list", "--max-parents=0", "HEAD")
    for at, expected in ((1_700_000_350, again), (1_700_000_250, first), (1_700_000_050, first), (None, again)):
        assert repo.find(digest, at=at).contents[digest].snapshot.commit == expected, at


def test_shared_files_and_variables_are_those_of_then(repo: Repo) -> None:
    repo.write("postings/sharing.yaml", SHARING)
    repo.write("postings/_shared/texts/company.md", "We insure sailors.\n")
    commit, then = repo.commit(), repo.one()
    repo.write("postings/_shared/texts/company.md", "We insure everybody.\n")
    repo.write("heymilo.yaml", CONFIG.replace("AAAA1111", "BBBB2222"))
    repo.commit()
    assert repo.one().digest != then.digest
    found = repo.find(then.digest, address="sharing").contents[then.digest]
    assert (found.origin, found.snapshot.commit) == (ContentOrigin.COMMIT, commit)
    assert found.snapshot.request["company_overview"] == "We insure sailors."
    assert found.snapshot.request["sender_email_id"] == "AAAA1111"
    assert found.portable is not None
    assert found.portable.digest == then.portable


def test_todays_variables_are_tried_as_well(repo: Repo) -> None:
    repo.write("postings/sharing.yaml", SHARING)
    repo.write("postings/_shared/texts/company.md", "We insure sailors.\n")
    repo.write("heymilo.yaml", "nonsense: [")
    first = repo.commit()
    repo.write("heymilo.yaml", CONFIG.replace("AAAA1111", "BBBB2222"))
    repo.commit()
    repo.write("heymilo.yaml", CONFIG)
    then = repo.one()
    repo.write("postings/_shared/texts/company.md", "We insure everybody.\n")
    found = repo.find(then.digest, address="sharing")
    assert found.contents[then.digest].snapshot.request["sender_email_id"] == "AAAA1111"
    assert found.contents[then.digest].snapshot.commit != first


def test_what_can_not_be_composed_is_told(repo: Repo) -> None:
    repo.write("postings/sharing.yaml", SHARING)
    commit = repo.commit()
    (repo.root / "postings/sharing.yaml").unlink()
    repo.write("postings/support.yaml", MANIFEST.replace("angry", "cross") + "mention: sharing\n")
    found = repo.find("sha256:" + "0" * 64, address="sharing")
    assert found.contents == {}
    (told,) = reason_sentences(found.troubles)
    assert told.startswith(f"postings/sharing.yaml of git commit {commit[:7]} can't be composed: ")
    assert "company.md" in told


def test_a_search_that_ends_early_is_told(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repo.write("postings/support.yaml", MANIFEST)
    repo.commit()
    digest = repo.one().digest
    repo.write("postings/support.yaml", MANIFEST.replace("angry", "cross"))
    repo.commit()
    monkeypatch.setattr(content, "MOST_COMMITS", 1)
    assert "1 commits" in reason_sentence(repo.find(digest).troubles[0])
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{repo.root}", str(clone)], check=True)
    repo.root = clone
    assert "git fetch --unshallow" in reason_sentence(repo.find(digest).troubles[0])


def test_git_is_not_asked_for_what_is_at_hand(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("postings/support.yaml", MANIFEST)
    repo.commit()

    def never(*_: object) -> tuple[()]:
        raise AssertionError("git was asked")

    asked: Callable[..., object] = never
    monkeypatch.setattr("heymilo_ops.gitinfo.commits", asked)
    assert repo.find(repo.one().digest).contents
