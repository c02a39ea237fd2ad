"""``rollback --file-only``: an earlier revision as a change of the manifest, for a pull request."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Repo, Served


@pytest.fixture
def twice(repo: Repo, served: Served) -> Repo:
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("angry with you", "unhappy with you")
    assert repo.cli("apply", "--auto-approve").code == 0
    served.forget_requests()
    return repo


def test_the_file_is_written_and_nothing_is_asked_or_held(
    twice: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEYMILO_API_KEY")
    monkeypatch.setenv("CI", "true")
    before = twice.state()
    ran = twice.cli("-w", "production", "rollback", "support", "--file-only", "--to", "1")
    assert ran.code == 0 and "postings/support.yaml has the design of revision 1" in ran.err, ran.text
    assert "angry with you" in twice.read() and "unhappy" not in twice.read()
    assert "This comment has to survive." in twice.read()
    assert (served.requests(), twice.state()) == ([], before)


def test_what_is_planned_of_it_is_the_earlier_design(twice: Repo) -> None:
    assert twice.cli("rollback", "support", "--file-only").code == 0
    planned = twice.cli("plan", "--json").json
    assert [(it["address"], it["action"]) for it in planned["changes"]] == [("support", "replace")]
    assert planned["changes"][0]["after_digest"] == twice.posting()["revisions"][0]["digest"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--to", "9"), 1, "has no revision 9"),
        (("--to", "2"), 1, "nothing to roll back"),
        (("--no-write",), 64, "leave nothing to do"),
    ],
)
def test_what_can_not_be_written_is_not(twice: Repo, args: tuple[str, ...], code: int, words: str) -> None:
    before = twice.read()
    ran = twice.cli("rollback", "support", "--file-only", *args)
    assert ran.code == code and words in ran.err
    assert twice.read() == before


def test_work_that_is_kept_nowhere_else_is_not_written_over(twice: Repo) -> None:
    twice.edit("unhappy with you", "cross with you")
    ran = twice.cli("rollback", "support", "--file-only")
    assert ran.code == 1 and "neither applied nor committed" in " ".join(ran.err.split())
    assert "cross with you" in twice.read()


def test_drift_in_a_public_repository_names_postings_and_shows_no_values(twice: Repo, served: Served) -> None:
    posting_id = twice.posting()["posting_id"]
    served.edit(posting_id, title="Changed by hand")
    shown = twice.cli("drift", "show", "--format", "markdown").out
    assert "Changed by hand" in shown
    with (twice.root / "heymilo.yaml").open("a", encoding="utf-8") as file:
        file.write("public_repo: accepted\n")
    public = twice.cli("drift", "show", "--format", "markdown").out
    assert "support" in public and "Changed by hand" not in public
