from __future__ import annotations

from heymilo_ops.model.host import is_loopback


def test_loopback() -> None:
    assert is_loopback("127.1.2.3")
    assert not is_loopback("192.168.0.1")
    assert not is_loopback("example.org")
