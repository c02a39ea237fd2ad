from __future__ import annotations

import json
from typing import Any

import pytest

from heymilo_ops.model.state import State
from heymilo_ops.statefile.commit import describe
from heymilo_ops.statefile.format import encode

KEY = "production/state.json"


def revision(number: int, **other: Any) -> dict[str, Any]:
    return {"number": number, "action": "create", "applied_by": "Ada", "commit": "c" * 40, "digest": "d", **other}


def state(**postings: list[dict[str, Any]]) -> bytes:
    return json.dumps({"postings": {name: {"revisions": each} for name, each in postings.items()}}).encode()


def test_one_applied_posting_is_the_subject() -> None:
    found = describe(KEY, state(cook=[revision(1)]), state(cook=[revision(1)], baker=[revision(1)]))
    assert found == f"{KEY}: create baker@1\n\ncreate baker@1, by Ada, from commit cccccccccccc"


def test_several_are_counted_and_listed() -> None:
    before = state(baker=[revision(1)], cook=[revision(1)], gone=[revision(1)], same=[revision(1)])
    after = state(
        baker=[revision(1), revision(2, action="replace", commit=None)],
        cook=[revision(1, archived_at="2026-11-24T00:00:00Z")],
        same=[revision(1)],
    )
    assert describe(KEY, before, after).splitlines() == [
        f"{KEY}: 3 applied",
        "",
        "replace baker@2, by Ada",
        "archive cook@1, by Ada, from commit cccccccccccc",
        "forget gone",
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, b"x", "written"),
        (b"x", b"y", "replaced"),
        (b"x", None, "removed"),
        (None, b"[1]", "written"),
        (None, b'{"postings": 1}', "written"),
        (b"nonsense", state(), "recorded"),
        (None, state(baker=[]), "recorded"),
        (None, b'{"postings": {"baker": 1}}', "recorded"),
        (None, b'{"postings": {"baker": {"revisions": 1}}}', "recorded"),
        (None, b'{"postings": {"baker": {"revisions": [1]}}}', "1 applied"),
    ],
)
def test_whatever_it_is_there_is_a_message(before: bytes | None, after: bytes | None, expected: str) -> None:
    assert describe(KEY, before, after).startswith(f"{KEY}: ")
    assert expected == "1 applied" or describe(KEY, before, after) == f"{KEY}: {expected}"


def test_a_real_state(filled: State) -> None:
    assert describe(KEY, None, encode(filled)) == f"{KEY}: create baker@1\n\ncreate baker@1, by ada"
