"""The key of a workspace, and the one address that it may be sent to."""

from __future__ import annotations

import os

from heymilo_ops.config import WorkspaceConfig
from heymilo_ops.errors import UnreachableError


def allowed_hosts() -> str:
    """Return the hosts that a key may be sent to besides HeyMilo's, as the environment has them."""
    from heymilo_ops.remote.allowed_hosts import ALLOW_HOST

    return os.environ.get(ALLOW_HOST, "")


def checked_address(config: WorkspaceConfig) -> str:
    """Return the base URL. Raises ``AttentionError`` where no key may be sent there, whether or not there is one."""
    from heymilo_ops.remote.allowed_hosts import checked_base

    return checked_base(config.base_url, allowed_hosts())


def has_key(config: WorkspaceConfig) -> bool:
    """Return whether HeyMilo can be asked: a key is set, or none is needed."""
    return config.sandbox or bool(os.environ.get(config.api_key_env, "").strip())


def key_of(config: WorkspaceConfig, name: str) -> str:
    """Return the key of the workspace ``name``; the caller hides it. Raises ``UnreachableError`` without one."""
    key = os.environ.get(config.api_key_env, "").strip()
    if not key:
        raise UnreachableError(
            f"There is no key for the workspace '{name}': {config.api_key_env} is not set",
            "Set that variable to the workspace's API key, or use plan --refresh none, which needs none.",
        )
    return key
