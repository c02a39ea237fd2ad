"""States that somebody edited: read as what they say, or refused in words; never a bug of ours."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.model.state import Intent, PostingState, Revision, State, WorkspaceIdentity
from heymilo_ops.statefile.format import decode_snapshot, decode_state, encode_record

AT = "2027-01-01T00:00:00Z"
DIGEST = "sha256:" + "0" * 64


def good() -> dict[str, Any]:
    revision = Revision(
        number=1,
        digest=DIGEST,
        design_digest=DIGEST,
        canon=1,
        posting_id="P1",
        applied_at=AT,
        applied_by="ada",
        source="postings/cook.yaml",
        action="create",
    )
    entry = PostingState(
        posting_id="P1", revision=1, digest=DIGEST, status="active", updated_at=1.0, revisions=(revision,)
    )
    intent = Intent(kind="create", op_id="f" * 32, address="nurse", action="create", at=AT)
    state = State(
        tool_version="0.1.0",
        lineage="a" * 32,
        project="acme",
        workspace=WorkspaceIdentity(name="production", base_url="https://api.heymilo.ai"),
        postings={"cook": entry},
        pending=(intent,),
    )
    return dict(json.loads(encode_record(state)))


def told(data: Any) -> str:
    with pytest.raises(StateError) as refused:
        decode_state(data if isinstance(data, bytes) else json.dumps(data).encode(), "state.json")
    assert refused.value.help
    return refused.value.message


def with_id(posting_id: Any) -> dict[str, Any]:
    state = good()
    state["postings"]["cook"]["posting_id"] = posting_id
    state["postings"]["cook"]["revisions"][0]["posting_id"] = posting_id
    return state


@pytest.mark.parametrize(
    "posting_id", ["A" * 100_000, "", "../../x", "a/b", "..", "a b", "a\nb", "\0", "\x1b[2J", "é", "P1\n"]
)
def test_an_id_that_can_not_be_one_is_refused(posting_id: str) -> None:
    assert "/postings/cook/posting_id" in told(with_id(posting_id))


@pytest.mark.parametrize("posting_id", ["P1", "C9F85978", "0b9e-41aa_x", "a.b~c:d@e=", "x" * 200])
def test_an_id_that_can_be_one_is_read(posting_id: str) -> None:
    assert decode_state(json.dumps(with_id(posting_id)).encode(), "state.json").posting_ids == {posting_id}


@pytest.mark.parametrize("address", ["", "../../x", "a/b", "A", "a\nb", "::error::x", "x" * 101, "cook\n"])
def test_an_address_that_no_manifest_can_have_is_refused(address: str) -> None:
    state = good()
    state["postings"][address] = state["postings"].pop("cook")
    assert "postings" in told(state)
    state = good()
    state["pending"][0]["address"] = address
    assert "/pending/0/address" in told(state)


@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 400, "9" * 5000, "NaN", "Infinity"])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    told(json.dumps(good()).replace('"updated_at": 1.0', f'"updated_at": {number}').encode())


@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2027-01-01T00:00:00", "soon"]
)
def test_a_time_that_is_none_is_refused(moment: str) -> None:
    state = good()
    state["postings"]["cook"]["revisions"][0]["applied_at"] = moment
    assert "applied_at" in told(state)


@pytest.mark.parametrize("depth", [900, 3000, 100_000])
def test_a_snapshot_that_is_too_deep_is_refused(depth: int) -> None:
    deep = '{"a":' * depth + "1" + "}" * depth
    text = (
        f'{{"format_version": 1, "digest": "{DIGEST}", "canon": 1, "request": {deep}, "resolved": {{}}, "source": "x"}}'
    )
    with pytest.raises(StateError):
        decode_snapshot(text.encode(), "snapshots/x.json")


ODD = [
    "A" * 100_000,
    "",
    None,
    1e308,
    10**399,
    -1,
    0,
    True,
    [],
    {},
    "../../x",
    "a\nb",
    "\ud800",
    "9999-12-31T23:59:59-23:59",
]


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*at, key)
        yield from places(each, (*at, key))


def spoilt(number: int) -> Any:
    """The state with one or two places changed, removed or renamed."""
    choose, state = random.Random(number), copy.deepcopy(good())
    for _ in range(choose.choice([1, 1, 2])):
        *way, last = choose.choice(list(places(state)))
        node: Any = state
        for key in way:
            node = node[key]
        how = choose.random()
        if how < 0.7:
            node[last] = choose.choice(ODD)
        elif how < 0.85:
            del node[last]
        elif isinstance(node, dict):
            node[choose.choice([odd for odd in ODD if isinstance(odd, str)])] = node.pop(last)
    return state


def test_whatever_is_edited_it_is_a_state_or_refused() -> None:
    read = 0
    for number in range(1500):
        data = json.dumps(spoilt(number)).encode()
        try:
            state = decode_state(data, "state.json")
        except StateError:
            continue
        read += 1
        assert decode_state(encode_record(state), "state.json") == state, number
    assert 0 < read < 1500
