"""The control door: edits, archives and deletions outside of the API, and the request log."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from heymilo_ops.sandbox import postings
from heymilo_ops.sandbox.errors import ApiError

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


def test_the_log_tells_what_was_sent_and_done(api, clock):
    marks = {"heymilo-ops": "acme/prod/n@1", "heymilo-ops-op": "ab/2"}
    made = api.created(name="n", metadata={**marks, "team": "secret"})
    clone = api.post(f"{BASE}/{made['id']}/clone").json()["data"]
    api.request("PATCH", f"{BASE}/{made['id']}", json={"title": "Other"})
    answer = api.get("/_control/requests")
    rows = [(row["marks"], row["made"], row["committed_at"], row["delivered"]) for row in answer.json()]
    assert rows == [
        (marks, [made["id"]], clock.now, True),
        ({}, [clone["id"]], clock.now, True),
        ({}, [], clock.now, True),
    ]
    assert {row["state"] for row in answer.json()} == {"done"}
    assert answer.json()[0]["length"] > 100
    assert "secret" not in answer.text


def test_a_create_that_is_undone_has_made_nothing(api, monkeypatch):
    def full(*_):
        raise ApiError(507, "No room")

    monkeypatch.setattr(postings, "_save", full)
    assert api.post(BASE, {"title": "Engineer", "workflow": []}).status_code == 507
    seen = api.get("/_control/requests").json()[0]
    assert (seen["committed"], seen["made"], seen["committed_at"]) == (False, [], None)


@pytest.mark.parametrize("query", ["since=-1", "since=x", "limit=-1"])
def test_a_wrong_question_to_the_log_is_a_422(api, query):
    assert api.get(f"/_control/requests?{query}").status_code == 422


def test_the_log_is_read_in_parts(api):
    assert api.get("/_control/requests?since=3").json() == []
    for _ in range(5):
        api.get(BASE)

    def numbers(query):
        return [row["seq"] for row in api.get(f"/_control/requests?{query}").json()]

    first = numbers("")[0]
    assert numbers(f"since={first - 1}") == list(range(first, first + 5))
    assert numbers(f"since={first + 2}") == [first + 3, first + 4]
    assert numbers(f"since={first}&limit=2") == [first + 1, first + 2]
    assert numbers("limit=1") == [first]
    assert numbers("limit=0") == numbers(f"since={first + 4}") == []


def test_a_clone_by_hand(api):
    metadata = {"heymilo-ops-op": "ab/1", "team": "talent"}
    made = api.created(title="Engineer", name="n", metadata=metadata)["posting"]
    copy = api.post(f"/_control/clone/{made['id']}")
    assert copy.status_code == 201
    named = api.post(f"/_control/clone/{made['id']}", {"title": "Engineer"}).json()["data"]
    rows = api.get("/_control/postings").json()
    assert rows == [made, copy.json()["data"], named]
    assert [row["title"] for row in rows] == ["Engineer", "Copy of Engineer", "Engineer"]
    assert [(row["name"], row["metadata"]) for row in rows] == [("n", metadata)] * 3
    assert len({row["id"] for row in rows}) == 3
    assert made["created_at"] < rows[1]["created_at"]
    assert len(api.get("/_control/requests").json()) == 1


@pytest.mark.parametrize(("body", "status"), [({"titel": "x"}, 422), ({"title": "x"}, 422), ({}, 404)])
def test_a_clone_by_hand_is_refused(api, body, status):
    assert api.post("/_control/clone/FFFFFFFF", body).status_code == status


def test_postings_are_told_past_all_faults_and_blueprints_never(api):
    made = api.created()["posting"]
    archived = api.post(f"/_control/archive/{api.created()['id']}").json()["data"]
    api.post("/_control/faults", [{"action": "list_lag", "seconds": 60}, {"action": "drop_before"}])
    assert api.get("/_control/postings").json() == [made, archived]


def test_reset_leaves_nothing_but_the_count(api):
    made = api.created()
    api.post("/_control/faults", [{"action": "late_commit"}])
    with pytest.raises(ConnectionResetError):
        api.post(f"{BASE}/{made['id']}/archive")
    last = api.get("/_control/requests").json()[-1]["seq"]
    assert api.post("/_control/reset").status_code == 200
    for what in ("faults", "requests", "commit_late", "postings"):
        assert api.get(f"/_control/{what}").json() == []
    assert api.get("/_control/unfinished").json() == {"unfinished": 0}
    template = api.get("/api/v2/interview-templates").json()["data"][0]["id"]
    assert api.post(BASE, {"title": "Engineer", "interview_template_id": template}).status_code == 201
    assert api.get("/_control/requests").json()[0]["seq"] == last + 1


def test_a_cleared_log_does_not_hide_work_that_is_held(api):
    api.post("/_control/faults", [{"action": "late_commit"}])
    with pytest.raises(ConnectionResetError):
        api.post(BASE, {})
    api.delete("/_control/requests")
    assert api.get("/_control/unfinished").json() == {"unfinished": 1}
    api.delete("/_control/commit_late")
    assert api.get("/_control/unfinished").json() == {"unfinished": 0}


def test_an_edit_by_hand_may_leave_the_time_and_set_any_status(api, clock):
    made = api.created()
    clock.now += 5
    changed = api.post(f"/_control/edit/{made['id']}?moves=false", {"title": "Unseen", "status": "paused"})
    assert (changed.json()["data"]["title"], changed.json()["data"]["status"]) == ("Unseen", "paused")
    assert changed.json()["data"]["updated_at"] == made["created_at"]
