"""How many people postings have: asked of HeyMilo only as far as that helps, and kept or removed beside the state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from heymilo_ops.errors import UnreachableError
from heymilo_ops.model.people import People
from heymilo_ops.remote.postings import Postings
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.people_file import KEY, keep_people
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases import people as counting
from heymilo_ops.usecases.read_pace import PacedReads

AT = "2026-11-28T00:00:00Z"
NURSE = People(41, 17, AT)


class Counts:
    """A HeyMilo whose stats fail for some postings."""

    def __init__(self, failing: Sequence[str]) -> None:
        self.failing = failing
        self.asked: list[str] = []

    def people(self, posting_id: str) -> People:
        self.asked.append(posting_id)
        if posting_id in self.failing:
            raise UnreachableError("it answered 503", "")
        return NURSE


def test_after_three_failures_in_a_row_nobody_else_is_asked_for() -> None:
    api = Counts("bdefgh")
    people, uncounted = counting.count_people(PacedReads(cast("Postings", api)), dict.fromkeys("abcdefgh", "Nurse"))
    assert people == {"a": NURSE, "c": NURSE}
    assert api.asked == list("abcdef")
    assert list(uncounted) == list("bdefgh")
    assert uncounted["g"] == "it was not asked for, since others could not be read"


def test_nothing_is_kept_of_nobody(tmp_path: Path) -> None:
    store = StateStore(FolderBackend(tmp_path), "state")
    assert counting.keep_counts(store, {}) == ""
    assert not (tmp_path / KEY).exists()
    assert counting.keep_counts(store, {"A": NURSE}) == ""
    assert (tmp_path / KEY).exists()


def test_a_file_that_can_not_be_removed_is_named(tmp_path: Path, monkeypatch: Any) -> None:
    backend = FolderBackend(tmp_path)
    store = StateStore(backend, "state")
    keep_people(backend, {"A": NURSE})

    def refused(*_: object) -> None:
        raise UnreachableError("permission denied", "")

    monkeypatch.setattr(backend, "delete", refused)
    assert "could not be removed: permission denied" in counting.drop_counts(store)
    monkeypatch.undo()
    assert (counting.drop_counts(store), (tmp_path / KEY).exists()) == ("", False)
