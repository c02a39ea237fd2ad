"""The read-only endpoints."""

from __future__ import annotations

import pytest

from heymilo_ops.sandbox.samples import LOOKUPS


def test_health_needs_no_key(api):
    assert api.get("/health", headers={"X-API-KEY": ""}).json()["status"] == "ok"


def test_there_is_one_workspace_with_the_given_id_and_name(make):
    rows = make(workspace_id="ws_1", workspace_name="Acme").get("/api/v2/workspaces").json()["data"]
    assert [(row["id"], row["name"]) for row in rows] == [("ws_1", "Acme")]


@pytest.mark.parametrize("kind", sorted(LOOKUPS))
def test_each_kind_lists_pages_and_gets_single_rows(api, kind):
    path = f"/api/v2/{kind}"
    rows = api.get(path).json()["data"]
    assert rows == list(LOOKUPS[kind])
    assert len({row["id"] for row in rows}) == len(rows) >= 2
    first = api.get(path, params={"limit": 1}).json()
    assert (first["data"], first["pagination"]["has_more"]) == (rows[:1], True)
    assert api.get(path, params={"starting_after": rows[0]["id"]}).json()["data"] == rows[1:]
    for row in rows:
        assert api.get(f"{path}/{row['id']}").json()["data"] == row
    assert api.get(f"{path}/none").status_code == 404
    assert api.get(path, params={"limit": 0}).status_code == 422


def test_search_looks_at_names(api):
    rows = api.get("/api/v2/voices", params={"search": "ROW"}).json()["data"]
    assert [row["name"] for row in rows] == ["Rowan"]


def test_rows_refer_to_rows_that_exist():
    ids = {kind: {row["id"] for row in rows} for kind, rows in LOOKUPS.items()}
    for kind in ("email", "design"):
        for group in LOOKUPS[f"{kind}-template-groups"]:
            assert set(group["template_mappings"].values()) <= ids[f"{kind}-templates"]
    assert {row["domain_id"] for row in LOOKUPS["sender-emails"]} <= ids["domains"]
    senders = {row["sender_email_id"] for row in LOOKUPS["email-template-groups"]} - {None}
    assert senders <= ids["sender-emails"]


@pytest.mark.parametrize("what", ["agents", "question-types"])
def test_discovery_objects(api, what):
    assert len(api.get(f"/api/v2/schemas/{what}").json()["data"]) >= 4
