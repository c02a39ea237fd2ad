"""Whom a change concerns, as somebody sees it who plans and applies, and what stops since they are too many."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.apply import run
from heymilo_ops.model.people import People
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.impact import assess
from heymilo_ops.plan.inputs import PlanInput
from tests.cli.conftest import Repo, Served

GO = ("apply", "--auto-approve")
OFFLINE = ("plan", "--refresh", "none")
WORDS = ("Tell me about a time", "Tell me of a time")
SETTING = ("2035-01-31", "2035-02-28")
MEANS = "people who were knocked out or gave up are among them"


def people(served: Served, posting_id: str, registered: int, completed: int) -> None:
    """Let so many people be in a posting, without anything else of it changing."""
    counts = {"total_candidates": registered, "completed_interviews": completed}
    served.edit(posting_id, moves=False, **counts, average_interview_score=61.5, average_resume_score=77.25)


@pytest.fixture
def live(repo: Repo, served: Served) -> str:
    """The id of a posting that was applied, with people in it."""
    assert repo.cli(*GO).code == 0
    posting_id = str(repo.posting()["posting_id"])
    people(served, posting_id, 41, 17)
    served.forget_requests()
    return posting_id


def config(repo: Repo, line: str) -> None:
    path = repo.root / "heymilo.yaml"
    text = path.read_text(encoding="utf-8").replace("workspaces:", f"{line}\nworkspaces:", 1)
    path.write_text(text, encoding="utf-8")


def guard(repo: Repo, **limits: int) -> None:
    config(repo, f"guards: {{max_affected: {json.dumps(limits)}}}")


def asked(served: Served) -> list[str]:
    return [each["path"].split("/")[-2] for each in served.requests("GET") if each["path"].endswith("/stats")]


def people_file(repo: Repo) -> Path:
    return repo.root / ".heymilo/state/production/people.json"


def kept(repo: Repo) -> Any:
    return json.loads(people_file(repo).read_text(encoding="utf-8"))["people"]


def folded(text: str) -> str:
    return " ".join(text.split())


def codes(data: Any) -> list[str]:
    return [each["code"] for each in data["findings"]]


# --- what is asked ----------------------------------------------------------------------------------------------------


def test_a_plan_asks_for_the_postings_that_it_touches_and_for_no_others(repo: Repo, served: Served, live: str) -> None:
    repo.write("other")
    assert repo.cli(*GO).code == 0
    assert asked(served) == []
    assert repo.cli("plan").code == 0
    assert asked(served) == [], "a plan that changes nothing asks for nobody"
    assert not people_file(repo).exists()
    repo.edit(*WORDS)
    assert repo.cli("plan").code == 0
    assert asked(served) == [live]


def test_nobody_is_asked_for_where_nothing_is_sent(repo: Repo, served: Served, live: str) -> None:
    repo.edit("name: support", "name: support\nops: {protect: true}")
    assert repo.cli("plan", "--detailed-exitcode").code == 2
    repo.edit("{protect: true}", "{on_change: hold}")
    repo.edit(*WORDS)
    assert repo.cli("plan").code == 0
    assert asked(served) == []


@pytest.mark.parametrize("edit", [WORDS, SETTING], ids=["replace", "update"])
def test_whom_a_change_concerns_is_in_every_output(
    repo: Repo, served: Served, live: str, edit: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.edit(*edit)
    monkeypatch.setenv("FORCE_COLOR", "1")
    text = repo.cli("plan")
    assert "41 registered, 17 completed, \x1b[1m24 not completed\x1b[0m" in text.out
    assert MEANS in folded(text.out)
    markdown = repo.cli("plan", "--format", "markdown").out
    assert "**People**: 41 registered, 17 completed, **24 not completed**" in markdown
    assert MEANS in markdown
    data = repo.cli("plan", "--json").json
    as_of = data["changes"][0]["impact"].pop("as_of")
    assert data["changes"][0]["impact"] == {"registered": 41, "completed": 17, "not_completed": 24}
    assert as_of.startswith("20")
    assert any(MEANS in note for note in data["notes"])


def test_averages_are_kept_nowhere(repo: Repo, served: Served, live: str) -> None:
    repo.edit(*WORDS)
    printed = repo.cli("-v", "plan", "--json").text + repo.cli("-v", *GO).text
    files = [path for path in repo.root.rglob("*") if path.is_file() and path.suffix != ".yaml"]
    assert files
    for text in (printed, *(path.read_text(encoding="utf-8", errors="replace") for path in files)):
        assert "61.5" not in text
        assert "77.25" not in text
        assert "average" not in text


@pytest.mark.parametrize("status", [404, 500])
def test_what_heymilo_does_not_say_is_unknown_and_never_none(
    repo: Repo, served: Served, live: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heymilo_ops.remote.client.FIRST_PAUSE_S", 0.0)
    repo.edit(*WORDS)
    served.fault("refuse", method="GET", path="*/stats", status=status, body={"detail": "no stats today"})
    ran = repo.cli("plan")
    assert ran.code == 0
    assert "people:   unknown how many" in ran.out
    assert "PL132" in ran.out
    assert "no stats today" in ran.out
    data = repo.cli("plan", "--json").json
    unknown = dict.fromkeys(("registered", "completed", "not_completed", "as_of"))
    assert (data["changes"][0]["impact"], codes(data)) == (unknown, ["PL132"])
    assert not people_file(repo).exists()
    assert repo.cli(*GO).code == 0, "without a limit nothing stops"


# --- few people -------------------------------------------------------------------------------------------------------


def test_fewer_than_five_are_told_apart_nowhere(repo: Repo, served: Served, live: str) -> None:
    people(served, live, 103, 100)
    repo.edit(*WORDS)
    guard(repo, replace=1)
    ran = repo.cli("plan")
    assert "103 registered, at least 99 completed, fewer than 5 not completed" in ran.out
    assert "and fewer than 5 people who registered have not completed" in folded(ran.out)
    impact = repo.cli("plan", "--json").json["changes"][0]["impact"]
    assert [impact[key] for key in ("registered", "completed", "not_completed")] == [
        103,
        "at least 99",
        "fewer than 5",
    ]
    assert (kept(repo)[live]["registered"], kept(repo)[live]["completed"]) == (103, "at least 99")
    offline = repo.cli(*OFFLINE)
    assert "103 registered, at least 99 completed, fewer than 5 not completed" in folded(offline.out)
    for text in (ran.text, offline.text, people_file(repo).read_text(encoding="utf-8")):
        assert "100" not in text.replace("100%", "")


# --- beside the state -------------------------------------------------------------------------------------------------


def test_what_a_plan_was_told_a_plan_without_a_key_shows_with_its_age(
    repo: Repo, served: Served, live: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.edit(*WORDS)
    assert "unknown how many" in repo.cli(*OFFLINE).out
    assert repo.cli("plan").code == 0
    assert {key: kept(repo)[live][key] for key in ("registered", "completed")} == {"registered": 41, "completed": 17}
    assert set(kept(repo)[live]) == {"registered", "completed", "as_of"}
    state = repo.state()
    monkeypatch.delenv("HEYMILO_API_KEY")
    served.forget_requests()
    fresh = repo.cli(*OFFLINE)
    assert "24 not completed" in fresh.out
    assert "less than an hour ago" in folded(fresh.out)
    old = people_file(repo).read_text(encoding="utf-8").replace(kept(repo)[live]["as_of"], "2026-01-02T03:04:05Z")
    people_file(repo).write_text(old, encoding="utf-8")
    markdown = repo.cli(*OFFLINE, "--format", "markdown").out
    assert "**24 not completed**, as of **2026-01-02 03:04 UTC, " in markdown
    assert "days ago**" in markdown
    impact = repo.cli(*OFFLINE, "--json").json["changes"][0]["impact"]
    assert impact["as_of"] == "2026-01-02T03:04:05Z"
    assert impact["age_hours"] > 24
    assert (repo.state(), served.requests()) == (state, [])


def test_counts_that_can_not_be_kept_are_one_line_and_no_other_exit_code(
    repo: Repo, served: Served, live: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.edit(*WORDS)
    people_file(repo).mkdir()
    for args in (("plan",), ("plan", "--json"), ("plan", "--format", "markdown"), GO):
        ran = repo.cli(*args)
        assert ran.code == 0, ran.text
        assert ran.err.count("could not be kept beside the state") == 1


def test_a_file_of_counts_that_is_broken_stops_nothing(repo: Repo, served: Served, live: str) -> None:
    repo.edit(*WORDS)
    people_file(repo).write_text("{", encoding="utf-8")
    assert "unknown how many" in repo.cli(*OFFLINE).out
    assert repo.cli("plan").code == 0
    assert kept(repo)[live]["registered"] == 41


def test_people_off_keeps_counts_out_of_files_and_reviews(repo: Repo, served: Served, live: str) -> None:
    repo.edit(*WORDS)
    assert repo.cli("plan").code == 0
    assert people_file(repo).exists()
    config(repo, "people: off")
    served.forget_requests()
    assert repo.cli("plan").code == 0
    assert asked(served) == []
    guard(repo, replace=20)
    for args in (("plan",), ("plan", "--format", "markdown"), ("plan", "--json"), GO):
        ran = repo.cli(*args)
        assert ran.code == 1
        assert "PL130" in ran.text
        for words in (" registered,", "24 ", "41 ", "=24", '"impact"'):
            assert words not in ran.text, (args, words)
    assert not people_file(repo).exists()
    ran = repo.cli(*GO, "--allow-impact", "support=24")
    assert ran.code == 0, ran.text
    assert not people_file(repo).exists()


# --- limits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "action"),
    [(WORDS, "replace"), (SETTING, "update"), (None, "archive")],
    ids=["replace", "update", "archive"],
)
def test_more_people_than_the_limit_stop_a_change(
    repo: Repo, served: Served, live: str, edit: tuple[str, str] | None, action: str
) -> None:
    guard(repo, **{action: 24})
    repo.write("other")
    assert repo.cli(*GO).code == 0
    if edit is None:
        (repo.root / "postings/support.yaml").unlink()
    else:
        repo.edit(*edit)
    assert repo.cli("plan").code == 0
    people(served, live, 42, 17)
    served.forget_requests()
    for args in (("plan",), GO):
        ran = repo.cli(*args)
        assert (ran.code, "PL130" in ran.out) == (1, True)
        assert f"more than the 24 that guards.max_affected.{action} in heymilo.yaml allows" in folded(ran.out)
        assert "who was knocked out or gave up is among them" in folded(ran.out)
    assert repo.cli(*GO, "--allow-impact", "support=24").code == 1
    assert {each["method"] for each in served.requests()} == {"GET"}
    ran = repo.cli(*GO, "--allow-impact", "support=25")
    assert ran.code == 0, ran.text
    assert repo.posting()["revisions"][-1]["allowed"] == ["--allow-impact support=25"]
    shown = repo.cli("history", "support")
    assert "--allow-impact support=25" in shown.out
    assert repo.cli("history", "support", "--json").json["postings"]["support"]["revisions"][-1]["allowed"]


def test_unknown_counts_as_more_than_any_limit(
    repo: Repo, served: Served, live: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.edit(*WORDS)
    guard(repo, replace=1000)
    served.fault("refuse", method="GET", path="*/stats", status=409)
    served.forget_requests()
    for args in (("plan",), GO, (*GO, "--allow-impact", "support=9999")):
        ran = repo.cli(*args)
        assert (ran.code, "PL130" in ran.text, "`--allow-impact support=unknown`" in folded(ran.out)) == (1, True, True)
    assert {each["method"] for each in served.requests()} == {"GET"}
    assert repo.cli(*GO, "--allow-impact", "support=unknown").code == 0


def test_people_are_asked_for_again_right_before_the_first_write(
    repo: Repo, served: Served, live: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever registers while a plan is read counts, whatever number was printed."""
    guard(repo, replace=30)
    repo.edit(*WORDS)
    saved = str(repo.root / "saved.json")
    assert repo.cli("plan", "--out", saved).code == 0
    people(served, live, 80, 17)
    served.forget_requests()

    def kept_snapshots(*_: object) -> None:
        raise AssertionError("something was written")

    assert repo.cli("apply", saved).code == 1
    monkeypatch.setattr(run, "keep_snapshots", kept_snapshots)
    monkeypatch.setattr("heymilo_ops.usecases.plan.with_people", partial(_planned_before, live))
    ran = repo.cli(*GO)
    assert ran.code == 1, ran.text
    assert "support: it would be replaced, and 63 people" in folded(ran.err)
    assert "Nothing was written" in ran.err
    assert {each["method"] for each in served.requests()} == {"GET"}


def _planned_before(live: str, inputs: PlanInput, plan: Plan, *_: object) -> tuple[Plan, str]:
    """What a plan knew before the people registered."""
    return assess(replace(inputs, people={live: People(41, 17, "2026-11-28T00:00:00Z")}), plan), ""


def test_a_plan_without_a_key_says_that_an_apply_would_stop(repo: Repo, served: Served, live: str) -> None:
    repo.edit(*WORDS)
    guard(repo, replace=20)
    unknown = repo.cli(*OFFLINE)
    assert unknown.code == 0
    assert "an apply would stop where HeyMilo doesn't say how many" in folded(unknown.out)
    assert repo.cli("plan").code == 1
    ran = repo.cli(*OFFLINE)
    assert (ran.code, "PL131" in ran.out) == (0, True)
    assert "an apply would stop: it would be replaced, and as of" in folded(ran.out)


def test_a_saved_plan_goes_on_with_other_numbers_and_stops_at_the_same_limit(
    repo: Repo, served: Served, live: str, tmp_path: Path
) -> None:
    guard(repo, replace=20)
    repo.edit(*WORDS)
    saved = str(tmp_path / "saved.json")
    assert repo.cli("plan", "--out", saved).code == 1
    out = repo.cli("plan", "--out", saved, "--allow-impact", "support=24")
    assert (out.code, f"apply {saved} --allow-impact support=24" in out.err) == (0, True)
    assert "24 not completed" in repo.cli("show", saved).out
    people(served, live, 42, 17)
    for args in ((), ("--allow-impact", "support=24")):
        refused = repo.cli("apply", saved, *args)
        assert (refused.code, "PL130" in refused.out) == (1, True), refused.text
    done = repo.cli("apply", saved, "--allow-impact", "support=30")
    assert done.code == 0, done.text
    assert "24 people not completed in the file, 25 people not completed now" in folded(done.err)


def test_an_offline_plan_that_was_saved_is_applied_with_what_heymilo_says(
    repo: Repo, served: Served, live: str, tmp_path: Path
) -> None:
    guard(repo, replace=30)
    repo.edit(*WORDS)
    saved = str(tmp_path / "saved.json")
    assert repo.cli(*OFFLINE, "--out", saved).code == 0
    done = repo.cli("apply", saved)
    assert done.code == 0, done.text


def test_a_rollback_is_held_against_the_same_limits(repo: Repo, served: Served, live: str) -> None:
    repo.edit(*WORDS)
    assert repo.cli(*GO).code == 0
    people(served, str(repo.posting()["posting_id"]), 41, 17)
    guard(repo, replace=20)
    back = ("rollback", "support", "--no-write", "--auto-approve")
    refused = repo.cli(*back)
    assert (refused.code, "PL130" in refused.out, "24 not completed" in refused.out) == (1, True, True)
    assert repo.cli(*back, "--allow-impact", "support=24").code == 0
    assert repo.posting()["revisions"][-1]["allowed"] == ["--allow-impact support=24"]


@pytest.mark.parametrize("value", ["support", "support=", "=3", "support=-1", "support=many", "support=1=2"])
def test_what_is_no_allowance_is_refused(repo: Repo, value: str) -> None:
    ran = repo.cli("plan", "--allow-impact", value)
    assert (ran.code, "NAME=N" in ran.err) == (64, True)


def test_an_allowance_is_given_once_and_for_a_posting_that_is_there(repo: Repo, served: Served, live: str) -> None:
    twice = repo.cli("plan", "--allow-impact", "support=1", "--allow-impact", "support=2")
    assert (twice.code, "support is given twice" in twice.err) == (64, True)
    unknown = repo.cli("plan", "--allow-impact", "suport=1")
    assert (unknown.code, "did you mean support?" in unknown.out) == (1, True)


def test_lowering_a_limit_on_a_branch_is_shown(repo: Repo, served: Served, live: str) -> None:
    guard(repo, replace=20)
    assert repo.cli(*GO).code == 0
    text = (repo.root / "heymilo.yaml").read_text(encoding="utf-8")
    (repo.root / "heymilo.yaml").write_text(text.replace('"replace": 20', '"replace": 2000'), encoding="utf-8")
    config(repo, "people: off")
    said = folded(repo.cli(*OFFLINE).out)
    assert "guards.max_affected in heymilo.yaml is replace: 2000; at the last apply it was replace: 20" in said
    assert "people in heymilo.yaml is off; at the last apply it was on" in said


def test_the_prompt_says_whom_it_concerns(
    repo: Repo, served: Served, live: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heymilo_ops.cli.session.Session.interactive", True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: "no")
    monkeypatch.delenv("CI", raising=False)
    repo.edit(*WORDS)
    ran = repo.cli("apply")
    assert ran.code == 1
    question = ran.out[ran.out.index("Apply to production") :]
    assert "People of support: 41 registered, 17 completed, 24 not completed" in question
    assert MEANS in folded(question)
