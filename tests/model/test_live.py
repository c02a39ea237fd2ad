"""Marks in metadata."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.model.live import RESERVED, Live, Mark, read_mark, without_marks
from heymilo_ops.model.posting import RESERVED_PREFIX

NAME = st.sampled_from(["a", "nurse", "night-nurse-2", "a" * 100])
MARKS = st.builds(
    Mark,
    project=NAME,
    workspace=NAME,
    name=NAME,
    revision=st.integers(1, 999_999_999),
    op_id=st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}"),
    attempt=st.integers(1, 999_999_999),
    digest=st.just("sha256:" + "0" * 64),
)


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        {},
        {"team": "a"},
        {"heymilo-ops": ""},
        {"heymilo-ops": "a/b"},
        {"heymilo-ops": "a/b/c"},
        {"heymilo-ops": "a/b/c@x"},
        {"heymilo-ops": "a/b/c@1/d"},
        {"heymilo-ops": "a/b/c@1234567890"},
        {"heymilo-ops": "a/b/c@1\n"},
        {"heymilo-ops": "a/b/c@\u0661"},
        {"heymilo-ops-op": "0" * 32 + "/1"},
    ],
)
def test_what_is_no_mark(metadata: dict[str, str] | None) -> None:
    assert read_mark(metadata) is None


@given(MARKS)
def test_a_mark_is_read_as_it_was_written(mark: Mark) -> None:
    metadata = mark.metadata()
    assert tuple(metadata) == RESERVED
    assert all(key.startswith(RESERVED_PREFIX) and len(key) <= 40 for key in metadata)
    assert read_mark({"team": "a", **metadata}) == mark


def test_a_mark_without_operation_is_still_ours() -> None:
    found = read_mark({"heymilo-ops": "acme/prod/nurse@3", "heymilo-ops-op": "nonsense"})
    assert found == Mark("acme", "prod", "nurse", 3, "", 0, "")


@pytest.mark.parametrize("operation", ["0" * 32 + "/1\n", "0" * 32 + "/\u0661"])
def test_an_operation_is_read_to_its_end(operation: str) -> None:
    found = read_mark({"heymilo-ops": "acme/prod/nurse@3", "heymilo-ops-op": operation})
    assert found is not None
    assert (found.op_id, found.attempt) == ("", 0)


def test_the_users_own_entries() -> None:
    mark = Mark("acme", "prod", "nurse", 3, "0" * 32, 1, "sha256:x")
    assert without_marks({"team": "a", **mark.metadata()}) == {"team": "a"}


def test_a_live_posting_tells_whose_it_is() -> None:
    mark = Mark("acme", "prod", "nurse", 3, "0" * 32, 1, "sha256:x")
    assert Live("p1", "Nurse", None, "active", False, metadata=mark.metadata()).mark == mark
    assert Live("p1", "Nurse", None, "active", False).mark is None
