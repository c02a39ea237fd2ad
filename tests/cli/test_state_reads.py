"""A state is read once and handed on, but for a second look after HeyMilo's list and one under the lock."""

from __future__ import annotations

import pytest

from heymilo_ops.statefile.store import StateStore
from tests.cli.conftest import Repo, Served


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[StateStore]:
    """The store of each reading of a state."""
    found: list[StateStore] = []
    read = StateStore.read

    def counted(self: StateStore) -> object:
        found.append(self)
        return read(self)

    monkeypatch.setattr(StateStore, "read", counted)
    return found


@pytest.mark.parametrize(
    ("command", "number"),
    [
        (("plan",), 2),
        (("plan", "--refresh", "none"), 1),
        (("apply", "--auto-approve"), 3),
        (("rollback", "support", "--no-write", "--auto-approve"), 3),
        (("list",), 1),
        (("show", "support"), 1),
        (("state", "forget", "support", "--auto-approve"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_state_is_read_no_more_often_than_needed(
    repo: Repo, served: Served, reads: list[StateStore], command: tuple[str, ...], number: int
) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("A customer asks something", "Somebody asks something")
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("title: Support Agent", "title: Support Adviser")
    reads.clear()
    assert repo.cli(*command).code == 0
    assert len(reads) == number
    assert len(set(map(id, reads))) == 1


def test_before_the_first_apply_the_lock_reads_once_more(repo: Repo, served: Served, reads: list[StateStore]) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    assert len(reads) == 4
