"""Answers that no API document foresees: none of them is a bug of ours, whatever they hold."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.errors import UnreachableError
from heymilo_ops.model.live import LATEST
from heymilo_ops.model.record import written_posting
from heymilo_ops.remote.answer import ConfirmedAnswer, RejectedAnswer, UnknownAnswer, Unreadable, answer_of, parse
from heymilo_ops.remote.postings import Postings, live_of, pages
from heymilo_ops.statefile.format import encode_record

ODD_IDS = [
    "A" * 100_000,
    "../../workspaces",
    "a/b",
    "a?b",
    "a#b",
    "a%2fb",
    "a b",
    "a\nb",
    "\0",
    "\x1b[2J",
    "..",
    "\ud800",
    "é",
]

HUGE = "9" * 400


class Scripted:
    """A client that answers each read with what a function makes of its number."""

    def __init__(self, answer: Any) -> None:
        self.answer, self.asked = answer, 0

    def get(self, path: str, params: Any = None, **_: Any) -> Any:
        self.asked += 1
        return self.answer(self.asked)


@pytest.mark.parametrize("posting_id", ODD_IDS)
def test_an_id_that_can_not_be_one_is_not_taken_for_a_posting(posting_id: str) -> None:
    body = json.dumps({"data": {"id": posting_id, "status": "active"}}).encode()
    found = answer_of(201, body)
    assert isinstance(found, UnknownAnswer), "it may have been made, and this is no name for it"
    with pytest.raises(Unreadable):
        live_of({"id": posting_id})
    with pytest.raises(UnreachableError):
        Postings(Scripted(lambda _: {"data": [{"id": posting_id}], "pagination": {"has_more": False}})).list_all()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "moment", [HUGE, "1e999", "-1e999", "-1", str(LATEST + 1), "1e308", "true", '"1"', "[]", "null"]
)
def test_what_is_no_moment_is_none(moment: str) -> None:
    text = f'{{"data": {{"id": "P1", "created_at": {moment}, "updated_at": {moment}, "deadline": {moment}}}}}'
    found = answer_of(200, text.encode())
    assert isinstance(found, ConfirmedAnswer)
    live = live_of(found.data)
    assert (live.created_at, live.updated_at, live.deadline) == (None, None, None)
    assert b"P1" in encode_record(written_posting(live))


@pytest.mark.parametrize("moment", ["0", "1767225600", "1767225600.5", str(LATEST)])
def test_a_moment_is_kept(moment: str) -> None:
    assert live_of(parse(f'{{"id": "P1", "updated_at": {moment}}}'.encode())).updated_at == float(moment)


@pytest.mark.parametrize(
    "text", ['{"a":' * 3000 + "1" + "}" * 3000, '{"a":' + "[" * 3000 + "]" * 3000 + "}", f'{{"a": {"9" * 5000}}}']
)
def test_what_is_too_deep_or_too_long_to_be_read_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        parse(text.encode())
    assert isinstance(answer_of(201, text.encode()), UnknownAnswer)
    assert isinstance(answer_of(422, text.encode()), RejectedAnswer)


def test_pages_without_end_end() -> None:
    client = Scripted(lambda number: {"data": [{"id": f"P{number}"}], "pagination": {"has_more": True}})
    with pytest.raises(UnreachableError, match=r"it goes on after 1,000 pages"):
        pages(client, "/api/v2/postings", "postings")  # type: ignore[arg-type]
    assert client.asked == 1_000


def test_an_item_whose_id_fits_no_request_is_told() -> None:
    client = Scripted(lambda _: {"data": [{"id": "v" * 100_000}], "pagination": {"has_more": True}})
    with pytest.raises(UnreachableError, match="an item's id has 100,000 characters"):
        pages(client, "/api/v2/voices", "voices")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "detail",
    [
        [{"msg": "no", "loc": ["body", ["title"], {"a": 1}, None, 1e308, True]}],
        [{"msg": "no", "loc": [10**30, -1]}],
        [{"msg": "no", "loc": {"a": 1}}],
    ],
)
def test_places_that_are_none(detail: Any) -> None:
    assert isinstance(answer_of(422, json.dumps({"detail": detail}).encode(), {"workflow": [1]}), RejectedAnswer)


def test_a_place_with_a_number_of_5000_digits() -> None:
    error = {"error": {"message": "no", "param": f"workflow[{'9' * 5000}].config"}}
    assert isinstance(answer_of(422, json.dumps(error).encode(), {"workflow": [{}]}), RejectedAnswer)


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.integers(10**50, 10**60)
)
NAMES = st.sampled_from(
    [
        "data",
        "id",
        "posting",
        "status",
        "urls",
        "metadata",
        "error",
        "errors",
        "details",
        "detail",
        "msg",
        "loc",
        "param",
        "message",
        "created_at",
        "updated_at",
        "deadline",
        "candidate_url",
        "ingestion_url_key",
        "heymilo-ops",
        "body",
        "title",
    ]
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5), max_leaves=20
)


@settings(max_examples=400, deadline=None)
@given(status=st.sampled_from([200, 201, 302, 400, 409, 422, 500]), data=JSON, sent=JSON)
def test_any_json_is_an_answer(status: int, data: Any, sent: Any) -> None:
    text = json.dumps(data).replace("NaN", "1e999").replace("Infinity", "1e999")
    found = answer_of(status, text.encode(), sent)
    if isinstance(found, ConfirmedAnswer):
        live = live_of(found.data)
        assert encode_record(written_posting(live))
        assert live.born
    try:
        parsed = parse(text.encode())
    except Unreadable:
        return
    client = Scripted(lambda _: {**parsed, "pagination": {"has_more": False}})
    for read in (
        lambda it: it.list_all(),
        lambda it: it.get("P1"),
        lambda it: it.people("P1"),
        lambda it: it.workspace(),
    ):
        with suppress(UnreachableError):
            read(Postings(client))  # type: ignore[arg-type]
