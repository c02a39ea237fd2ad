"""A posting that an ATS is connected to is replaced or archived only where the command line says so."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Repo, Served

ALLOW = ("--allow-disconnect", "support")


@pytest.fixture
def connected(repo: Repo, served: Served) -> Repo:
    """One applied posting with an ATS, and a change of its design."""
    assert repo.cli("apply", "--auto-approve").code == 0
    served.edit(repo.posting()["posting_id"], ats_metadata={"ats_job_id": "J-1"})
    repo.edit("title: Support Agent", "title: Support Adviser")
    served.forget_requests()
    return repo


def test_a_replace_stops_and_says_what_stays_behind(connected: Repo, served: Served) -> None:
    stopped = connected.cli("apply", "--auto-approve")
    said = " ".join(stopped.text.split())
    assert (stopped.code, "PL141" in said) == (1, True)
    assert "the ATS mapping, webhooks and the ingestion key stay behind" in said
    assert "`--allow-disconnect support`" in said
    assert served.requests("POST") == []


def test_allowed_it_goes_on_and_history_keeps_that(connected: Repo, served: Served) -> None:
    done = connected.cli("apply", "--auto-approve", *ALLOW)
    assert done.code == 0, done.text
    assert "set up again for the new posting" in " ".join(done.text.split())
    assert connected.posting()["revisions"][1]["allowed"] == ["--allow-disconnect support"]
    assert connected.cli("history", "support", "--json").json["postings"]["support"]["revisions"][1]["allowed"]


def test_a_plan_file_allows_nothing(connected: Repo, served: Served) -> None:
    file = str(connected.root / "plan.json")
    saved = connected.cli("plan", "--out", file, *ALLOW)
    assert (saved.code, f"apply {file} --allow-disconnect support" in " ".join(saved.err.split())) == (0, True)
    stopped = connected.cli("apply", file)
    assert (stopped.code, "PL141" in stopped.text) == (1, True)
    assert served.requests("POST") == []
    assert connected.cli("apply", file, *ALLOW).code == 0


def test_closing_a_role_and_rolling_it_back_stop_too(connected: Repo, served: Served) -> None:
    assert connected.cli("apply", "--auto-approve", *ALLOW).code == 0
    served.edit(connected.posting()["posting_id"], ats_metadata={"ats_job_id": "J-1"})
    served.forget_requests()
    stopped = connected.cli("rollback", "support", "--auto-approve", "--no-write")
    assert (stopped.code, "PL141" in stopped.text) == (1, True)
    path = connected.root / "postings/support.yaml"
    path.write_text(connected.read() + "ops: {lifecycle: closed}\n", encoding="utf-8")
    stopped = connected.cli("apply", "--auto-approve")
    assert (stopped.code, "end the connection in the ATS" in " ".join(stopped.text.split())) == (1, True)
    assert served.requests("POST") == []
    assert connected.cli("apply", "--auto-approve", *ALLOW).code == 0
    assert served.postings(archived=False) == []
    assert connected.posting()["revisions"][1]["allowed"] == ["--allow-disconnect support"] * 2
