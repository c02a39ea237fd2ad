"""A workspace's resources whose ids postings name: voices, phone numbers, senders, groups, templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from heymilo_ops.remote.client import Client
from heymilo_ops.remote.postings import pages


@dataclass(frozen=True, slots=True)
class ResourceKind:
    """One kind of resource.

    Attributes:
        path: below ``/api/v2/``.
        what: its plural in words.
        one: its singular, with which the names of variables begin.
        name: the field that holds the name people know.
        columns: what to show beside it: heading to field.
        searches: whether HeyMilo's own list takes ``search``; elsewhere the rows are searched here.
    """

    path: str
    what: str
    one: str
    name: str
    columns: Mapping[str, str]
    searches: bool = True


RESOURCE_KINDS: Mapping[str, ResourceKind] = {
    "voices": ResourceKind(
        "voices",
        "voices",
        "voice",
        "name",
        {"language": "language", "country": "country_code", "gender": "gender", "provider": "provider"},
    ),
    "phones": ResourceKind(
        "phone-numbers",
        "phone numbers",
        "phone",
        "phone_number",
        {"country": "country_code", "active": "active"},
        searches=False,
    ),
    "senders": ResourceKind(
        "sender-emails",
        "senders",
        "sender",
        "full_email",
        {"domain": "domain", "domain id": "domain_id"},
        searches=False,
    ),
    "email-groups": ResourceKind(
        "email-template-groups",
        "email template groups",
        "email_group",
        "name",
        {"mails": "template_mappings", "sender": "sender_email_id"},
    ),
    "design-groups": ResourceKind(
        "design-template-groups",
        "design template groups",
        "design_group",
        "name",
        {"pages": "template_mappings", "default": "is_default"},
    ),
    "templates": ResourceKind(
        "interview-templates",
        "interview templates",
        "template",
        "name",
        {"code": "template_code", "posting": "posting_id", "default": "is_default"},
    ),
}
"""What can be looked up, by the word of the command line."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource: its id, the name people know, and some columns by heading. Other fields are not kept."""

    id: str
    name: str
    details: Mapping[str, str] = field(default_factory=dict)


def list_resources(client: Client, kind: ResourceKind, search: str = "") -> list[Resource]:
    """Read every resource of a kind, by name; with ``search`` those that hold its words.

    Raises ``UnreachableError``.
    """
    params = {"search": search} if search and kind.searches else None
    rows = [_row(kind, item) for item in pages(client, f"/api/v2/{kind.path}", kind.what, params)]
    if not kind.searches:
        rows = [row for row in rows if _holds(row, search.casefold())]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


def _row(kind: ResourceKind, item: Mapping[str, Any]) -> Resource:
    name = item.get(kind.name)
    details = {heading: _as_text(item.get(key)) for heading, key in kind.columns.items()}
    return Resource(item["id"], name if isinstance(name, str) and name.strip() else item["id"], details)


def _as_text(value: Any) -> str:
    """Return a value in a word: a mapping by the number of its entries."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return str(len(value))
    return str(value) if isinstance(value, str | int | float) else ""


def _holds(row: Resource, words: str) -> bool:
    return any(words in text.casefold() for text in (row.name, row.id, *row.details.values()))
