"""A rollback says how many people met the design that it goes back from."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Repo, Served

GO = ("rollback", "support", "--auto-approve", "--no-write")


@pytest.fixture
def replaced(repo: Repo, served: Served) -> Repo:
    """Two designs, the second is live."""
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("title: Support Agent", "title: Support Adviser")
    assert repo.cli("apply", "--auto-approve").code == 0
    return repo


@pytest.mark.parametrize(
    ("registered", "words"),
    [
        (17, "17 people registered since revision 1 was replaced, and met another design"),
        (3, "Fewer than 5 people registered since revision 1 was replaced"),
        (0, "Nobody registered since revision 1 was replaced"),
    ],
)
def test_it_says_how_many(replaced: Repo, served: Served, registered: int, words: str) -> None:
    served.edit(replaced.posting()["posting_id"], total_candidates=registered, completed_interviews=0)
    done = replaced.cli(*GO)
    assert (done.code, words in " ".join(done.out.split())) == (0, True), done.text


def test_unknown_is_not_nobody(replaced: Repo, served: Served) -> None:
    served.fault("error_5xx_before", method="GET", path="/api/v2/postings/*/stats", times=None)
    done = replaced.cli(*GO)
    assert "and met another design, is not known" in " ".join(done.out.split()), done.text
    assert "Nobody" not in done.out


def test_counts_may_be_kept_out(replaced: Repo) -> None:
    path = replaced.root / "heymilo.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "people: off\n", encoding="utf-8")
    done = replaced.cli(*GO)
    assert (done.code, "registered since" in done.out) == (0, False), done.text


def test_it_says_until_when_the_old_posting_drains(replaced: Repo) -> None:
    path = replaced.root / "postings/support.yaml"
    path.write_text(replaced.read() + "ops: {on_replace: drain}\n", encoding="utf-8")
    assert replaced.cli("apply", "--auto-approve").code == 0
    old = replaced.posting()["posting_id"]
    done = replaced.cli(*GO)
    assert (done.code, f"drains: {old}, until " in " ".join(done.out.split())) == (0, True), done.text
    assert f"{old} is archived now" in " ".join(replaced.cli("plan").out.split())  # nobody is in it
