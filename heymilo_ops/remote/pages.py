"""HeyMilo's lists: every page of one, each item once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heymilo_ops.errors import UnreachableError
from heymilo_ops.remote.client import Client

PAGE = 100
"""Items asked for at once, the most that HeyMilo gives."""

MOST_PAGES = 1_000
"""Pages of one list that are asked for: 100,000 items. A list that goes on has no end."""

LONGEST_ID = 200


def pages(client: Client, path: str, what: str, params: Mapping[str, str | int] | None = None) -> list[dict[str, Any]]:
    """Read all items of the list at ``path``, each once, the newest reading of it.

    ``what`` is its name in messages. Raises ``UnreachableError``, also where the answer is no such list, or has no end.
    """
    items, endless = as_listed(client, path, what, params)
    if endless:
        raise broken(what, endless)
    return items


def as_listed(
    client: Client, path: str, what: str, params: Mapping[str, str | int] | None = None
) -> tuple[list[dict[str, Any]], str]:
    """Read a list that may have no end: its items, and why its end was not reached (``""`` where it was)."""
    items_by_id: dict[str, dict[str, Any]] = {}
    query: dict[str, str | int] = {"limit": PAGE, **(params or {})}
    for _ in range(MOST_PAGES):
        page = client.get(path, query, must=True)
        items = items_of(page, what)
        ids = [_id(item, what) for item in items]
        new = [id for id in ids if id not in items_by_id]
        items_by_id.update(zip(ids, items, strict=True))
        if not _has_more(page, what):
            return list(items_by_id.values()), ""
        if not new:
            return list(items_by_id.values()), "it sends the same page again and again"
        query["starting_after"] = ids[-1]
    return list(items_by_id.values()), f"it goes on after {MOST_PAGES:,} pages"


def items_of(page: Mapping[str, Any] | None, what: str) -> list[dict[str, Any]]:
    """Return the items of one page. Raises ``UnreachableError`` where there are none to be read."""
    if page is None:
        raise broken(what, "it answered 404")
    data = page.get("data")
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise broken(what, "there is no list in it")
    return data


def broken(what: str, why: str) -> UnreachableError:
    """Make the error of an answer that can't be used."""
    return UnreachableError(
        f"HeyMilo's answer about {what} can't be used: {why}", "Check base_url, or try again later."
    )


def _has_more(page: Mapping[str, Any] | None, what: str) -> bool:
    pagination = (page or {}).get("pagination")
    more = pagination.get("has_more") if isinstance(pagination, dict) else None
    if not isinstance(more, bool):
        raise broken(what, "it doesn't say whether there is more")
    return more


def _id(item: Mapping[str, Any], what: str) -> str:
    id = item.get("id")
    if not isinstance(id, str) or not id:
        raise broken(what, "an item has no id")
    if len(id) > LONGEST_ID:
        raise broken(what, f"an item's id has {len(id):,} characters")
    return id
