"""An import of many postings keeps the rate limit, and knows how long it takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from heymilo_ops.importer.manifest import ImportOptions
from heymilo_ops.model.event import ReadStep
from heymilo_ops.remote.client import Client, KeyPolicy, Timing
from heymilo_ops.sandbox import postings
from heymilo_ops.sandbox.options import DEFAULT_KEY
from heymilo_ops.sandbox.requests import CreatePosting
from heymilo_ops.sandbox.server import Server
from heymilo_ops.sandbox.store import Store
from heymilo_ops.usecases.import_postings import ImportRequest, import_options, import_postings
from heymilo_ops.usecases.project import Invocation, read_project
from heymilo_ops.usecases.state_lookup import WorkspaceState

PER_MINUTE = 30
CONFIG = """\
version: 1
project: acme
default_workspace: production
workspaces:
  production: {base_url: "http://127.0.0.1:1", requests_per_minute: 30}
"""


class Clock:
    """Time that passes by sleeping alone."""

    def __init__(self) -> None:
        self.now = 0.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class Nobody:
    """Approves everything and keeps the steps."""

    is_approved = True

    def __init__(self) -> None:
        self.steps: list[ReadStep] = []

    @contextmanager
    def reading(self, _: object) -> Iterator[Any]:
        yield self.steps.append

    def ignore(self, *_: object) -> bool:
        return False

    show_personal = record = approve = ignore


@pytest.fixture
def repo(tmp_path: Path) -> WorkspaceState:
    (tmp_path / "heymilo.yaml").write_text(CONFIG, encoding="utf-8")
    workspace = read_project(Invocation(tmp_path)).workspace()
    return WorkspaceState(workspace, workspace.store(), None)


def test_every_minute_keeps_the_limit_and_the_time_left_is_about_right(repo: WorkspaceState, tmp_path: Path) -> None:
    path = str(tmp_path / "sandbox.db")
    store = Store(path)
    step = {"type": "form", "questions": [{"modality": "form", "text": "Why?", "question_type": "textarea"}]}
    for number in range(60):
        postings.create(store, CreatePosting.model_validate({"title": f"Porter {number}", "workflow": [step]}))
    store.close()
    clock, somebody, sent = Clock(), Nobody(), []
    with Server(path) as server:
        allowed = server.url.removeprefix("http://")
        client = Client(
            server.url, DEFAULT_KEY, KeyPolicy(allowed_hosts=allowed, reads_only=True), PER_MINUTE,
            Timing(sleep=clock.sleep, clock=lambda: clock.now), trace=lambda _: sent.append(clock.now),
        )  # fmt: skip
        with client:
            request = ImportRequest((), "", PurePosixPath("postings"))
            options = ImportOptions(on="2027-01-02", workspace="production")
            result = import_postings(repo, client, request, options, somebody)
    assert len(result.files) == 60 and result.is_complete
    assert len(sent) == 60 + 3, "the workspace, the postings and the templates, then a page of questions each"
    assert max(sum(start <= at < start + 60 for at in sent) for start in sent) <= PER_MINUTE
    begun = sent[3]
    for step_read, at in zip(somebody.steps, sent[3:], strict=True):
        assert (step_read.index, step_read.total) == (sent.index(at, step_read.index + 2) - 2, 60)
        assert abs(step_read.left_s - (60 - step_read.index + 1) * 2) < 1
    assert 0.8 * somebody.steps[0].left_s < sent[-1] - begun < 1.2 * somebody.steps[0].left_s


def test_what_the_manifests_of_an_import_have_in_common(tmp_path: Path) -> None:
    more = "  staging: {}\n  try: {sandbox: true}\n"
    (tmp_path / "heymilo.yaml").write_text(CONFIG + more, encoding="utf-8")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/posting.schema.json").write_text("{}", encoding="utf-8")
    project = read_project(Invocation(tmp_path))
    known = WorkspaceState(project.workspace(), project.workspace().store(), None)
    options = import_options(project, known, PurePosixPath("postings/x"))
    assert (options.workspace, options.folder, options.only_here, options.has_schemas) == (
        "production", "postings/x", True, True,
    )  # fmt: skip
    (tmp_path / "schemas/posting.schema.json").unlink()
    (tmp_path / "schemas").rmdir()
    (tmp_path / "schemas").symlink_to("/etc")
    assert not import_options(project, known, PurePosixPath("postings")).has_schemas
