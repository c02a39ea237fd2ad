"""Shared files are checked by themselves: each mistake once, in its file, whether or not a posting shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.manifest.sharing_repo import DEFAULTS, QUESTION, S, repo, said


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        (DEFAULTS, "extends: other\n", ["SY162 1:1"]),
        (DEFAULTS, "name: a\nworkflow: []\n", ["SY162 1:1", "SY162 2:1"]),
        (DEFAULTS, "nonsense: 1\n", ["SY101 1:1"]),
        (DEFAULTS, "steps: [form]\n", ["SY104 1:8"]),
        (DEFAULTS, "steps: null\n", []),
        (DEFAULTS, "steps: {form: null}\n", []),
        (DEFAULTS, "steps: {form: 3}\n", ["SY104 1:15"]),
        (DEFAULTS, "steps: {zzz: {}}\n", ["SY101 1:9"]),
        (DEFAULTS, "steps: {resume: {min_evaluation_score: 3}}\n", ["SY108 1:40"]),
        (DEFAULTS, "title: {file: nowhere.md}\n", ["SY161 1:15"]),
        (DEFAULTS, "max_retakes: {var: anything}\n", []),
        (DEFAULTS, "- a\n", ["SY0"]),
        (QUESTION, "use: other\ntext: a\n", ["SY162 1:1"]),
        (QUESTION, "text: ''\n", ["SY106 1:7"]),
        (QUESTION, "text: a\nslider_min: 3\n", []),
        (QUESTION, "text: a\nexpected_answer: 'yes'\n", []),
        (QUESTION, "text: a\nnonsense: 3\n", ["SY101 2:1"]),
        (QUESTION, "modality: sms\nslider_min: 3\n", ["SY101 2:1"]),
        (QUESTION, "modality: null\n", ["SY103 1:11"]),
    ],
)
def test_a_shared_file_by_itself(tmp_path: Path, path: str, text: str, wanted: list[str]) -> None:
    name = path.replace(".yaml", "-more.yaml")
    found = [each for each in repo(tmp_path, {name: text}).findings if each.code != "SY164"]
    assert [each.split(f" {name}:")[0].strip() for each in said(tuple(found))] == [each[:5] for each in wanted] or (
        wanted == ["SY0"] and found[0].code.startswith("SY0")
    )
    if wanted and wanted != ["SY0"]:
        assert said(tuple(found)) == [each.replace(" ", f" {name}:") for each in wanted]


def test_what_a_shared_file_names_is_not_used_by_that(tmp_path: Path) -> None:
    changes = {f"{S}/texts/other.md": "x\n", f"{S}/defaults/more.yaml": "company_overview: {file: other.md}\n"}
    assert {each.place.path for each in repo(tmp_path, changes).findings if each.place} == set(changes)
