from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.model.state import State
from heymilo_ops.statefile.commit_message import DocumentChange, describe, describe_all
from heymilo_ops.statefile.format import encode_record

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
    assert describe(KEY, None, encode_record(filled)) == f"{KEY}: create baker@1\n\ncreate baker@1, by ada"


JOURNAL = "production/journal/00000003/000004.json"


def journal(*records: Any, **other: Any) -> bytes:
    return json.dumps({"epoch": 3, "seq": 4, "by": "Ana", "records": records} | other).encode()


def outcome(kind: str = "confirmed", **other: Any) -> dict[str, Any]:
    return {"kind": kind, "address": "support", "number": 2, "action": "create", "what": "create", **other}


@pytest.mark.parametrize(
    ("records", "subject"),
    [
        ([outcome()], "create support@2"),
        ([outcome(), {"kind": "sending", "ops": ["x"]}], "create support@2"),
        ([outcome(action="replace", what="archive", number=1)], "archive support@1"),
        ([outcome(action="replace")], "replace support@2"),
        ([outcome(action=None, what="update")], "update support@2"),
        ([outcome("rejected")], "create support@2: refused by HeyMilo"),
        ([outcome("unknown")], "create support@2: outcome unknown"),
        ([outcome("absent")], "create support@2: never happened"),
        ([outcome(), outcome(address="baker"), outcome("rejected")], "2 done, 1 refused"),
        ([{"kind": "sending", "ops": ["x", "y"]}], "send 2 requests"),
        ([{"kind": "sending", "ops": ["x"]}], "send 1 request"),
        ([{"kind": "opened", "intents": [{"address": "support", "number": 2, "action": "create", "commit": "c" * 40}]}],
         "begin to create support@2"),
        ([{"kind": "opened", "intents": [{"address": "a"}, {"address": "b"}]}], "begin 2 changes"),
        ([{"kind": "opened"}], "begin"),
        ([{"kind": "retried", "intent": {"address": "a", "number": 1, "kind": "create"}}], "begin again to create a@1"),
        ([{"kind": "retried"}], "retried"),
        ([{"kind": "sealed", "by_epoch": 7}], "closed by run 7, which took over"),
        ([{"kind": "noted", "address": "support"}], "noted support"),
        ([{"kind": "noted"}, {"kind": "noted"}], "2 records"),
        ([], "nothing recorded"),
        ([7], "nothing recorded"),
        ([{}], "None"),
    ],
)  # fmt: skip
def test_a_journal_document_says_what_was_done_by_whom(records: list[Any], subject: str) -> None:
    assert describe(JOURNAL, None, journal(*records)).splitlines()[0] == f"production: {subject}, by Ana (journal 3/4)"


def test_a_journal_documents_changes_are_listed() -> None:
    opened = {"kind": "opened", "intents": [{"address": "a", "number": 1, "action": "create", "commit": "c" * 40}, 7]}
    found = describe(JOURNAL, None, journal(opened, {"kind": "sending", "ops": ["x"]}, by=None))
    assert found.splitlines() == [
        "production: begin to create a@1 (journal 3/4)",
        "",
        "begin to create a@1, from commit cccccccccccc",
        "send 1 request",
    ]


@pytest.mark.parametrize(
    ("before", "changes", "expected"),
    [
        (False, {}, "production: lock taken by Ana (apply)"),
        (True, {}, "production: lock renewed by Ana (apply)"),
        (True, {"lease_id": "y"}, "production: lock taken by Ana (apply)"),
        (True, {"released": True}, "production: lock of Ana given back"),
    ],
)
def test_the_lock_says_whose_it_is(before: bool, changes: dict[str, Any], expected: str) -> None:
    terms = {"lease_id": "x", "released": False, "holder": {"who": "Ana", "operation": "apply"}}
    old = json.dumps(terms).encode() if before else None
    assert describe("production/lease.json", old, json.dumps(terms | changes).encode()) == expected


def test_several_documents_are_counted_and_listed() -> None:
    one, other = DocumentChange("p/journal/1/1.json", b"1", None), DocumentChange("p/late/x.json", None, b"1")
    assert describe_all([one]) == "p/journal/1/1.json: removed"
    assert describe_all([one, one._replace(key="p/journal/1/2.json")]).splitlines() == [
        "p: 2 documents of journal removed",
        "",
        "p/journal/1/1.json: removed",
        "p/journal/1/2.json: removed",
    ]
    assert describe_all([other, other._replace(key="p/snapshots/x.json")]).splitlines() == [
        "p: 2 documents of late, snapshots written",
        "",
        "p/late/x.json: written",
        "p/snapshots/x.json: written",
    ]


def test_a_message_is_one_that_git_takes() -> None:
    found = describe(JOURNAL, None, b'{"records": [{"kind": "x\\ud800"}], "by": "A\\u0000\\nna"}')
    assert found == "production: x?, by A na (journal None/None)"
    assert describe(JOURNAL, None, b"[" * 200_000) == f"{JOURNAL}: written"


NAMES = ("kind", "records", "intents", "intent", "ops", "address", "number", "action", "what", "by", "commit")
NAMES += ("holder", "who", "postings", "revisions", "x")
KINDS = ("opened", "sending", "retried", "confirmed", "sealed")


def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = inner | st.sampled_from(KINDS)
    return st.lists(some, max_size=3) | st.dictionaries(st.sampled_from(NAMES), some, max_size=5)


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
VALUES = st.recursive(LEAVES, grown, max_leaves=15)


@given(VALUES, VALUES, st.sampled_from([KEY, JOURNAL, "production/lease.json"]))
@settings(max_examples=200, deadline=None)
def test_no_shape_raises(old: Any, new: Any, key: str) -> None:
    found = describe(key, json.dumps(old).encode(), json.dumps({"records": new, "by": old, "holder": new}).encode())
    assert found.startswith("production")
    assert "\0" not in describe(key, None, json.dumps(new).encode())
