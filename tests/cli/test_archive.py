"""``archive NAME [--drain]`` writes one key into the manifest and applies that."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import POSTING, Repo, Served

GO = ("archive", "support", "--auto-approve")


@pytest.fixture
def live(repo: Repo, served: Served) -> Repo:
    """A repo whose one posting is applied, and has candidates."""
    assert repo.cli("apply", "--auto-approve").code == 0
    served.edit(repo.posting()["posting_id"], total_candidates=7, completed_interviews=2)
    served.forget_requests()
    return repo


def test_it_writes_the_key_and_archives(live: Repo, served: Served) -> None:
    done = live.cli(*GO)
    assert done.code == 0, done.text
    assert live.read() == POSTING.replace("NAME", "support") + "ops:\n  lifecycle: closed\n"
    assert [posting["archived"] for posting in served.postings()] == [True]
    assert "postings/support.yaml will be edited in place." in done.out
    assert "postings/support.yaml says ops.lifecycle: closed now. Review and commit it." in done.err
    assert "No changes." in live.cli("apply", "--auto-approve").out
    again = live.cli(*GO)
    assert (again.code, "No changes." in again.out, "Review and commit" in again.err) == (0, True, False)
    assert len(served.requests("POST")) == 1


@pytest.mark.parametrize(
    ("ops", "after"),
    [
        ("ops: {protect: false}  # why\n", "ops: {lifecycle: closed, protect: false}  # why\n"),
        ("ops:\n  # why\n  protect: false  # so\n", "ops:\n  lifecycle: closed\n  # why\n  protect: false  # so\n"),
        ("ops:\n  lifecycle: open  # for now\n", "ops:\n  lifecycle: closed  # for now\n"),
    ],
)
def test_the_edit_is_small(live: Repo, ops: str, after: str) -> None:
    path = live.root / "postings/support.yaml"
    before = live.read()
    path.write_text(before + ops, encoding="utf-8")
    assert live.cli(*GO).code == 0
    assert live.read() == before + after


def test_it_drains_while_somebody_is_left(live: Repo, served: Served) -> None:
    done = live.cli(*GO, "--drain")
    said = " ".join(done.text.split())
    assert (done.code, "lifecycle: draining" in live.read()) == (0, True), done.text
    assert "until then its link takes new people, since HeyMilo has no pause" in said
    assert served.requests("POST") == []
    assert "at the latest on" in " ".join(live.cli("plan").out.split())
    served.edit(live.posting()["posting_id"], completed_interviews=7)
    assert live.cli("apply", "--auto-approve").code == 0
    assert [posting["archived"] for posting in served.postings()] == [True]


def test_nobody_there_it_is_archived_at_once(live: Repo, served: Served) -> None:
    served.edit(live.posting()["posting_id"], total_candidates=0, completed_interviews=0)
    assert live.cli(*GO, "--drain").code == 0
    assert [posting["archived"] for posting in served.postings()] == [True]


def test_other_postings_are_left_alone_whatever_their_files_say(live: Repo, served: Served) -> None:
    live.write("cook")
    (live.root / "postings/broken.yaml").write_text("name: [", encoding="utf-8")
    done = live.cli(*GO)
    assert done.code == 0, done.text
    assert [posting["name"] for posting in served.postings()] == ["support"]


def test_a_guard_that_stops_it_leaves_the_file(live: Repo, served: Served) -> None:
    path = live.root / "postings/support.yaml"
    path.write_text(live.read() + "ops: {protect: true}\n", encoding="utf-8")
    assert live.cli("apply", "--auto-approve").code == 0
    before = live.read()
    stopped = live.cli(*GO)
    assert (stopped.code, "PL101" in stopped.out, live.read() == before) == (1, True, True)
    assert served.requests("POST") == []


def test_without_a_yes_the_file_stays(live: Repo) -> None:
    before = live.read()
    assert live.cli("archive", "support").code == 1
    assert live.read() == before


def test_the_file_is_written_before_anything_is_sent(live: Repo, served: Served) -> None:
    """Whatever fails, the next apply goes on with the archive and creates nothing."""
    served.fault("error_5xx_before", path="/api/v2/postings/*/archive")
    assert live.cli(*GO).code == 3
    assert "lifecycle: closed" in live.read()
    served.heal()
    assert live.cli("apply", "--auto-approve").code == 0
    assert [posting["archived"] for posting in served.postings()] == [True]


def test_a_file_that_is_changed_meanwhile_is_not_written(live: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.cli.progress import Terminal

    def approve(*_: object) -> bool:
        live.edit("Support Agent", "Support Adviser")
        return False

    monkeypatch.setattr(Terminal, "approve", approve)
    stopped = live.cli(*GO)
    assert (stopped.code, "was changed meanwhile" in stopped.err) == (4, True)
    assert "lifecycle" not in live.read()


def test_work_that_is_nowhere_else_is_not_written_over(live: Repo, served: Served) -> None:
    live.edit("title: Support Agent", "title: Support Adviser")
    stopped = live.cli(*GO)
    assert (stopped.code, "neither applied nor committed" in stopped.err) == (1, True)
    git = ["git", "-C", str(live.root), "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "postings"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    assert live.cli(*GO).code == 0
    assert "lifecycle: closed" in live.read() and served.postings(archived=False) == []


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("suport", 64, "Near: support"),
        ("cook", 1, "was never applied"),
        ("gone", 1, "There is no manifest of gone"),
        ("broken", 1, "has errors"),
    ],
)
def test_what_can_not_be_archived(live: Repo, name: str, code: int, words: str) -> None:
    live.write("cook")
    live.write("gone")
    assert live.cli("apply", "--auto-approve", "--target", "gone").code == 0
    Path(live.root / "postings/gone.yaml").unlink()
    live.write("broken", **{"max_follow_ups: 1": "max_follow_ups: many"})
    stopped = live.cli("archive", name, "--auto-approve")
    assert (stopped.code, words in " ".join(stopped.err.split())) == (code, True), stopped.text


def test_what_no_edit_can_say_is_left_to_a_person(live: Repo) -> None:
    path = live.root / "postings/support.yaml"
    folder = live.root / "postings/_shared/defaults"
    folder.mkdir(parents=True)
    (folder / "team.yaml").write_text("ops: {protect: false}\n", encoding="utf-8")
    path.write_text(live.read() + "extends: team\n", encoding="utf-8")
    assert live.cli(*GO).code == 0
    assert live.read().endswith("extends: team\nops:\n  lifecycle: closed\n")


def test_the_help_says_that_there_is_no_pause(repo: Repo) -> None:
    assert "There is no pause" in repo.cli("archive", "--help").out
