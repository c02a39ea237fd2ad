"""The request log: bounded, cheap to read, and what it takes from a body."""

from __future__ import annotations

import json
import time

import pytest

from heymilo_ops.sandbox.requestlog import KEPT, RequestLog

SCOPE = {"method": "POST", "path": "/api/v2/postings"}


@pytest.mark.parametrize(
    "body",
    [None, b"", b"{", b"[]", b'"x"', b'{"name": 3}', b'{"metadata": []}', b'{"metadata": {"heymilo-ops": 1}}'],
)
def test_a_body_that_tells_nothing(body):
    seen = RequestLog().add(SCOPE, body, 0)
    assert (seen.name, seen.marks, seen.length) == (None, {}, len(body or b""))


def test_only_marks_are_taken_from_metadata():
    body = json.dumps({"name": "n", "metadata": {"team": "t", "heymilo-ops-op": "ab/1"}}).encode()
    seen = RequestLog().add(SCOPE, body, 0)
    assert (seen.name, seen.marks) == ("n", {"heymilo-ops-op": "ab/1"})


def test_the_log_is_bounded_and_the_oldest_go_first():
    assert KEPT >= 50_000
    log = RequestLog()
    for _ in range(KEPT + 5):
        log.add(SCOPE, b"", 0).state = "done"
    assert len(log.entries) == KEPT
    assert [seen.seq for seen in log.since(0, 2)] == [6, 7]
    assert [seen.seq for seen in log.since(KEPT + 3)] == [KEPT + 4, KEPT + 5]
    assert log.unfinished == []


def test_ten_thousand_entries_are_read_from_any_place_in_no_time():
    log = RequestLog()
    for _ in range(10_000):
        log.add(SCOPE, b"", 0).state = "done"
    took = []
    for _ in range(5):
        start = time.perf_counter()
        assert len(log.since(9_990)) == 10
        took.append(time.perf_counter() - start)
    assert min(took) < 0.01
