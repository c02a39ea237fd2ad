from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.remote.error_body import from_loc, from_param, words_of

SENT = {
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
    assert from_loc(loc, SENT) == expected


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
    assert from_param(param, SENT) == pointer


@pytest.mark.parametrize("sent", [None, [], "text", 3])
def test_where_nothing_was_sent_the_known_fields_are_kept(sent: Any) -> None:
    assert from_loc(["body", "workflow", 0, "form", "questions"], sent) == "/workflow/0/questions"


@given(st.lists(st.text() | st.integers() | st.none() | st.booleans(), max_size=6))
def test_any_loc_is_a_pointer(loc: list[Any]) -> None:
    pointer = from_loc(loc, SENT)
    assert pointer == "" or pointer.startswith("/")


@given(st.text())
def test_any_param_is_a_pointer(param: str) -> None:
    pointer = from_param(param, SENT)
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
