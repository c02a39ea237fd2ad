"""What a repo says of findings, and what that changes about lint, plan and apply."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cli.conftest import Repo, Served

GO = ("apply", "--auto-approve")
RUBRIC = "        score_of_5: Tells what they heard, did step by step, and how it ended.\n"


@pytest.fixture(autouse=True)
def heymilo(served: Served) -> Served:
    """A HeyMilo without postings."""
    return served


def configure(repo: Repo, lines: str) -> None:
    path = repo.root / "heymilo.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}{lines}", encoding="utf-8")


def codes(repo: Repo, *paths: str) -> list[tuple[str, str]]:
    found = repo.cli("lint", "--json", *paths).json["findings"]
    return [(item["code"], item["severity"]) for item in found]


def break_rubric(repo: Repo) -> None:
    """Take a level of the rubric out: an error of the RB family."""
    repo.edit(RUBRIC, "")
    assert ("RB101", "error") in codes(repo)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("lint: {ignore: [RB]}\n", []),
        ("lint: {ignore: [rubric-incomplete]}\n", []),
        ("lint: {select: [CX, ST]}\n", []),
        ("lint: {select: [CX], extend_select: [RB101]}\n", [("RB101", "error")]),
        ("lint: {per_file_ignores: {postings/*.yaml: [RB1]}}\n", []),
        ("lint: {per_file_ignores: {other/**: [RB1]}}\n", [("RB101", "error")]),
        ("lint: {severity: {RB: info}}\n", [("RB101", "info")]),
    ],
)
def test_rules_are_chosen_and_weighed_by_heymilo_yaml(repo: Repo, lines: str, expected: list[Any]) -> None:
    break_rubric(repo)
    configure(repo, lines)
    assert codes(repo) == expected
    assert repo.cli("lint").code == (1 if ("RB101", "error") in expected else 0)


def test_what_cant_be_sent_is_neither_ignored_nor_lowered(repo: Repo) -> None:
    repo.edit("deadline: ", "interview_template_id: x1\ndeadline: ")
    before = codes(repo)
    assert ("AP101", "error") in before
    configure(repo, "lint: {select: [], ignore: [ALL], severity: {AP: info}}\n")
    assert [item for item in before if item[0].startswith(("AP", "SY"))] == codes(repo)


def test_a_selector_that_fits_no_rule_is_an_error_with_the_nearest(repo: Repo) -> None:
    configure(repo, "lint: {ignore: [rubric-incomplet]}\n")
    linted = repo.cli("lint")
    assert linted.code == 1
    assert "heymilo.yaml:" in linted.out
    assert "there is no rule rubric-incomplet" in linted.out
    assert "did you mean rubric-incomplete" in linted.out


def test_a_branch_that_switches_rules_off_is_seen_in_the_plan(repo: Repo) -> None:
    assert repo.cli(*GO).code == 0
    repo.write("second")
    repo.edit(RUBRIC, "", "second")
    configure(repo, "lint: {ignore: [RB]}\n")
    planned = repo.cli("plan")
    assert "PL601" in planned.text
    assert 'lint in heymilo.yaml is {"ignore": ["RB"]}; at the last apply it was every rule' in planned.text
    assert "RB101 rubric-incomplete, an error, doesn't count, by heymilo.yaml: lint.ignore" in planned.text
    assert "by config. `heymilo-ops" in " ".join(planned.text.split())
    (note, count) = [it for it in repo.cli("plan", "--json").json["notes"] if "count" in it]
    assert note.startswith("second: RB101")
    assert repo.cli("plan", "--format", "markdown").out.count("RB101") >= 1
    assert "count" in count and "1 of them errors" in count


def test_an_error_holds_its_posting_and_the_others_go_on(repo: Repo) -> None:
    break_rubric(repo)
    repo.write("second")
    repo.edit("      - key: angry\n", "      - key: cross\n", "second")
    planned = repo.cli("plan", "--detailed-exitcode")
    assert planned.code == 2, planned.text
    assert "Plan: 1 to create" in planned.out
    assert "lint finds an error in it (RB101)" in planned.out
    assert "postings/support.yaml:" in planned.err
    assert repo.cli(*GO).code == 0
    assert set(repo.state()["postings"]) == {"second"}


def test_where_nothing_else_is_to_be_done_it_needs_attention(repo: Repo) -> None:
    break_rubric(repo)
    for args in (("plan",), GO):
        ran = repo.cli(*args)
        assert ran.code == 1, ran.text
        assert "RB101" in ran.err
    assert not (repo.root / ".heymilo/state/production/state.json").exists()


def test_settings_and_an_archive_are_not_barred(repo: Repo) -> None:
    repo.write("second")
    assert repo.cli(*GO).code == 0
    break_rubric(repo)
    repo.edit("thanks\n", "welcome\n")
    (repo.root / "postings/second.yaml").unlink()
    applied = repo.cli(*GO, "--allow-large-change")
    assert applied.code == 0, applied.text
    assert repo.state()["postings"]["second"]["status"] == "archived"
    entry = repo.posting()
    assert [made["action"] for made in entry["revisions"]] == ["create", "update"]
    assert entry["revisions"][0]["release"] is not None
    assert entry["revisions"][1]["release"] == entry["revisions"][0]["release"]
    assert "lint finds an error in it (RB101)" in repo.cli("plan").text


def test_a_baseline_counts_for_lint_plan_and_apply_until_the_wording_changes(repo: Repo) -> None:
    break_rubric(repo)
    assert repo.cli("lint", "--write-baseline").code == 1  # heymilo.yaml names no file
    configure(repo, "lint: {baseline: heymilo-baseline.json}\n")
    assert codes(repo) == [("SY028", "info"), ("RB101", "error")]
    written = repo.cli("lint", "--write-baseline")
    assert written.code == 0, written.text
    assert "heymilo-baseline.json: 1 finding" in written.err
    assert codes(repo) == []
    assert "doesn't count, by the baseline" in repo.cli("plan").text
    assert repo.cli(*GO).code == 0
    text = repo.read()
    start, end = text.index("      - key: angry"), text.index("      - key: unknown")
    question = text[start:end]
    repo.edit(question, "")
    repo.edit("      - key: plain\n", f"{question}      - key: plain\n")  # moved
    assert codes(repo) == []
    repo.edit("was angry with you.", "was angry with you, and with others.")
    assert codes(repo) == [("SY028", "info"), ("RB101", "error")]
    repo.edit(question.replace("was angry with you.", "was angry with you, and with others."), "")
    assert codes(repo) == [("SY028", "info")]


def except_(repo: Repo, **terms: str) -> None:
    lines = "".join(f"    {name}: {value}\n" for name, value in terms.items())
    text = f"version: 1\nexceptions:\n  - {lines.strip()}\n"
    (repo.root / "heymilo-exceptions.yaml").write_text(text, encoding="utf-8")


TERMS = {"code": "RB101", "posting": "support", "question": "angry", "reason": "agreed with HR", "ticket": "HR-12"}


def test_an_exception_of_a_file_of_its_own(repo: Repo) -> None:
    break_rubric(repo)
    except_(repo, **TERMS)
    assert codes(repo) == []
    notes = repo.cli("plan", "--json").json["notes"]
    assert any("by heymilo-exceptions.yaml: agreed with HR; HR-12" in note for note in notes)
    except_(repo, **{**TERMS, "question": "unknown"})
    assert codes(repo) == [("SY024", "warning"), ("RB101", "error")]
    except_(repo, **{**TERMS, "field": "score_of_2"})
    assert codes(repo) == [("SY024", "warning"), ("RB101", "error")]
    assert codes(repo, str(repo.root / "heymilo-exceptions.yaml")) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "FR111"}, "SY023"),
        ({"code": "FR111", "reason": "false-alarm", "until": "soon"}, "SY023"),
        ({"code": "rubric-incomplete"}, "SY105"),
        ({"why": "agreed"}, "SY101"),
        ({"version": "2"}, "SY101"),
    ],
)
def test_an_exception_that_allows_nothing_is_a_finding(repo: Repo, changes: dict[str, str], code: str) -> None:
    except_(repo, **{**TERMS, **changes})
    found = repo.cli("lint", "--json").json["findings"]
    assert [(item["code"], item["path"]) for item in found] == [(code, "heymilo-exceptions.yaml")]


def day(days: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=days)).isoformat()


def test_an_exception_ends_once_the_text_changes(repo: Repo) -> None:
    break_rubric(repo)
    except_(repo, **TERMS, until=day(100))
    assert codes(repo) == []
    assert repo.cli(*GO).code == 0
    except_(repo, **TERMS, until=day(10))
    assert codes(repo) == [("SY027", "info")]
    except_(repo, **TERMS, until=day(-1))
    assert codes(repo) == [("SY027", "warning")]
    repo.edit("was angry with you.", "was angry with you, and with others.")
    assert codes(repo) == [("SY027", "warning"), ("RB101", "error")]
    assert "RB101" in repo.cli("plan").err


def test_an_error_of_a_newer_rule_is_a_warning_on_what_was_applied_before_it(repo: Repo) -> None:
    """The state says the release; of one without, all rules are newer."""
    break_rubric(repo)
    except_(repo, **TERMS)
    assert repo.cli(*GO).code == 0
    (repo.root / "heymilo-exceptions.yaml").unlink()
    assert codes(repo) == [("RB101", "error")]
    path = repo.root / ".heymilo/state/production/state.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"release": "', '"release": "0.0.'), encoding="utf-8")
    assert codes(repo) == [("RB101", "warning")]
    assert "judged once it changes" in repo.cli("lint").out
    repo.edit("was angry with you.", "was angry with you, and with others.")
    assert codes(repo) == [("RB101", "error")]
