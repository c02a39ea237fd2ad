"""Paging, as a property: walking the pages sees everything once, in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.sandbox.answers import page
from heymilo_ops.sandbox.errors import ApiError


def test_an_unknown_cursor_is_refused():
    with pytest.raises(ApiError, match="names nothing"):
        page(["a"], str, limit=1, starting_after="b")


@given(rows=st.lists(st.text(), unique=True, max_size=30), limit=st.integers(1, 9))
def test_walking_the_pages_sees_every_row_once(rows, limit):
    seen, cursor = [], None
    while True:
        part, pagination = page(rows, str, limit=limit, starting_after=cursor)
        assert len(part) <= limit
        assert pagination["total_count"] == len(rows)
        seen += part
        if not pagination["has_more"]:
            break
        cursor = part[-1]
    assert seen == rows
