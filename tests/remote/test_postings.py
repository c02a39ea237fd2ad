from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from heymilo_ops.errors import UnreachableError
from heymilo_ops.model.live import Mark
from heymilo_ops.model.people import AS_OF
from heymilo_ops.remote.answer import Answer, ConfirmedAnswer, RefusedAnswer, RejectedAnswer, UnknownAnswer, Unreadable
from heymilo_ops.remote.client import Client
from heymilo_ops.remote.postings import Postings, WorkspaceRef, live_of

Rogue = Any


def answer(status: int, body: Any = None) -> tuple[Any, ...]:
    return (status, body)


FULL = {
    "object": "posting",
    "id": "P1",
    "company_id": "C",
    "title": "Baker",
    "name": "baker",
    "status": "active",
    "archived": False,
    "instructions": "unknown to Live",
    "deadline": 1800000000,
    "max_retakes": None,
    "allow_sms_comms": False,
    "metadata": {"team": "ops", "odd": 3},
    "urls": {"candidate_url": "https://x/c", "review_url": None, "ingestion_url_key": "s3cret"},
    "created_at": 1.5,
    "updated_at": 2,
}
MARK = Mark("acme", "sandbox", "baker", 1, "0" * 32, 1, "sha256:" + "0" * 64)


@pytest.fixture
def postings(client: Client) -> Postings:
    return Postings(client)


@pytest.fixture
def sandbox(sandbox_url: str, connect: Callable[..., Client]) -> Postings:
    return Postings(connect(sandbox_url))


def page(items: list[Any], more: bool = False) -> Any:
    return answer(200, {"data": items, "pagination": {"has_more": more}})


# --- what Live takes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [{}, {"id": None}, {"id": ""}, {"id": 3}, {"posting": {"title": "x"}}])
def test_a_posting_without_an_id_is_unreadable(data: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        live_of(data)


def test_live_keeps_what_it_knows_and_no_more() -> None:
    live = live_of(FULL)
    assert (live.posting_id, live.title, live.name, live.status, live.archived) == (
        "P1",
        "Baker",
        "baker",
        "active",
        False,
    )
    assert (live.created_at, live.updated_at, live.deadline) == (1.5, 2, 1800000000)
    assert (live.candidate_url, live.review_url) == ("https://x/c", None)
    assert live.metadata == {"team": "ops"}
    assert live.settings == {"deadline": 1800000000, "max_retakes": None, "allow_sms_comms": False}
    assert "s3cret" not in repr(live)
    assert "unknown to Live" not in repr(live)
    assert "company" not in repr(live)


def test_the_document_is_all_that_heymilo_gave_but_its_links_and_credentials() -> None:
    config = {"web_interview_config": {"secret_word": "a user's own", "min_duration_seconds": 60}}
    more = {
        "workflow": [{"id": "agent_vi_001", "type": "web_interview", "order": 1, "config": config}],
        "ats_metadata": {"ats_job_id": "J1", "apiKey": "k3y", "hooks": [{"webhook_secret": "k3y", "at": "x"}]},
        "ingestion_key": "k3y",
        "finalized": True,
        "test_posting": False,
    }
    document = live_of({**FULL, **more}).document
    assert document == {
        key: value for key, value in {**FULL, **more}.items() if key not in ("urls", "ingestion_key")
    } | {"ats_metadata": {"ats_job_id": "J1", "hooks": [{"at": "x"}]}}
    assert live_of(FULL) == live_of({**FULL, "finalized": True}), "it doesn't count in comparisons"


@pytest.mark.parametrize(
    ("changes", "archived"),
    [
        ({"status": "archived"}, True),
        ({"archived": True}, True),
        ({"archived": "yes"}, False),
        ({"archived": None, "status": None}, False),
    ],
)
def test_archived(changes: dict[str, Any], archived: bool) -> None:
    assert live_of({**FULL, **changes}).archived is archived


def test_live_of_nonsense_has_no_nonsense() -> None:
    odd = dict.fromkeys(["title", "name", "urls", "metadata", "created_at", "updated_at", "deadline"], True)
    live = live_of({**odd, "id": "P1"})
    assert (live.title, live.name, live.metadata, live.candidate_url) == ("", None, {}, None)
    assert (live.created_at, live.updated_at, live.deadline) == (None, None, None)


def test_live_of_what_create_answers() -> None:
    created = {"object": "posting", "id": "P1", "status": "draft", "urls": {"candidate_url": "https://n"}}
    live = live_of({**created, "created_at": 9, "posting": {**FULL, "urls": None}})
    assert (live.posting_id, live.status, live.candidate_url, live.updated_at) == ("P1", "draft", "https://n", 2)
    assert live_of({**created, "posting": None}).candidate_url == "https://n"


# --- lists ----------------------------------------------------------------------------------------------------------


def test_a_list_is_read_to_its_end(rogue: Rogue, postings: Postings) -> None:
    rogue.script = [page([FULL, {**FULL, "id": "P+2"}], more=True), page([{**FULL, "id": "P3"}])]
    assert [live.posting_id for live in postings.list_all()] == ["P1", "P+2", "P3"]
    assert rogue.lines() == ["GET /api/v2/postings?limit=100", "GET /api/v2/postings?limit=100&starting_after=P%2B2"]


def test_a_posting_on_two_pages_is_one_and_the_newer(rogue: Rogue, postings: Postings) -> None:
    rogue.script = [page([FULL], more=True), page([{**FULL, "title": "Newer"}, {**FULL, "id": "P2"}])]
    found = postings.list_all()
    assert [(live.posting_id, live.title) for live in found] == [("P1", "Newer"), ("P2", "Baker")]


@pytest.mark.parametrize("items", [[FULL], []])
def test_a_page_that_repeats_is_seen(rogue: Rogue, postings: Postings, items: list[Any]) -> None:
    rogue.script = [page([FULL], more=True), page(items, more=True)]
    with pytest.raises(UnreachableError, match="same page again"):
        postings.list_all()
    assert len(rogue.requests) == 2


def test_a_failure_in_the_middle_is_no_short_list(rogue: Rogue, postings: Postings) -> None:
    rogue.script = [page([FULL], more=True), answer(500, b"")]
    with pytest.raises(UnreachableError):
        postings.list_all()


@pytest.mark.parametrize(
    ("answered", "why"),
    [
        (answer(404, {"detail": "Not Found"}), "404"),
        (answer(200, {}), "no list"),
        (answer(200, {"data": {}, "pagination": {"has_more": False}}), "no list"),
        (answer(200, {"data": [1], "pagination": {"has_more": False}}), "no list"),
        (answer(200, {"data": []}), "whether there is more"),
        (answer(200, {"data": [], "pagination": {"has_more": "no"}}), "whether there is more"),
        (page([{"title": "x"}]), "no id"),
    ],
)
def test_a_list_that_can_not_be_used(rogue: Rogue, postings: Postings, answered: Any, why: str) -> None:
    rogue.script = [answered]
    with pytest.raises(UnreachableError, match=why):
        postings.list_all()


# --- single reads ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", ["", ".", ".."])
def test_an_id_that_leads_elsewhere_is_never_asked_for(rogue: Rogue, postings: Postings, id: str) -> None:
    assert postings.get(id) is None
    for call in (postings.archive, postings.questions, postings.people):
        with pytest.raises(ValueError, match="not a posting id"):
            call(id)
    assert rogue.requests == []


def test_an_id_is_one_part_of_the_path(rogue: Rogue, postings: Postings) -> None:
    rogue.script = [answer(404, {})]
    assert postings.get("../workspaces?x#y") is None
    assert rogue.lines() == ["GET /api/v2/postings/..%2Fworkspaces%3Fx%23y"]


@pytest.mark.parametrize(("data", "why"), [({}, "no id"), ({**FULL, "id": "P2"}, "asked for P1, it sent P2")])
def test_a_posting_that_is_not_the_one(rogue: Rogue, postings: Postings, data: Any, why: str) -> None:
    rogue.script = [answer(200, {"data": data})]
    with pytest.raises(UnreachableError, match=why):
        postings.get("P1")


@pytest.mark.parametrize(
    "data",
    [None, {}, {"total_candidates": 1}, {"total_candidates": True, "completed_interviews": 1}],
)
def test_stats_that_say_nothing(rogue: Rogue, postings: Postings, data: Any) -> None:
    rogue.script = [answer(200, {"data": data})]
    with pytest.raises(UnreachableError, match="counts"):
        postings.people("P1")


@pytest.mark.parametrize("counts", [(3, 4), (-1, -1), (3, -1)])
def test_stats_that_can_not_be(rogue: Rogue, postings: Postings, counts: tuple[int, int]) -> None:
    data = {"total_candidates": counts[0], "completed_interviews": counts[1]}
    rogue.script = [answer(200, {"data": data})]
    with pytest.raises(UnreachableError, match="more interviews"):
        postings.people("P1")


def test_of_the_stats_two_counts_are_kept_and_the_time(rogue: Rogue, postings: Postings) -> None:
    data = {"total_candidates": 41, "completed_interviews": 17, "average_interview_score": 61.5, "title": "Nurse"}
    rogue.script = [answer(200, {"data": data})]
    read = postings.people("P1")
    assert (read.registered, read.completed) == (41, 17)
    assert datetime.strptime(read.as_of, AS_OF).replace(tzinfo=UTC) <= datetime.now(UTC)
    assert "61" not in repr(read)


def test_stats_of_nothing(rogue: Rogue, postings: Postings) -> None:
    rogue.script = [answer(404, {})]
    with pytest.raises(UnreachableError, match="stats"):
        postings.people("P1")


@pytest.mark.parametrize(
    ("items", "why"),
    [([], "opens 0"), ([{"id": "A"}, {"id": "B"}], "opens 2"), ([{"name": "x"}], "no id"), ([{"id": ""}], "no id")],
)
def test_a_key_opens_one_workspace(rogue: Rogue, postings: Postings, items: list[Any], why: str) -> None:
    rogue.script = [answer(200, {"data": items})]
    with pytest.raises(UnreachableError, match=why):
        postings.workspace()


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"id": "W", "name": "Acme"}, WorkspaceRef("W", "Acme")),
        ({"workspace_id": 7, "workspace_name": "Acme"}, WorkspaceRef("7", "Acme")),
        ({"id": "W"}, WorkspaceRef("W", "")),
    ],
)
def test_workspace(rogue: Rogue, postings: Postings, item: dict[str, Any], expected: WorkspaceRef) -> None:
    rogue.script = [answer(200, {"data": [item]})]
    assert postings.workspace() == expected


# --- writes ---------------------------------------------------------------------------------------------------------


def test_a_confirmation_of_another_posting_is_unknown(rogue: Rogue, postings: Postings) -> None:
    rogue.script = [answer(200, {"data": FULL})]
    assert postings.update("P2", {}) == UnknownAnswer("HeyMilo answered for another posting, P1")
    assert isinstance(postings.archive("P2"), UnknownAnswer)
    assert isinstance(postings.archive("P1"), ConfirmedAnswer)


@pytest.mark.parametrize("data", [{"id": "Q2"}, {"id": 3}, [], None])
def test_a_confirmation_of_another_question_is_unknown(rogue: Rogue, postings: Postings, data: Any) -> None:
    rogue.script = [answer(200, {"data": data})]
    assert isinstance(postings.update_question("P1", "Q1", {"text": "Why?"}), UnknownAnswer)
    assert isinstance(postings.delete_question("P1", "Q1"), UnknownAnswer)


@pytest.mark.parametrize("body", [{"data": {"id": "Q1"}}, {"data": None}, {}, "[]"])
def test_a_reorder_that_answers_no_list_is_unknown(rogue: Rogue, postings: Postings, body: Any) -> None:
    rogue.script = [answer(200, body)]
    assert isinstance(postings.reorder_questions("P1", "voice", ["Q1"]), UnknownAnswer)


@pytest.mark.parametrize("id", ["", ".", ".."])
def test_a_question_id_that_leads_elsewhere_is_never_written_to(rogue: Rogue, postings: Postings, id: str) -> None:
    with pytest.raises(ValueError, match="not a question id"):
        postings.delete_question("P1", id)
    assert rogue.requests == []


@pytest.mark.parametrize(
    "write",
    [
        lambda postings: postings.update_step("P1", 1, {"video": True}),
        lambda postings: postings.update_question("P1", "Q1", {"text": "Why?"}),
        lambda postings: postings.create_question("P1", {"modality": "voice", "text": "Why?"}),
        lambda postings: postings.delete_question("P1", "Q1"),
        lambda postings: postings.reorder_questions("P1", "voice", ["Q1"]),
    ],
)
def test_no_write_to_a_question_is_sent_twice(
    rogue: Rogue, postings: Postings, write: Callable[[Postings], Answer]
) -> None:
    rogue.script = [answer(503, b"")]
    assert isinstance(write(postings), UnknownAnswer)
    assert len(rogue.requests) == 1


def test_rejections_pass_through(rogue: Rogue, postings: Postings) -> None:
    rogue.script = [answer(404, {"error": {"message": "No such posting"}}), answer(401, b"")]
    assert postings.archive("P1") == RejectedAnswer(404, "No such posting")
    assert isinstance(postings.update("P1", {}), RefusedAnswer)


# --- with a HeyMilo -------------------------------------------------------------------------------------------------


def body(**changes: Any) -> dict[str, Any]:
    return {
        "title": "Baker",
        "name": "baker",
        "metadata": {"team": "ops", **MARK.metadata()},
        "workflow": [{"type": "web_interview", "questions": [{"modality": "voice", "text": "Why bread?"}]}],
        **changes,
    }


def test_the_whole_life_of_a_posting(sandbox: Postings) -> None:
    made = sandbox.create(body())
    assert isinstance(made, ConfirmedAnswer)
    id = made.posting_id
    created = live_of(made.data)
    assert created.mark == MARK
    assert created.candidate_url
    assert isinstance(sandbox.update(id, {"max_retakes": 2}), ConfirmedAnswer)
    live = sandbox.get(id)
    assert live is not None
    assert live.settings["max_retakes"] == 2
    assert live.mark == MARK
    assert sandbox.people(id).registered == 0
    assert [question["text"] for question in sandbox.questions(id)] == ["Why bread?"]
    assert isinstance(sandbox.archive(id), ConfirmedAnswer)
    archived = sandbox.get(id)
    assert archived is not None
    assert archived.archived
    assert id in {each.posting_id for each in sandbox.list_all()}
    assert sandbox.get("NOWHERE") is None


def test_questions_and_steps_are_edited(sandbox: Postings) -> None:
    made = sandbox.create(body())
    assert isinstance(made, ConfirmedAnswer)
    id, (first,) = made.posting_id, sandbox.questions(made.posting_id)
    assert isinstance(sandbox.update_question(id, first["id"], {"text": "Why rye?"}), ConfirmedAnswer)
    added = sandbox.create_question(id, {"modality": "voice", "text": "Why wheat?"})
    assert isinstance(added, ConfirmedAnswer)
    second = str(added.data["id"])
    assert isinstance(sandbox.reorder_questions(id, "voice", [second, first["id"]]), ConfirmedAnswer)
    assert [question["text"] for question in sandbox.questions(id)] == ["Why wheat?", "Why rye?"]
    assert isinstance(sandbox.reorder_questions(id, "voice", [second]), RejectedAnswer)
    assert isinstance(sandbox.delete_question(id, second), ConfirmedAnswer)
    assert [question["text"] for question in sandbox.questions(id)] == ["Why rye?"]
    assert isinstance(sandbox.update_step(id, 1, {"video": True}), ConfirmedAnswer)
    unknown = sandbox.update_step(id, 1, {"vidoe": True})
    assert isinstance(unknown, RejectedAnswer)
    assert "vidoe" in unknown.message


def test_more_than_a_page_of_postings_and_questions(sandbox: Postings) -> None:
    before = {live.posting_id for live in sandbox.list_all()}
    made = [sandbox.create(body(name=f"n-{i}")) for i in range(102)]
    ids = {each.posting_id for each in made if isinstance(each, ConfirmedAnswer)}
    assert {live.posting_id for live in sandbox.list_all()} - before == ids
    assert len(ids) == 102
    questions = [{"modality": "voice", "text": f"Question {i}?"} for i in range(130)]
    big = sandbox.create(body(name="big", workflow=[{"type": "web_interview", "questions": questions}]))
    assert isinstance(big, ConfirmedAnswer)
    assert [each["text"] for each in sandbox.questions(big.posting_id)] == [each["text"] for each in questions]


def test_a_rejected_create_points_into_the_request(sandbox: Postings) -> None:
    steps = [{"type": "web_interview", "config": {"video": "maybe"}, "questions": [{"modality": "voice", "text": 1}]}]
    found = sandbox.create(body(title="x", workflow=steps))
    assert isinstance(found, RejectedAnswer)
    assert found.status == 422
    assert set(found.errors) == {"/title", "/workflow/0/config/video", "/workflow/0/questions/0/text"}


def test_the_workspace_of_the_sandbox(sandbox: Postings) -> None:
    assert sandbox.workspace() == WorkspaceRef("ws_sandbox", "Sandbox")


def test_a_wrong_key(sandbox_url: str, connect: Callable[..., Client]) -> None:
    stranger = Postings(connect(sandbox_url, key="another"))
    with pytest.raises(UnreachableError, match="refuses the key"):
        stranger.list_all()
    assert isinstance(stranger.create(body()), RefusedAnswer)
