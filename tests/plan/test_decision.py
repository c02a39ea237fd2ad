"""Pieces that decisions share."""

from __future__ import annotations

from typing import Any

from heymilo_ops.model.posting import Ops
from heymilo_ops.plan.decision import live_ref, next_number, ops_fields


def test_equal_ops_differ_in_nothing() -> None:
    assert list(ops_fields(Ops(), Ops())) == []


def test_ops_that_differ() -> None:
    changes = list(ops_fields(Ops(workspaces=("a",)), Ops(workspaces=("a", "b"), on_remove="error")))
    assert [(each.path, each.before, each.after) for each in changes] == [
        ("/ops/on_remove", "archive", "error"),
        ("/ops/workspaces", ["a"], ["a", "b"]),
    ]


def test_no_revision_number_is_used_twice(applied: Any) -> None:
    entry = applied.state.postings["nurse"]
    late = entry.revisions[0].model_copy(update={"number": 7})
    assert next_number(None) == 1
    assert next_number(entry) == 2
    assert next_number(entry.model_copy(update={"revisions": (late, *entry.revisions)})) == 8


def test_the_live_posting_as_listed_or_remembered(applied: Any, live: Any) -> None:
    given = applied_input(applied, None)
    assert live_ref(given, applied.state.postings["nurse"]).updated_at == 1.0
    shown = applied.listing(postings={"p1": live("p1", updated_at=4.0)})
    assert live_ref(applied_input(applied, shown), applied.state.postings["nurse"]).updated_at == 4.0


def applied_input(world: Any, listing: Any) -> Any:
    class Given:
        pass

    given = Given()
    given.listing = listing  # type: ignore[attr-defined]
    return given
