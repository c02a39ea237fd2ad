"""Misbehaviour on request, seen by a real client over a real socket where the socket matters."""

from __future__ import annotations

import threading
import time

import httpx
import pytest

BASE = "/api/v2/postings"
BODY = {"title": "Engineer", "name": "engineer", "workflow": [{"type": "form", "questions": []}]}
CREATE = {"method": "POST", "path": BASE}


def faults(caller, *wanted):
    response = caller.request("POST", "/_control/faults", json=list(wanted))
    assert response.status_code == 201, response.text


def titles(client):
    return [row["title"] for row in client.get(BASE).json()["data"]]


def log(client):
    return client.get("/_control/requests").json()


def test_drop_before_resets_the_connection_and_does_nothing(client):
    faults(client, {"action": "drop_before", "match": CREATE, "times": 1})
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=BODY)
    assert titles(client) == []
    assert [(row["status"], row["committed"], row["fault"]) for row in log(client)[:1]] == [(0, False, "drop_before")]
    assert client.post(BASE, json=BODY).status_code == 201


def test_lose_answer_after_commit_resets_the_connection_after_the_work(client):
    faults(client, {"action": "lose_answer_after_commit", "match": CREATE, "times": 1})
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=BODY)
    assert titles(client) == ["Engineer"]
    seen = log(client)[0]
    assert (seen["name"], seen["status"], seen["committed"]) == ("engineer", 0, True)


def test_lose_answer_waits_for_a_write_that_reaches_the_database(client):
    faults(client, {"action": "lose_answer_after_commit", "match": CREATE, "times": 1})
    assert client.post(BASE, json={"title": "x"}).status_code == 422
    assert client.post(BASE, json=BODY, headers={"X-API-KEY": "wrong"}).status_code == 401
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=BODY)


def test_lose_answer_acts_on_reads_too(client):
    faults(client, {"action": "lose_answer_after_commit", "match": {"method": "GET"}, "times": 1})
    with pytest.raises(httpx.ReadError):
        client.get(BASE)


def test_truncate_sends_half_of_the_answer(client):
    faults(client, {"action": "truncate", "match": CREATE, "times": 1})
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete"):
        client.post(BASE, json=BODY)
    assert titles(client) == ["Engineer"]


def test_other_connections_live_on_while_one_is_cut(client, server):
    faults(client, {"action": "delay", "seconds": 0.3}, {"action": "drop_before", "match": CREATE})
    outcomes = []

    def read():
        with httpx.Client(base_url=server.url, headers={"X-API-KEY": "sandbox-key"}) as other:
            outcomes.append(other.get(BASE).status_code)

    reader = threading.Thread(target=read)
    reader.start()
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=BODY)
    reader.join()
    assert outcomes == [200]


def test_an_answer_that_comes_too_late_was_still_work_done(client):
    faults(client, {"action": "delay", "seconds": 0.4, "match": CREATE, "times": 1})
    with pytest.raises(httpx.ReadTimeout):
        client.post(BASE, json=BODY, timeout=0.1)
    assert titles(client) == []
    time.sleep(0.6)
    assert titles(client) == ["Engineer"]


def test_delay_after_keeps_the_answer_back_but_not_the_work(client):
    faults(client, {"action": "delay", "seconds": 0.4, "when": "after", "match": CREATE, "times": 1})
    with pytest.raises(httpx.ReadTimeout):
        client.post(BASE, json=BODY, timeout=0.2)
    assert titles(client) == ["Engineer"]


def test_cutting_raises_in_a_client_of_the_same_process(api):
    faults(api, {"action": "drop_before", "times": 1})
    with pytest.raises(ConnectionResetError):
        api.get(BASE)


@pytest.mark.parametrize(("status", "kind"), [(None, "json"), (501, "json"), (502, "html"), (504, "html")])
@pytest.mark.parametrize(("action", "made"), [("error_5xx_before", []), ("error_5xx_after_commit", ["Engineer"])])
def test_5xx_before_or_after_the_work(api, status, kind, action, made):
    faults(api, {"action": action, "status": status, "match": CREATE, "times": 1})
    response = api.post(BASE, BODY)
    assert response.status_code == (status or 500)
    assert kind in response.headers["content-type"]
    assert titles(api) == made


@pytest.mark.parametrize(("given", "header"), [({}, None), ({"retry_after": "7"}, "7")])
def test_rate_limit(api, given, header):
    faults(api, {"action": "rate_limit", "times": 2, **given})
    assert [api.post(BASE, BODY).status_code for _ in range(2)] == [429, 429]
    faults(api, {"action": "rate_limit", "times": 1, **given})
    assert api.post(BASE, BODY).headers.get("retry-after") == header
    assert titles(api) == []


def test_unauthorized(api):
    faults(api, {"action": "unauthorized", "match": CREATE})
    assert api.post(BASE, BODY).status_code == 401
    assert titles(api) == []


def test_list_lag_hides_new_postings_from_lists_only(api, clock):
    faults(api, {"action": "list_lag", "seconds": 10})
    made = api.created()
    clock.now += 9
    assert api.get(BASE).json()["data"] == api.get(f"{BASE}/list").json()["data"] == []
    assert api.get(f"{BASE}/{made['id']}").status_code == 200
    clock.now += 1
    assert len(api.get(BASE).json()["data"]) == 1


@pytest.mark.parametrize(("given", "status"), [({}, 409), ({"status": 422}, 422)])
def test_refuse_taken_name_until_its_holder_is_archived(api, given, status):
    made = api.created(name="engineer")
    assert api.post(BASE, BODY).status_code == 201
    faults(api, {"action": "refuse_taken_name", **given})
    refused = api.post(BASE, BODY)
    assert (refused.status_code, refused.json()["error"]["code"]) == (status, "name_taken")
    assert api.post(BASE, {**BODY, "name": None}).status_code == 201
    for row in api.get(BASE).json()["data"]:
        api.post(f"{BASE}/{row['id']}/archive")
    assert api.post(BASE, BODY).status_code == 201
    assert made["id"] not in titles(api)


def test_envelope_changes_the_shape_of_a_422(api):
    assert "detail" in api.post(BASE, {"title": "ab", "workflow": []}).json()
    faults(api, {"action": "envelope"})
    error = api.post(BASE, {"title": "ab", "workflow": []}).json()["error"]
    assert error["errors"][0]["param"] == "title"


@pytest.mark.parametrize(
    ("match", "hit"),
    [
        ({}, True),
        ({"method": "post"}, True),
        ({"method": "GET"}, False),
        ({"path": BASE}, True),
        ({"path": "/api/v2/*"}, True),
        ({"path": f"{BASE}/*"}, False),
        ({"name_contains": "gine"}, True),
        ({"name_contains": "nurse"}, False),
    ],
)
def test_a_fault_hits_what_it_matches(api, match, hit):
    faults(api, {"action": "rate_limit", "match": match})
    assert (api.post(BASE, BODY).status_code == 429) is hit


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"name": 3}'])
def test_a_body_without_a_name_matches_no_name(api, content):
    faults(
        api,
        {"action": "rate_limit", "match": {"name_contains": ""}},
        {"action": "unauthorized", "match": {"name_contains": "x"}},
    )
    assert api.request("POST", BASE, content=content).status_code == 429


def test_skip_and_times_choose_which_requests(api):
    faults(api, {"action": "rate_limit", "match": CREATE, "skip": 1, "times": 2})
    assert [api.post(BASE, BODY).status_code for _ in range(5)] == [201, 429, 429, 201, 201]


def test_of_two_endings_the_first_acts_first(api):
    faults(api, {"action": "unauthorized", "times": 1}, {"action": "rate_limit", "times": 1})
    assert [api.get(BASE).status_code for _ in range(3)] == [401, 429, 200]


def test_the_control_door_and_the_pages_never_misbehave(api):
    made = api.created()
    faults(api, {"action": "unauthorized"})
    assert api.get("/_control/requests").status_code == 200
    assert api.get(f"/i/{made['id']}/x").status_code == 200
