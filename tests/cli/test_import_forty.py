"""Forty postings that people made by hand: imported, taken over, and nothing is left to do."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from heymilo_ops.manifest.yaml_file import read_text
from tests.cli.conftest import Repo, Served
from tests.cli.test_import import paths
from tests.fleet import INEXPRESSIBLE, LEFT_OUT, asking, made_by

SET_ASIDE = {label for label, what in INEXPRESSIBLE.items() if what.startswith("which of the two")}
"""Of what can't be expressed, where the posting would come out otherwise; the others keep it at HeyMilo."""


@pytest.fixture
def forty(repo: Repo, served: Served) -> dict[str, str]:
    """The postings at HeyMilo, label → id, beside a repo without manifests."""
    (repo.root / "postings/support.yaml").unlink()
    with httpx.Client(base_url=served.url, trust_env=False) as client:
        return made_by(asking(client))


def imported(repo: Repo) -> dict[str, tuple[str, Any]]:
    """Posting id → path and data of its file."""
    data = {path: read_text(text, path).data or {} for path, text in paths(repo).items()}
    return {content["ops"]["adopt"]: (path, content) for path, content in data.items()}


def test_what_must_not_be_taken_over_is_left_out(repo: Repo, served: Served, forty: dict[str, str]) -> None:
    ran = repo.cli("import", "--all", "--json", "--auto-approve")
    assert ran.code == 0, ran.text
    files = imported(repo)
    assert {label for label, posting_id in forty.items() if posting_id not in files} == LEFT_OUT
    aside = {label for label, posting_id in forty.items() if files.get(posting_id, "x")[0].startswith("_")}
    assert aside == SET_ASIDE
    lossy = {file["posting_id"] for file in ran.json["files"] if file["losses"]}
    assert {forty[label] for label in INEXPRESSIBLE} <= lossy
    assert all(file["personal"] or file["result"] == "written" for file in ran.json["files"])
    (blueprint,) = (omitted for omitted in ran.json["left_out"] if omitted["cause"] == "blueprint")
    assert (blueprint["posting_id"], blueprint["whose"]) == (forty["blueprint"], "Warehouse")
    ran = repo.cli("import", forty["blueprint"], forty["test posting"])
    assert ran.code == 1 and "is what the template Warehouse copies" in ran.out
    assert imported(repo).keys() >= {forty["test posting"]} and forty["blueprint"] not in imported(repo)


def test_taken_over_nothing_is_left_to_do_and_a_typo_is_one_patch(
    repo: Repo, served: Served, forty: dict[str, str]
) -> None:
    before = {posting["id"]: (posting["urls"], posting["name"], posting["title"]) for posting in served.postings()}
    questions = {posting_id: served.questions(posting_id) for posting_id in before}
    ran = repo.cli("import", "--all", "--adopt", "--auto-approve")
    assert ran.code == 0, ran.text
    assert "34 adopted." in ran.out and "heymilo-ops -w production share question customer-angry" in ran.out
    plan = repo.cli("plan")
    assert plan.code == 0 and "No changes." in plan.out
    assert repo.cli("plan", "--refresh", "full", "--detailed-exitcode").code == 0
    after = {posting["id"]: (posting["urls"], posting["name"], posting["title"]) for posting in served.postings()}
    assert after == before and {posting_id: served.questions(posting_id) for posting_id in before} == questions

    served.forget_requests()
    again = repo.cli("import", "--all", "--adopt", "--auto-approve")
    assert again.code == 0 and "34 postings managed here already" in again.out
    assert {request["method"] for request in served.requests()} == {"GET"}

    path, _ = imported(repo)[forty["interview only"]]
    name = path.removesuffix(".yaml")
    repo.edit("text: Tell me about a time", "text: Tell me of a time", name)
    repo.edit("ops:\n", "ops:\n  on_change: {wording: update}\n", name)
    served.forget_requests()
    assert repo.cli("apply", "--auto-approve", "--target", name).code == 0
    writes = [request for request in served.requests() if request["method"] != "GET"]
    assert sum("/questions/" in request["path"] for request in writes) == 1
    assert {request["method"] for request in writes} == {"PATCH"}
    assert {posting["id"]: posting["urls"] for posting in served.postings()} == {
        posting_id: urls for posting_id, (urls, _, _) in before.items()
    }
    assert "No changes." in repo.cli("plan").out
