"""A server that says otherwise what it stored, and one whose AI takes its time: by option, and by fault."""

from __future__ import annotations

import pytest

from heymilo_ops.sandbox.rewrites import REWRITES

BASE = "/api/v2/postings"
FORM = {
    "type": "form",
    "questions": [
        {
            "modality": "form",
            "text": "Since when? ",
            "question_type": "date",
            "operator": "gte",
            "answer": "2027-01-31",
        },
        {"modality": "form", "text": "Which?", "question_type": "dropdown", "mcq_type": "single", "answer": "a"},
        {"modality": "form", "text": "A file", "question_type": "file_upload", "file_types": ["pdf", "docx"]},
        {"modality": "form", "text": "How many?", "question_type": "number", "operator": "gte", "answer": 2},
    ],
}
WEB = {
    "type": "web_interview",
    "config": {"instructions": "One.\r\nTwo.\n", "cheat_detection_config": {"enabled": True, "types": ["a", "b"]}},
    "questions": [
        {"modality": "voice", "text": "Why?", "score_weight": 4},
        {"modality": "voice", "text": "How?", "score_weight": 0},
        {"modality": "voice", "text": "When?"},
    ],
}


def read(api, posting_id):
    return api.get(f"{BASE}/{posting_id}").json()["data"]


def asked(api, posting_id):
    return api.get(f"{BASE}/{posting_id}/questions").json()["data"]


def by_text(api, posting_id):
    return {one["text"].strip(): one for one in asked(api, posting_id)}


@pytest.fixture
def rewritten(api):
    """A posting, and what adds one kind of rewriting to the server."""
    made = api.created(workflow=[FORM, WEB], deadline="2027-01-31T00:00:00.5Z", max_retakes=1)["id"]

    def rewrite(*which):
        fault = {"action": "rewrite", **({"rewrites": which} if which else {})}
        assert api.post("/_control/faults", [fault]).status_code == 201
        return made

    return rewrite


def test_an_unknown_way_is_refused(api):
    assert api.post("/_control/faults", [{"action": "rewrite", "rewrites": ["rhymes"]}]).status_code == 422


def test_times_are_whole_seconds(api, rewritten):
    made = rewritten("times")
    assert read(api, made)["deadline"] == 1801353600
    assert by_text(api, made)["Since when?"]["answer"] == 1801353600


def test_a_text_that_is_no_time_stays(api, rewritten):
    made = rewritten("times")
    date = by_text(api, made)["Since when?"]["id"]
    api.patch(f"{BASE}/{made}/questions/{date}", {"answer": "soon"})
    assert by_text(api, made)["Since when?"]["answer"] == "soon"


def test_nulls_and_empty_lists_are_filled_in(api, rewritten):
    made = rewritten("nulls")
    config = read(api, made)["workflow"][1]["config"]
    assert (config["video"], config["cheat_detection_config"]["threshold"]) == (None, None)
    assert read(api, made)["metadata"] == {}
    assert by_text(api, made)["Why?"]["options"] == []


def test_defaults_are_filled_in_and_what_was_sent_stays(api, rewritten):
    made = rewritten("defaults")
    posting = read(api, made)
    assert posting["job_overview_delivery_mode"] == "exact_delivery"
    assert posting["workflow"][1]["config"]["cheat_detection_config"] == {
        "enabled": True,
        "types": ["a", "b"],
        "threshold": 70,
    }
    assert [one["score_weight"] for one in asked(api, made) if one["modality"] == "voice"] == [4, 0, 1]
    assert by_text(api, made)["Which?"]["is_answer_mandated"] is False


def test_whole_numbers_are_floats_but_orders_and_ranks(api, rewritten):
    made = rewritten("floats")
    posting, question = read(api, made), by_text(api, made)["How many?"]
    numbers = (posting["max_retakes"], posting["workflow"][0]["order"], question["answer"], question["rank"])
    assert [type(number) for number in numbers] == [float, int, float, int]


def test_types_and_operators_have_other_names(api, rewritten):
    made = rewritten("types")
    said = {text: (one["question_type"], one["mcq_type"], one["operator"]) for text, one in by_text(api, made).items()}
    assert said["Since when?"] == ("date", None, "after")
    assert said["Which?"] == ("multiple-choice", "multiple", None)
    assert said["How many?"] == ("number", None, "minimum")


def test_weights_are_doubled_within_their_scale_and_not_twice_in_a_copy(api, rewritten):
    made = rewritten("weights")
    copy = api.post(f"{BASE}/{made}/clone").json()["data"]["id"]
    for posting in (made, copy):
        assert [one["score_weight"] for one in asked(api, posting) if one["modality"] == "voice"] == [8, 1, None]


def test_orders_are_others_and_say_which_is_meant(api, rewritten):
    before = asked(api, made := rewritten("times"))
    rewritten("order")
    posting, after = read(api, made), asked(api, made)
    assert [step["order"] for step in posting["workflow"]] == [2, 1]
    assert posting["workflow"][0]["config"]["cheat_detection_config"]["types"] == ["b", "a"]
    assert [one["id"] for one in after] == [one["id"] for one in before[::-1]]
    assert by_text(api, made)["A file"]["file_types"] == ["docx", "pdf"]


def test_texts_are_trimmed(api, rewritten):
    made = rewritten("texts")
    assert read(api, made)["workflow"][1]["config"]["instructions"] == "One.\nTwo."
    assert "Since when?" in [one["text"] for one in asked(api, made)]


def test_all_of_it_agrees_with_the_document_and_changes_nothing_that_is_stored(api, make, rewritten):
    made = rewritten("times")
    api.delete("/_control/faults")
    before = (read(api, made), asked(api, made))
    other = make(rewrites=REWRITES)
    assert (read(other, made), asked(other, made)) != before
    assert read(other, made) == read(other, made)
    rewritten()
    assert read(api, made) == read(other, made)
    api.delete("/_control/faults")
    assert (read(api, made), asked(api, made)) == before


def test_questions_by_ai_come_in_parts_over_readings(api):
    api.post("/_control/faults", [{"action": "late_questions", "reads": 2}])
    made = api.created(workflow=[{"type": "web_interview"}, FORM])["id"]
    readings = [[one["modality"] for one in asked(api, made)].count("voice") for _ in range(4)]
    assert readings == [0, 3, 5, 5]
    assert [one["rank"] for one in asked(api, made) if one["modality"] == "voice"] == [1, 2, 3, 4, 5]


def test_questions_by_ai_come_in_parts_over_time(api, make, clock):
    other = make(writing_seconds=10)
    made = other.created(workflow=[{"type": "web_interview"}])["id"]
    found = []
    for _ in range(4):
        found.append(len(asked(api, made)))
        clock.now += 4
    assert found == [0, 2, 4, 5]


def test_a_second_page_is_no_reading(api):
    api.post("/_control/faults", [{"action": "late_questions", "reads": 2}])
    made = api.created(workflow=[{"type": "web_interview"}])["id"]
    asked(api, made)
    first = asked(api, made)[0]["id"]
    for _ in range(3):
        assert len(api.get(f"{BASE}/{made}/questions?starting_after={first}").json()["data"]) == 4


def test_questions_that_come_with_the_posting_are_never_late_and_a_copy_gets_what_is_there(api):
    api.post("/_control/faults", [{"action": "late_questions"}])
    made = api.created(workflow=[WEB, {"type": "form"}])["id"]
    copy = api.post(f"{BASE}/{made}/clone").json()["data"]["id"]
    assert [len(asked(api, one)) for one in (made, copy)] == [3, 3]
