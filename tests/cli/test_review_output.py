"""Where a review goes: stdout or a file, one plan at a time."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Repo


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_file_holds_what_would_be_printed(repo: Repo, form: str) -> None:
    repo.write()
    printed = repo.cli("plan", "--refresh", "none", "--format", form)
    path = repo.root / "review.out"
    ran = repo.cli("plan", "--refresh", "none", "--format", form, "--output", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert f"The review is in {path}." in ran.err
    assert path.read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_takes_a_review(repo: Repo, form: str) -> None:
    repo.write()
    ran = repo.cli("plan", "--format", form, "--output", "x")
    assert ran.code == 64 and f"--format {form} is none" in ran.err and "html" in ran.err
    assert not (repo.root / "x").exists()


@pytest.mark.parametrize("more", [("--format", "html"), ("--format", "markdown", "--output", "x")])
def test_a_page_or_a_file_holds_one_plan(repo: Repo, more: tuple[str, ...]) -> None:
    repo.write()
    ran = repo.cli("plan", "--all-workspaces", *more)
    assert ran.code == 64 and "-w NAME" in ran.err


def test_a_file_that_can_t_be_written_is_said(repo: Repo) -> None:
    repo.write()
    ran = repo.cli("plan", "--refresh", "none", "--format", "html", "--output", str(repo.root / "no/such/folder.html"))
    assert ran.code == 1 and "can't be written" in ran.err and "--output" in ran.err


def test_a_page_is_written_of_a_plan_with_errors(repo: Repo) -> None:
    """An error is the headline, never that nothing changes."""
    repo.write()
    repo.edit("score_weight: 4", "score_weight: 400")
    path = repo.root / "review.html"
    ran = repo.cli("plan", "--refresh", "none", "--format", "html", "--output", str(path))
    assert ran.code == 1
    page = path.read_text(encoding="utf-8")
    assert "<h1" in page and "Must fix 1" in page.partition("</h1>")[0]
