"""What a rollback makes of the manifest file: comments and layout stay, and no work is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Repo, Served

BACK = ("rollback", "support", "--auto-approve")
COMMENTED = {
    "title: Support Agent": "title: Support Agent  # as on the careers page",
    "      - key: unknown": "      # Asked since the spring.\n      - key: unknown  # by Ada",
    "        text: Explain something": "        # heymilo-ops: allow CX150 a test\n        text: Explain something",
    "description: Help customers by chat and phone, and see it through until it works again.": (
        "description: >-  # for the page\n  Help customers by chat and phone,\n"
        "  and see it through until it works again."
    ),
}
NEWER = """\
      - key: newer  # by Bo
        # Why newer.
        text: Which tool did you learn last year, and what did you use it for?
        question_type: scored
        evaluation_criteria: Listen for a tool that was learned, and for what it was used for.
        score_of_1: Names a tool, and nothing that was done with it.
        score_of_5: Names the tool, how it was learned, and what became of its first use.
        score_weight: 1
"""


def git(root: Path, *args: str) -> None:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@acme.test")
    subprocess.run(["git", *identity, *args], cwd=root, check=True, capture_output=True)


def commit(root: Path, *args: str) -> None:
    git(root, "add", "postings")
    git(root, "commit", "-qm", "as it is", *args)


@pytest.fixture
def twice(repo: Repo, served: Served) -> Repo:
    """A commented manifest, outside git, applied with two designs."""
    repo.write(**COMMENTED)
    repo.cli("apply", "--auto-approve")
    repo.edit("as if I had never heard of it.", "as if we had never heard of it.")
    assert repo.cli("apply", "--auto-approve").code == 0
    assert len(repo.posting()["revisions"]) == 2
    return repo


def in_no_git(repo: Repo) -> None:
    pass


def applied_before_it_was_committed(repo: Repo) -> None:
    git(repo.root, "init", "-q")
    commit(repo.root)


def cloned_without_history(repo: Repo) -> None:
    state = repo.root / ".heymilo/state/production/state.json"
    text = state.read_text(encoding="utf-8")
    assert '"commit": null' in text
    state.write_text(text.replace('"commit": null', f'"commit": "{"a1" * 20}"'), encoding="utf-8")
    applied_before_it_was_committed(repo)


@pytest.mark.parametrize("form", ["LF", "CRLF", "CRLF and mark"])
@pytest.mark.parametrize("kept", [in_no_git, applied_before_it_was_committed, cloned_without_history])
def test_one_line_of_the_file_changes(twice: Repo, kept: Callable[[Repo], None], form: str) -> None:
    path = twice.root / "postings/support.yaml"
    text = path.read_bytes()
    if form != "LF":
        text = text.replace(b"\n", b"\r\n")
    if form.endswith("mark"):
        text = b"\xef\xbb\xbf" + text
    path.write_bytes(text)
    kept(twice)
    ran = twice.cli(*BACK)
    assert ran.code == 0, ran.text
    assert path.read_bytes() == text.replace(b"as if we had", b"as if I had")
    assert "postings/support.yaml will be edited in place." in ran.out
    assert "go with" not in ran.out
    assert twice.cli("plan", "--detailed-exitcode").code == 0


def test_the_file_of_then_comes_back_in_the_form_of_today(repo: Repo, served: Served) -> None:
    git(repo.root, "init", "-q")
    commit(repo.root)
    repo.cli("apply", "--auto-approve")
    path = repo.root / "postings/support.yaml"
    text = path.read_bytes()
    path.write_bytes(text.replace(b"# This comment has to", b"# It needs not").replace(b"I had", b"we had"))
    repo.cli("apply", "--auto-approve")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    commit(repo.root)
    ran = repo.cli(*BACK)
    assert ran.code == 0, ran.text
    assert path.read_bytes() == text.replace(b"\n", b"\r\n")
    first = repo.posting()["revisions"][0]["commit"]
    assert f"will be written as commit {first[:12]} has it." in " ".join(ran.out.split())
    assert "# It needs not survive." in ran.out
    assert "`git show HEAD:postings/support.yaml` has what is there now" in " ".join(ran.out.split())


def test_what_was_applied_and_not_committed_is_edited_in_place(repo: Repo, served: Served) -> None:
    git(repo.root, "init", "-q")
    commit(repo.root)
    repo.cli("apply", "--auto-approve")
    repo.edit("I had never heard of it.", "we had never heard of it.  # newer words")
    repo.edit("# This comment has to survive.", "# This comment is in no commit.")
    repo.cli("apply", "--auto-approve")
    text = repo.read()
    assert repo.cli(*BACK).code == 0
    assert repo.read() == text.replace("we had never", "I had never")


def test_what_cannot_be_kept_is_said_before_the_yes(twice: Repo, served: Served) -> None:
    twice.edit("      - key: plain\n", NEWER + "      - key: plain\n")
    assert twice.cli("apply", "--auto-approve").code == 0
    text = twice.read()
    served.forget_requests()
    asked = twice.cli("rollback", "support")
    assert asked.code == 1
    assert "Comments of postings/support.yaml that go with what they stand at: # by Bo; # Why newer." in asked.out
    assert "git show" not in asked.out
    assert twice.read() == text
    assert served.requests("POST") == []
    assert twice.cli(*BACK).code == 0
    assert "# by Bo" not in twice.read()
    assert "# by Ada" in twice.read()


def in_the_work_tree(repo: Repo) -> None:
    git(repo.root, "init", "-q")
    commit(repo.root)
    repo.edit("title: Support Agent", "title: Support Colleague")


def only_staged(repo: Repo) -> None:
    in_the_work_tree(repo)
    git(repo.root, "add", "postings")


def outside_git(repo: Repo) -> None:
    repo.edit("2035-01-31", "2036-01-31")


def broken(repo: Repo) -> None:
    repo.edit("title: Support Agent", "title: [Support, Agent]")


def of_another_posting(repo: Repo) -> None:
    repo.edit("name: support", "name: other")


def of_another_posting_and_committed(repo: Repo) -> None:
    of_another_posting(repo)
    git(repo.root, "init", "-q")
    commit(repo.root)


@pytest.mark.parametrize(
    "work", [in_the_work_tree, only_staged, outside_git, broken, of_another_posting, of_another_posting_and_committed]
)
def test_work_that_is_nowhere_else_is_not_written_over(
    twice: Repo, served: Served, work: Callable[[Repo], None]
) -> None:
    work(twice)
    text = twice.read()
    served.forget_requests()
    ran = twice.cli(*BACK)
    assert ran.code == 1, ran.text
    said = "is that of other by now" if "another" in work.__name__ else "neither applied nor committed"
    assert said in ran.err
    assert "--no-write" in ran.err
    assert served.requests("POST") == served.requests("PATCH") == []
    assert twice.read() == text
    assert twice.cli(*BACK, "--no-write").code == 0
    assert twice.read() == text


def test_what_is_committed_and_broken_is_put_right(twice: Repo) -> None:
    broken(twice)
    applied_before_it_was_committed(twice)
    ran = twice.cli(*BACK)
    assert ran.code == 0, ran.text
    assert "# as on the careers page" in twice.read()
    assert twice.cli("plan", "--detailed-exitcode").code == 0


def test_a_deleted_manifest_comes_back_as_the_last_commit_has_it(twice: Repo) -> None:
    applied_before_it_was_committed(twice)
    text = twice.read()
    (twice.root / "postings/support.yaml").unlink()
    ran = twice.cli(*BACK)
    assert ran.code == 0, ran.text
    assert "isn't there" in ran.out
    assert twice.read() == text.replace("as if we had", "as if I had")


def test_a_file_that_is_saved_meanwhile_is_left(twice: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.usecases import rollback

    real = rollback.carry_out

    def and_save(*args: object, **more: object) -> object:
        code = real(*args, **more)  # type: ignore[arg-type]
        twice.edit("Support Agent", "Support Colleague")
        return code

    monkeypatch.setattr(rollback, "carry_out", and_save)
    ran = twice.cli(*BACK)
    assert ran.code == 3
    assert "was changed meanwhile" in ran.err
    assert "Support Colleague" in twice.read()
    assert len(twice.posting()["revisions"]) == 3


def test_a_file_that_cannot_be_written_is_said(twice: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.cli.conftest import full_disk_for

    full_disk_for(monkeypatch, "support.yaml")
    ran = twice.cli(*BACK)
    assert ran.code == 3
    assert "can't be written: No space left on device" in ran.err


def test_a_name_that_no_posting_has_is_a_finding(twice: Repo) -> None:
    ran: Ran = twice.cli(*BACK, "--allow-unmarked", "suport")
    assert ran.code == 1
    assert "PL401" in ran.text
    assert "did you mean support?" in ran.text
    assert len(twice.posting()["revisions"]) == 2
