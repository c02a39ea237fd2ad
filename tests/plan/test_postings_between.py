"""Which postings people entered between a revision and a rollback to it."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.plan.rollback import postings_between


@pytest.fixture
def entry(world: Any, posting: Any) -> Any:
    """Revision 1 on p1, 2 on p2, a setting of it moved in 3, 4 on p3."""
    for changes in ({}, {"title": "Day nurse"}, {"title": "Day nurse", "max_retakes": 1}, {"title": "Ward nurse"}):
        world.apply(posting(**changes))
    return world.state.postings["nurse"]


def test_those_that_came_after_it(entry: Any) -> None:
    assert postings_between(entry, entry.numbered(1)) == ("p2", "p3")
    assert postings_between(entry, entry.numbered(2)) == postings_between(entry, entry.numbered(3)) == ("p3",)


def test_a_posting_that_was_edited_in_place_tells_nobody_apart(entry: Any) -> None:
    first, second, *rest = entry.revisions
    edited = second.model_copy(update={"posting_id": "p1"})
    assert postings_between(entry.model_copy(update={"revisions": (first, edited, *rest)}), first) is None
