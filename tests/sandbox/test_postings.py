"""Creating, reading, listing, changing and ending postings."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from heymilo_ops.sandbox.postings import a_month_after

BASE = "/api/v2/postings"
STEP = {"type": "web_interview", "questions": [{"modality": "voice", "text": "Why?"}]}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"title": "Engineer"},
        {"title": "ab", "workflow": []},
        {"title": "a" * 201, "workflow": []},
        {"title": "Engineer", "workflow": [], "interview_template_id": "IT_5A4D0001"},
        {"title": "Engineer", "workflow": [{"type": "telepathy"}]},
        {"title": "Engineer", "workflow": [], "description": None},
        {"title": "Engineer", "workflow": [], "description": "x" * 50_001},
        {"title": "Engineer", "workflow": [], "deadline": "next Friday"},
        {"title": "Engineer", "workflow": [], "max_retakes": 6},
        {"title": "Engineer", "workflow": [], "retake_cooldown_days": -1},
        {"title": "Engineer", "workflow": [], "company_overview_delivery_mode": "sung"},
        {"title": "Engineer", "workflow": [], "metadata": {"n": 1}},
        {"title": "Engineer", "workflow": [], "metadata": {str(n): "" for n in range(51)}},
        {"title": "Engineer", "workflow": [], "metadata": {"k" * 41: ""}},
        {"title": "Engineer", "workflow": [], "metadata": {"k": "v" * 501}},
        {"title": "Engineer", "workflow": [{"type": "web_interview", "config": {"num_questions": 26}}]},
        {"title": "Engineer", "workflow": [{"type": "conversational_sms", "config": {"intro_message": "x" * 501}}]},
        {
            "title": "Engineer",
            "workflow": [{**STEP, "questions": [{"modality": "voice", "text": "?", "score_weight": 6}]}],
        },
        {"title": "Engineer", "workflow": [{**STEP, "questions": [{"text": "?"}]}]},
    ],
)
def test_create_refuses_what_the_vendor_refuses(api, body):
    response = api.post(BASE, body)
    assert response.status_code == 422
    assert set(response.json()["detail"][0]) == {"loc", "msg", "type"}
    assert api.get(BASE).json()["data"] == []


def test_create_takes_weight_0_to_5_and_any_modality_and_drops_unknown_keys(api):
    question = {"modality": "telepathy", "text": "?", "score_weight": 0, "colour": "red"}
    made = api.created(nmae="oops", workflow=[{**STEP, "questions": [question], "config": {"vidoe": True}}])
    read = api.get(f"{BASE}/{made['id']}").json()["data"]
    assert "nmae" not in read
    assert read["workflow"][0]["config"] == {}
    (asked,) = api.get(f"{BASE}/{made['id']}/questions").json()["data"]
    assert "colour" not in asked
    assert (asked["modality"], asked["score_weight"]) == ("telepathy", 0)


def test_create_goes_live_at_once_and_answers_a_receipt(api, clock):
    made = api.created(name="engineer")
    assert re.fullmatch("[0-9A-F]{8}", made["id"])
    assert made["status"] == made["posting"]["status"] == "active"
    assert made["created_at"] == clock.now == made["posting"]["updated_at"]
    assert made["urls"]["candidate_url"].endswith(f"/i/{made['id']}/engineer")
    assert len(made["urls"]["ingestion_url_key"]) > 30
    assert made["posting"] == api.get(f"{BASE}/{made['id']}").json()["data"]


def test_defaults_read_back(api):
    read = api.created()["posting"]
    assert (read["language"], read["interviewer_name"], read["description"]) == ("en", "Sarah", "")
    assert (read["allow_sms_comms"], read["email_report_to_candidate"]) == (False, False)
    assert read["metadata"] is None
    assert "questions" not in read["workflow"][0]


def test_steps_get_ids_and_orders(api):
    steps = api.created(workflow=[{"type": "resume", "questions": []}, STEP])["posting"]["workflow"]
    assert [(step["id"], step["order"]) for step in steps] == [("agent_res_001", 1), ("agent_vi_002", 2)]


@pytest.mark.parametrize(
    ("sent", "seconds"),
    [
        ("2027-01-31T18:00:00Z", 1801418400.0),
        ("2027-01-31T18:00:00+02:00", 1801411200.0),
        ("2027-01-31T18:00:00", 1801418400.0),
        ("2027-01-31", 1801353600.0),
    ],
)
def test_deadline_goes_in_as_text_and_comes_out_as_seconds(api, sent, seconds):
    assert api.created(deadline=sent)["posting"]["deadline"] == seconds


@pytest.mark.parametrize("body", [{}, {"deadline": None}])
def test_deadline_left_out_is_a_calendar_month(api, clock, body):
    assert api.created(**body)["posting"]["deadline"] == a_month_after(clock.now)


@pytest.mark.parametrize(
    ("start", "end"), [((2026, 1, 31), (2026, 2, 28)), ((2028, 1, 30), (2028, 2, 29)), ((2026, 12, 5), (2027, 1, 5))]
)
def test_a_month_after_stays_inside_shorter_months(start, end):
    assert a_month_after(datetime(*start, 9, tzinfo=UTC).timestamp()) == datetime(*end, 9, tzinfo=UTC).timestamp()


def test_a_posting_expires_at_its_deadline_and_a_later_one_revives_it(api, clock):
    made = api.created()
    clock.now = made["posting"]["deadline"]
    assert api.get(f"{BASE}/{made['id']}").json()["data"]["status"] == "expired"
    later = api.patch(f"{BASE}/{made['id']}", {"deadline": "2099-01-01T00:00:00Z"})
    assert later.json()["data"]["status"] == "active"


def test_an_unknown_id_is_a_404_everywhere(api):
    calls = [
        api.get(f"{BASE}/FFFFFFFF"),
        api.patch(f"{BASE}/FFFFFFFF", {}),
        api.patch(f"{BASE}/FFFFFFFF/workflow/form", {"config": {}}),
        api.get(f"{BASE}/FFFFFFFF/stats"),
        api.post(f"{BASE}/FFFFFFFF/archive"),
        api.post(f"{BASE}/FFFFFFFF/activate"),
        api.post(f"{BASE}/FFFFFFFF/clone"),
        api.get(f"{BASE}/FFFFFFFF/questions"),
        api.get(f"{BASE}/FFFFFFFF/questions/FFFFFFFF"),
        api.delete(f"{BASE}/FFFFFFFF/questions/FFFFFFFF"),
        api.patch(f"{BASE}/FFFFFFFF/questions/FFFFFFFF", {}),
        api.post(f"{BASE}/FFFFFFFF/questions", {"modality": "voice", "text": "?"}),
        api.post(f"{BASE}/FFFFFFFF/questions/reorder", {"modality": "voice", "order": []}),
        api.post(BASE, {"title": "Engineer", "interview_template_id": "IT_NONE"}),
    ]
    assert {call.status_code for call in calls} == {404}


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "starting_after=FFFFFFFF"])
def test_lists_refuse_wrong_paging(api, query):
    assert api.get(f"{BASE}?{query}").status_code == 422
    assert api.get(f"{BASE}/list?{query}").status_code == 422


@pytest.mark.parametrize("path", [BASE, f"{BASE}/list"])
def test_lists_page_newest_first_20_by_default(api, path):
    ids = [api.created(title=f"Engineer {n}")["id"] for n in range(23)]
    first = api.get(path).json()
    assert (len(first["data"]), first["pagination"]["has_more"]) == (20, True)
    rest = api.get(path, params={"starting_after": first["data"][-1]["id"]}).json()
    assert rest["pagination"] == {"has_more": False, "total_count": 23, "url": path}
    assert [row["id"] for row in first["data"] + rest["data"]] == ids[::-1]


def test_search_looks_at_titles_only_whatever_the_case(api):
    api.created(title="Data Engineer", name="x")
    api.created(title="Nurse", name="engineer")
    assert [row["title"] for row in api.get(f"{BASE}?search=ENGIN").json()["data"]] == ["Data Engineer"]


def test_archived_postings_are_listed_unless_told_otherwise(api, make):
    made = api.created()
    archived = api.post(f"{BASE}/{made['id']}/archive").json()["data"]
    assert (archived["status"], archived["archived"]) == ("archived", True)
    assert len(api.get(BASE).json()["data"]) == 1
    assert make(hide_archived=True).get(BASE).json()["data"] == []


def test_archiving_twice_is_fine_and_activating_does_not_undo_it(api):
    made = api.created()
    assert [api.post(f"{BASE}/{made['id']}/archive").status_code for _ in range(2)] == [200, 200]
    assert api.post(f"{BASE}/{made['id']}/activate").json()["error"]["code"] == "posting_archived"


def test_activate_needs_steps_and_may_be_repeated(api):
    assert api.post(f"{BASE}/{api.created(workflow=[])['id']}/activate").status_code == 422
    assert api.post(f"{BASE}/{api.created()['id']}/activate").json()["data"]["status"] == "active"


def test_patch_changes_only_what_was_sent_and_moves_updated_at(api, clock):
    made = api.created(redirect_url="https://a.example", metadata={"a": "1", "b": "2"})
    clock.now += 5
    read = api.patch(f"{BASE}/{made['id']}", {"title": "Nurse", "metadata": {"c": "3"}}).json()["data"]
    assert read["metadata"] == {"c": "3"}
    assert (read["title"], read["redirect_url"]) == ("Nurse", "https://a.example")
    assert read["updated_at"] == clock.now == read["created_at"] + 5
    assert api.get(f"{BASE}/list").json()["data"][0]["title"] == "Nurse"


@pytest.mark.parametrize(
    "body",
    [
        {"title": "ab"},
        {"description": "short"},
        {"name": "x" * 101},
        {"instructions": "x" * 10_001},
        {"deadline": "soon"},
    ],
)
def test_patch_refuses_what_the_vendor_refuses(api, body):
    assert api.patch(f"{BASE}/{api.created()['id']}", body).status_code == 422


def test_null_clears_what_may_be_empty(api):
    made = api.created(redirect_url="https://a.example", metadata={"a": "1"}, name="n")
    nulls = {"redirect_url": None, "metadata": None, "name": None, "deadline": None, "title": None, "language": None}
    read = api.patch(f"{BASE}/{made['id']}", nulls).json()["data"]
    assert [read[key] for key in nulls] == [None, None, None, None, "Engineer", "en"]


def test_null_is_ignored_where_told_so(make):
    api = make(null_on_patch="ignore")
    made = api.created(redirect_url="https://a.example")
    read = api.patch(f"{BASE}/{made['id']}", {"redirect_url": None}).json()["data"]
    assert read["redirect_url"] == "https://a.example"


def test_step_config_is_merged_and_nested_objects_replaced_whole(api):
    config = {"video": True, "voice_id": "v", "cheat_detection_config": {"enabled": True, "threshold": 70}}
    made = api.created(workflow=[{**STEP, "config": config}])
    change = {"voice_id": None, "cheat_detection_config": {"enabled": False}}
    read = api.patch(f"{BASE}/{made['id']}/workflow/1", {"config": change}).json()["data"]
    assert read["workflow"][0]["config"] == {"video": True, "cheat_detection_config": {"enabled": False}}


def test_step_patch_refuses_unknown_keys_with_400_and_wrong_values_with_422(api):
    path = f"{BASE}/{api.created(workflow=[STEP])['id']}/workflow/web_interview"
    unknown = api.patch(path, {"config": {"vidoe": True}})
    assert (unknown.status_code, unknown.json()["error"]["param"]) == (400, "vidoe")
    wrong = api.patch(path, {"config": {"num_questions": 99}})
    assert wrong.status_code == 422
    assert wrong.json()["detail"][0]["loc"] == ["body", "config", "num_questions"]
    assert api.patch(path, {}).status_code == 422


@pytest.mark.parametrize("step", ["agent_vi_001", "resume", "2", "0"])
def test_steps_are_found_by_type_or_order_only(api, step):
    made = api.created(workflow=[STEP])
    assert api.patch(f"{BASE}/{made['id']}/workflow/{step}", {"config": {}}).status_code == 404


def test_stats_are_zero(api):
    read = api.get(f"{BASE}/{api.created(name='n')['id']}/stats").json()["data"]
    assert (read["total_candidates"], read["completed_interviews"], read["name"]) == (0, 0, "n")


def test_clone_copies_all_but_id_links_and_deadline(api, clock):
    made = api.created(name="n", metadata={"a": "1"}, deadline="2099-01-01", workflow=[STEP])
    clock.now += 9
    copy = api.post(f"{BASE}/{made['id']}/clone")
    assert copy.status_code == 201
    read = copy.json()["data"]["posting"]
    assert read["id"] != made["id"]
    assert read["urls"]["ingestion_url_key"] != made["urls"]["ingestion_url_key"]
    assert (read["title"], read["name"], read["metadata"]) == ("Engineer (Copy)", "n", {"a": "1"})
    assert read["deadline"] == a_month_after(clock.now)
    assert len(api.get(f"{BASE}/{read['id']}/questions").json()["data"]) == 1


def test_a_template_clones_its_blueprint_and_sent_fields_override(api):
    body = {"title": "Ada", "interview_template_id": "IT_5A4D0001", "max_retakes": 3}
    read = api.post(BASE, body).json()["data"]["posting"]
    assert (read["title"], read["max_retakes"]) == ("Ada", 3)
    assert read["instructions"] == "Be friendly and brief."
    assert [step["type"] for step in read["workflow"]] == ["resume", "web_interview"]
    assert "interview_template_id" not in read
    questions = api.get(f"{BASE}/{read['id']}/questions").json()["data"]
    assert {question["posting_id"] for question in questions} == {read["id"]}
    assert len(questions) == 13


def test_blueprints_can_be_read_but_are_not_listed(api):
    assert api.get(f"{BASE}/B1DE0001").json()["data"]["deadline"] is None
    assert api.get(BASE).json()["data"] == []


def test_an_ats_template_makes_a_draft_until_activated_and_so_does_its_clone(api):
    made = api.post(BASE, {"title": "Retail", "interview_template_id": "IT_5A4D0002"}).json()["data"]
    assert (made["status"], made["posting"]["finalized"]) == ("draft", False)
    assert made["posting"]["ats_metadata"]["pending_activation"] is True
    live = [api.post(f"{BASE}/{made['id']}/activate").json()["data"] for _ in range(2)]
    assert {each["status"] for each in live} == {"active"}
    assert live[1]["ats_metadata"]["pending_activation"] is False
    assert api.post(f"{BASE}/{made['id']}/clone").json()["data"]["status"] == "draft"


def test_null_in_a_step_or_a_question_is_ignored_where_told_so(make):
    api = make(null_on_patch="ignore")
    step = {
        "type": "form",
        "config": {"instructions": "Be brief."},
        "questions": [{"modality": "form", "text": "Why?"}],
    }
    made = api.created(workflow=[step])["id"]
    question = api.get(f"{BASE}/{made}/questions").json()["data"][0]["id"]
    assert api.patch(f"{BASE}/{made}/workflow/form", {"config": {"instructions": None}}).status_code == 200
    assert api.patch(f"{BASE}/{made}/questions/{question}", {"question_type": None}).status_code == 200
    assert api.get(f"{BASE}/{made}").json()["data"]["workflow"][0]["config"] == {"instructions": "Be brief."}
    assert api.get(f"{BASE}/{made}/questions").json()["data"][0]["question_type"] == "textarea"
