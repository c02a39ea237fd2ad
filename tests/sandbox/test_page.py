"""The pages behind the links."""

from __future__ import annotations

from urllib.parse import urlsplit

from heymilo_ops.sandbox.options import DEFAULT_PUBLIC_URL

NO_KEY = {"X-API-KEY": ""}


def opened(api, url):
    return api.get(urlsplit(url).path, headers=NO_KEY)


def test_an_unknown_posting_is_a_plain_404(api):
    for path in ("/i/FFFFFFFF/x", "/review/FFFFFFFF"):
        response = api.get(path, headers=NO_KEY)
        assert response.status_code == 404
        assert "no such posting" in response.text


def test_the_candidate_link_opens_and_says_what_it_is(api):
    made = api.created(title="Engineer <b>&", name="engineer")
    response = opened(api, made["urls"]["candidate_url"])
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    for words in ("Engineer &lt;b&gt;&amp;", "sandbox posting", "Status: active", "Deadline: 20"):
        assert words in response.text
    assert made["urls"]["ingestion_url_key"] not in response.text


def test_the_page_follows_the_status(api):
    made = api.created()
    api.post(f"/api/v2/postings/{made['id']}/archive")
    assert "Status: archived" in opened(api, made["urls"]["candidate_url"]).text


def test_the_review_link_lists_the_questions(api):
    made = api.created(workflow=[{"type": "web_interview", "questions": [{"modality": "voice", "text": "Why <i>?"}]}])
    assert "voice 1: Why &lt;i&gt;?" in opened(api, made["urls"]["review_url"]).text


def test_a_posting_without_deadline_has_none_on_its_page(api):
    made = api.created()
    api.patch(f"/api/v2/postings/{made['id']}", {"deadline": None})
    assert "Deadline" not in opened(api, made["urls"]["candidate_url"]).text


def test_links_follow_the_name_and_stay_the_same_on_another_port(api, make):
    made = api.created(title="Café & Bar!", name=None)
    assert made["urls"]["candidate_url"] == f"{DEFAULT_PUBLIC_URL}/i/{made['id']}/caf-bar"
    renamed = api.patch(f"/api/v2/postings/{made['id']}", {"name": "new/name"}).json()["data"]["urls"]
    assert renamed["candidate_url"] == f"{DEFAULT_PUBLIC_URL}/i/{made['id']}/new%2Fname"
    other = make(public_url="http://127.0.0.1:9999/").get(f"/api/v2/postings/{made['id']}").json()["data"]["urls"]
    assert other["review_url"] == f"http://127.0.0.1:9999/review/{made['id']}"
