from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.errors import UnreachableError
from heymilo_ops.remote.client import Client
from heymilo_ops.remote.lookups import RESOURCE_KINDS, Resource, list_resources

Rogue = Any

VENDOR = Path(__file__).parents[2] / "../shared/api/heymilo-openapi.json"


def page(items: list[Any], more: bool = False) -> tuple[Any, ...]:
    return (200, {"data": items, "pagination": {"has_more": more}})


@pytest.mark.parametrize(
    "answer",
    [
        (404, {"error": {"message": "gone"}}),
        (200, {"data": {}}),
        (200, {"data": [1], "pagination": {"has_more": False}}),
        (200, {"data": [{"name": "no id"}], "pagination": {"has_more": False}}),
        (200, {"data": [{"id": "a"}]}),
    ],
)
def test_an_answer_that_is_no_list_is_refused(rogue: Rogue, client: Client, answer: tuple[Any, ...]) -> None:
    rogue.script = [answer]
    with pytest.raises(UnreachableError, match="voices"):
        list_resources(client, RESOURCE_KINDS["voices"])


def test_a_list_that_never_ends_is_refused(rogue: Rogue, client: Client) -> None:
    rogue.script = [page([{"id": "a"}], more=True)]
    with pytest.raises(UnreachableError, match="same page"):
        list_resources(client, RESOURCE_KINDS["senders"])


def test_a_refused_key_says_so(rogue: Rogue, client: Client) -> None:
    rogue.script = [(401, {"error": {"message": "bad key"}})]
    with pytest.raises(UnreachableError, match="refuses the key"):
        list_resources(client, RESOURCE_KINDS["phones"])


def test_all_pages_sorted_by_name(rogue: Rogue, client: Client) -> None:
    rogue.script = [
        page([{"id": "1", "name": "zoe"}, {"id": "2", "name": "Bo"}], True),
        page([{"id": "3", "name": "al"}]),
    ]
    assert [row.name for row in list_resources(client, RESOURCE_KINDS["voices"])] == ["al", "Bo", "zoe"]
    assert rogue.lines() == ["GET /api/v2/voices?limit=100", "GET /api/v2/voices?limit=100&starting_after=2"]


def test_search_goes_to_heymilo_where_it_can(rogue: Rogue, client: Client) -> None:
    rogue.script = [page([{"id": "1", "name": "Imogen"}])]
    list_resources(client, RESOURCE_KINDS["voices"], "imo gen")
    assert rogue.lines() == ["GET /api/v2/voices?limit=100&search=imo+gen"] or "search=imo%20gen" in rogue.lines()[0]


def test_search_is_done_here_where_it_can_not(rogue: Rogue, client: Client) -> None:
    rows = [{"id": "1", "full_email": "Talent@a.example"}, {"id": "2", "full_email": "people@b.example"}]
    rogue.script = [page(rows)]
    assert [row.id for row in list_resources(client, RESOURCE_KINDS["senders"], "talent@A")] == ["1"]
    assert rogue.lines() == ["GET /api/v2/sender-emails?limit=100"]


def test_odd_and_unknown_fields_are_dropped(rogue: Rogue, client: Client) -> None:
    rogue.script = [
        page([{"id": "g", "name": " ", "template_mappings": {"a": 1}, "sender_email_id": None, "secret": "s"}])
    ]
    assert list_resources(client, RESOURCE_KINDS["email-groups"]) == [Resource("g", "g", {"mails": "1", "sender": ""})]


@pytest.mark.parametrize("kind", RESOURCE_KINDS)
def test_every_kind_of_the_sandbox(kind: str, sandbox_url: str, connect: Callable[..., Client]) -> None:
    rows = list_resources(connect(sandbox_url), RESOURCE_KINDS[kind])
    assert len(rows) >= 2
    for row in rows:
        assert row.name != row.id
        assert list(row.details) == list(RESOURCE_KINDS[kind].columns)
    assert any(value for row in rows for value in row.details.values())
    found = list_resources(connect(sandbox_url), RESOURCE_KINDS[kind], rows[0].name.upper())
    assert rows[0] in found
    assert len(found) < len(rows)


@pytest.mark.skipif(not VENDOR.exists(), reason="the vendor's document is not here")
@pytest.mark.parametrize("kind", RESOURCE_KINDS.values(), ids=str)
def test_the_vendor_documents_every_field(kind: Any) -> None:
    document = json.loads(VENDOR.read_text(encoding="utf-8"))
    operation = document["paths"][f"/api/v2/{kind.path}"]["get"]
    assert ("search" in {each.get("name") for each in operation["parameters"]}) is kind.searches
    schemas = document["components"]["schemas"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
    item = schemas[answer]["properties"]["data"]["items"]["$ref"].split("/")[-1]
    assert {kind.name, *kind.columns.values()} <= schemas[item]["properties"].keys()
