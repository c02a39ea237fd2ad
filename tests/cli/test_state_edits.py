"""Asking before the state is written, and writing it only where it still is what was shown."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from typing import Any

import click
import pytest

from heymilo_ops.cli.options import Session
from tests.cli.conftest import Repo, Served


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have somebody at the terminal, who does something before the answer."""
    monkeypatch.setattr(Session, "interactive", property(lambda _: True))

    def answer(word: str, meanwhile: Callable[[], object] = lambda: None) -> None:
        def prompt(*_: Any, **__: Any) -> str:
            meanwhile()
            return word

        monkeypatch.setattr(click, "prompt", prompt)

    return answer


def test_yes_and_nothing_else_writes(repo: Repo, served: Served, answering: Callable[..., None]) -> None:
    repo.cli("apply", "--auto-approve")
    before = repo.state()
    for word in ("no", "", "YES", "y"):
        answering(word)
        refused = repo.cli("state", "forget", "support")
        assert refused.code == 1
        assert "Only 'yes' will be accepted" in refused.out
        assert repo.state() == before
    answering("yes")
    assert repo.cli("state", "forget", "support").code == 0
    assert repo.state()["postings"] == {}


def test_a_state_that_moves_while_it_is_read_is_refused(
    repo: Repo, served: Served, answering: Callable[..., None]
) -> None:
    repo.cli("apply", "--auto-approve")
    path = repo.root / ".heymilo/state/production/state.json"

    def move() -> None:
        state = repo.state()
        path.write_text(json.dumps({**state, "serial": state["serial"] + 1}), encoding="utf-8")

    answering("yes", move)
    refused = repo.cli("state", "forget", "support")
    assert refused.code == 4
    assert "moved" in refused.err
    assert "support" in repo.state()["postings"]


def test_a_rebuild_is_refused_where_anything_moved(repo: Repo, served: Served, answering: Callable[..., None]) -> None:
    repo.cli("apply", "--auto-approve")
    folder = repo.root / ".heymilo/state/production"
    state = repo.state()
    shutil.rmtree(folder)
    answering("yes", lambda: served.archive(state["postings"]["support"]["posting_id"]))
    refused = repo.cli("state", "rebuild")
    assert refused.code == 4
    assert not (folder / "state.json").exists()

    def come_back() -> None:
        (folder / "state.json").write_text(json.dumps(state), encoding="utf-8")

    answering("yes", come_back)
    refused = repo.cli("state", "rebuild")
    assert refused.code == 4
    assert repo.state() == state
    (folder / "state.json").unlink()
    answering("yes")
    assert repo.cli("state", "rebuild").code == 0


def test_questions_that_heymilo_wrote_are_read_back(repo: Repo, served: Served) -> None:
    text = repo.read().partition("    questions:")[0].rstrip() + "\n"
    (repo.root / "postings/support.yaml").write_text(text, encoding="utf-8")
    assert repo.cli("apply", "--auto-approve").code == 0
    folder = repo.root / ".heymilo/state/production"
    kept = sorted(each.name for each in (folder / "snapshots").iterdir())
    assert len(kept) == 2
    shutil.rmtree(folder)
    assert repo.cli("state", "rebuild", "--auto-approve").code == 0
    assert sorted(each.name for each in (folder / "snapshots").iterdir()) == kept
