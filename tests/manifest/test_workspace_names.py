"""Workspaces that a posting names."""

from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.finding import Severity
from heymilo_ops.manifest.repo import Repo, load_repo
from heymilo_ops.manifest.variables import Variables

HERE = Variables(values={"staging": {}, "production": {}})
POSTING = "name: nurse\ntitle: Nurse\nops: {workspaces: NAMES}\nworkflow: [{type: form, questions: []}]\n"


def read(root: Path, names: str, variables: Variables = HERE) -> Repo:
    (root / "postings").mkdir(exist_ok=True)
    (root / "postings" / "nurse.yaml").write_text(POSTING.replace("NAMES", names), encoding="utf-8")
    return load_repo(root, (), variables)


@pytest.mark.parametrize(
    ("names", "column", "help"),
    [
        ("[producton]", 20, "did you mean 'production'?"),
        ("[staging, qa]", 29, "known there: staging, production"),
    ],
)
def test_a_workspace_that_is_not_there_is_an_error(tmp_path: Path, names: str, column: int, help: str) -> None:
    repo = read(tmp_path, names)
    (document,) = repo.documents
    (finding,) = document.findings
    assert (finding.code, finding.severity, finding.help) == ("SY165", Severity.ERROR, help)
    assert finding.place is not None
    assert (finding.place.path, finding.place.line, finding.place.column) == ("postings/nurse.yaml", 3, column)
    assert document.desired is None and document.partial is not None, "the rules still look at it"
    assert repo.broken == {"nurse"}, "nothing is planned for it, and it isn't taken for removed"


def test_it_stands_where_the_defaults_have_it(tmp_path: Path) -> None:
    defaults = tmp_path / "postings" / "_shared" / "defaults"
    defaults.mkdir(parents=True)
    (defaults / "all.yaml").write_text("title: Nurse\nops:\n  workspaces: [qa]\n", encoding="utf-8")
    text = "extends: all\nname: nurse\nworkflow: [{type: form, questions: []}]\n"
    (tmp_path / "postings" / "nurse.yaml").write_text(text, encoding="utf-8")
    (finding,) = load_repo(tmp_path, (), HERE).documents[0].findings
    assert finding.code == "SY165" and finding.place is not None
    assert (finding.place.path, finding.place.line) == ("postings/_shared/defaults/all.yaml", 3)


@pytest.mark.parametrize("names", ["[]", "[staging]", "[production, staging]", "null"])
def test_workspaces_that_are_there(tmp_path: Path, names: str) -> None:
    assert not read(tmp_path, names).documents[0].findings


def test_of_another_shape_the_schema_speaks_alone(tmp_path: Path) -> None:
    assert {each.code for each in read(tmp_path, "qa").documents[0].findings} == {"SY104"}
    assert {each.code for each in read(tmp_path, "[3]").documents[0].findings} == {"SY104"}


def test_without_heymilo_yaml_nothing_is_known(tmp_path: Path) -> None:
    assert not read(tmp_path, "[qa]", Variables()).documents[0].findings
