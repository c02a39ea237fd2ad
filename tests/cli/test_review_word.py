"""``plan --format docx`` and ``review read``: a Word file out, and what came back."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Repo
from tests.review.word_edits import edited, settle_in, type_in


def write(repo: Repo) -> Path:
    file = repo.root / "review.docx"
    ran = repo.cli("plan", "--refresh", "none", "--format", "docx", "--output", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert f"The review is in {file}." in ran.err
    return file


def test_what_came_back_is_listed_with_file_and_key_and_nothing_is_written(repo: Repo) -> None:
    file = write(repo)
    data = repo.cli("review", "read", str(file), "--json").json["passages"]
    assert {item["status"] for item in data} == {"open"}
    assert {item["path"] for item in data} == {"postings/support.yaml"}
    title = next(n for n, item in enumerate(data) if item["name"] == "Title")
    asked = next(n for n, item in enumerate(data) if item["label"] == "Question 1" and not item["name"])
    file.write_bytes(
        edited(file.read_bytes(), settle_in(title, "ins"), settle_in(asked, "ins"), type_in(asked, " Why?"))
    )
    before = {path: path.read_bytes() for path in repo.root.rglob("*") if path.is_file()}
    ran = repo.cli("review", "read", str(file))
    assert ran.code == 0
    assert "postings/support.yaml" in ran.out
    assert "accepted  At a glance: Title" in ran.out
    assert "edited  Question 1" in ran.out
    assert "{+ Why?+}" in ran.out or "{+Why?+}" in ran.out
    assert "1 accepted, 1 edited" in ran.out
    assert "Nothing was written" in ran.out
    assert {path: path.read_bytes() for path in repo.root.rglob("*") if path.is_file()} == before


def test_a_posting_that_is_gone_is_named(repo: Repo) -> None:
    file = write(repo)
    file.write_bytes(edited(file.read_bytes(), settle_in(0, "ins")))
    (repo.root / "postings" / "support.yaml").unlink()
    ran = repo.cli("review", "read", str(file))
    assert "support: no manifest of this repo has that name" in ran.out


def test_another_file_is_refused(repo: Repo) -> None:
    file = repo.root / "letter.docx"
    file.write_bytes(b"not a file of Word")
    ran = repo.cli("review", "read", str(file))
    assert ran.code == 1
    assert "was not made by plan --format docx" in ran.err


def test_a_word_file_is_not_printed(repo: Repo) -> None:
    ran = repo.cli("plan", "--refresh", "none", "--format", "docx")
    assert ran.code == 64
    assert "--output FILE.docx" in ran.err
