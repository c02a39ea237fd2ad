"""State and counts of people in a bucket of Google Cloud Storage, as far as a stub of its API can show it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from heymilo_ops.model.location import BucketLocation
from heymilo_ops.model.people import People
from heymilo_ops.statefile.backend import Conflict
from heymilo_ops.statefile.lease import Holder
from heymilo_ops.statefile.object_store import ObjectStoreBackend, open_bucket
from heymilo_ops.statefile.people_file import KEY, drop_people, keep_people, read_people
from heymilo_ops.statefile.store import StateStore
from tests.statefile.gcs_stub import serving

OLD, NEW = "2026-11-27T00:00:00Z", "2026-11-28T00:00:00Z"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[ObjectStoreBackend]:
    with serving() as stub:
        for name, value in stub.environment().items():
            monkeypatch.setenv(name, value)
        yield open_bucket(BucketLocation("gs", "acme-state", "production"))


def test_what_somebody_else_wrote_is_not_written_over(bucket: ObjectStoreBackend) -> None:
    first = bucket.create("state.json", b"1")
    with pytest.raises(Conflict):
        bucket.create("state.json", b"2")
    second = bucket.put("state.json", b"2", first)
    with pytest.raises(Conflict):
        bucket.put("state.json", b"3", first)
    stored = bucket.get("state.json")
    assert stored is not None
    assert (stored.data, stored.version) == (b"2", second)


def test_counts_of_people_are_merged_beside_a_state_that_is_locked(bucket: ObjectStoreBackend) -> None:
    assert read_people(bucket) == {}
    store = StateStore(bucket, "gs://acme-state/production")
    store.write(store.begin("acme", "production", "https://x"))
    with store.hold(Holder("me", "apply", "h", 1, NEW)):
        keep_people(bucket, {"A": People(20, 10, NEW), "B": People(20, 10, OLD)})
        keep_people(bucket, {"A": People(99, 10, OLD), "B": People(30, 10, NEW)})
        assert read_people(bucket) == {"A": People(20, 10, NEW), "B": People(30, 10, NEW)}
        assert store.state is not None
        store.write(store.state)
    assert KEY in bucket.list("")
    drop_people(bucket)
    assert read_people(bucket) == {}
