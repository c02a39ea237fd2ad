"""Guards against archiving what nobody meant to, through the whole command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.apply.run_context import Ledger
from tests.cli.conftest import Repo, Served

SHARED = "extends: team\n"
NAMES = tuple(f"support-{number}" for number in range(4))


def shared(repo: Repo, **ops: object) -> None:
    """Write the shared defaults that every posting has its ``ops`` from."""
    folder = repo.root / "postings/_shared/defaults"
    folder.mkdir(parents=True, exist_ok=True)
    said = ", ".join(f"{name}: {str(value).lower()}" for name, value in ops.items())
    (folder / "team.yaml").write_text(f"ops: {{{said}}}\n", encoding="utf-8")


@pytest.fixture
def kept(repo: Repo, served: Served) -> Repo:
    """Four protected postings, each of which replaced one that was kept open on purpose."""
    Path(repo.root / "postings/support.yaml").unlink()
    for name in NAMES:
        repo.write(name, **{"title: Support Agent\n": f"title: Support Agent\n{SHARED}"})
    shared(repo, on_replace="keep")
    assert repo.cli("apply", "--auto-approve").code == 0
    for name in NAMES:
        repo.edit("title: Support Agent", "title: Support Adviser", name)
    assert repo.cli("apply", "--auto-approve", "--allow-large-change").code == 0
    shared(repo, on_replace="keep", protect=True)
    assert repo.cli("apply", "--auto-approve").code == 0
    assert len(served.postings(archived=False)) == 8
    served.forget_requests()
    return repo


def test_what_was_kept_open_is_not_archived_by_a_line_that_looks_cosmetic(kept: Repo, served: Served) -> None:
    shared(kept, on_replace="archive", protect=True)
    stopped = kept.cli("apply", "--auto-approve", "--allow-large-change")
    said = " ".join(stopped.text.split())
    assert stopped.code == 1
    assert "Plan: 0 to create, 4 to update, 0 to replace, 4 to archive." in said
    assert stopped.out.count("error PL101") == 4
    assert "support-0 is protected, and this plan would archive" in said
    stopped = kept.cli("apply", "--auto-approve")
    assert "4 postings would be replaced or archived, 4 of them open since an earlier replace" in " ".join(
        stopped.text.split()
    )
    assert "4 postings will be updated" not in stopped.text and stopped.out.count("archives:") == 4
    assert "cosmetic" not in stopped.text
    assert kept.cli("plan", "--format", "markdown").out.count("**Archived with it**") == 4
    planned = kept.cli("plan", "--json").json
    assert (planned["summary"]["update"], planned["summary"]["archive"]) == (4, 4)
    assert {each["class"] for each in (*planned["changes"], *planned["shared"])} == {"identity"}
    assert not [each for each in served.requests() if each["method"] != "GET"]


def test_they_are_archived_where_somebody_says_so(kept: Repo, served: Served) -> None:
    shared(kept, on_replace="keep")
    assert kept.cli("apply", "--auto-approve").code == 0
    shared(kept, on_replace="archive")
    stopped = kept.cli("apply", "--auto-approve")
    assert (stopped.code, "team.yaml alone archives those of 4" in " ".join(stopped.text.split())) == (1, True)
    done = kept.cli("apply", "--auto-approve", "--allow-large-change")
    assert done.code == 0, done.text
    assert "4 updated, 0 replaced, 4 archived." in " ".join(done.text.split())
    assert len(served.postings(archived=False)) == 4


# what a crash left of a large change


def crashed(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, *plan: str, replaced: int = 2) -> None:
    """Five postings are to be replaced, which was allowed, and the process dies after some of them."""
    Path(repo.root / "postings/support.yaml").unlink()
    for number in range(5):
        repo.write(f"support-{number}")
    assert repo.cli("apply", "--auto-approve").code == 0
    for number in range(5):
        repo.edit("title: Support Agent", "title: Support Adviser", f"support-{number}")
    stopped = repo.cli("apply", "--auto-approve")
    assert (stopped.code, "PL102" in stopped.out) == (1, True)
    if plan:
        assert repo.cli("plan", "--out", *plan, "--allow-large-change").code == 0
    with monkeypatch.context() as patch:
        real, seen = Ledger.ended, []

        def ended(self: Ledger, *given: Any, **more: Any) -> None:
            real(self, *given, **more)
            seen.append(given)
            if len(seen) == replaced:
                raise KeyboardInterrupt

        patch.setattr(Ledger, "ended", ended)
        assert repo.cli("apply", *(plan or ("--auto-approve",)), "--allow-large-change").code == 130
    assert len([each for each in served.postings() if each["archived"]]) == replaced


@pytest.mark.parametrize("by_file", [False, True])
def test_what_a_crash_left_of_a_large_change_is_no_new_one(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch, by_file: bool
) -> None:
    plan = (str(repo.root / "plan.json"),) if by_file else ()
    crashed(repo, served, monkeypatch, *plan, replaced=1)
    if not by_file:  # the next one breaks off too, by a key that is refused
        served.fault("unauthorized", path="/api/v2/postings", skip=1)
        failed = repo.cli("apply", "--auto-approve")
        assert failed.code in (3, 5) and "PL102" not in failed.text, failed.text
        served.heal()
    done = repo.cli("apply", *plan, "--auto-approve")
    assert done.code == 0, done.text
    assert len(served.postings(archived=False)) == 5 and len(served.postings()) == 10
    assert repo.state()["last_apply"]["ending"] == {}


def test_what_was_edited_or_removed_since_the_crash_counts(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed(repo, served, monkeypatch, replaced=1)
    for number in range(1, 5):
        repo.edit("title: Support Adviser", "title: Support Guide", f"support-{number}")
    edited = repo.cli("apply", "--auto-approve")
    assert (edited.code, "4 of 5 managed postings" in edited.out) == (1, True)
    for number in range(1, 5):
        Path(repo.root / f"postings/support-{number}.yaml").unlink()
    removed = repo.cli("apply", "--auto-approve")
    assert (removed.code, "4 of 5 managed postings" in removed.out) == (1, True)


def test_what_was_replaced_and_not_archived_is_finished(
    repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    served.fault("error_5xx_before", path="/api/v2/postings/*/archive")
    with monkeypatch.context() as patch, pytest.raises(AssertionError):
        crashed(repo, served, patch, replaced=9)
    served.heal()
    done = repo.cli("apply", "--auto-approve")
    assert done.code == 0, done.text
    assert len(served.postings(archived=False)) == 5


def test_a_removal_that_broke_off_is_finished(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        repo.write(f"support-{number}")
    assert repo.cli("apply", "--auto-approve").code == 0
    for number in range(5):
        Path(repo.root / f"postings/support-{number}.yaml").unlink()
    served.fault("unauthorized", path="/api/v2/postings/*/archive", skip=1)
    assert repo.cli("apply", "--auto-approve", "--allow-large-change").code == 3
    served.heal()
    done = repo.cli("apply", "--auto-approve")
    assert done.code == 0, done.text
    assert [each["name"] for each in served.postings(archived=False)] == ["support"]


# many creates


def test_many_creates_beside_what_nobody_manages_need_a_yes(repo: Repo, served: Served) -> None:
    served.create("somebody-elses")
    for number in range(10):
        repo.write(f"support-{number}")
    stopped = repo.cli("apply", "--auto-approve")
    assert (stopped.code, "PL106" in stopped.out) == (1, True), stopped.text
    assert len(served.postings()) == 1
    assert repo.cli("apply", "--auto-approve", "--allow-large-change").code == 0


# a list without end


@pytest.mark.parametrize("command", [("apply", "--auto-approve"), ("plan",), ("rollback", "support", "--auto-approve")])
def test_nothing_is_made_by_a_list_that_did_not_come_to_its_end(
    repo: Repo, served: Served, command: tuple[str, ...]
) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("title: Support Agent", "title: Support Adviser")
    assert repo.cli("apply", "--auto-approve").code == 0
    served.forget_requests()
    repo.write("cook")
    served.fault("endless_list", method="GET", path="/api/v2/postings")
    stopped = repo.cli(*command)
    assert (stopped.code, "PL503" in stopped.text) == (1, True), stopped.text
    assert "it sends the same page again and again" in " ".join(stopped.text.split())
    assert not [each for each in served.requests() if each["method"] != "GET"]


def test_what_makes_nothing_goes_on_by_such_a_list(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    served.fault("endless_list", method="GET", path="/api/v2/postings")
    said = repo.cli("plan")
    assert (said.code, "before its list breaks off" in " ".join(said.out.split())) == (0, True)
    repo.edit("2035-01-31T18:00:00Z", "2035-02-28T18:00:00Z")
    assert repo.cli("apply", "--auto-approve").code == 0
    assert served.postings()[0]["deadline"] == 2_056_298_400
