"""Questions: written with a posting, generated, listed, changed, moved, deleted."""

from __future__ import annotations

import pytest

BASE = "/api/v2/postings"


def asked(api, made, **params):
    return api.get(f"{BASE}/{made['id']}/questions", params={"limit": 100, **params}).json()["data"]


def with_questions(api, *questions, step="web_interview"):
    return api.created(workflow=[{"type": step, "questions": list(questions)}])


def voices(api, *texts):
    return with_questions(api, *({"modality": "voice", "text": text} for text in texts))


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"modality": "voice"},
        {"modality": "telepathy", "text": "?"},
        {"modality": "voice", "text": "?", "score_weight": 0},
        {"modality": "voice", "text": "?", "score_weight": 11},
        {"modality": "voice_tags", "text": "?", "response_format": "haiku"},
        {"modality": "form", "text": "?", "dropdown_values": ["a"]},
    ],
)
def test_create_refuses_what_the_vendor_refuses(api, body):
    made = voices(api)
    assert api.post(f"{BASE}/{made['id']}/questions", body).status_code == 422
    assert asked(api, made) == []


def test_an_unknown_question_is_a_404(api):
    path = f"{BASE}/{voices(api)['id']}/questions/FFFFFFFF"
    assert {api.get(path).status_code, api.patch(path, {}).status_code, api.delete(path).status_code} == {404}


def test_a_question_of_another_posting_is_a_404(api):
    (question,) = asked(api, voices(api, "Why?"))
    assert api.get(f"{BASE}/{voices(api)['id']}/questions/{question['id']}").status_code == 404


def test_questions_read_back_as_sent(api):
    sent = {
        "modality": "voice",
        "text": "Why?",
        "evaluation_criteria": "c",
        "score_of_1": "one",
        "score_of_5": "five",
        "score_weight": 4,
        "min_follow_ups": 1,
        "max_follow_ups": 2,
    }
    (read,) = asked(api, with_questions(api, sent))
    assert {key: read[key] for key in sent} == sent
    assert (read["rank"], read["object"]) == (1, "question")


@pytest.mark.parametrize(
    ("sent", "inferred"),
    [
        ({"modality": "sms", "expected_answer": "yes"}, {"question_type": "YES_NO"}),
        ({"modality": "sms", "expected_value": 3}, {"question_type": "NUMERIC"}),
        ({"modality": "form"}, {"question_type": "textarea"}),
        (
            {"modality": "form", "dropdown_values": [{"label": "a"}]},
            {"question_type": "dropdown", "mcq_type": "multiple"},
        ),
        ({"modality": "form", "question_type": "dropdown", "mcq_type": "single"}, {"mcq_type": "single"}),
        (
            {"modality": "form", "slider_min": 0, "is_knockout": True},
            {"question_type": "slider", "operator": "minimum"},
        ),
        ({"modality": "form", "file_types": ["pdf"]}, {"question_type": "file_upload"}),
        ({"modality": "voice_tags", "response_format": "haiku"}, {"response_format": None}),
        ({"modality": "voice_tags", "response_format": "date"}, {"response_format": "date"}),
        ({"modality": "voice"}, {"question_type": None}),
    ],
)
def test_the_server_fills_in_types_where_they_were_left_out(api, sent, inferred):
    (read,) = asked(api, with_questions(api, {"text": "?", **sent}, step="form"))
    assert {key: read[key] for key in inferred} == inferred


@pytest.mark.parametrize(
    ("step", "counts"),
    [
        ({"type": "web_interview"}, {"voice": 5}),
        ({"type": "web_interview", "questions": None, "config": {"num_questions": 25}}, {"voice": 25}),
        ({"type": "conversational_sms"}, {"sms": 3}),
        ({"type": "form"}, {"form": 3}),
        ({"type": "resume"}, {"resume_eligibility": 3, "resume_scoring": 5}),
        (
            {"type": "resume", "config": {"num_eligibility_questions": 0, "num_criteria_questions": 2}},
            {"resume_scoring": 2},
        ),
        ({"type": "web_interview", "questions": [], "config": {"num_questions": 9}}, {}),
        (
            {
                "type": "web_interview",
                "questions": [{"modality": "voice", "text": "?"}],
                "config": {"num_questions": 9},
            },
            {"voice": 1},
        ),
    ],
)
def test_questions_are_written_for_steps_that_bring_none(api, step, counts):
    read = asked(api, api.created(workflow=[step]))
    assert {each: sum(row["modality"] == each for row in read) for each in {row["modality"] for row in read}} == counts
    assert len({row["text"] for row in read}) == len(read)


def test_lists_page_and_filter_by_modality(api):
    made = api.created(workflow=[{"type": "web_interview", "config": {"num_questions": 25}}, {"type": "form"}])
    path = f"{BASE}/{made['id']}/questions"
    first = api.get(path, params={"modality": "voice"}).json()
    assert (len(first["data"]), first["pagination"]["has_more"]) == (20, True)
    rest = api.get(path, params={"modality": "voice", "starting_after": first["data"][-1]["id"]}).json()
    assert rest["pagination"] == {"has_more": False, "total_count": 25, "url": path}
    assert [row["rank"] for row in first["data"] + rest["data"]] == list(range(1, 26))
    assert api.get(path, params={"modality": "telepathy"}).status_code == 422
    assert api.get(path).json()["pagination"]["total_count"] == 28


def test_create_appends_within_its_modality_and_moves_the_posting(api, clock):
    made = voices(api, "A")
    clock.now += 1
    body = {"modality": "voice", "text": "B", "score_weight": 10, "structured_config": {"kind": "yes_no"}}
    response = api.post(f"{BASE}/{made['id']}/questions", body)
    read = response.json()["data"]
    assert (response.status_code, read["rank"], read["structured_config"]) == (201, 2, {"kind": "yes_no"})
    assert api.get(f"{BASE}/{made['id']}").json()["data"]["updated_at"] == clock.now
    form = api.post(f"{BASE}/{made['id']}/questions", {"modality": "form", "text": "C"}).json()["data"]
    assert form["rank"] == 1


def test_patch_keeps_what_was_not_sent_and_never_the_modality(api, clock):
    made = with_questions(api, {"modality": "voice", "text": "A", "score_weight": 2, "score_of_1": "x"})
    (before,) = asked(api, made)
    clock.now += 1
    change = {"text": None, "score_weight": 7, "score_of_1": None, "modality": "form"}
    after = api.patch(f"{BASE}/{made['id']}/questions/{before['id']}", change).json()["data"]
    assert after == {**before, "score_weight": 7, "score_of_1": None, "updated_at": clock.now}
    assert asked(api, made) == [after]


def test_delete_answers_the_question_and_closes_the_gap(api):
    made = voices(api, "A", "B", "C")
    first = asked(api, made)[0]
    path = f"{BASE}/{made['id']}/questions/{first['id']}"
    gone = api.delete(path)
    assert (gone.status_code, gone.json()["data"]["text"]) == (200, "A")
    assert [(row["text"], row["rank"]) for row in asked(api, made)] == [("B", 1), ("C", 2)]
    assert api.delete(path).status_code == 404


def test_reorder_needs_every_question_once(api):
    made = voices(api, "A", "B")
    ids = [row["id"] for row in asked(api, made)]
    path = f"{BASE}/{made['id']}/questions/reorder"
    for order in ([], ids[:1], [*ids, ids[0]], [*ids, "FFFFFFFF"], [ids[0], ids[0]]):
        assert api.post(path, {"modality": "voice", "order": order}).status_code == 422
    moved = api.post(path, {"modality": "voice", "order": ids[::-1]}).json()["data"]
    assert [(row["text"], row["rank"]) for row in moved] == [("B", 1), ("A", 2)]
    assert asked(api, made) == moved
