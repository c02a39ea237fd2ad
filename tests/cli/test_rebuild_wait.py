"""When a state that is made anew may be believed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from heymilo_ops.apply.run_context import REQUEST_S, SettlingTime
from tests.cli.conftest import Repo, Served

SETTLE_S = 45.0


class Still:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 5000.0
        self.on_sleep: Callable[[], object] = lambda: None

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.on_sleep()


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> Still:
    found = Still()
    settling = SettlingTime(SETTLE_S, lambda: found.now, found.sleep)
    monkeypatch.setattr("heymilo_ops.usecases.workspace.Workspace.settling", property(lambda _: settling))
    return found


def state(repo: Repo) -> Path:
    return repo.root / ".heymilo/state/production/state.json"


def test_a_lost_state_is_made_anew_only_after_a_wait(repo: Repo, served: Served, still: Still) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    state(repo).unlink()
    still.on_sleep = lambda: served.edit(served.postings()[0]["id"], title="Changed while it waits")
    rebuilt = repo.cli("state", "rebuild", "--auto-approve")
    assert rebuilt.code == 0, rebuilt.text
    assert still.now == 5000.0 + REQUEST_S + SETTLE_S
    assert repo.posting()["updated_at"] == served.postings()[0]["updated_at"], "it looked before it waited"


def test_where_there_is_a_state_nothing_is_waited_for(repo: Repo, served: Served, still: Still) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    assert repo.cli("state", "rebuild", "--auto-approve").code == 0
    assert still.now == 5000.0
