"""Replaced postings that are still open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from heymilo_ops.model.posting import Ops
from heymilo_ops.plan.drain import draining, open_leftovers
from heymilo_ops.plan.superseded import due_archives, is_gone

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def entry(world: Any, posting: Any) -> Any:
    """Revision 1 on p1, left open; 2 on p2, a setting of it moved in 3; p2 is current."""
    world.apply(posting(ops={"on_replace": "keep"}))
    world.apply(posting(title="Day nurse", ops={"on_replace": "keep"}))
    world.apply(posting(title="Day nurse", max_retakes=1, ops={"on_replace": "keep"}))
    return world.state.postings["nurse"]


def test_neither_current_nor_archived(entry: Any, applied: Any) -> None:
    assert open_leftovers(entry) == ("p1",)
    assert open_leftovers(applied.state.postings["nurse"]) == ()


def test_one_archived_revision_closes_its_posting(entry: Any) -> None:
    first = entry.revisions[0].model_copy(update={"archived_at": "2027"})
    assert open_leftovers(entry.model_copy(update={"revisions": (first, *entry.revisions[1:])})) == ()


def test_kept_postings_are_never_due(entry: Any) -> None:
    assert due_archives(entry, Ops(on_replace="keep"), None, NOW) == ()
    assert due_archives(entry, Ops(), None, NOW) == ("p1",)


def test_draining_ones_are_due_when_finished(entry: Any, world: Any) -> None:
    ops = Ops(on_replace="drain")
    assert due_archives(entry, ops, None, NOW) == ()
    assert due_archives(entry, ops, world.listing(), NOW) == ()
    assert due_archives(entry, ops, world.listing(finished=frozenset({"p1"})), NOW) == ("p1",)
    assert draining(entry, ops) == ("p1",)
    assert draining(entry) == ()


def test_draining_ones_are_due_when_their_days_are_over(entry: Any) -> None:
    ops, replaced = Ops(on_replace="drain", drain_days=3), NOW
    assert due_archives(entry, ops, None, replaced + timedelta(days=3, seconds=-1)) == ()
    assert due_archives(entry, ops, None, replaced + timedelta(days=3)) == ("p1",)
    assert due_archives(entry, Ops(on_replace="keep", drain_days=3), None, replaced + timedelta(days=9)) == ()


def test_draining_ones_are_due_where_the_role_is_closed(entry: Any) -> None:
    assert due_archives(entry, Ops(on_replace="drain", lifecycle="closed"), None, NOW) == ("p1",)


def test_what_was_archived_or_deleted_outside_is_not_due(entry: Any, world: Any, live: Any) -> None:
    archived = world.listing(postings={"p1": live("p1", archived=True)})
    deleted = world.listing(postings={}, missing=frozenset({"p1"}))
    assert due_archives(entry, Ops(), archived, NOW) == due_archives(entry, Ops(), deleted, NOW) == ()
    assert is_gone("p1", archived) and is_gone("p1", deleted)
    assert (
        not is_gone("p1", None) and not is_gone("p1", world.listing()) and not is_gone("p1", world.listing(postings={}))
    )
