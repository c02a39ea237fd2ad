"""What a preview reads, again and again, of files that are being edited."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from heymilo_ops.cli.main import run
from heymilo_ops.errors import UsageError
from heymilo_ops.usecases.preview import Preview, PreviewFiles, PreviewVersion, watched
from heymilo_ops.usecases.preview_watch import watching
from heymilo_ops.usecases.project import Invocation, read_project

CONFIG = """\
version: 1
project: acme
default_workspace: sandbox
workspaces:
  sandbox: {sandbox: true}
"""
BAKER = """\
name: baker
title: Night Baker
description: Bake through the night.
deadline: "2035-01-31T18:00:00Z"
job_overview: Four nights a week, alone with the ovens.
interview_process_overview: You talk to an AI interviewer. It is recorded, and people decide.
workflow:
  - type: web_interview
    questions:
      - key: dough
        text: Your dough does not rise. What do you do about it?
        question_type: scored
        evaluation_criteria: Listen for causes that are looked for in turn.
        score_of_1: Throws it away.
        score_of_5: Looks at yeast, salt and heat in turn, and says which it was.
        score_weight: 3
"""


class Files:
    """A repo whose baker was applied, and what a preview of it reads."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("heymilo.yaml", CONFIG)
        self.write("postings/baker.yaml", BAKER)

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def preview(self, name: str | None = None, **options: bool) -> PreviewFiles:
        return PreviewFiles(read_project(Invocation(self.root, **options)), name)


def title(version: PreviewVersion | None) -> object:
    return version.form.get("title") if version is not None else None


def titles(preview: Preview, name: str = "baker") -> tuple[object, object]:
    posting = preview.postings[name]
    return title(posting.edited), title(posting.live)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture
def applied(files: Files) -> Iterator[Files]:
    assert run(["-C", str(files.root), "-w", "sandbox", "apply", "--auto-approve"]) == 0
    yield files


def test_what_is_edited_and_what_is_live(applied: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heymilo_ops.usecases.workspace.Workspace.client", None)  # no key is read, nobody is asked
    reading = applied.preview()
    assert titles(reading.read()) == ("Night Baker", "Night Baker")
    applied.write("postings/baker.yaml", BAKER.replace("Night Baker", "Day Baker"))
    preview = reading.read()
    assert titles(preview) == ("Day Baker", "Night Baker")
    assert preview.postings["baker"].live is not None
    assert dict(preview.postings["baker"].live.keys) == {"/workflow/0/questions/0": "dough"}
    (applied.root / "postings/baker.yaml").unlink()
    assert titles(reading.read()) == (None, "Night Baker")


def test_in_the_middle_of_typing_what_could_be_read_last_stays(files: Files) -> None:
    reading = files.preview()
    assert titles(reading.read()) == ("Night Baker", None)
    files.write("postings/baker.yaml", BAKER.replace("title: Night Baker", "title: [Day"))
    preview = reading.read()
    assert titles(preview) == ("Night Baker", None)
    assert [finding.code for finding in preview.postings["baker"].findings] == ["SY005"]
    assert preview.findings == ()
    files.write("postings/baker.yaml", BAKER.replace("score_weight: 3", "score_weight: much").replace("Night", "Day"))
    preview = reading.read()
    assert titles(preview)[0] == "Day Baker"
    assert any(finding.pointer.endswith("/score_weight") for finding in preview.postings["baker"].findings)


def test_a_broken_configuration_is_said_and_what_was_shown_stays(files: Files) -> None:
    reading = files.preview()
    reading.read()
    files.write("heymilo.yaml", "version: [")
    preview = reading.read()
    assert preview.problem and titles(preview) == ("Night Baker", None)
    files.write("heymilo.yaml", CONFIG)
    assert reading.read().problem == ""


def test_one_posting_is_shown_alone(files: Files) -> None:
    files.write("postings/other.yaml", BAKER.replace("name: baker", "name: other"))
    assert list(files.preview().read().postings) == ["baker", "other"]
    assert list(files.preview("other").read().postings) == ["other"]


def test_a_name_that_nobody_has_is_an_error(files: Files) -> None:
    with pytest.raises(UsageError, match="bakr"):
        files.preview("bakr")


def test_what_is_live_may_not_be_known(files: Files) -> None:
    preview = files.preview(ci=True).read()
    assert "workspace" in preview.live_problem
    assert titles(preview) == ("Night Baker", None)


def test_findings_of_no_posting_are_apart(files: Files) -> None:
    files.write("postings/nameless.yaml", "title: x\n")
    preview = files.preview().read()
    assert preview.findings
    assert not {id(finding) for finding in preview.findings} & {
        id(finding) for posting in preview.postings.values() for finding in posting.findings
    }


def test_edits_are_noticed_and_what_is_no_manifest_is_not(files: Files) -> None:
    edited = threading.Event()
    with watching(watched(files.root), edited.set):
        for attempt in range(50):  # the watcher takes a moment to begin
            files.write("postings/baker.yaml", f"{BAKER}# {attempt}\n")
            if edited.wait(0.1):
                break
    assert edited.is_set()
    with watching(((files.root / "nothing", True),), edited.set):
        pass
