"""What a review is made of, gathered from a repo: both designs, and the findings that a reader has to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.cli.main import run
from heymilo_ops.plan.review_input import DismissedAs, ReviewInput, Role
from heymilo_ops.usecases.plan import PlanOptions, plan_workspace
from heymilo_ops.usecases.project import Invocation, read_project
from heymilo_ops.usecases.review import review_input

CONFIG = """\
version: 1
project: acme
default_workspace: here
workspaces:
  here: {sandbox: true}
"""
NOTICE = "You are talking to an AI. It is recorded. A nurse decides who goes on; reply to reach a person."


def posting(name: str, text: str = "Tell me about a queue that you shortened.", more: str = "") -> str:
    return f"""\
name: {name}
title: Night Nurse
deadline: "2035-01-31T18:00:00Z"
interview_process_overview: {NOTICE}
workflow:
  - type: web_interview
    questions:
      - key: queue
        text: {text}
        not_scored: true
{more}"""


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "heymilo.yaml").write_text(CONFIG)
    (tmp_path / "postings").mkdir()
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / "postings" / f"{name}.yaml").write_text(text)


def review_of(root: Path) -> ReviewInput:
    workspace = read_project(Invocation(root, "here")).workspace()
    return review_input(plan_workspace(workspace, PlanOptions(refresh="none")), workspace)


def codes(review: ReviewInput) -> list[tuple[str, bool, bool, str | None]]:
    return [
        (item.finding.code, item.must_fix, item.in_plan, item.dismissed_as.value if item.dismissed_as else None)
        for item in review.findings
    ]


def test_a_new_posting_has_no_design_before(repo: Path) -> None:
    write(repo, "nurse", posting("nurse"))
    review = review_of(repo)
    designs = review.designs["nurse"]
    assert designs.before is None and designs.after is not None and designs.after["title"] == "Night Nurse"
    assert designs.after_keys == {"/workflow/0/questions/0": "queue"}
    assert (review.public, review.human_review, review.reviewers) == (False, "", {})


def test_both_designs_of_what_changes_and_of_what_ends(repo: Path) -> None:
    for name in ("nurse", "porter", "guard", "ward"):
        write(repo, name, posting(name))
    assert run(["-C", str(repo), "apply", "--auto-approve"]) == 0
    write(repo, "nurse", posting("nurse", "Tell me about a queue that you have shortened."))
    write(repo, "guard", posting("guard", more="ops: {protect: true}\n"))
    (repo / "postings" / "porter.yaml").unlink()
    review = review_of(repo)
    assert review.designs.keys() == {"guard", "nurse", "porter"}
    nurse, porter, guard = (review.designs[name] for name in ("nurse", "porter", "guard"))
    assert nurse.before is not None and nurse.after is not None and nurse.before != nurse.after
    assert nurse.before_keys == nurse.after_keys != {}
    assert porter.before is not None and porter.after is None
    assert guard.before == guard.after and guard.before is not None


def test_a_design_that_was_lost_isnt_known(repo: Path) -> None:
    write(repo, "nurse", posting("nurse"))
    assert run(["-C", str(repo), "apply", "--auto-approve"]) == 0
    for snapshot in (repo / ".heymilo/state/here/snapshots").iterdir():
        snapshot.unlink()
    write(repo, "nurse", posting("nurse", "Another question?"))
    assert review_of(repo).designs["nurse"].before is None


def test_findings_of_postings_in_the_plan_and_errors_of_those_left_out(repo: Path) -> None:
    asked = "How did you learn to speak English so well?"
    write(repo, "nurse", posting("nurse", asked))
    write(repo, "porter", posting("porter").replace("not_scored: true", "score_weight: 77"))
    review = review_of(repo)
    first, *others = review.findings
    assert codes(review)[0][1:] == (True, False, None) and first.addresses == ("porter",)
    assert review.must_fix == (first,)
    about = next(item for item in others if item.finding.code == "FR121" or item.is_fairness)
    assert about.in_plan and about.quoted == asked and about.why and about.finding.proposal
    assert all(item.addresses == ("nurse",) for item in others)


def test_findings_that_dont_count_say_how_they_came_not_to(repo: Path) -> None:
    asked = "How did you learn to speak English so well? # heymilo-ops: allow FR126 reason=false-alarm ticket=HR-1"
    write(repo, "nurse", posting("nurse", asked, more="redirect_url: https://staging.acme.coop/thanks\n"))
    (repo / "heymilo.yaml").write_text(CONFIG + "lint: {ignore: [CX121]}\n")
    dismissed = {item.finding.code: item for item in review_of(repo).findings if item.dismissed}
    assert dismissed["FR126"].dismissed_as is DismissedAs.SUPPRESSED
    assert dismissed["FR126"].dismissed is not None and dismissed["FR126"].dismissed.ticket == "HR-1"
    assert dismissed["FR126"].quoted == "How did you learn to speak English so well?"
    assert dismissed["CX121"].dismissed_as is DismissedAs.IGNORED and not dismissed["CX121"].must_fix


def test_findings_on_what_stays_as_it_is_are_left_out(repo: Path) -> None:
    write(repo, "nurse", posting("nurse", "How did you learn to speak English so well?"))
    assert run(["-C", str(repo), "apply", "--auto-approve"]) == 0
    assert review_of(repo).findings == ()


def test_an_error_of_a_rule_that_holds_a_posting_must_be_fixed(repo: Path) -> None:
    gate = """\
  - type: form
    config: {knockout_enabled: true}
    questions:
      - {text: How many years have you worked nights?, question_type: number, operator: gte, answer: 1,
         is_knockout: true}
"""
    write(
        repo, "nurse", posting("nurse", more=gate).replace("A nurse decides who goes on", "A person reads every answer")
    )
    promise = next(item for item in review_of(repo).findings if item.finding.code == "FR109")
    assert promise.must_fix and promise.in_plan and promise.is_error


def test_a_guard_of_the_plan_must_be_fixed(repo: Path) -> None:
    write(repo, "nurse", posting("nurse", more="ops: {protect: true}\n"))
    assert run(["-C", str(repo), "apply", "--auto-approve"]) == 0
    (repo / "postings" / "nurse.yaml").unlink()
    assert ("PL101", True, True, None) in codes(review_of(repo))


def test_settings_of_reviews(repo: Path) -> None:
    more = "reviewers: {legal: {team: '@acme/legal'}}\nhuman_review: A nurse looks.\npublic_repo: accepted\n"
    (repo / "heymilo.yaml").write_text(CONFIG + more)
    write(repo, "nurse", posting("nurse"))
    review = review_of(repo)
    assert (review.public, review.human_review) == (True, "A nurse looks.")
    assert review.reviewers[Role.LEGAL].team == "@acme/legal" and review.reviewers[Role.LEGAL].classes is None
