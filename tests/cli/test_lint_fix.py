"""``lint --fix``, ``--diff`` and ``--stdin-filename``."""

from __future__ import annotations

import io
import sys

import pytest

from tests.cli.conftest import Repo

TAG = """\
      - key: TAG  # kept
        modality: voice_tags
        text: preferred_shift
        response_format: text
"""


def spoil(repo: Repo) -> str:
    """Spoil a manifest in four ways that have a safe fix; return it as it was."""
    repo.edit("workflow:\n", "workflow:\n  # what follows is asked aloud\n")
    path = repo.root / "postings/support.yaml"
    path.write_text(repo.read() + TAG.replace("TAG", "shift"), encoding="utf-8")
    good = repo.read()
    path.write_text(good + TAG.replace("TAG", "again").replace("  # kept", ""), encoding="utf-8")
    repo.edit("title: Support Agent", "titel: Support Agent  # what candidates see")
    repo.edit("Help customers by chat", "Help cus\u00adtomers by chat")
    return good.replace("title: Support Agent", "title: Support Agent  # what candidates see")


def test_safe_fixes_are_made_and_nothing_else_changes(repo: Repo) -> None:
    good = spoil(repo)
    before = {item["code"] for item in repo.cli("lint", "--json").json["findings"]}
    assert before == {"SY101", "AP140"}  # the misspelt key hides what else is wrong beside it
    announced = repo.cli("lint")
    assert "3 findings can be fixed with --fix; --diff shows how" in announced.err
    assert repo.cli("lint", "--json").json["fixable"] == 3
    spoiled = repo.read()
    shown = repo.cli("lint", "--diff")
    assert shown.code == 1
    assert "-titel: Support Agent" in shown.out
    assert "+title: Support Agent" in shown.out
    assert repo.read() == spoiled
    fixed = repo.cli("lint", "--fix")
    assert (fixed.code, repo.read()) == (0, good), fixed.text
    assert "postings/support.yaml: 3 findings fixed" in fixed.err
    assert repo.cli("lint", "--diff").code == 0
    assert "--fix" not in repo.cli("lint").err


def test_what_is_composed_or_has_no_safe_fix_is_left_alone(repo: Repo) -> None:
    repo.edit("title: Support Agent", "qwertz: Support Agent")
    before = repo.read()
    assert repo.cli("lint", "--fix").code == 1
    assert repo.read() == before
    repo.edit("qwertz: Support Agent", "titel: x\ntitle: Support Agent")
    before = repo.read()
    assert "--fix" not in repo.cli("lint").err
    assert repo.cli("lint", "--fix").code == 1
    assert repo.read() == before


def test_a_time_zone_is_spelt_as_the_database_has_it(repo: Repo) -> None:
    path = repo.root / "postings/support.yaml"
    step = """\
  - type: conversational_sms
    config: {blackout_period: {enabled: true, timezone: america/new york, start_hour: 20, end_hour: 9}}
    questions:
      - {key: sat, text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
"""
    path.write_text(repo.read() + step, encoding="utf-8")
    repo.cli("lint", "--fix")
    assert "timezone: America/New_York, start_hour" in repo.read()


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)


def test_an_editor_checks_what_isnt_saved(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    text = repo.read().replace("title: Support Agent", "titel: Support Agent")
    typed(monkeypatch, text)
    linted = repo.cli("lint", "--stdin-filename", "postings/support.yaml", "--json")
    assert [(item["code"], item["path"]) for item in linted.json["findings"]] == [("SY101", "postings/support.yaml")]
    assert linted.code == 1
    typed(monkeypatch, repo.read())
    assert repo.cli("lint", "--stdin-filename", "postings/new.yaml").code == 0


@pytest.mark.parametrize(
    "args",
    [
        ("--stdin-filename", "heymilo.yaml"),
        ("--stdin-filename", "../postings/x.yaml"),
        ("--stdin-filename", "postings/x.yaml", "postings"),
        ("--stdin-filename", "postings/x.yaml", "--fix"),
    ],
)
def test_what_is_no_manifest_isnt_read_from_standard_input(repo: Repo, args: tuple[str, ...]) -> None:
    assert repo.cli("lint", *args).code == 64
