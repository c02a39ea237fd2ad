from __future__ import annotations

import base64
import json
import re
import time
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.redaction import redactor, without

KEY = "hm-live_9f.A7+x/Q"
REDACT = redactor(KEY)


def every(template: str) -> str:
    return "".join(template.format(ord(char)) for char in KEY)


@pytest.mark.parametrize(
    "spelling",
    [
        KEY,
        KEY.replace("-", r"\u002d"),
        KEY.replace("-", r"\u002D"),
        KEY.replace("/", r"\/"),
        KEY.replace("-", "\\\\u002d"),  # JSON within JSON
        KEY.replace("-", r"\x2d"),
        KEY.replace("-", r"\u{2d}"),
        KEY.replace("-", r"\U0000002d"),
        quote(KEY, safe=""),
        quote(quote(KEY, safe=""), safe=""),
        KEY.replace("+", "&plus;").replace("/", "&sol;").replace("_", "&lowbar;"),
        KEY.replace("+", "&amp;plus;"),
        every("\\u{:04x}"),
        every("%{:02X}"),
        every("&#{};"),
        every("&#x{:X};"),
        every("&#0{}"),
        KEY.encode().hex(),
        KEY.encode().hex().upper(),
    ],
)
def test_no_spelling_of_the_key_is_left(spelling: str) -> None:
    assert REDACT(f"Bad key {spelling}, sorry") == "Bad key ***, sorry"


@given(st.binary(max_size=7), st.binary(max_size=7), st.sampled_from([base64.b64encode, base64.urlsafe_b64encode]))
def test_base64_around_the_key(before: bytes, after: bytes, encode) -> None:
    text = REDACT(encode(before + KEY.encode() + after).decode())
    assert "***" in text and len(text.replace("***", "")) <= 4 * (len(before) + len(after)) // 3 + 8


@given(st.text("hm-live_9f.A7+x/Q\\u002d%&#;\"'", max_size=40), st.text('\\"n\x07é', max_size=4), st.booleans())
def test_json_stays_json(around: str, close: str, repeated: bool) -> None:
    data = {around: [close + (KEY if repeated else "") + around]}
    text = REDACT(json.dumps(data))
    assert KEY not in text and json.loads(text)
    if not repeated and "***" not in text:
        assert json.loads(text) == data


def test_what_is_not_the_key_stays() -> None:
    text = "hm-live_9f.A7+x/ Q, hm-live_9f&A7+x/Q and %2D&#45;\\u002d &amp; \\n"
    assert REDACT(text) == text


def test_no_half_escape_is_left() -> None:
    redact = redactor("nice-key\\")
    assert redact(json.dumps("a\nice-key\\b")) == '"a***b"'
    assert redact(json.dumps("a\\nice-key\\b")) == '"a***b"'


def test_a_short_one_is_no_secret() -> None:
    assert redactor("abc")("abcdef") == "abcdef"


def test_data() -> None:
    redact = redactor("12345678")
    data = {"x12345678": ["12345678", {"a": None}, 12345678, 1.5, True, 7], "b": escape("<é>")}
    assert without(data, redact) == {"x***": ["***", {"a": None}, "***", 1.5, True, 7], "b": "&lt;é&gt;"}


def test_a_long_text_takes_no_long_time() -> None:
    text = ("Tell me about a time — \\u2019 " * 10 + "hm-live_9f." * 20 + "\\\\" * 200) * 1000
    began = time.process_time()
    assert REDACT(text) == text
    assert time.process_time() - began < 5
    assert not re.search(r"\*\*\*", text)
