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


def test_comments_that_allow_nothing_any_more_go_and_nothing_else_does(repo: Repo) -> None:
    good = repo.read()
    repo.edit("title: Support Agent", "title: Support Agent  # heymilo-ops: allow CX120 not a placeholder")
    repo.edit("workflow:\n", "# heymilo-ops: allow ST002 the name is meant\n# kept\nworkflow:\n")
    assert repo.cli("lint", "--json").json["fixable"] == 2
    shown = repo.cli("lint", "--diff").out
    assert "-# heymilo-ops: allow ST002 the name is meant" in shown and "+title: Support Agent\n" in shown
    fixed = repo.cli("lint", "--fix")
    assert "2 findings fixed (SY024)" in fixed.err
    assert repo.read() == good.replace("workflow:\n", "# kept\nworkflow:\n")


def test_of_two_codes_in_a_comment_the_one_that_is_needed_stays(repo: Repo) -> None:
    repo.edit("title: Support Agent", "title: Support Agent [Company]  # heymilo-ops: allow ST002, CX120  it is  meant")
    assert repo.cli("lint", "--fix").code == 0
    assert "title: Support Agent [Company]  # heymilo-ops: allow CX120  it is  meant\n" in repo.read()


def test_an_idle_exception_is_left_to_people(repo: Repo) -> None:
    (repo.root / "heymilo-exceptions.yaml").write_text(
        "version: 1\nexceptions:\n  - {code: CX120, posting: support, reason: not a placeholder}\n", encoding="utf-8"
    )
    linted = repo.cli("lint", "--json").json
    assert [item["code"] for item in linted["findings"]] == ["SY024"] and "fixable" not in linted


SHARED = "# kept\ntext: What would you like to kn\u00adow?\nnot_scored: true\n"


def share(repo: Repo) -> tuple[str, str]:
    """Let two postings use a question in which an editor left a character; return their paths."""
    second, shared = "postings/second.yaml", "postings/_shared/questions/know.yaml"
    (repo.root / shared).parent.mkdir(parents=True)
    (repo.root / shared).write_text(SHARED, encoding="utf-8")
    path = repo.root / "postings/support.yaml"
    path.write_text(repo.read() + "      - {use: know}  # kept too\n", encoding="utf-8")
    text = repo.read().replace("name: support", "name: second").replace("Help customers by chat", "Help by chat")
    (repo.root / second).write_text(text, encoding="utf-8")
    return second, shared


def test_what_a_manifest_shares_is_fixed_where_it_stands_if_all_who_use_it_agree(repo: Repo) -> None:
    _, shared = share(repo)
    repo.edit("Help customers by chat", "Help cus\u00adtomers by chat")
    before = repo.read()
    assert repo.cli("lint", "--fix").code == 0
    assert repo.read() == before.replace("\u00ad", "")
    assert (repo.root / shared).read_text(encoding="utf-8") == SHARED.replace("\u00ad", "")
    assert repo.cli("lint", "--diff").code == 0


def test_what_another_posting_has_otherwise_is_not_fixed_in_a_shared_file(repo: Repo) -> None:
    second, shared = share(repo)
    path = repo.root / second
    own = path.read_text(encoding="utf-8").replace("{use: know}", "{use: know, text: And what else would you ask?}")
    path.write_text(own, encoding="utf-8")
    repo.cli("lint", "--fix", "postings/support.yaml")
    assert (repo.root / shared).read_text(encoding="utf-8") == SHARED
