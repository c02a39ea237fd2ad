"""The two bodies that are sent: a whole create request, and a PATCH of settings with merged metadata."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heymilo_ops.model.live import Mark, without_marks

Json = dict[str, Any]


def create_body(request: Mapping[str, Any], mark: Mark) -> Json:
    """Return the create request with our marks among its metadata."""
    return {**request, "metadata": {**_own(request), **mark.metadata()}}


def update_body(
    settings: Mapping[str, Any],
    request: Mapping[str, Any],
    before: Mapping[str, Any],
    live: Mapping[str, str],
    mark: Mark,
) -> Json:
    """Return the PATCH that brings settings up to date.

    HeyMilo replaces ``metadata`` whole, so it is merged here: what others put there stays, what the manifest
    dropped since ``before`` (the request applied last) goes, what it holds is set, the marks are refreshed.
    """
    own = _own(request)
    dropped = _own(before).keys() - own.keys()
    kept = {key: value for key, value in without_marks(live).items() if key not in dropped}
    return {**settings, "metadata": {**kept, **own, **mark.metadata()}}


def _own(request: Mapping[str, Any]) -> dict[str, str]:
    return dict(request.get("metadata") or {})
