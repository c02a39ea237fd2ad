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


def wait_until(true, seconds=5):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.01)


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


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ({}, 409, '"code":"name_taken"'),
        ({"status": 410, "body": {"detail": [{"loc": ["body"], "msg": "gone", "type": "t"}]}}, 410, '"msg":"gone"'),
        ({"body": "<h1>no</h1>"}, 409, "<h1>no</h1>"),
        ({"body": ""}, 409, ""),
    ],
)
def test_refuse_answers_what_it_is_told_to_and_does_nothing(api, given, status, said):
    faults(api, {"action": "refuse", "match": CREATE, "times": 1, **given})
    refused = api.post(BASE, BODY)
    assert (refused.status_code, said in refused.text) == (status, True)
    assert ("html" in refused.headers["content-type"]) == isinstance(given.get("body"), str)
    assert titles(api) == []
    assert api.post(BASE, BODY).status_code == 201


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


# --- late commits ----------------------------------------------------------------------------------------------------

MARKS = {"heymilo-ops": "acme/prod/engineer@1", "heymilo-ops-op": "ab/1"}
MARKED = {**BODY, "metadata": {**MARKS, "team": "talent"}}


def everything(client):
    """What the server has, past all faults."""
    return client.get("/_control/postings").json()


def commit_late(client):
    return client.post("/_control/commit_late").json()


def test_a_late_commit_waits_for_the_control_door(client):
    faults(client, {"action": "late_commit", "match": CREATE, "times": 1})
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=MARKED)
    assert everything(client) == []
    held = log(client)[0]
    assert (held["state"], held["fault"], held["committed"], held["made"]) == ("held", "late_commit", False, [])
    assert [row["seq"] for row in client.get("/_control/commit_late").json()] == [held["seq"]]
    assert client.get("/_control/unfinished").json() == {"unfinished": 1}
    told = time.time()
    answer = commit_late(client)
    made = everything(client)
    assert answer == {"ids": [made[0]["id"]], "seqs": [held["seq"]]}
    assert made[0]["created_at"] >= told
    done = log(client)[0]
    assert (done["state"], done["committed"], done["made"]) == ("done", True, answer["ids"])
    assert (done["status"], done["delivered"]) == (0, False)
    assert done["committed_at"] >= told > done["time"]
    assert commit_late(client) == {"ids": [], "seqs": []}
    assert client.get("/_control/unfinished").json() == {"unfinished": 0}


def test_a_late_commit_comes_by_itself_where_seconds_are_given(client):
    faults(client, {"action": "late_commit", "match": CREATE, "times": 1, "seconds": 0.3})
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=BODY)
    assert everything(client) == []
    wait_until(lambda: everything(client))
    assert everything(client)[0]["created_at"] >= log(client)[0]["time"] + 0.25
    assert log(client)[0]["state"] == "done"
    assert commit_late(client)["ids"] == []


def test_work_that_is_done_early_or_forgotten_isnt_done_again_in_time(client):
    faults(client, {"action": "late_commit", "match": CREATE, "times": 2, "seconds": 0.2})
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=BODY)
    assert len(commit_late(client)["ids"]) == 1
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=BODY)
    client.delete("/_control/commit_late")
    assert client.get("/_control/unfinished").json() == {"unfinished": 0}
    time.sleep(0.4)
    assert len(everything(client)) == 1


def test_a_client_may_hang_until_it_leaves_and_the_commit_is_late_all_the_same(client):
    faults(client, {"action": "late_commit", "match": CREATE, "times": 1, "hang": True})
    with pytest.raises(httpx.ReadTimeout):
        client.post(BASE, json=BODY, timeout=0.1)
    assert everything(client) == []
    assert len(commit_late(client)["ids"]) == 1
    assert len(everything(client)) == 1


def test_late_commits_are_done_in_the_order_of_arrival(api):
    faults(api, {"action": "late_commit", "match": CREATE, "times": 2})
    for name in ("a", "b"):
        with pytest.raises(ConnectionResetError):
            api.post(BASE, {**BODY, "name": name})
    ids = commit_late(api)["ids"]
    assert [(row["id"], row["name"]) for row in everything(api)] == [(ids[0], "a"), (ids[1], "b")]


def test_a_late_commit_meets_writes_only_and_no_request_that_is_refused(api):
    faults(api, {"action": "late_commit", "times": 1})
    assert api.get(BASE).status_code == 200
    assert api.post(BASE, BODY, headers={"X-API-KEY": "wrong"}).status_code == 401
    with pytest.raises(ConnectionResetError):
        api.post(BASE, {"title": "x"})
    assert commit_late(api)["ids"] == everything(api) == []
    assert log(api)[-1]["committed"] is False
    assert api.post(BASE, BODY).status_code == 201


def test_a_late_commit_counts_once_towards_the_rate_limit(make):
    limited = make(requests_per_minute=2)
    faults(limited, {"action": "late_commit", "match": CREATE, "times": 1})
    with pytest.raises(ConnectionResetError):
        limited.post(BASE, BODY)
    commit_late(limited)
    assert [limited.get(BASE).status_code for _ in range(2)] == [200, 429]


# --- marks and clones ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "sent", "left"),
    [
        ({}, {**MARKS, "team": "talent"}, {"team": "talent"}),
        ({}, MARKS, None),
        ({"keep_own": False}, {**MARKS, "team": "talent"}, None),
        ({}, None, None),
    ],
)
def test_strip_marks(api, given, sent, left):
    faults(api, {"action": "strip_marks", "times": 1, **given})
    api.get(BASE)  # does not use it up
    assert api.post(BASE, {**BODY, "metadata": sent}).json()["data"]["posting"]["metadata"] == left
    assert log(api)[-1]["marks"] == (MARKS if sent else {})
    assert api.post(BASE, MARKED).json()["data"]["posting"]["metadata"] == MARKED["metadata"]


@pytest.mark.parametrize(("given", "title"), [({}, "Copy of Engineer"), ({"title": "Mine"}, "Mine")])
def test_clone_after(api, given, title):
    faults(api, {"action": "clone_after", "times": 1, **given})
    assert api.post(BASE, {"title": "x"}).status_code == 422
    faults(api, {"action": "clone_after", "times": 1, **given})
    made = api.post(BASE, MARKED).json()["data"]
    first, copy = everything(api)
    assert first["id"] == made["id"] != copy["id"]
    assert copy["created_at"] > first["created_at"]
    assert (copy["title"], copy["name"], copy["metadata"]) == (title, "engineer", MARKED["metadata"])
    seen = log(api)[-1]
    assert (seen["made"], seen["faults"]) == ([first["id"], copy["id"]], ["clone_after"])
    api.post(BASE, BODY)
    assert len(everything(api)) == 3


# --- lists that lag by lists -----------------------------------------------------------------------------------------


def test_list_lag_by_lists_counts_first_pages(api):
    old = [api.created(name=f"old-{number}")["id"] for number in range(3)]
    for _ in range(2):
        api.get(BASE)
    faults(api, {"action": "list_lag", "lists": 2})
    new = api.created(name="new")["id"]

    def walk(path):
        first = api.get(path, params={"limit": 2}).json()["data"]
        rest = api.get(path, params={"limit": 9, "starting_after": first[-1]["id"]}).json()["data"]
        return {row["id"] for row in first + rest}

    assert walk(BASE) == set(old)
    api.get("/_control/postings")
    assert walk(f"{BASE}/list") == set(old)
    assert walk(BASE) == {*old, new}
    assert walk(BASE) == {*old, new}


def test_an_endless_list_says_that_there_is_more(api):
    api.created(name="one")
    faults(api, {"action": "endless_list", "times": 1})
    assert [api.get(BASE).json()["pagination"]["has_more"] for _ in range(2)] == [True, False]


def test_list_lag_by_lists_and_by_seconds_go_together(api, clock):
    faults(api, {"action": "list_lag", "lists": 1, "seconds": 5})
    api.created()
    assert titles(api) == titles(api) == []
    clock.now += 5
    assert titles(api) == ["Engineer"]
    api.created()
    clock.now += 5
    assert (len(titles(api)), len(titles(api))) == (1, 2)


def test_what_a_server_finds_when_it_starts_lags_behind_no_list(api, make):
    api.created()
    other = make()
    faults(other, {"action": "list_lag", "lists": 100})
    assert titles(other) == ["Engineer"]
    other.created()
    assert titles(other) == ["Engineer"]


@pytest.mark.parametrize("lists", [0, 101])
def test_a_lag_of_no_or_too_many_lists_is_refused(api, lists):
    assert api.post("/_control/faults", [{"action": "list_lag", "lists": lists}]).status_code == 422


# --- together --------------------------------------------------------------------------------------------------------


def test_a_late_commit_without_marks(client):
    faults(
        client,
        {"action": "late_commit", "match": CREATE, "times": 1},
        {"action": "strip_marks", "times": 1},
    )
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=MARKED)
    client.post(BASE, json=MARKED)
    ids = commit_late(client)["ids"]
    assert [(row["id"] in ids, row["metadata"]) for row in everything(client)] == [
        (False, MARKED["metadata"]),
        (True, {"team": "talent"}),
    ]
    seen = log(client)[0]
    assert (seen["marks"], seen["faults"]) == (MARKS, ["strip_marks", "late_commit"])


def test_a_late_commit_with_a_clone(api):
    faults(api, {"action": "clone_after", "times": 1}, {"action": "late_commit", "times": 1})
    with pytest.raises(ConnectionResetError):
        api.post(BASE, MARKED)
    ids = commit_late(api)["ids"]
    assert [row["id"] for row in everything(api)] == ids
    assert [row["title"] for row in everything(api)] == ["Engineer", "Copy of Engineer"]
    assert log(api)[0]["made"] == ids


@pytest.mark.parametrize("lost_first", [True, False])
def test_a_lost_answer_with_a_clone_and_without_marks(client, lost_first):
    lost = {"action": "lose_answer_after_commit", "match": CREATE, "times": 1}
    others = [{"action": "clone_after", "times": 1}, {"action": "strip_marks", "times": 1}]
    faults(client, *([lost, *others] if lost_first else [*others, lost]))
    with pytest.raises(httpx.ReadError):
        client.post(BASE, json=MARKED)
    rows = everything(client)
    assert [(row["title"], row["metadata"]) for row in rows] == [
        ("Engineer", {"team": "talent"}),
        ("Copy of Engineer", {"team": "talent"}),
    ]
    seen = log(client)[0]
    assert seen["made"] == [row["id"] for row in rows]
    assert seen["faults"] == ["clone_after", "strip_marks", "lose_answer_after_commit"]


def test_a_late_commit_hidden_from_lists(api):
    faults(api, {"action": "late_commit", "match": CREATE, "times": 1}, {"action": "list_lag", "lists": 1})
    with pytest.raises(ConnectionResetError):
        api.post(BASE, BODY)
    assert titles(api) == titles(api) == []
    commit_late(api)
    assert titles(api) == []
    assert titles(api) == ["Engineer"]
