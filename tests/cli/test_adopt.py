"""Taking over postings that people made at HeyMilo, by ``ops.adopt`` in their manifests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import yaml

from heymilo_ops.model.canonical import request_of
from heymilo_ops.model.live import Mark
from tests.cli.conftest import Repo, Served


def by_hand(
    repo: Repo, served: Served, name: str = "support", live_name: str | None = "Support Desk", **more: Any
) -> str:
    """A posting as the manifest has it, made at HeyMilo, and ``ops.adopt`` in the manifest; its id."""
    request = {**request_of(yaml.safe_load(repo.read(name))), "name": live_name, **more}
    posting_id = served.make({key: value for key, value in request.items() if value is not None})
    path = repo.root / "postings" / f"{name}.yaml"
    path.write_text(f"{repo.read(name)}ops:\n  adopt: '{posting_id}'\n", encoding="utf-8")
    served.forget_requests()
    return posting_id


def test_a_posting_is_taken_over_by_one_patch_of_its_metadata(repo: Repo, served: Served) -> None:
    posting_id = by_hand(repo, served, metadata={"team": "north"})
    planned = repo.cli("plan")
    assert planned.code == 0, planned.text
    assert "# support will be taken over" in planned.out
    assert f"posting {posting_id} is taken over: same id, same link, nothing changes for candidates" in planned.out
    assert "HeyMilo calls it 'Support Desk', and goes on to; a later" in planned.out
    assert "1 to adopt" in planned.out
    applied = repo.cli("apply", "--auto-approve")
    assert applied.code == 0, applied.text
    (patch,) = [each for each in served.requests() if each["method"] != "GET"]
    assert (patch["method"], patch["path"]) == ("PATCH", f"/api/v2/postings/{posting_id}")
    (live,) = served.postings()
    assert live["metadata"]["team"] == "north"
    assert live["metadata"]["heymilo-ops"] == "acme-talent/production/support@1"
    assert live["name"] == "Support Desk"
    entry = repo.posting()
    assert (entry["posting_id"], entry["revision"], entry["live_name"]) == (posting_id, 1, "Support Desk")
    assert entry["revisions"][0]["action"] == "adopt"
    assert entry["candidate_url"] == live["urls"]["candidate_url"]
    assert repo.cli("plan", "--detailed-exitcode").code == 0
    assert "No changes." in repo.cli("plan", "--refresh", "full").out
    repo.edit("  adopt: ", "  # was: ")
    repo.edit("ops:\n", "ops: {}\n")
    assert "No changes." in repo.cli("plan").out


def test_one_that_is_not_as_its_manifest_says_is_held_and_shown(repo: Repo, served: Served) -> None:
    posting_id = by_hand(repo, served)
    served.edit(posting_id, title="Support Hero")
    held = repo.cli("apply", "--auto-approve")
    assert held.code == 0, held.text
    assert "# support is held" in held.out
    assert '"Support Hero"' in held.out and '"Support Agent"' in held.out, held.out
    assert f"`heymilo-ops -w production import {posting_id}`" in " ".join(held.out.split())
    assert {each["method"] for each in served.requests()} == {"GET"}


def test_a_manifest_that_names_a_posting_makes_none(repo: Repo, served: Served) -> None:
    by_hand(repo, served)
    repo.edit("  adopt: '", "  adopt: 'F")
    held = repo.cli("apply", "--auto-approve")
    assert (held.code, "has none of that id" in " ".join(held.out.split())) == (0, True), held.text
    assert {each["method"] for each in served.requests()} == {"GET"}


def test_marks_of_another_project_are_refused_with_their_name(repo: Repo, served: Served) -> None:
    marks = Mark("rivals", "production", "support", 3, "a" * 32, 1, "sha256:" + "0" * 64).metadata()
    by_hand(repo, served, metadata=marks)
    held = repo.cli("apply", "--auto-approve")
    assert (held.code, "carries the marks of rivals/production/support@3" in " ".join(held.out.split())) == (0, True)
    assert {each["method"] for each in served.requests()} == {"GET"}


def test_what_a_rule_finds_hinders_no_takeover_and_counts_once_the_manifest_changes(repo: Repo, served: Served) -> None:
    repo.write("support", **{"        score_of_5: Says so openly, names where they would look, and calls back.\n": ""})
    by_hand(repo, served)
    linted = repo.cli("lint")
    assert linted.code == 1, linted.text
    taken = repo.cli("apply", "--auto-approve")
    assert taken.code == 0, taken.text
    assert "RB101" in taken.err and "1 finding in what is taken over. That stops no takeover" in taken.err
    later = repo.cli("plan", "--detailed-exitcode")
    assert (later.code, "1 error in postings that were taken over. That stops nothing" in later.err) == (0, True)
    repo.edit("title: Support Agent", "title: Support Hero")
    assert repo.cli("plan").code == 1


def test_more_metadata_than_the_marks_leave_room_for_is_an_error_that_names_it(repo: Repo, served: Served) -> None:
    by_hand(repo, served, metadata={f"key-{number}": "x" for number in range(48)})
    stopped = repo.cli("apply", "--auto-approve")
    assert stopped.code == 1, stopped.text
    assert "PL110" in stopped.text and "key-0" in stopped.text and "key-47" in stopped.text
    assert {each["method"] for each in served.requests()} == {"GET"}


def git(root: Path, *args: str) -> str:
    names = {f"GIT_{role}_{what}": "ada@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-C", str(root), *args],
        check=True, capture_output=True, text=True, env={**os.environ, **names},
    ).stdout.strip()  # fmt: skip


def test_what_was_taken_over_on_a_branch_is_not_archived_from_another(repo: Repo, served: Served) -> None:
    text = repo.read()
    (repo.root / "postings/support.yaml").unlink()
    repo.write("other")
    git(repo.root, "init", "-q")
    git(repo.root, "add", "heymilo.yaml", "postings")
    git(repo.root, "commit", "-qm", "nothing yet")
    git(repo.root, "checkout", "-qb", "import")
    (repo.root / "postings/support.yaml").write_text(text, encoding="utf-8")
    by_hand(repo, served)
    git(repo.root, "add", "postings")
    git(repo.root, "commit", "-qm", "taken over")
    assert repo.cli("apply", "--auto-approve").code == 0
    assert repo.cli("apply", "--auto-approve").code == 0
    git(repo.root, "checkout", "-q", "main")
    held = repo.cli("apply", "--auto-approve")
    assert (held.code, "# support is held" in held.out) == (0, True), held.text
    assert "no apply has found that manifest in a commit" in " ".join(held.out.split())
    assert [each["archived"] for each in served.postings()] == [False, False]
    # As one commit on main, an apply has to find it there first; then its removal is one.
    git(repo.root, "merge", "-q", "--squash", "import")
    git(repo.root, "commit", "-qm", "all that was taken over")
    assert repo.cli("apply", "--auto-approve").code == 0
    assert repo.posting()["committed"] == git(repo.root, "rev-parse", "HEAD")
    serial = repo.state()["serial"]
    assert repo.cli("apply", "--auto-approve").code == 0
    assert repo.state()["serial"] == serial
    git(repo.root, "rm", "-q", "postings/support.yaml")
    git(repo.root, "commit", "-qm", "closed")
    removed = repo.cli("apply", "--auto-approve")
    assert removed.code == 0, removed.text
    assert repo.posting()["status"] == "archived"


def test_a_state_that_was_lost_is_rebuilt_with_what_heymilo_calls_its_postings(repo: Repo, served: Served) -> None:
    posting_id = by_hand(repo, served)
    assert repo.cli("apply", "--auto-approve").code == 0
    before = repo.posting()
    (repo.root / ".heymilo/state/production/state.json").unlink()
    rebuilt = repo.cli("state", "rebuild", "--auto-approve")
    assert rebuilt.code == 0, rebuilt.text
    after = repo.posting()
    assert (after["posting_id"], after["live_name"]) == (posting_id, before["live_name"])
    assert "No changes." in repo.cli("plan").out


def test_what_was_taken_over_is_shown_rolled_back_to_and_forgotten(repo: Repo, served: Served) -> None:
    posting_id = by_hand(repo, served)
    assert repo.cli("apply", "--auto-approve").code == 0
    history = repo.cli("history", "support")
    assert (history.code, "adopt" in history.out) == (0, True), history.text
    assert repo.cli("state", "show", "support").code == 0
    assert "support" in repo.cli("state", "list").out
    repo.edit("Support Agent", "Support Hero")
    assert repo.cli("apply", "--auto-approve", "--allow-large-change").code == 0
    replaced = repo.posting()
    assert (replaced["live_name"], replaced["revision"]) == (None, 2)
    (new,) = served.postings(archived=False)
    assert (new["name"], new["id"] != posting_id) == ("support", True)
    back = repo.cli("rollback", "support", "--auto-approve")
    assert back.code == 0, back.text
    (again,) = served.postings(archived=False)
    assert (again["title"], again["name"]) == ("Support Agent", "support")
    assert repo.cli("state", "forget", "support", "--auto-approve").code == 0


def test_one_that_is_promoted_is_made_anew_in_the_other_workspace(repo: Repo, served: Served) -> None:
    by_hand(repo, served)
    assert repo.cli("apply", "--auto-approve").code == 0
    promoted = repo.cli("promote", "support", "--from", "production", "--to", "sandbox", "--auto-approve")
    assert promoted.code == 0, promoted.text
    assert "No changes." in repo.cli("-w", "sandbox", "plan").out
