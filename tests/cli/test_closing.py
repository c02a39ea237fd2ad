"""A role is closed by a line in its manifest, and never made anew while the line stands."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.apply.run_context import Ledger
from heymilo_ops.model import record
from tests.cli.conftest import Repo, Served

CLOSED = "ops: {lifecycle: closed}\n"


def close(repo: Repo, ops: str = CLOSED) -> None:
    path = repo.root / "postings/support.yaml"
    path.write_text(repo.read() + ops, encoding="utf-8")


@pytest.fixture
def live(repo: Repo, served: Served) -> Repo:
    """A repo whose one posting is applied."""
    assert repo.cli("apply", "--auto-approve").code == 0
    served.forget_requests()
    return repo


def test_closed_and_applied_twice_nothing_is_created(live: Repo, served: Served) -> None:
    close(live)
    first = live.cli("apply", "--auto-approve")
    assert first.code == 0, first.text
    assert "0 created, 0 updated, 0 replaced, 1 archived" in first.out
    second = live.cli("apply", "--auto-approve")
    assert (second.code, "No changes." in second.out) == (0, True)
    assert [posting["archived"] for posting in served.postings()] == [True]
    assert [each["path"].rpartition("/")[2] for each in served.requests("POST")] == ["archive"]
    live.edit("title: Support Agent", "title: Support Adviser")
    assert "No changes." in live.cli("apply", "--auto-approve").out
    assert live.cli("history", "support").code == 0 and "closed" in live.read()


@pytest.mark.parametrize("kind", [record.Noted, record.Opened, record.Sending, record.Confirmed])
def test_killed_in_between_nothing_is_created(
    live: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, kind: type[Any]
) -> None:
    """The process dies right after each document of the journal."""
    close(live)
    real = Ledger.record

    def dying(self: Ledger, *records: Any) -> None:
        real(self, *records)
        if isinstance(records[0], kind):
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "record", dying)
        assert live.cli("apply", "--auto-approve").code == 130
    for _ in range(2):
        again = live.cli("apply", "--auto-approve")
        assert again.code == 0, again.text
    assert [posting["archived"] for posting in served.postings()] == [True]
    assert [posting["status"] for posting in live.cli("list", "--json").json["postings"]] == ["archived"]
    assert "No changes." in live.cli("plan").out


def test_opened_again_it_gets_a_new_link_and_the_plan_says_so(live: Repo, served: Served) -> None:
    close(live)
    assert live.cli("apply", "--auto-approve").code == 0
    live.edit(CLOSED, "")
    planned = " ".join(live.cli("plan").out.split())
    assert "a new posting with a new link; the old link stays closed" in planned
    assert live.cli("apply", "--auto-approve").code == 0
    assert len(served.postings(archived=False)) == 1 and len(served.postings()) == 2


def test_a_protected_role_is_closed_in_two_applies(live: Repo, served: Served) -> None:
    close(live, "ops: {protect: true}\n")
    assert live.cli("apply", "--auto-approve").code == 0
    live.edit("{protect: true}", "{lifecycle: closed}")
    stopped = live.cli("apply", "--auto-approve")
    assert (stopped.code, "PL101" in stopped.out) == (1, True)
    live.edit("{lifecycle: closed}", "{protect: false}")
    assert live.cli("apply", "--auto-approve").code == 0
    live.edit("{protect: false}", "{lifecycle: closed}")
    assert live.cli("apply", "--auto-approve").code == 0
    assert [posting["archived"] for posting in served.postings()] == [True]


@pytest.mark.parametrize("command", [("rollback", "support", "--auto-approve"), ("apply", "--recreate", "support")])
def test_no_command_makes_a_closing_role_anew(live: Repo, served: Served, command: tuple[str, ...]) -> None:
    close(live)
    stopped = live.cli(*command)
    assert (stopped.code, "lifecycle" in stopped.text) == (1, True), stopped.text
    assert served.requests("POST") == []


def test_it_can_be_saved_as_a_plan(live: Repo, served: Served) -> None:
    close(live, "ops: {lifecycle: draining}\n")
    file = str(live.root / "plan.json")
    assert live.cli("plan", "--out", file).code == 0
    shown = live.cli("show", file)
    assert (shown.code, "whether nobody is left in" in shown.out) == (0, True), shown.text
    done = live.cli("apply", file)
    assert done.code == 0, done.text


def test_the_deadline_of_a_closed_role_may_pass(live: Repo) -> None:
    close(live)
    assert live.cli("apply", "--auto-approve").code == 0
    live.edit("2035-01-31", "2020-01-31")
    assert "info AP151" in live.cli("lint").text


def test_each_apply_ends_with_the_old_link_and_the_new_one(live: Repo, served: Served) -> None:
    old = live.posting()["candidate_url"]
    live.edit("title: Support Agent", "title: Support Adviser")
    done = live.cli("apply", "--auto-approve")
    new = live.posting()["candidate_url"]
    said = done.out.partition("Links that changed")[2]
    assert old != new and old in said and new in said
    close(live)
    data = live.cli("apply", "--auto-approve", "--json").json
    assert data["links"] == [{"address": "support", "before": new, "after": None, "before_open": False}]


def test_a_replace_that_was_killed_in_between_ends_with_both_links(
    live: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The create was sent and its outcome isn't known: the next apply finds it, and says the links."""
    old = live.posting()["candidate_url"]
    live.edit("title: Support Agent", "title: Support Adviser")
    served.fault("lose_answer_after_commit", times=1)
    served.fault("unauthorized", method="GET", skip=1)
    assert live.cli("apply", "--auto-approve").code == 3
    served.heal()
    data = live.cli("apply", "--auto-approve", "--json").json
    assert [(link["before"], link["before_open"]) for link in data["links"]] == [(old, False)]
    assert data["links"][0]["after"] not in (None, old)
