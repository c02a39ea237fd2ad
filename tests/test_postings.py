"""The postings of this repo: samples that show everything, stay open, and pass every check without an excuse."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.manifest.document import load
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.step import MODALITIES

ROOT = Path(__file__).parents[1]
PATHS = sorted((ROOT / "postings").glob("*.yaml"))


REPO = load(ROOT)
assert REPO.findings == ()


def desired(path: Path) -> Desired:
    """A posting of this repo, valid by its model."""
    document = REPO.by_path[path.relative_to(ROOT).as_posix()]
    assert document.findings == ()
    assert document.desired is not None
    return document.desired


POSTINGS = {path.stem: desired(path) for path in PATHS}


def questions(posting: Desired) -> list[Any]:
    return [each for step in posting.manifest.workflow or () for each in step.questions or ()]


def test_there_are_three_named_like_their_files() -> None:
    assert len(POSTINGS) == 3
    assert [posting.address for posting in POSTINGS.values()] == list(POSTINGS)


def test_between_them_they_use_every_step_and_every_modality() -> None:
    steps = {step.type for posting in POSTINGS.values() for step in posting.manifest.workflow or ()}
    modalities = {each.modality for posting in POSTINGS.values() for each in questions(posting)}
    assert steps == set(MODALITIES)
    assert modalities == {modality for takes in MODALITIES.values() for modality in takes}


def test_two_share_their_company_and_two_questions_word_for_word() -> None:
    one, two = POSTINGS["claims-adviser-glasgow"], POSTINGS["reliability-engineer-edinburgh"]
    assert one.manifest.company_overview == two.manifest.company_overview
    keyed_one, keyed_two = ({each.key: each for each in questions(posting)} for posting in (one, two))
    shared = keyed_one.keys() & keyed_two.keys()
    assert shared == {"changed-course", "your-questions"}
    assert all(keyed_one[key] == keyed_two[key] for key in shared)


def test_what_those_two_share_stands_in_one_file_each() -> None:
    for name in ("claims-adviser-glasgow", "reliability-engineer-edinburgh"):
        found = POSTINGS[name]
        assert found.origin("/company_overview") == "postings/_shared/texts/company.md"
        assert found.origin("/deadline") == "postings/_shared/defaults/tidewater.yaml"
        used = {path for path in found.origins.values() if path.startswith("postings/_shared/questions/")}
        assert used >= {f"postings/_shared/questions/{key}.yaml" for key in ("changed-course", "your-questions")}


each = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


@each
def test_it_suppresses_nothing_and_helps_the_editor(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "heymilo-ops:" not in text
    assert text.startswith("# yaml-language-server: $schema=../schemas/posting.schema.json\n")


@each
def test_it_stays_open(path: Path) -> None:
    deadline = POSTINGS[path.stem].manifest.deadline
    assert deadline and datetime.fromisoformat(deadline).year >= 2035


@each
def test_every_question_has_a_key_and_is_ours(path: Path) -> None:
    posting = POSTINGS[path.stem]
    keys = [question.key for question in questions(posting)]
    assert None not in keys
    assert len(keys) == len(set(keys))
    assert posting.reproducible


@each
def test_it_tells_what_candidates_must_know(path: Path) -> None:
    told = POSTINGS[path.stem].manifest.interview_process_overview or ""
    for words in (r"\bAI\b", r"\bpeople\b.*\bdecide", r"\badjustment\b", r"\bperson\b", r"@"):
        assert re.search(words, told, flags=re.I | re.S), words
    if any(step.type == "web_interview" for step in POSTINGS[path.stem].manifest.workflow or ()):
        assert "recorded and transcribed" in told
