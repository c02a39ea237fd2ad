"""An upgrade to a release with a new canonical form: what the old one left behind is known, and nothing is planned."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Repo, Served
from tests.cli.test_state_rebuild import commit, folder, git
from tests.old_release import old_release

GO = ("apply", "--auto-approve")
TITLE, COMPOSED, DECOMPOSED = "title: Support Agent", "title: R\u00e9ceptionniste", "title: Re\u0301ceptionniste"
PROSE = "job_overview: You answer about thirty customers a day."
BLANKS, NO_BLANKS = (f"job_overview: |-\n  You answer{end}\n  thirty customers a day.{end}" for end in (" \t", ""))


@pytest.fixture(autouse=True)
def _no_git_above(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def old(repo: Repo) -> Iterator[Repo]:
    """A repo whose manifest has another digest in each canonical form."""
    repo.edit(TITLE, DECOMPOSED)
    repo.edit(PROSE, BLANKS)
    return repo


def spell_anew(repo: Repo) -> None:
    repo.edit(DECOMPOSED, COMPOSED)
    repo.edit(BLANKS, NO_BLANKS)


def plans_nothing(repo: Repo) -> None:
    for more in (("--refresh", "none"), ("--refresh", "full")):
        ran = repo.cli("plan", "--detailed-exitcode", *more)
        assert ran.code == 0, ran.text
        assert "No changes. Compared:" in ran.out
        assert "changed outside" not in ran.out


def settled(repo: Repo, served: Served, canon: int) -> None:
    """One posting, on record under the canon that its marks are of, and nothing left to do."""
    (live,) = served.postings()
    (revision,) = repo.posting()["revisions"]
    assert (revision["posting_id"], revision["canon"]) == (live["id"], canon)
    assert live["metadata"]["heymilo-ops-digest"] == revision["digest"]
    plans_nothing(repo)
    spell_anew(repo)
    plans_nothing(repo)


def test_an_upgrade_and_another_spelling_plan_nothing(old: Repo, served: Served) -> None:
    with old_release():
        assert old.cli(*GO).code == 0
        spell_anew(old)
        assert old.cli("plan", "--detailed-exitcode").code == 2, "the old release replaced it"
        old.edit(COMPOSED, DECOMPOSED)
        old.edit(NO_BLANKS, BLANKS)
    settled(old, served, 1)
    old.edit("thirty", "forty")
    assert old.cli(*GO).code == 0
    assert [each["canon"] for each in old.posting()["revisions"]] == [1, 2]
    back = old.cli("rollback", "support", "--auto-approve")
    assert back.code == 0, back.text
    assert old.cli("plan", "--detailed-exitcode").code == 0


def test_without_its_snapshot_the_recorded_digest_is_still_matched(old: Repo, served: Served) -> None:
    with old_release():
        assert old.cli(*GO).code == 0
    shutil.rmtree(folder(old) / "snapshots")
    plans_nothing(old)


@pytest.mark.parametrize("made", [True, False])
def test_an_operation_left_open_is_settled_after_the_upgrade(old: Repo, served: Served, made: bool) -> None:
    served.fault("lose_answer_after_commit" if made else "drop_before", times=1)
    served.fault("unauthorized", method="GET", skip=1)
    with old_release():
        assert old.cli(*GO).code == 3
    served.heal()
    ran = old.cli(*GO)
    assert ran.code == 0, ran.text
    settled(old, served, 1)
    ((_, attempt),) = [each["metadata"]["heymilo-ops-op"].split("/") for each in served.postings()]
    assert attempt == ("1" if made else "2"), "the same operation goes on"


@pytest.mark.parametrize("where", ["manifest", "history"])
@pytest.mark.parametrize("crashed", [True, False])
def test_a_state_lost_under_the_old_release_is_rebuilt(old: Repo, served: Served, where: str, crashed: bool) -> None:
    commit(old, "the posting")
    if crashed:
        served.fault("lose_answer_after_commit", times=1)
        served.fault("unauthorized", method="GET", skip=1)
    with old_release():
        assert old.cli(*GO).code == (3 if crashed else 0)
    served.heal()
    shutil.rmtree(folder(old))
    if where == "history":
        spell_anew(old)
        commit(old, "another spelling")
    rebuilt = old.cli("state", "rebuild", "--auto-approve")
    assert rebuilt.code == 0, rebuilt.text
    assert "content unknown" not in rebuilt.out
    assert ("git commit" in rebuilt.out) is (where == "history")
    plans_nothing(old)
    if where == "history":
        git(old, "checkout", "-q", "HEAD~1", "--", "postings")
    settled(old, served, 1)


def test_one_lost_posting_is_bound_by_its_mark(old: Repo, served: Served) -> None:
    with old_release():
        assert old.cli(*GO).code == 0
    (live,) = served.postings()
    shutil.rmtree(folder(old))
    bound = old.cli("state", "resolve", "support", "--adopt", live["id"])
    assert bound.code == 0, bound.text
    settled(old, served, 1)


@pytest.mark.parametrize("kept", [True, False])
def test_a_hold_outlives_the_upgrade(old: Repo, served: Served, kept: bool) -> None:
    with old_release():
        assert old.cli(*GO).code == 0
        old.edit("angry with you", "cross with you")
        assert old.cli(*GO).code == 0
        bad, digest = old.read(), old.posting()["digest"]
        assert old.cli("rollback", "support", "--auto-approve").code == 0
        old.write().write_text(bad, encoding="utf-8")
        assert old.cli("plan", "--detailed-exitcode").code == 0
    if kept:
        spell_anew(old)
    else:
        (folder(old) / "snapshots" / f"{digest.replace(':', '-')}.json").unlink()
    ran = old.cli("plan", "--detailed-exitcode")
    assert ran.code == 0, ran.text
    assert "this design is held since" in " ".join(ran.out.split())
