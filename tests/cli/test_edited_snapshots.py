"""Snapshots that somebody edited: nothing of them is sent, and whatever shows them says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Repo, Served

BEFORE = "Explain something that you know well, as if I had never heard of it."
AFTER = "Are you pregnant?"
Edit = Callable[[dict[str, Any]], None]


def _asked(form: dict[str, Any]) -> None:
    form["workflow"][0]["questions"][2]["text"] = AFTER


def in_the_manifest(snapshot: dict[str, Any]) -> None:
    _asked(snapshot["resolved"])


def in_the_request(snapshot: dict[str, Any]) -> None:
    _asked(snapshot["request"])


def in_both(snapshot: dict[str, Any]) -> None:
    _asked(snapshot["resolved"])
    _asked(snapshot["request"])


def in_the_keys(snapshot: dict[str, Any]) -> None:
    snapshot["keys"] = {"/workflow/0/questions/2": "angry"}


EDITS = [in_the_manifest, in_the_request, in_both, in_the_keys]


def path_of(repo: Repo, digest: str) -> Path:
    return repo.root / f".heymilo/state/production/snapshots/{digest.replace(':', '-')}.json"


def edited(repo: Repo, number: int, edit: Edit) -> Path:
    """Edit the snapshot of one revision; its path."""
    digest = next(each["digest"] for each in repo.posting()["revisions"] if each["number"] == number)
    path = path_of(repo, digest)
    snapshot = json.loads(path.read_text(encoding="utf-8"))
    edit(snapshot)
    path.write_text(json.dumps(snapshot), encoding="utf-8")
    return path


@pytest.fixture
def twice(repo: Repo, served: Served) -> Repo:
    """A repo whose posting was applied with two designs."""
    repo.cli("apply", "--auto-approve")
    repo.edit("title: Support Agent", "title: Support Adviser")
    assert repo.cli("apply", "--auto-approve").code == 0
    served.forget_requests()
    return repo


@pytest.mark.parametrize("edit", EDITS)
def test_a_rollback_to_an_edited_snapshot_sends_nothing(twice: Repo, served: Served, edit: Edit) -> None:
    path = edited(twice, 1, edit)
    stopped = twice.cli("rollback", "support", "--to", "1", "--auto-approve")
    assert stopped.code == 1
    assert f"{path.parent.name}/{path.name} was edited" in stopped.err and "git history or a backup" in stopped.err
    assert not [each for each in served.requests() if each["method"] != "GET"]
    assert AFTER not in twice.read() and AFTER not in stopped.text


@pytest.mark.parametrize(
    ("number", "args"),
    [
        (1, ("diff", "support", "1", "2")),
        (1, ("history", "support")),
        (1, ("history", "support", "--json")),
        (2, ("diff", "support")),
        (2, ("history", "support")),
        (2, ("history", "--workspaces", "support")),
        (2, ("list",)),
        (2, ("show", "support")),
    ],
)
def test_whatever_shows_an_edited_snapshot_says_so(
    repo: Repo, served: Served, number: int, args: tuple[str, ...]
) -> None:
    repo.cli("apply", "--auto-approve")
    repo.edit("title: Support Agent", "title: Support Adviser")
    repo.cli("apply", "--auto-approve")
    repo.edit("title: Support Adviser", "title: Support Wizard")
    path = edited(repo, number, in_the_manifest)
    said = repo.cli(*args)
    assert (said.code, f"{path.name} was edited" in said.err) == (1, True), said.text
    assert AFTER not in said.text


def written_anew(repo: Repo, number: int) -> str:
    """Write the snapshot of one revision anew, under a digest of its own that the state names; that digest."""
    from heymilo_ops.model.desired import desire

    digest = next(each["digest"] for each in repo.posting()["revisions"] if each["number"] == number)
    snapshot = json.loads(path_of(repo, digest).read_text(encoding="utf-8"))
    in_both(snapshot)
    made = desire(snapshot["resolved"], snapshot["source"])
    snapshot["digest"] = made.digest
    path_of(repo, made.digest).write_text(json.dumps(snapshot), encoding="utf-8")

    def forge(entry: dict[str, Any]) -> None:
        for each in entry["revisions"]:
            if each["number"] == number:
                each["digest"], each["design_digest"] = made.digest, made.design_digest

    in_the_state(repo, forge)
    return made.digest


def in_the_state(repo: Repo, edit: Edit) -> None:
    """Edit what the state says of the posting."""
    path = repo.root / ".heymilo/state/production/state.json"
    state = json.loads(path.read_text(encoding="utf-8"))
    edit(state["postings"]["support"])
    path.write_text(json.dumps(state), encoding="utf-8")


def as_it_was(entry: dict[str, Any]) -> None:
    pass


def of_another_posting(entry: dict[str, Any]) -> None:
    entry["revisions"][0]["posting_id"] = entry["posting_id"]


def of_no_posting(entry: dict[str, Any]) -> None:
    entry["revisions"][0]["posting_id"] = "GONE"


def under_another_number(entry: dict[str, Any]) -> None:
    entry["revisions"][0]["number"], entry["revisions"][1]["number"], entry["revision"] = 2, 3, 3


FORGED = [
    (as_it_was, "carries the mark of"),
    (of_another_posting, "which has another design by its marks"),
    (of_no_posting, "GONE isn't there"),
    (under_another_number, "carries the mark of"),
]


@pytest.mark.parametrize(("forge", "said"), FORGED)
def test_a_whole_snapshot_written_anew_is_not_what_the_marks_say(
    twice: Repo, served: Served, forge: Edit, said: str
) -> None:
    """Whoever can write the state can write a snapshot under a digest of its own; the posting's marks still tell."""
    written_anew(twice, 1)
    in_the_state(twice, forge)
    stopped = twice.cli("rollback", "support", "--auto-approve")
    assert (stopped.code, said in stopped.err) == (1, True), stopped.text
    assert not [each for each in served.requests() if each["method"] != "GET"]


def test_a_design_is_asked_for_where_settings_were_changed_in_place(repo: Repo, served: Served) -> None:
    """A posting carries the mark of its newest revision, and its older ones have the same design."""
    repo.cli("apply", "--auto-approve")
    repo.edit("2035-01-31", "2035-02-28")
    repo.cli("apply", "--auto-approve")
    repo.edit("title: Support Agent", "title: Support Adviser")
    repo.cli("apply", "--auto-approve")
    assert [each["number"] for each in repo.posting()["revisions"]] == [1, 2, 3]
    back = repo.cli("rollback", "support", "--to", "1", "--auto-approve")
    assert back.code == 0, back.text


def test_a_design_whose_posting_shows_nothing_is_brought_back_on_a_word_only(twice: Repo, served: Served) -> None:
    in_the_state(twice, of_no_posting)
    stopped = twice.cli("rollback", "support", "--auto-approve")
    assert (stopped.code, "--allow-unmarked support" in stopped.err) == (1, True), stopped.text
    assert twice.cli("rollback", "support", "--auto-approve", "--allow-unmarked", "support").code == 0
