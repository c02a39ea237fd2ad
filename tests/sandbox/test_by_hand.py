"""What people do by hand: nothing of it is in the request log, and the API shows all of it."""

from __future__ import annotations

import pytest

BASE = "/api/v2/postings"
WEB = {"type": "web_interview", "config": {"video": True}, "questions": [{"modality": "voice", "text": "Why?"}]}


def of(api, posting_id):
    return api.get(f"{BASE}/{posting_id}").json()["data"]


def asked(api, posting_id):
    return api.get(f"{BASE}/{posting_id}/questions").json()["data"]


@pytest.fixture
def made(api):
    return api.created(workflow=[WEB])["id"]


@pytest.fixture
def first(api, made):
    return asked(api, made)[0]["id"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "edit/{}", {"title": "x"}),
        ("POST", "steps/{}/1", {}),
        ("POST", "candidates/{}", {}),
        ("POST", "archive/{}", None),
        ("POST", "unarchive/{}", None),
        ("POST", "activate/{}", None),
        ("POST", "draft/{}", None),
        ("POST", "expire/{}", None),
        ("DELETE", "postings/{}", None),
        ("POST", "clone/{}", None),
        ("POST", "template/{}", None),
        ("POST", "questions/{}", {"modality": "voice", "text": "How?"}),
        ("POST", "questions/{}/11111111", {"text": "How?"}),
        ("DELETE", "questions/{}/11111111", None),
        ("POST", "questions/{}/11111111/copy", None),
    ],
)
def test_an_unknown_posting_is_a_404(api, method, path, body):
    assert api.request(method, f"/_control/{path.format('FFFFFFFF')}", json=body).status_code == 404


def test_what_nothing_can_hold_is_refused(api, made, first):
    calls = [
        api.post(f"/_control/edit/{made}", {"workflow": []}),
        api.post(f"/_control/steps/{made}/web_interview", {"knockout_enabled": True}),
        api.post(f"/_control/questions/{made}/{first}", {"modality": "sms"}),
        api.post(f"/_control/questions/{made}", {"modality": "spoken", "text": "How?"}),
        api.post(f"/_control/candidates/{made}", {"registered": -1}),
        api.post(f"/_control/template/{made}", {"code": "a code"}),
        api.post(f"/_control/reorder/{made}", {"modality": "voice", "order": []}),
    ]
    assert [call.status_code for call in calls] == [422] * 7


def test_nothing_of_it_is_in_the_log(api, made, first):
    before = len(api.get("/_control/requests").json())
    api.post(f"/_control/questions/{made}/{first}", {"text": "How?"})
    api.post(f"/_control/archive/{made}")
    assert len(api.get("/_control/requests").json()) == before


def test_questions_are_added_edited_copied_reordered_and_deleted(api, clock, made, first):
    clock.now += 5
    added = api.post(f"/_control/questions/{made}", {"modality": "voice", "text": "How?"}).json()["data"]
    assert of(api, made)["updated_at"] == clock.now
    api.post(f"/_control/questions/{made}/{first}", {"text": "Why not?", "score_weight": 10})
    copy = api.post(f"/_control/questions/{made}/{first}/copy").json()["data"]
    assert [(one["id"], one["text"], one["score_weight"], one["rank"]) for one in asked(api, made)] == [
        (first, "Why not?", 10, 1),
        (added["id"], "How?", None, 2),
        (copy["id"], "Why not?", 10, 3),
    ]
    order = [copy["id"], first, added["id"]]
    api.post(f"/_control/reorder/{made}", {"modality": "voice", "order": order})
    assert [one["id"] for one in asked(api, made)] == order
    assert api.delete(f"/_control/questions/{made}/{first}").json()["data"]["id"] == first
    assert [one["id"] for one in asked(api, made)] == [copy["id"], added["id"]]


@pytest.mark.parametrize("path", ["questions/{made}/{first}", "steps/{made}/1", "edit/{made}"])
def test_an_edit_can_leave_the_time_of_the_posting_alone(api, clock, made, first, path):
    before = of(api, made)["updated_at"]
    clock.now += 5
    body = {"instructions": "Be brief."}
    assert api.post(f"/_control/{path.format(made=made, first=first)}?moves=false", body).status_code == 200
    assert of(api, made)["updated_at"] == before


def test_a_step_keeps_what_is_not_named_and_loses_what_is_null(api, made):
    api.post(f"/_control/steps/{made}/web_interview", {"instructions": "Be brief.", "video": None})
    assert of(api, made)["workflow"][0]["config"] == {"instructions": "Be brief."}


def test_candidates_add_up_and_are_no_change_of_the_posting(api, clock, made):
    before = of(api, made)["updated_at"]
    clock.now += 5
    api.post(f"/_control/candidates/{made}", {"registered": 40, "completed": 17})
    api.post(f"/_control/candidates/{made}", {})
    stats = api.get(f"{BASE}/{made}/stats").json()["data"]
    assert (stats["total_candidates"], stats["completed_interviews"]) == (41, 17)
    assert of(api, made)["updated_at"] == before


def test_averages_are_there_to_be_dropped(api, made):
    api.post(f"/_control/edit/{made}", {"average_interview_score": 71.5})
    assert api.get(f"{BASE}/{made}/stats").json()["data"]["average_interview_score"] == 71.5


def test_every_status_can_be_made_by_hand(api, made):
    found = [of(api, made)["status"]]
    for what in ("expire", "archive", "unarchive", "draft", "activate"):
        api.post(f"/_control/{what}/{made}")
        found.append(of(api, made)["status"])
    assert found == ["active", "expired", "archived", "expired", "draft", "expired"]
    assert of(api, made)["ats_metadata"] == {"pending_activation": False}


def test_a_test_posting_stays_one_and_its_clone_is_none(api, made):
    api.post(f"/_control/edit/{made}", {"test_posting": True, "ats_metadata": {"ats_job_id": "J-1"}})
    assert of(api, made)["test_posting"] is True
    copy = api.post(f"{BASE}/{made}/clone").json()["data"]["posting"]
    assert copy["test_posting"] is False
    assert copy["ats_metadata"] == {"ats_job_id": "J-1", "pending_activation": True}


def test_a_template_made_of_a_posting_is_cloned_as_the_others_are(api, made):
    row = api.post(f"/_control/template/{made}", {"code": "our-way", "name": "Our way"}).json()["data"]
    listed = api.get("/api/v2/interview-templates").json()["data"]
    assert [one["template_code"] for one in listed] == ["engineer-baseline", "ats-retail", "our-way"]
    assert api.get(f"/api/v2/interview-templates/{row['id']}").json()["data"]["posting_id"] == made
    new = api.post(BASE, {"title": "From it", "interview_template_id": row["id"]}).json()["data"]["posting"]
    assert (new["title"], new["workflow"][0]["config"]) == ("From it", {"video": True})
    assert [one["text"] for one in asked(api, new["id"])] == ["Why?"]
    assert api.post(BASE, {"title": "None", "interview_template_id": f"IT_{new['id']}"}).status_code == 404
