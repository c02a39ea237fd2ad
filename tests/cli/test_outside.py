"""What HeyMilo shows otherwise than it was applied is said, with every command that looks."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Repo, Served

GO = ("apply", "--auto-approve")
ELSEWHERE = "https://elsewhere.example/thanks"


def test_a_setting_that_differs_is_told_although_updated_at_stands_still(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    (live,) = served.postings()
    served.edit(live["id"], moves=False, redirect_url=ELSEWHERE)
    assert served.postings()[0]["updated_at"] == live["updated_at"]
    for command in (("plan", "--detailed-exitcode"), ("plan", "--format", "markdown"), GO):
        ran = repo.cli(*command)
        assert (ran.code, "changed outside since the last apply" in " ".join(ran.out.split())) == (0, True), ran.text
        assert "redirect" in ran.out
        assert "1 posting at HeyMilo differs from what was applied" in ran.out
    assert repo.cli("plan", "--json").json["differing"] == ["support"]


@pytest.mark.parametrize("status", ["closed", "paused"])
def test_a_status_that_is_not_known_is_reported_as_such(repo: Repo, served: Served, status: str) -> None:
    assert repo.cli(*GO).code == 0
    (live,) = served.postings()
    served.edit(live["id"], status=status)
    said = " ".join(repo.cli("plan").out.split())
    assert f"has the status '{status}', which this release doesn't know" in said
