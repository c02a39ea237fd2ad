from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import full_disk_for

Repo = Any

JOB = "job_overview: You answer about thirty customers a day."


@pytest.fixture
def two(repo: Repo, served: Any) -> Repo:
    repo.write("support-leeds")
    return repo


def files(repo: Repo) -> dict[str, str]:
    paths = sorted(path for path in Path(repo.root).rglob("*") if path.is_file())
    return {path.relative_to(repo.root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def sent(repo: Repo) -> list[str]:
    return [repo.cli("render", name).out for name in ("support", "support-leeds")]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["text", "job_overviews", "--as", "job"], "job_overview"),
        (["text", "job_overview", "--as", "../job"], "can't name a shared file"),
        (["text", "job_overview", "--as", "job", "suport"], "Near: support"),
        (["text", "job_overview"], "--as"),
        (["question", "--as", "angry"], "KEY"),
    ],
)
def test_usage(two: Repo, args: list[str], said: str) -> None:
    before = files(two)
    ran = two.cli("share", *args)
    assert ran.code == 64
    assert said in ran.err
    assert files(two) == before


def test_nothing_to_share(repo: Repo) -> None:
    before = files(repo)
    ran = repo.cli("share", "text", "job_overview", "--as", "job")
    assert (ran.code, ran.out.split(":")[0]) == (0, "Nothing to share")
    assert files(repo) == before


def test_a_text_that_markdown_would_change_is_refused(two: Repo) -> None:
    for name in ("support", "support-leeds"):
        two.edit(JOB, "job_overview: |-\n  You answer.\n  You call back.", name)
    before = files(two)
    ran = two.cli("share", "text", "job_overview", "--as", "job")
    assert ran.code == 1
    assert "read back as another text" in ran.err
    assert files(two) == before


def test_a_dry_run_writes_nothing(two: Repo) -> None:
    before = files(two)
    ran = two.cli("share", "text", "job_overview", "--as", "job", "--dry-run")
    assert ran.code == 0
    assert "--- /dev/null\n+++ b/postings/_shared/texts/job.md\n" in ran.out
    assert f"\n-{JOB}\n+job_overview: {{file: job.md}}\n" in ran.out
    assert files(two) == before


def test_a_failed_write_leaves_every_file_as_it_was(two: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second manifest can't be replaced: the shared file and the first one are taken back."""
    before = files(two)
    full_disk_for(monkeypatch, "support.yaml")
    ran = two.cli("share", "text", "job_overview", "--as", "job")
    assert ran.code == 1
    assert "can't be written" in ran.err
    assert files(two) == before
    assert not (two.root / "postings" / "_shared").exists()


def test_sharing_changes_nothing_that_is_sent(two: Repo) -> None:
    assert two.cli("apply", "--auto-approve").code == 0
    before = sent(two)
    assert two.cli("fmt").code == 0
    assert two.cli("share", "text", "job_overview", "--as", "job").code == 0
    ran = two.cli("share", "question", "angry", "--as", "angry-customer", "support-leeds", "support")
    assert ran.out.splitlines()[0] == "postings/_shared/questions/angry-customer.yaml: written"
    shared = (two.root / "postings/_shared/questions/angry-customer.yaml").read_text(encoding="utf-8")
    assert shared.startswith("# yaml-language-server: $schema=../../../schemas/question.schema.json\ntext: Tell me")
    assert "      - use: angry-customer\n        key: angry\n" in two.read()
    assert "# This comment has to survive.\n" in two.read()
    assert sent(two) == before
    assert two.cli("fmt", "--check").code == 0
    assert two.cli("lint").code == 0
    assert "No changes" in two.cli("plan").out
    assert two.cli("share", "question", "angry", "--as", "angry-customer").out.startswith("Nothing to share")


def test_a_new_posting_joins(two: Repo) -> None:
    assert two.cli("share", "text", "job_overview", "--as", "job").code == 0
    two.write("support-york")
    ran = two.cli("share", "text", "job_overview", "--as", "job")
    assert ran.out.splitlines()[0] == "postings/_shared/texts/job.md: was there"
    assert "job_overview: {file: job.md}\n" in two.read("support-york")


def test_line_ends_and_marks_of_the_file_stay(two: Repo) -> None:
    path = two.root / "postings" / "support.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert two.cli("share", "text", "job_overview", "--as", "job").code == 0
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
