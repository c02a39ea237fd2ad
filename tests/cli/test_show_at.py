"""``show NAME --at`` and ``history NAME --at``: the design that was live then."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Repo, Served

PATH = ".heymilo/state/production/state.json"


def backdate(repo: Repo, *days: int) -> None:
    """Move the revisions to these days of January 2027, and the archive of each to where the next begins."""
    path = repo.root / PATH
    state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    revisions = state["postings"]["support"]["revisions"]
    for revision, day, following in zip(revisions, days, (*days[1:], 0), strict=True):
        revision["applied_at"] = f"2020-01-{day:02}T09:00:00Z"
        if revision["archived_at"] is not None:
            revision["archived_at"] = f"2020-01-{following:02}T09:00:00Z"
    path.write_text(json.dumps(state), encoding="utf-8")


@pytest.fixture
def replaced(repo: Repo, served: Served) -> Repo:
    """One design applied on the 3rd, another on the 5th."""
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("title: Support Agent", "title: Support Adviser")
    assert repo.cli("apply", "--auto-approve").code == 0
    backdate(repo, 3, 5)
    return repo


def test_the_design_of_then(replaced: Repo) -> None:
    shown = replaced.cli("show", "support", "--at", "2020-01-04")
    said = " ".join(shown.out.split())
    assert shown.code == 0
    assert "On 2020-01-04 23:59:59 UTC, the end of that day, support was live as revision 1" in said
    assert "from 2020-01-03 09:00 UTC until 2020-01-05 09:00 UTC." in said
    assert "title and texts applied on 2020-01-03 09:00 UTC, revision 1" in said
    assert "Support Agent" in said and "Support Adviser" not in said
    assert "Whoever registered earlier may have had an earlier design." in said
    assert "The follow-up questions that the AI asked are not kept." in said
    later = replaced.cli("show", "support", "--at", "2020-01-05T10:00+01:00")
    assert "On 2020-01-05 09:00:00 UTC, support was live as revision 2" in " ".join(later.out.split())
    assert "from 2020-01-05 09:00 UTC on." in " ".join(later.out.split()) and "Support Adviser" in later.out


def test_as_json(replaced: Repo) -> None:
    data = replaced.cli("show", "support", "--at", "2020-01-04", "--json").json
    assert (data["standing"], data["revision"], data["design"]["title"]) == ("live", 1, "Support Agent")
    assert data["at"] == "2020-01-04T23:59:59.999999+00:00"
    assert {part["certainty"] for part in data["certainty"]} == {"applied"}
    assert len(data["notes"]) == 3
    history = replaced.cli("history", "support", "--at", "2020-01-04", "--json").json
    assert {"format_version": "1.0", **history["then"]} == data
    assert [revision["number"] for revision in history["postings"]["support"]["revisions"]] == [1]


def test_history_says_what_was_live(replaced: Repo) -> None:
    said = " ".join(replaced.cli("history", "support", "--at", "2020-01-04").out.split())
    assert "support was live as revision 1" in said
    assert "heymilo-ops -w production show support --at 2020-01-04" in said
    assert "Whoever registered earlier may have had an earlier design." in said


@pytest.mark.parametrize(
    ("moment", "words"),
    [("2019-12-31", "nothing was applied as support yet"), ("2020-01-03T08:59Z", "nothing was applied")],
)
def test_before_that(replaced: Repo, moment: str, words: str) -> None:
    shown = replaced.cli("show", "support", "--at", moment)
    assert (shown.code, words in " ".join(shown.out.split()), "Support" in shown.out) == (0, True, False)


def test_after_it_was_closed(replaced: Repo) -> None:
    path = replaced.root / "postings/support.yaml"
    path.write_text(replaced.read() + "ops: {lifecycle: closed}\n", encoding="utf-8")
    assert replaced.cli("apply", "--auto-approve").code == 0
    said = " ".join(replaced.cli("show", "support", "--at", "2999-01-01").out.split())
    assert "support was closed: nobody new could enter. Its last design was revision 2" in said


def test_without_its_snapshot_it_is_unknown(replaced: Repo) -> None:
    digest = replaced.posting()["revisions"][0]["digest"].replace(":", "-")
    (replaced.root / f".heymilo/state/production/snapshots/{digest}.json").unlink()
    said = " ".join(replaced.cli("show", "support", "--at", "2020-01-04").out.split())
    assert "title and texts unknown: its snapshot is missing" in said
    assert replaced.cli("show", "support", "--at", "2020-01-04", "--json").json["design"] is None


@pytest.mark.parametrize(("name", "at"), [("nobody", "2020-01-04"), ("support", "yesterday")])
def test_what_is_no_name_or_no_time(replaced: Repo, name: str, at: str) -> None:
    assert replaced.cli("show", name, "--at", at).code == 64
