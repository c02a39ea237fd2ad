"""Guards against archiving what nobody meant to, through the whole command line."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    assert len(served.postings(archived=False)) == 4
