from __future__ import annotations

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.remote.allowed_hosts import checked_base


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
        "https://аpi.heymilo.ai",
        "https://api.heymilo.ai:0",
        "https://api.heymilo.ai\\@attacker.example",
        "https://api.heymilo.ai\\.attacker.example",
        "https://api.heymilo.ai%2eattacker.example",
        "https://[::1]attacker.example",
        "https://api.heymilo.ai//attacker.example",
        "https://api.heymilo.ai/\\attacker.example",
        "https:api.heymilo.ai",
        "//api.heymilo.ai",
    ],
)
def test_a_key_is_not_sent_there(url: str) -> None:
    with pytest.raises(AttentionError) as caught:
        checked_base(url)
    assert "base_url" in caught.value.message
    assert caught.value.help
    assert "word" not in caught.value.message


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://api.heymilo.ai", "https://api.heymilo.ai"),
        ("https://API.HeyMilo.AI:443/", "https://api.heymilo.ai"),
        ("https://api.heymilo.ai/prefix", "https://api.heymilo.ai/prefix"),
    ],
)
def test_a_key_is_sent_to_heymilo(url: str, sent: str) -> None:
    assert checked_base(url) == sent


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://attacker.example", "attacker.example"),
        ("https://api.heymilo.ai:8443", "api.heymilo.ai:8443"),
        ("https://api.heymilo.ai.", "api.heymilo.ai."),
        ("https://api.heymilo.ai.attacker.example", "api.heymilo.ai.attacker.example"),
        ("https://xapi.heymilo.ai", "xapi.heymilo.ai"),
        ("https://heymilo.ai", "heymilo.ai"),
        ("https://xn--pi-7kc.heymilo.ai", "xn--pi-7kc.heymilo.ai"),
        ("https://[2001:DB8::1]:444", "[2001:db8::1]:444"),
        ("https://2130706433", "2130706433"),
        ("http://localhost:8686", "localhost:8686"),
        ("http://127.0.0.1", "127.0.0.1"),
        ("http://[::1]:1", "[::1]:1"),
    ],
)
@pytest.mark.parametrize("allowed", ["", "  ", ",", "example", "other.example,127.0.0.2:1"])
def test_a_key_goes_to_no_host_that_only_the_repo_chose(url: str, shown: str, allowed: str) -> None:
    with pytest.raises(AttentionError) as caught:
        checked_base(url, allowed)
    assert f"leads to {shown}," in caught.value.message
    assert f"HEYMILO_OPS_ALLOW_HOST={shown} in" in caught.value.help


@pytest.mark.parametrize(
    ("url", "allowed", "sent"),
    [
        ("https://proxy.example", "proxy.example", "https://proxy.example"),
        ("https://PROXY.example:443", "proxy.example:443", "https://proxy.example"),
        (
            "https://proxy.example:8443/prefix/",
            " other.example , Proxy.Example:8443 ",
            "https://proxy.example:8443/prefix",
        ),
        ("https://proxy.example.", "proxy.example.", "https://proxy.example."),
        ("https://api.heymilo.ai:8443", "api.heymilo.ai", "https://api.heymilo.ai:8443"),
        ("http://localhost:8686", "localhost", "http://localhost:8686"),
        ("http://LOCALHOST", "localhost:80", "http://localhost"),
        ("http://127.9.9.9:1", "127.9.9.9:1", "http://127.9.9.9:1"),
        ("http://[::1]:8686", "[::1]:8686", "http://[::1]:8686"),
        ("http://[0:0::1]:8686", "::1", "http://[::1]:8686"),
        ("http://[::1]", "[0::0:1]", "http://[::1]"),
    ],
)
def test_what_the_environment_allows(url: str, allowed: str, sent: str) -> None:
    assert checked_base(url, allowed) == sent


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://proxy.example:8444", "proxy.example:8443"),
        ("https://proxy.example.", "proxy.example"),
        ("https://a.proxy.example", "proxy.example"),
        ("http://127.0.0.1:1", "localhost"),
        ("http://127.0.0.2:1", "127.0.0.1"),
        ("http://localhost:80", "[::1]"),
    ],
)
def test_what_is_not_quite_allowed(url: str, allowed: str) -> None:
    with pytest.raises(AttentionError, match="leads to"):
        checked_base(url, allowed)


@pytest.mark.parametrize(
    "entry",
    ["*", "*.example", "https://a.example", "a.example/", "me@a.example", "a:b:c", "a:port", "a b", "[::1", "é"],
)
def test_an_entry_that_is_no_host_allows_nothing(entry: str) -> None:
    with pytest.raises(AttentionError, match="HEYMILO_OPS_ALLOW_HOST has an entry"):
        checked_base("https://a.example", f"a.example,{entry}")
    assert checked_base("https://api.heymilo.ai", entry) == "https://api.heymilo.ai"


def test_plain_http_is_for_loopback_whatever_is_allowed() -> None:
    with pytest.raises(AttentionError, match="plain http"):
        checked_base("http://proxy.example", "proxy.example")
