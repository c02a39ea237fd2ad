"""The control door: edits, archives and deletions outside of the API, and the request log."""

from __future__ import annotations

import asyncio

import httpx
import pytest

BASE = "/api/v2/postings"


@pytest.mark.parametrize(
    "body",
    [
        {},
        [{}],
        [{"action": "explode"}],
        [{"action": "delay", "secs": 1}],
        [{"action": "delay", "match": {"paht": "/"}}],
        [{"action": "delay", "times": 0}],
    ],
)
def test_wrong_faults_are_a_422_and_none_is_kept(api, body):
    assert api.post("/_control/faults", body).status_code == 422
    assert api.get("/_control/faults").json() == []


def test_unknown_postings_are_a_404(api):
    calls = [
        api.post("/_control/edit/FFFFFFFF", {"title": "x"}),
        api.post("/_control/archive/FFFFFFFF"),
        api.delete("/_control/postings/FFFFFFFF"),
    ]
    assert {call.status_code for call in calls} == {404}


def test_the_door_is_for_this_machine_only(api):
    async def from_outside():
        transport = httpx.ASGITransport(app=api.app, client=("192.0.2.7", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox.test") as client:
            return await client.get("/_control/requests")

    assert asyncio.run(from_outside()).status_code == 404


def test_faults_are_listed_and_cleared_without_a_key(api):
    no_key = {"X-API-KEY": ""}
    made = api.post("/_control/faults", [{"action": "rate_limit"}], headers=no_key)
    assert made.status_code == 201
    assert [fault["action"] for fault in api.get("/_control/faults", headers=no_key).json()] == ["rate_limit"]
    assert api.delete("/_control/faults").json() == []


def test_edit_changes_fields_and_moves_updated_at(api, clock):
    made = api.created(name="n")
    clock.now += 3
    changed = api.post(f"/_control/edit/{made['id']}", {"title": "Changed by hand", "deadline": "2027-01-31"})
    read = api.get(f"{BASE}/{made['id']}").json()["data"]
    assert changed.json()["data"] == read
    assert (read["title"], read["name"], read["deadline"]) == ("Changed by hand", "n", 1801353600.0)
    assert read["updated_at"] == clock.now


def test_edit_refuses_fields_that_do_not_exist(api):
    assert api.post(f"/_control/edit/{api.created()['id']}", {"titel": "x"}).json()["error"]["param"] == "titel"


def test_edit_sets_the_counts_that_stats_answers_and_a_clone_starts_at_zero(api):
    made = api.created()
    api.post(f"/_control/edit/{made['id']}", {"total_candidates": 7})
    assert api.get(f"{BASE}/{made['id']}/stats").json()["data"]["total_candidates"] == 7
    copy = api.post(f"{BASE}/{made['id']}/clone").json()["data"]
    assert api.get(f"{BASE}/{copy['id']}/stats").json()["data"]["total_candidates"] == 0


def test_archive_and_delete(api):
    made = api.created()
    assert api.post(f"/_control/archive/{made['id']}").json()["data"]["status"] == "archived"
    assert api.delete(f"/_control/postings/{made['id']}").json() == {"deleted": made["id"]}
    assert api.get(f"{BASE}/{made['id']}").status_code == 404
    assert api.get(BASE).json()["data"] == []


def test_the_log_has_api_requests_in_order_and_no_key(api):
    api.created(name="n")
    api.get(BASE, params={"limit": 5})
    api.post(BASE, {"title": "x"})
    answer = api.get("/_control/requests")
    rows = [
        (row["method"], row["path"], row["query"], row["status"], row["name"], row["committed"])
        for row in answer.json()
    ]
    assert rows == [
        ("POST", BASE, "", 201, "n", True),
        ("GET", BASE, "limit=5", 200, None, False),
        ("POST", BASE, "", 422, None, False),
    ]
    numbers = [row["seq"] for row in answer.json()]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert "sandbox-key" not in answer.text
    assert api.delete("/_control/requests").json() == api.get("/_control/requests").json() == []
