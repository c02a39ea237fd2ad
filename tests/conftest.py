"""What every test shares: no real key, no real workspace, no colour, whatever the machine has set."""

from __future__ import annotations

import pytest

from heymilo_ops.remote.allowed_hosts import ALLOW_HOST

LOOPBACK = "127.0.0.1,localhost,[::1]"
"""Where the servers of the tests are: a key is sent there by allowance alone."""

_NOT_OURS = ("CI", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "FORCE_COLOR", "HEYMILO_API_KEY", "NO_COLOR", "TERM")


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test says itself what it wants of the environment."""
    for name in _NOT_OURS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(ALLOW_HOST, LOOPBACK)
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:9")
