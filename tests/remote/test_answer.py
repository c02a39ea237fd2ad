from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.remote.answer import (
    MAX_ERRORS,
    MAX_MESSAGE,
    ConfirmedAnswer,
    RejectedAnswer,
    UnknownAnswer,
    Unreadable,
    answer_of,
    complaint,
    from_loc,
    from_param,
    parse,
    words_of,
)

SENT = {"title": "x", "workflow": [{"type": "form", "questions": [{"modality": "form", "text": 1}]}]}


def body(data: Any) -> bytes:
    return json.dumps(data).encode()


@pytest.mark.parametrize("status", [400, 404, 405, 413, 415, 422, 429])
@pytest.mark.parametrize("data", [b"", b"<html>", b"[]", b"{}", b"\xff\xfe\0", b'{"detail": null, "error": null}'])
def test_rejected_without_a_reason(status: int, data: bytes) -> None:
    assert answer_of(status, data) == RejectedAnswer(status, f"HeyMilo answered {status} and gave no reason")


@pytest.mark.parametrize(
    "status", [100, 300, 301, 304, 307, 402, 406, 408, 409, 410, 425, 431, 451, 499, 500, 503, 599]
)
def test_everything_else_is_unknown(status: int) -> None:
    found = answer_of(status, body({"data": {"id": "P1"}}))
    assert isinstance(found, UnknownAnswer)
    assert str(status) in found.reason


def test_an_unknown_answer_tells_what_was_said() -> None:
    found = answer_of(500, body({"error": {"message": "disk on fire"}}))
    assert found == UnknownAnswer("HeyMilo answered 500: disk on fire")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"\xff", "not JSON"),
        (b'{"a": NaN}', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not a JSON object"),
        (b"{}", "no id"),
        (b'{"data": []}', "no id"),
        (b'{"data": {"id": ""}}', "no id"),
        (b'{"data": {"id": 7}}', "no id"),
        (b'{"id": "P1"}', "no id"),
    ],
)
@pytest.mark.parametrize("status", [200, 201, 204])
def test_a_success_that_can_not_be_read_is_unknown(status: int, data: bytes, why: str) -> None:
    found = answer_of(status, data)
    assert isinstance(found, UnknownAnswer)
    assert str(status) in found.reason
    assert why in found.reason


def test_confirmed_has_an_id_and_no_credential() -> None:
    found = answer_of(
        201,
        body(
            {
                "data": {
                    "id": "P1",
                    "urls": {"candidate_url": "https://x", "ingestion_url_key": "s3cret"},
                    "posting": {"id": "P1", "list": [{"ingestion_url_key": "s3cret"}]},
                }
            }
        ),
    )
    assert isinstance(found, ConfirmedAnswer)
    assert found.posting_id == "P1"
    assert "s3cret" not in repr(found)
    assert "ingestion" not in repr(found)
    assert found.data["urls"] == {"candidate_url": "https://x"}


@pytest.mark.parametrize(
    ("data", "message", "errors"),
    [
        ({"detail": "Method Not Allowed"}, "Method Not Allowed", {}),
        ({"message": "no"}, "no", {}),
        ({"error": "no"}, "no", {}),
        (
            {"detail": [{"loc": ["body", "title"], "msg": "too short", "type": "t"}]},
            "too short",
            {"/title": "too short"},
        ),
        (
            {
                "error": {
                    "message": "validation failed",
                    "errors": [
                        {"code": "c", "message": "bad text", "param": "workflow[0].questions[0].text"},
                        {"code": "c", "message": "bad title", "param": "title"},
                        {"code": "c", "message": "no place", "param": None},
                    ],
                }
            },
            "validation failed",
            {"/workflow/0/questions/0/text": "bad text", "/title": "bad title"},
        ),
        (
            {"error": {"message": "taken", "param": "name", "errors": []}},
            "taken",
            {"/name": "taken"},
        ),
        (
            {"error": {"message": "m", "details": [{"message": "d", "param": "title"}]}},
            "m",
            {"/title": "d"},
        ),
        (
            {
                "detail": [
                    {"loc": ["body", "title"], "msg": "one"},
                    {"loc": ["body", "title", "str"], "msg": "two"},
                    {"loc": None, "msg": "three"},
                    {"loc": ["body"], "msg": 4},
                    "five",
                ]
            },
            "one; two",
            {"/title": "one; two", "": "three"},
        ),
        ({"error": {"errors": "odd", "message": 3}}, "", {}),
    ],
)
@pytest.mark.parametrize("status", [400, 404, 422])
def test_both_error_shapes(status: int, data: Any, message: str, errors: dict[str, str]) -> None:
    found = answer_of(status, body(data), SENT)
    assert found == RejectedAnswer(status, message or f"HeyMilo answered {status} and gave no reason", errors)


def test_a_flood_of_errors_is_cut() -> None:
    detail = [{"loc": ["body", "workflow", i], "msg": "m" * 2000} for i in range(1000)]
    message, errors = complaint(body({"detail": detail}), SENT)
    assert len(errors) == MAX_ERRORS
    assert max(map(len, [message, *errors.values()])) == MAX_MESSAGE


def test_parse_takes_objects_alone() -> None:
    assert parse(b'{"a": [1, {"ingestion_url_key": "x", "b": 2}]}') == {"a": [1, {"b": 2}]}
    with pytest.raises(Unreadable):
        parse(b"3")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ((409, b'{"error": {"message": "taken"}}'), (409, b'{"error": {"message": "taken", "id": "r-2"}}'), True),
        ((409, b""), (409, b""), True),
        ((409, b"<title>No</title>1"), (409, b"<title>No</title>2"), True),
        ((409, b'{"detail": "taken"}'), (409, b'{"detail": "busy"}'), False),
        ((409, b'{"detail": "taken"}'), (503, b'{"detail": "taken"}'), False),
        ((503, b""), (503, b""), False),
        ((408, b""), (408, b""), False),
    ],
)
def test_the_same_no_twice(first: tuple[int, bytes], second: tuple[int, bytes], same: bool) -> None:
    one, two = answer_of(*first), answer_of(*second)
    assert isinstance(one, UnknownAnswer)
    assert isinstance(two, UnknownAnswer)
    assert one.says_the_same(two) is two.says_the_same(one) is same


@pytest.mark.parametrize(("status", "no"), [(402, True), (408, False), (409, True), (425, False), (500, False)])
def test_which_answers_are_a_no(status: int, no: bool) -> None:
    found = answer_of(status, b"")
    assert isinstance(found, UnknownAnswer)
    assert found.is_no is no
    assert not UnknownAnswer("no answer").is_no


NESTED = {
    "title": "Baker",
    "colour": "red",
    "metadata": {"a/b": "1", "web_interview": "2", "x~y": "3"},
    "workflow": [
        {"type": "web_interview", "config": {"video": "maybe"}, "questions": [{"modality": "voice", "text": 1}]},
        {"type": "form", "questions": [{"modality": "form", "text": "t", "dropdown_values": [{"label": 1}]}]},
    ],
}


@pytest.mark.parametrize(
    ("loc", "pointer"),
    [
        ([], ""),
        (["body"], ""),
        (["body", "title"], "/title"),
        (["title"], "/title"),
        (["body", "workflow", 0, "config", "video"], "/workflow/0/config/video"),
        (["body", "workflow", 0, "web_interview", "config", "video"], "/workflow/0/config/video"),
        (["body", "workflow", 0, "WebInterviewStep", "config", "video", "bool"], "/workflow/0/config/video"),
        (["body", "workflow", 0, "questions", 0, "voice", "text", "str"], "/workflow/0/questions/0/text"),
        (["body", "workflow", 1, "form", "questions", 0, "dropdown_values", 0, "label"], None),
        (["body", "workflow", 0, "questions", 0, "score_of_5"], "/workflow/0/questions/0/score_of_5"),
        (["body", "workflow", 0, "config", "blackout_period", "timezone"], None),
        (["body", "workflow", 7, "config", "video"], "/workflow/7/config/video"),
        (["body", "workflow", "list[Step]", 0, "type"], "/workflow/0/type"),
        (["body", "colour"], "/colour"),
        (["body", "never_sent_and_no_field"], ""),
        (["body", "metadata", "a/b"], "/metadata/a~1b"),
        (["body", "metadata", "web_interview"], "/metadata/web_interview"),
        (["body", "metadata", "x~y", "str"], "/metadata/x~0y"),
        (["body", 17], ""),
        (["body", "title", "constrained-str"], "/title"),
        (["body", "deadline", "datetime"], "/deadline"),
        (["body", None, {"odd": 1}], ""),
    ],
)
def test_loc(loc: list[Any], pointer: str | None) -> None:
    expected = "/" + "/".join(str(part) for part in loc if part not in ("body", "form")) if pointer is None else pointer
    assert from_loc(loc, NESTED) == expected


@pytest.mark.parametrize(
    ("param", "pointer"),
    [
        ("", ""),
        ("title", "/title"),
        ("body.title", "/title"),
        ("workflow.0.config.video", "/workflow/0/config/video"),
        ("workflow[0].config.video", "/workflow/0/config/video"),
        ("workflow[0].web_interview.questions[0].text", "/workflow/0/questions/0/text"),
        ("/workflow/0/config/video", "/workflow/0/config/video"),
        ("/metadata/a~1b", "/metadata/a~1b"),
        ("...", ""),
    ],
)
def test_param(param: str, pointer: str) -> None:
    assert from_param(param, NESTED) == pointer


@pytest.mark.parametrize("sent", [None, [], "text", 3])
def test_where_nothing_was_sent_the_known_fields_are_kept(sent: Any) -> None:
    assert from_loc(["body", "workflow", 0, "form", "questions"], sent) == "/workflow/0/questions"


@given(st.lists(st.text() | st.integers() | st.none() | st.booleans(), max_size=6))
def test_any_loc_is_a_pointer(loc: list[Any]) -> None:
    pointer = from_loc(loc, NESTED)
    assert pointer == "" or pointer.startswith("/")


@given(st.text())
def test_any_param_is_a_pointer(param: str) -> None:
    pointer = from_param(param, NESTED)
    assert pointer == "" or pointer.startswith("/")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", ""),
        (b" \n", ""),
        (b"upstream connect error\n  or disconnect", "upstream connect error or disconnect"),
        (b"<html>\r\n<head><title>502 Bad Gateway</title></head><body><h1>no</h1></body>", "502 Bad Gateway"),
        (b"<!DOCTYPE html><title> </title><h1>Back &amp; better</h1> at <b>noon</b>", "Back & better at noon"),
        (b"<html><style>p {x}</style><script>var a = '<p>'</script><!-- nginx --><p>Closed", "Closed"),
        (b"<html>", ""),
        (b"1 < 2", "1 < 2"),
        (b'"not today"', "not today"),
        (b"[1]", ""),
        (b"null", ""),
        (b"[" * 5000, ""),
        (b'{"message": "no", "ingestion_url_key": "abc', ""),
        (b"PK\x03\x04\0\0", ""),
        (bytes(range(128, 256)), ""),
    ],
)
def test_words(body: bytes, words: str) -> None:
    assert words_of(body) == words


def test_tags_join_no_words() -> None:
    assert words_of(b"<p>hm-key-<b></b>0123456789") == "hm-key- 0123456789"
