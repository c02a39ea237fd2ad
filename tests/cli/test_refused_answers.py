"""What HeyMilo says when it answers no: its words, on every call, and an exit code that is true."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Repo, Served

GO = ("apply", "--auto-approve")
WORDS = "A posting with this name is active already."
PAGE = "<html><head><title>Closed for repairs</title></head><body><h1>409</h1></body></html>"
SHAPES = [
    ({"error": {"code": "name_taken", "message": WORDS}}, f": {WORDS}"),
    ({"detail": WORDS}, f": {WORDS}"),
    (PAGE, ": Closed for repairs"),
    ("", " and gave no reason"),
]
ARCHIVE = "/api/v2/postings/*/archive"


@pytest.mark.parametrize(("body", "said"), SHAPES)
def test_a_409_on_each_create_ends_in_heymilos_words(repo: Repo, served: Served, body: Any, said: str) -> None:
    served.fault("refuse", status=409, body=body)
    ran = repo.cli(*GO)
    assert ran.code == 1, "nothing was written"
    assert f"HeyMilo answered 409 each time{said}" in ran.out
    assert "no answer" not in ran.text
    assert len(served.requests("POST")) == 2
    assert repo.state()["pending"] == []


def test_once_it_is_not_refused_any_more_it_is_made(repo: Repo, served: Served) -> None:
    served.fault("refuse", status=409)
    assert repo.cli(*GO).code == 1
    served.heal()
    assert repo.cli(*GO).code == 0
    assert len(served.postings()) == 1


def test_where_another_was_made_the_exit_is_3(repo: Repo, served: Served) -> None:
    repo.write("other")
    served._http.post(
        "/_control/faults",
        json=[{"action": "refuse", "match": {"method": "POST", "name_contains": "support"}}],
    ).raise_for_status()
    ran = repo.cli(*GO, "--format", "json")
    assert ran.code == 3
    told = {each["address"]: (each["result"], each["message"]) for each in ran.json["outcomes"]}
    assert told == {"other": ("done", ""), "support": ("rejected", f"HeyMilo answered 409 each time: {WORDS}")}


def test_a_server_that_is_broken_is_quoted_and_may_be_tried_again(repo: Repo, served: Served) -> None:
    served.fault("refuse", status=503, body=PAGE)
    ran = repo.cli(*GO)
    assert ran.code == 5
    assert "it was not carried out; HeyMilo answered 503 each time: Closed for repairs" in ran.out
    assert len(served.requests("POST")) == 3


@pytest.mark.parametrize(("body", "said"), SHAPES)
def test_a_change_in_place_that_is_refused(repo: Repo, served: Served, body: Any, said: str) -> None:
    assert repo.cli(*GO).code == 0
    repo.edit("https://careers.tidewater-mutual.coop/thanks", "https://careers.tidewater-mutual.coop/bye")
    served.fault("refuse", method="PATCH", path="*", status=409, body=body)
    ran = repo.cli(*GO)
    assert (ran.code, f"HeyMilo answered 409 each time{said}" in ran.out) == (1, True)
    assert len(served.requests("PATCH")) == 2


@pytest.mark.parametrize(("body", "said"), SHAPES)
def test_a_replaced_posting_whose_archiving_is_refused(repo: Repo, served: Served, body: Any, said: str) -> None:
    assert repo.cli(*GO).code == 0
    repo.edit("Tell me about a time", "Tell me of a time")
    served.fault("refuse", path=ARCHIVE, status=409, body=body)
    ran = repo.cli(*GO)
    assert ran.code == 3, "the new one was made"
    assert "revision 2 is live, but" in ran.out
    assert f"(HeyMilo answered 409 each time{said})" in " ".join(ran.out.split())


def test_an_archive_that_is_refused_wrote_nothing(repo: Repo, served: Served) -> None:
    repo.write("other")
    assert repo.cli(*GO).code == 0
    (repo.root / "postings/other.yaml").unlink()
    served.fault("refuse", path=ARCHIVE, status=409)
    ran = repo.cli(*GO)
    assert (ran.code, f"HeyMilo answered 409 each time: {WORDS}" in ran.out) == (1, True)


@pytest.mark.parametrize(("body", "said"), SHAPES)
@pytest.mark.parametrize("status", [404, 409])
@pytest.mark.parametrize("path", ["/api/v2/postings", "/api/v2/workspaces"])
def test_a_list_that_is_refused(repo: Repo, served: Served, path: str, status: int, body: Any, said: str) -> None:
    served.fault("refuse", method="GET", path=path, status=status, body=body)
    for command in (("plan",), GO):
        ran = repo.cli(*command)
        assert ran.code == 5
        assert f"HeyMilo answered {status}{said}" in ran.err


@pytest.mark.parametrize(("body", "said"), SHAPES)
@pytest.mark.parametrize("what", ["", "/questions"])
def test_a_posting_that_can_not_be_read(repo: Repo, served: Served, what: str, body: Any, said: str) -> None:
    assert repo.cli(*GO).code == 0
    served.fault("refuse", method="GET", path=f"/api/v2/postings/*{what}", status=409, body=body)
    ran = repo.cli("plan", "--refresh", "full")
    assert (ran.code, f"HeyMilo answered 409{said}" in ran.err) == (5, True)


@pytest.mark.parametrize("status", [404, 409])
def test_stats_that_are_refused(repo: Repo, served: Served, status: int) -> None:
    repo.edit("name: support", "name: support\nops: {on_replace: drain}")
    assert repo.cli(*GO).code == 0
    repo.edit("Tell me about a time", "Tell me of a time")
    assert repo.cli(*GO).code == 0
    served.fault("refuse", method="GET", path="*/stats", status=status, body={"detail": WORDS})
    ran = repo.cli("plan")
    assert (ran.code, f"HeyMilo answered {status}: {WORDS}" in ran.out, "PL132" in ran.out) == (0, True, True)
    assert "No changes." in ran.out, "unknown is not nobody: what drains is not archived"
