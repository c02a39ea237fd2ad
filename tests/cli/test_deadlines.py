"""A deadline is printed one way by every command: the author's own clock first, then UTC. JSON keeps its times."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Repo, Served

OWN, WORDS = "2035-01-31T18:00:00+01:00", "31 Jan 2035 18:00 +01:00 (17:00 UTC)"
LATER, LATER_WORDS = "2035-02-28T00:30:00+02:00", "28 Feb 2035 00:30 +02:00 (27 Feb 2035 22:30 UTC)"


def test_a_deadline_is_on_the_authors_clock_everywhere(repo: Repo, served: Served, tmp_path: Path) -> None:
    repo.edit("2035-01-31T18:00:00Z", OWN)
    assert f"+ deadline: {WORDS}\n" in repo.cli("plan").out
    assert WORDS in repo.cli("list").out
    assert f"Closing time: {WORDS}\n" in repo.cli("show", "support").out
    assert repo.cli("list", "--json").json["postings"][0]["deadline"] == "2035-01-31T17:00:00Z"
    repo.cli("apply", "--auto-approve")
    assert WORDS in repo.cli("list").out
    assert f"Closing time: {WORDS}\n" in repo.cli("show", "support").out
    assert repo.cli("show", "support", "--json").json["design"]["deadline"] == "2035-01-31T17:00:00Z"

    repo.edit(OWN, LATER)
    saved = str(tmp_path / "plan.json")
    before = "31 Jan 2035 19:00 +02:00 (17:00 UTC)"  # what was applied, on the clock that the manifest has today
    for shown in (repo.cli("plan", "--out", saved).out, repo.cli("show", saved).out):
        words, _, review = shown.partition("Review:")
        assert "2035" not in review or f"{before} → {LATER_WORDS}" in " ".join(review.split())
        assert [line.strip() for line in words.splitlines() if "2035" in line] in (
            [f"~ deadline: {before} → {LATER_WORDS}"],
            [f"| {before}", f"| → {LATER_WORDS}"],
        )
    field = json.loads(Path(saved).read_text(encoding="utf-8"))["changes"][0]["fields"][0]
    assert (field["before"], field["after"]) == ("2035-01-31T17:00:00Z", "2035-02-27T22:30:00Z")
    said = repo.cli("diff", "support").out
    assert WORDS in said and LATER_WORDS in said
    assert repo.cli("diff", "support", "--json").json["fields"][0]["after"] == "2035-02-27T22:30:00Z"


def test_a_deadline_that_has_passed_is_said_the_same_way(repo: Repo) -> None:
    repo.edit("2035-01-31T18:00:00Z", "2020-01-31T18:00:00+01:00")
    assert "the deadline 31 Jan 2020 18:00 +01:00 (17:00 UTC) is in the past" in repo.cli("lint").text
