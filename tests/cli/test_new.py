"""``new`` as a user runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Repo = Any


def test_a_new_posting_is_clean_and_is_planned(repo: Repo) -> None:
    ran = repo.cli("new", "support-den-haag", "--steps", "interview,form", "--language", "nl")
    assert (ran.code, ran.out) == (0, "  written  postings/support-den-haag.yaml\n")
    assert repo.cli("lint", "--fail-on", "warning").code == 0
    assert repo.cli("fmt", "--check").code == 0
    planned = repo.cli("plan", "--refresh", "none", "--target", "support-den-haag")
    assert planned.code == 0 and "support-den-haag" in planned.out


def test_an_interview_in_english_where_nothing_else_is_asked_for(repo: Repo) -> None:
    assert repo.cli("new", "clerk").code == 0
    text = repo.read("clerk")
    assert "type: web_interview" in text and "language: en" in text and "phone_number_id" not in text


def test_a_copy_of_another_one(repo: Repo) -> None:
    path = repo.write("support")
    ops = "ops: {protect: true, lifecycle: closed}\n"
    path.write_text("# As agreed in spring.\n" + path.read_text(encoding="utf-8") + ops, encoding="utf-8")
    assert repo.cli("new", "clerk", "--like", "support").code == 0
    copy = repo.read("clerk")
    assert copy.startswith("# As agreed in spring.\n")
    assert "name: clerk" in copy and "protect: true" in copy and "lifecycle" not in copy
    assert repo.cli("lint").code == 0


def test_a_copy_keeps_no_ops_that_are_about_the_other_one(repo: Repo) -> None:
    path = repo.write("support")
    path.write_text(path.read_text(encoding="utf-8") + "ops: {lifecycle: closed}\n", encoding="utf-8")
    assert repo.cli("new", "clerk", "--like", "support").code == 0
    assert "ops:" not in repo.read("clerk")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("Not A Name",), 64, "can't be a posting's name"),
        (("clerk", "--steps", "video"), 64, "no step 'video'"),
        (("clerk", "--language", "xx"), 64, "no texts in 'xx'"),
        (("clerk", "--like", "support", "--language", "nl"), 64, "--like copies"),
        (("clerk", "--like", "suport"), 64, "support"),
        (("support",), 1, "There is a posting 'support'"),
    ],
)
def test_what_can_not_be(repo: Repo, args: tuple[str, ...], code: int, words: str) -> None:
    before = sorted(Path(repo.root).rglob("*.yaml"))
    ran = repo.cli("new", *args)
    assert ran.code == code and words in ran.err
    assert sorted(Path(repo.root).rglob("*.yaml")) == before


def test_a_file_that_is_there_stays(repo: Repo) -> None:
    (repo.root / "postings" / "clerk.yaml").write_text("name: another\n", encoding="utf-8")
    ran = repo.cli("new", "clerk")
    assert ran.code == 1 and "postings/clerk.yaml is there" in ran.err
    assert repo.read("clerk") == "name: another\n"
