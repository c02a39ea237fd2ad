"""The formats of ``lint``: none changes the exit code, and each shows a proposed wording."""

from __future__ import annotations

import io
import json
import sys

import pytest

from heymilo_ops.report.lint_formats import FORMATS
from tests.cli.conftest import Repo

AGE = "text: How old are you?"
ASKED = "text: Explain something that you know well, as if I had never heard of it."


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), (ASKED, AGE), ("Support Agent", "x"), ("workflow:", "workflow: [")],
    ids=["clean", "warning", "error", "unreadable"],
)
@pytest.mark.parametrize("fails_on", ["error", "warning"])
def test_no_format_changes_the_exit_code(repo: Repo, old: str, new: str, fails_on: str) -> None:
    repo.edit(old, new)
    codes = {name: repo.cli("lint", "--fail-on", fails_on, "--format", name).code for name in FORMATS}
    into_files = [part for name in FORMATS for part in ("--format", f"{name}:{repo.root / name}")]
    codes["files"] = repo.cli("lint", "--fail-on", fails_on, *into_files).code
    codes["--json"] = repo.cli("lint", "--fail-on", fails_on, "--json").code
    expected = 0 if not old or (old == ASKED and fails_on == "error") else 1
    assert set(codes.values()) == {expected}, codes


def test_each_format_shows_the_proposed_wording(repo: Repo) -> None:
    repo.edit(ASKED, AGE)
    found = {item["code"]: item for item in repo.cli("lint", "--json").json["findings"]}
    proposal = found["FR111"]["proposal"]
    assert proposal
    for name in FORMATS:
        out = repo.cli("lint", "--format", name).out
        if name == "sarif":
            results = json.loads(out)["runs"][0]["results"]
            assert any(proposal in result["message"]["text"] for result in results)
        else:
            assert proposal in out.replace("%0A", "\n").replace("&amp;", "&").replace("\\u2019", "’"), name


def test_the_text_of_an_editor_is_compared_with_the_whole_repo(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("third")
    other = repo.read().replace("name: support", "name: second")
    changed = other.replace(
        "Listen for how the angry customer was heard.", "Look for money that was paid back at once."
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(changed.encode()), encoding="utf-8"))
    linted = repo.cli("lint", "--stdin-filename", "postings/second.yaml", "--json").json
    (repo.root / "postings/second.yaml").write_text(changed, encoding="utf-8")
    saved = repo.cli("lint", "postings/second.yaml", "--json").json
    assert linted["findings"] == saved["findings"]
    assert "RB119" in {item["code"] for item in linted["findings"]}
    assert linted["texts"] == saved["texts"]
