"""What is checked less than on the default branch, in a repository of git."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.plan.review_input import LoosenedSetting, ReviewInput, Uncompared
from heymilo_ops.usecases.plan import PlanOptions, plan_workspace
from heymilo_ops.usecases.project import Invocation, read_project
from heymilo_ops.usecases.review import review_input

CONFIG = """\
version: 1
project: acme
workspaces:
  here: {sandbox: true}
"""
POSTING = """\
name: nurse
title: Night Nurse
deadline: "2035-01-31T18:00:00Z"
interview_process_overview: You are talking to an AI. It is recorded. A nurse decides who goes on; write to us.
workflow:
  - type: form
    questions:
      - {text: How many years have you worked nights?, question_type: number}
"""
ALLOW = "# heymilo-ops: allow ST101 "

Rows = list[tuple[Any, ...]]


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for name in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "CI"):
        monkeypatch.delenv(name, raising=False)


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def committed(top: Path, root: Path, files: dict[str, str], branch: str = "main") -> None:
    """Make a repository with one commit on its default branch, and go on to another branch."""
    root.mkdir(parents=True, exist_ok=True)
    write(root, **{"heymilo.yaml": CONFIG, "postings/nurse.yaml": POSTING, **files})
    git(top, "init", "-q", "-b", branch)
    git(top, "add", "-A")
    git(top, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-qm", "first")


def review_in(root: Path) -> ReviewInput:
    workspace = read_project(Invocation(root, "here")).workspace()
    return review_input(plan_workspace(workspace, PlanOptions(refresh="none")), workspace)


def row(setting: LoosenedSetting) -> tuple[Any, ...]:
    place = setting.place
    return (
        setting.kind.value,
        setting.name,
        setting.before,
        setting.after,
        f"{place.path}:{place.line}",
        setting.address,
    )


@pytest.fixture
def compare(tmp_path: Path) -> Callable[..., Rows]:
    """Return what is loosened from some files to others; an empty text deletes a file."""

    def comparing(before: dict[str, str], after: dict[str, str], below: str = "") -> Rows:
        top = tmp_path / "repo"
        root = top / below
        committed(top, root, before)
        git(top, "checkout", "-qb", "change")
        for name, text in after.items():
            if text:
                write(root, **{name: text})
            else:
                (root / name).unlink()
        review = review_in(root)
        assert review.base == review.commit == git(top, "rev-parse", "HEAD") and review.committed_at
        assert review.uncompared == ()
        return [row(setting) for setting in review.loosened]

    return comparing


def test_outside_git_it_is_said_that_nothing_can_be_compared(tmp_path: Path) -> None:
    write(tmp_path, **{"heymilo.yaml": CONFIG, "postings/nurse.yaml": POSTING})
    review = review_in(tmp_path)
    assert [item.why for item in review.uncompared] == [Uncompared.NO_COMMIT]
    assert (review.loosened, review.base, review.commit, review.committed_at) == ((), None, None, None)


def test_without_a_default_branch_only_the_last_commit_is_compared(tmp_path: Path) -> None:
    committed(tmp_path, tmp_path, {}, branch="trunk")
    write(tmp_path, **{"heymilo.yaml": f"{CONFIG}people: 'off'\n"})
    review = review_in(tmp_path)
    assert [item.why for item in review.uncompared] == [Uncompared.NO_BRANCH]
    assert [item.name for item in review.loosened] == ["people"]


def test_a_clone_without_the_commit_where_the_branches_parted(tmp_path: Path) -> None:
    committed(tmp_path, tmp_path, {})
    git(tmp_path, "checkout", "-q", "--orphan", "change")
    git(tmp_path, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-qm", "other")
    assert [item.why for item in review_in(tmp_path).uncompared] == [Uncompared.NO_FORK]


def test_lint_settings_by_what_they_do(compare: Callable[..., Rows]) -> None:
    before = f"{CONFIG}lint: {{extend_select: [FR142], severity: {{KO101: warning}}, baseline: old.json}}\n"
    lint = "ignore: [FR109, RB1], severity: {KO: info, CX140: error}, per_file_ignores: {'postings/*': [ST]}"
    after = f"{CONFIG}lint: {{{lint}}}\n"
    rows = compare({"heymilo.yaml": before}, {"heymilo.yaml": after})
    by_name = {name: (kind, was, is_now) for kind, name, was, is_now, *_ in rows}
    assert rows[0][:2] == ("lint", "FR109"), "errors come first"
    assert by_name["FR109"] == ("lint", "error", None)
    assert by_name["RB101"] == ("lint", "error", None)
    assert by_name["FR142"] == ("lint", "preview", None)
    assert by_name["KO101"] == ("severity", "warning", "info")
    assert by_name["lint.per_file_ignores.postings/*"] == ("lint", None, ["ST"])
    assert "CX140" not in by_name and "FR131" not in by_name


def test_a_lint_setting_that_can_no_longer_be_read_is_named(tmp_path: Path) -> None:
    committed(tmp_path, tmp_path, {"heymilo.yaml": f"{CONFIG}lint: {{ignore: 7}}\n"})
    write(tmp_path, **{"heymilo.yaml": f"{CONFIG}lint: {{ignore: [FR]}}\n"})
    assert [(item.why, item.path) for item in review_in(tmp_path).uncompared] == [
        (Uncompared.UNREADABLE, "heymilo.yaml: lint")
    ]


def test_files_that_can_no_longer_be_read_are_named(tmp_path: Path) -> None:
    committed(tmp_path, tmp_path, {"heymilo.yaml": "version: [\n", "heymilo-exceptions.yaml": "version: [\n"})
    write(tmp_path, **{"heymilo.yaml": CONFIG, "heymilo-exceptions.yaml": "version: 1\nexceptions: []\n"})
    assert [item.path for item in review_in(tmp_path).uncompared] == ["heymilo.yaml", "heymilo-exceptions.yaml"]


def exception(code: str, until: str | None = None) -> str:
    last = f", until: {until}" if until else ""
    return f"  - {{code: {code}, posting: nurse, reason: agreed{last}}}\n"


def test_exceptions_that_are_new_or_last_longer(compare: Callable[..., Rows]) -> None:
    head = "version: 1\nexceptions:\n"
    before = head + exception("RB101", "2030-01-31") + exception("KO101") + exception("ST101", "2030-01-31")
    after = (
        head
        + exception("RB101", "2031-01-31")
        + exception("KO101")
        + exception("CX140")
        + exception("ST101", "2029-01-31")
    )
    place = "heymilo-exceptions.yaml"
    assert compare({place: before}, {place: after}) == [
        ("exception", "CX140", None, "agreed, for good", f"{place}:5", "nurse"),
        ("exception", "RB101", "agreed, until 2030-01-31", "agreed, until 2031-01-31", f"{place}:3", "nurse"),
    ]


def test_a_file_of_exceptions_that_is_gone_or_new(compare: Callable[..., Rows]) -> None:
    text = "version: 1\nexceptions:\n" + exception("RB101")
    assert compare({"heymilo-exceptions.yaml": text}, {"heymilo-exceptions.yaml": ""}) == []


def baseline(*codes: str) -> str:
    entries = [
        {"code": code, "posting": "nurse", "question": "", "field": "title", "text": "sha256:x"} for code in codes
    ]
    return json.dumps({"format_version": "1.0", "findings": entries})


NAMED = f"{CONFIG}lint: {{baseline: known.json}}\n"


def test_entries_that_are_new_in_the_baseline(compare: Callable[..., Rows]) -> None:
    before = {"heymilo.yaml": NAMED, "known.json": baseline("ST101")}
    assert compare(before, {"known.json": baseline("ST101", "FR131")}) == [
        ("baseline", "FR131", None, "title", "known.json:1", "nurse")
    ]


def test_a_baseline_that_is_named_now(compare: Callable[..., Rows]) -> None:
    assert [name for _, name, *_ in compare({}, {"heymilo.yaml": NAMED, "known.json": baseline("ST101")})] == ["ST101"]


def test_a_baseline_that_was_no_baseline_is_named(tmp_path: Path) -> None:
    committed(tmp_path, tmp_path, {"heymilo.yaml": NAMED, "known.json": "{}"})
    write(tmp_path, **{"known.json": baseline("ST101")})
    review = review_in(tmp_path)
    assert [item.path for item in review.uncompared] == ["known.json"] and review.loosened == ()


def test_comments_that_are_new_or_last_longer(compare: Callable[..., Rows]) -> None:
    old = f"{POSTING}{ALLOW}agreed until=2030-01-31\n# heymilo-ops: allow RB101 agreed\n"
    other = "# heymilo-ops: allow RB101 agreed\n# heymilo-ops: allow CX140 agreed\n"
    new = f"{POSTING}{other}{ALLOW}agreed until=2031-01-31\n"
    shared = "postings/_shared/questions/years.yaml"
    question = "text: How many years?\nmodality: form\nquestion_type: number\n"
    rows = compare(
        {"postings/nurse.yaml": old, shared: question},
        {
            "postings/nurse.yaml": "",
            "postings/night.yaml": new,
            shared: f"{question}# heymilo-ops: allow ST102 agreed\n",
        },
    )
    assert [(kind, name, was, is_now, address) for kind, name, was, is_now, _, address in rows] == [
        ("suppression", "CX140", None, "agreed, for good", "nurse"),
        ("suppression", "ST101", "agreed, until 2030-01-31", "agreed, until 2031-01-31", "nurse"),
        ("suppression", "ST102", None, "agreed, for good", ""),
    ]


def test_ops_of_a_manifest_that_was_renamed_and_of_defaults(compare: Callable[..., Rows]) -> None:
    defaults = "postings/_shared/defaults/{}.yaml"
    porter = POSTING.replace("nurse", "porter", 1)
    rows = compare(
        {
            defaults.format("strict"): "ops: {protect: true, jurisdictions: [EU, US-NY]}\n",
            defaults.format("loose"): "ops: {protect: true}\n",
            "postings/nurse.yaml": f"{POSTING}extends: strict\nops: {{on_drift: stop}}\n",
            "postings/porter.yaml": f"{porter}extends: loose\n",
            "postings/guard.yaml": POSTING.replace("nurse", "guard", 1),
        },
        {
            defaults.format("loose"): "ops: {protect: false}\n",
            "postings/nurse.yaml": "",
            "postings/ward.yaml": POSTING.replace("nurse", "ward", 1)
            + "extends: strict\nops: {moved_from: nurse, protect: null, jurisdictions: [EU]}\n",
            "postings/new.yaml": POSTING.replace("nurse", "new", 1),
        },
    )
    assert [(name, was, is_now, address) for _, name, was, is_now, _, address in rows] == [
        ("ops.protect", True, False, "porter"),
        ("ops.protect", True, False, "ward"),
        ("ops.jurisdictions", ["EU", "US-NY"], ["EU"], "ward"),
    ]


def test_files_that_ci_runs_by_in_a_repo_below_the_top(compare: Callable[..., Rows], tmp_path: Path) -> None:
    rows = compare(
        {
            "../.github/workflows/a.yml": "on: push\n",
            "../.github/workflows/b.yml": "on: push\n",
            "../action.yml": "x\n",
        },
        {
            "../.github/workflows/a.yml": "on: pull_request\n",
            "../.github/workflows/b.yml": "on: push\r\n",
            "../.github/actions/deep/action.yml": "x\n",
            "../action.yml": "",
        },
        below="hiring",
    )
    assert [(name, was is None, is_now is None) for _, name, was, is_now, *_ in rows] == [
        (".github/actions/deep/action.yml", True, False),
        (".github/workflows/a.yml", False, False),
        ("action.yml", False, True),
    ]


def test_a_file_of_ci_that_is_a_link_out_of_the_repository_is_another_one(
    compare: Callable[..., Rows], tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo" / ".pre-commit-config.yaml").symlink_to(tmp_path / "outside")
    (tmp_path / "repo" / "docs").mkdir()
    (tmp_path / "repo" / "docs" / "CODEOWNERS").mkdir()
    rows = compare({}, {})
    assert [(name, is_now) for _, name, _, is_now, *_ in rows] == [(".pre-commit-config.yaml", "unreadable")]
