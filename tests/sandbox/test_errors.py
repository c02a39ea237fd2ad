"""Refusals: key, unknown paths and methods, unreadable bodies, the rate limit, and their shapes."""

from __future__ import annotations

import pytest

from heymilo_ops.sandbox.errors import from_detail
from heymilo_ops.sandbox.wire import RateLimit

BASE = "/api/v2/postings"


@pytest.mark.parametrize("key", ["", "wrong", "sandbox-key ".upper(), "clé"])
@pytest.mark.parametrize("path", [BASE, "/api/v2/workspaces", "/api/v2/schemas/agents", "/api/v2/nowhere"])
def test_a_wrong_key_is_a_401(api, key, path):
    response = api.get(path, headers={"X-API-KEY": key.encode()})
    assert response.status_code == 401
    assert response.json()["error"]["code"] == "invalid_api_key"


def test_a_wrong_key_is_a_401_before_the_body_is_looked_at(api):
    assert api.request("POST", BASE, content=b"{", headers={"X-API-KEY": "wrong"}).status_code == 401


def test_without_a_key_of_its_own_the_sandbox_takes_any(make):
    assert make(api_key=None).get(BASE, headers={"X-API-KEY": ""}).status_code == 200


def test_unknown_paths_and_methods_come_in_the_envelope(api):
    assert api.get("/api/v2/nowhere").json()["error"]["code"] == "resource_missing"
    response = api.request("PUT", BASE)
    assert (response.status_code, response.json()["error"]["code"]) == (405, "method_not_allowed")
    assert "allow" in response.headers


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'"x"'])
def test_unreadable_bodies_are_a_422(api, content):
    assert api.request("POST", BASE, content=content, headers={"content-type": "application/json"}).status_code == 422


def test_bytes_that_are_no_text_are_a_400_as_fastapi_has_it(api):
    response = api.request("POST", BASE, content=b"\xff", headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["error"]["code"]) == (400, "bad_request")


@pytest.mark.parametrize("value", [b"NaN", b"1e999", b'"\\ud800"'])
def test_what_json_cannot_say_again_is_a_422(api, value):
    config = b'{"title": "abc", "workflow": [{"type": "web_interview", "config": {"web_interview_config": {"a": %s}}}]}'
    headers = {"content-type": "application/json"}
    assert api.request("POST", BASE, content=config % value, headers=headers).status_code == 422


def test_a_422_never_echoes_what_was_sent(api):
    response = api.post(BASE, {"title": "s3cret-s3cret" * 99, "workflow": []})
    assert response.status_code == 422
    assert "s3cret" not in response.text


def test_from_detail_names_the_field_by_its_path():
    body = from_detail(
        [
            {"loc": ["body", "workflow", 0, "config"], "msg": "m", "type": "t"},
            {"loc": ["body"], "msg": "n", "type": "t"},
        ]
    )
    assert [each["param"] for each in body["error"]["errors"]] == ["workflow.0.config", None]


def test_beyond_the_rate_limit_is_a_429_with_the_seconds_to_wait(make):
    api = make(requests_per_minute=2)
    assert [api.get(BASE).status_code for _ in range(2)] == [200, 200]
    response = api.get(BASE)
    assert (response.status_code, response.json()["error"]["code"]) == (429, "rate_limit_exceeded")
    assert 1 <= int(response.headers["retry-after"]) <= 61


def test_the_rate_limit_slides(clock):
    limit = RateLimit(2, clock)
    assert [limit.wait(), limit.wait(), limit.wait()] == [0, 0, 60]
    clock.now += 59.5
    assert limit.wait() == 0.5
    clock.now += 0.5
    assert limit.wait() == 0
