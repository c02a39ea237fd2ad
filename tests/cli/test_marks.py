"""With write access to the state, nothing of anybody else's is changed or archived; what lost its marks needs leave."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Repo, Served

STATE = ".heymilo/state/production/state.json"


def forge(repo: Repo, posting_id: str, name: str = "support") -> None:
    """Whoever may write to the state says that another posting is the newest revision; nothing else shows it."""
    state = repo.state()
    entry = state["postings"][name]
    last = entry["revisions"][-1]
    for revision in entry["revisions"]:
        revision["archived_at"] = last["applied_at"]
    made = {**last, "number": last["number"] + 1, "posting_id": posting_id, "archived_at": None}
    entry["revisions"].append(made)
    entry |= {"posting_id": posting_id, "revision": made["number"], "updated_at": None}
    (repo.root / STATE).write_text(json.dumps(state), encoding="utf-8")


def theirs(repo: Repo, served: Served) -> str:
    """A posting that another project made in the same workspace of HeyMilo."""
    config = repo.root / "heymilo.yaml"
    ours, state = config.read_text(encoding="utf-8"), repo.root / STATE
    config.write_text(ours.replace("acme-talent", "globex"), encoding="utf-8")
    kept = state.rename(state.with_suffix(".kept")) if state.exists() else None
    before = {each["id"] for each in served.postings()}
    assert repo.cli("apply", "--auto-approve", "--recreate", "support").code == 0
    config.write_text(ours, encoding="utf-8")
    if kept is not None:
        kept.replace(state)
    (made,) = {each["id"] for each in served.postings()} - before
    return str(made)


def unmark(served: Served, posting_id: str) -> None:
    served.patch(f"/api/v2/postings/{posting_id}", {"metadata": {"team": "a"}})


WAYS = {
    "archive": ("apply", "--auto-approve"),
    "update": ("apply", "--auto-approve"),
    "replace": ("apply", "--auto-approve"),
    "rollback": ("rollback", "support", "--auto-approve"),
}


def ready(repo: Repo, way: str) -> None:
    """Two postings, and an edit that writes to the posting of support."""
    repo.write("other")
    assert repo.cli("apply", "--auto-approve", "--recreate", "support").code == 0
    if way == "rollback":
        repo.edit("an example, and checks", "two examples, and checks")
        assert repo.cli("apply", "--auto-approve").code == 0
    elif way == "update":
        repo.edit("2035-01-31", "2035-02-28")
    elif way == "replace":
        repo.edit("an example, and checks", "two examples, and checks")
    else:
        (repo.root / "postings/support.yaml").unlink()


@pytest.mark.parametrize("way", WAYS)
def test_a_posting_of_another_project_is_never_written_to(repo: Repo, served: Served, way: str) -> None:
    foreign = theirs(repo, served)
    (repo.root / STATE).unlink()
    ready(repo, way)
    forge(repo, foreign)
    before = served.postings()
    served.forget_requests()
    stopped = repo.cli(*WAYS[way])
    assert stopped.code == 1, stopped.text
    words = " ".join(stopped.text.split())
    assert f"PL507 foreign-posting: posting {foreign} carries the marks of globex/production" in words
    assert "and this is acme-talent/production" in words
    assert "state forget support" in words
    assert {each["method"] for each in served.requests()} == {"GET"}
    assert served.postings() == before
    assert repo.cli(*WAYS[way], "--allow-unmarked", "support").code == 1, "no option lets it pass"
    assert served.postings() == before


@pytest.mark.parametrize("way", WAYS)
def test_a_posting_without_marks_is_written_to_on_a_word_only(repo: Repo, served: Served, way: str) -> None:
    ready(repo, way)
    posting_id = repo.posting()["posting_id"]
    unmark(served, posting_id)
    before = served.postings()
    stopped = repo.cli(*WAYS[way])
    assert stopped.code == 1, stopped.text
    words = " ".join(stopped.text.split())
    assert f"PL506 unmarked-posting: posting {posting_id} carries no marks of heymilo-ops" in words
    assert served.postings() == before
    assert repo.cli(*WAYS[way], "--allow-unmarked", "other").code == 1
    done = repo.cli(*WAYS[way], "--allow-unmarked", "support")
    assert done.code == 0, done.text
    live = next(each for each in served.postings() if each["id"] == posting_id)
    if way == "update":
        assert live["metadata"]["heymilo-ops"] == "acme-talent/production/support@2"
        assert live["metadata"]["team"] == "a"
    else:
        assert live["archived"]


def test_a_saved_plan_takes_the_word_from_the_command_line_of_its_apply(repo: Repo, served: Served) -> None:
    ready(repo, "update")
    unmark(served, repo.posting()["posting_id"])
    path = str(repo.root / "plan.json")
    assert repo.cli("plan", "--out", path).code == 1
    made = repo.cli("plan", "--out", path, "--allow-unmarked", "support")
    assert made.code == 0, made.text
    options = json.loads((repo.root / "plan.json").read_text(encoding="utf-8"))["options"]
    assert not any("unmarked" in key for key in options)
    assert repo.cli("apply", path).code == 1
    done = repo.cli("apply", path, "--allow-unmarked", "support")
    assert done.code == 0, done.text


def test_what_stays_as_it_is_needs_no_marks(repo: Repo, served: Served) -> None:
    ready(repo, "update")
    unmark(served, repo.posting("other")["posting_id"])
    done = repo.cli("apply", "--auto-approve")
    assert done.code == 0, done.text
