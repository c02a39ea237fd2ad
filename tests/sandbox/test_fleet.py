"""The forty postings of ``tests.fleet``: what they are is what tests of imports rely on."""

from __future__ import annotations

from collections import Counter

import pytest

from tests import fleet

BASE = "/api/v2/postings"


@pytest.fixture
def made(api):
    def ask(method, path, body=None):
        answer = api.request(method, path, json=body)
        assert answer.is_success, answer.text
        return answer.json()["data"]

    return fleet.made_by(ask)


def test_forty_postings_are_listed_and_each_is_what_its_label_says(api, made):
    listed = api.get(f"{BASE}?limit=100").json()["data"]
    of = {label: next(one for one in listed if one["id"] == made[label]) for label in made}
    assert len(listed) == len(of) == 40
    assert Counter(one["status"] for one in listed) == {"active": 35, "archived": 2, "draft": 2, "expired": 1}
    assert [label for label in of if of[label]["test_posting"]] == ["test posting"]
    assert {step["type"] for one in listed for step in one["workflow"]} == {
        "web_interview",
        "conversational_sms",
        "resume",
        "form",
    }
    assert fleet.LEFT_OUT | set(fleet.INEXPRESSIBLE) <= set(of)
    names = Counter(one["name"] for one in listed)
    assert (names[None], names["support-agent"], names["support-specialist"]) == (6, 2, 2)


def test_their_questions_take_more_than_a_page_and_every_modality(api, made):
    def count(label):
        return api.get(f"{BASE}/{made[label]}/questions").json()["pagination"]["total_count"]

    assert (count("sixty questions"), count("questions by AI"), count("no questions")) == (60, 15, 0)
    asked = api.get(f"{BASE}/{made['all four steps']}/questions?limit=100").json()["data"]
    modalities = {"voice", "voice_tags", "sms", "form", "resume_eligibility", "resume_scoring"}
    assert {one["modality"] for one in asked} == modalities
    assert {one["score_weight"] for one in api.get(f"{BASE}/{made['heavy weights']}/questions").json()["data"]} == {10}
