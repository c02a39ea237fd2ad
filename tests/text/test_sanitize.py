import base64
import json
import re
import time
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.sanitize import is_hidden, json_text, one_line, redactor, sanitize, without


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("\x1bPdevice\x1b\\after", "after"),
        ("\x1bcreset", "reset"),
        ("end\x1b", "end"),
        ("a\u202eb\u2066c\u2069d", "a<U+202E>b<U+2066>c<U+2069>d"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("tag\U000e0041\U000e0042", "tag<U+E0041><U+E0042>"),
        ("bell\x07null\x00del\x7f", "bell<U+0007>null<U+0000>del<U+007F>"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("over\rwritten", "over\nwritten"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("##[stop-commands]x", "## [stop-commands]x"),
        ("tab\tand\nline, é, 日本, 👩‍💻", "tab\tand\nline, é, 日本, 👩💻"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert sanitize(text) == shown


def test_what_hides_is_shown_by_number() -> None:
    assert sanitize("a\u202eb \U0001f600\U000e0151 \u05d0\u200f! \U0001f468\u200d\U0001f4bb") == (
        "a<U+202E>b \U0001f600<U+E0151> \u05d0! \U0001f468\U0001f4bb"
    )


@given(st.text(st.characters(codec=None)))
def test_nothing_unseen_is_left(text: str) -> None:
    shown = sanitize(text)
    assert not any(is_hidden(char) for char in shown if char not in "\t\n")
    assert sanitize(shown) == shown
    shown.encode()


def test_one_line_joins_and_cuts() -> None:
    assert one_line("  a\n\n b\tc ") == "a b c"
    assert one_line("abcdef", 4) == "abc…"
    assert one_line("日本語", 4) == "日…"


@given(st.dictionaries(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)), max_size=3))
def test_json_loses_nothing_and_shows_nothing_unseen(data: object) -> None:
    text = json_text(data)
    assert json.loads(text) == data
    assert not any(is_hidden(char) for char in text if char != "\n")


def test_json_of_del_and_bidi() -> None:
    assert json_text("a\x7f\u202eé\U000e0041") == '"a\\u007f\\u202eé\\udb40\\udc41"\n'


def test_hidden() -> None:
    assert is_hidden("\t") and is_hidden("\u200b") and is_hidden("\x1b")
    assert not is_hidden("a") and not is_hidden("é") and not is_hidden(" ")


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
