"""The words of answers that have none of HeyMilo's error shapes."""

from __future__ import annotations

import pytest

from heymilo_ops.remote.error_text import words_of


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
