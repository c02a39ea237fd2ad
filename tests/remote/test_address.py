from __future__ import annotations

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.remote.address import checked_base, is_loopback


@pytest.mark.parametrize(
    "url",
    [
        "http://api.heymilo.ai",
        "http://10.0.0.1",
        "http://0.0.0.0:80",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "ftp://localhost",
        "api.heymilo.ai",
        "",
        "https://",
        "https://:443",
        "https://user@api.heymilo.ai",
        "https://user:word@api.heymilo.ai",
        "https://api.heymilo.ai?x=1",
        "https://api.heymilo.ai#x",
        "https://api heymilo.ai",
        "https://api.heymilo.ai/a b",
        "https://api.heymilo.ai:port",
        "https://api.heymilo.ai:99999",
        "https://[::1",
        "https://api.heymilo.ai\n",
        "https://bücher.example",
    ],
)
def test_a_key_is_not_sent_there(url: str) -> None:
    with pytest.raises(AttentionError) as caught:
        checked_base(url)
    assert "base_url" in caught.value.message
    assert caught.value.help
    assert "word" not in caught.value.message


@pytest.mark.parametrize(
    "url",
    [
        "https://api.heymilo.ai",
        "https://api.heymilo.ai:8443/prefix",
        "http://localhost:8686",
        "http://LOCALHOST",
        "http://127.0.0.1:1",
        "http://127.9.9.9",
        "http://[::1]:8686",
    ],
)
def test_a_key_is_sent_there(url: str) -> None:
    assert checked_base(url + "/") == url


def test_loopback() -> None:
    assert is_loopback("127.1.2.3")
    assert not is_loopback("192.168.0.1")
    assert not is_loopback("example.org")
