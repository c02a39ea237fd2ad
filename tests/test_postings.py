"""The postings of this repo: samples that show everything, stay open, and pass every check without an excuse."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.step import MODALITIES

ROOT = Path(__file__).parents[1]
PATHS = sorted((ROOT / "postings").glob("*.yaml"))


REPO = load_repo(ROOT)
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


TIDEWATER = ("claims-adviser-glasgow", "reliability-engineer-edinburgh")
LINES = dict(zip(TIDEWATER, (145, 110), strict=True))  # about half of what they had before they shared
SHARED = "postings/_shared"
ROUND = {"handover", "changed-course", "your-questions"}  # asked of everybody
BANK = ROUND | {"adjustments", "clear-writing", "right-to-work", "something-to-show", "start-date"}


def test_two_share_their_questions_word_for_word() -> None:
    one, two = ({each.key: each for each in questions(POSTINGS[name])} for name in TIDEWATER)
    shared = one.keys() & two.keys()
    assert shared == BANK
    assert all(one[key] == two[key] for key in shared)


@pytest.mark.parametrize("name", TIDEWATER)
def test_what_those_two_share_stands_in_one_file_each(name: str) -> None:
    found = POSTINGS[name]
    assert found.origin("/instructions") == f"{SHARED}/texts/interviewer.md"
    assert found.origin("/company_overview") == f"{SHARED}/texts/company.md"
    assert found.origin("/interview_process_overview") == f"{SHARED}/texts/how-we-hire.md"
    assert found.origin("/deadline") == f"{SHARED}/defaults/tidewater.yaml"
    assert set(found.origins.values()) >= {f"{SHARED}/questions/{key}.yaml" for key in BANK}


@pytest.mark.parametrize("name", TIDEWATER)
def test_sharing_makes_them_short(name: str) -> None:
    assert len((ROOT / "postings" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()) <= LINES[name]


def test_the_last_questions_and_how_they_are_asked_are_the_company_s() -> None:
    one, two = [(POSTINGS[name].manifest.workflow or ())[-1] for name in TIDEWATER]
    spoken = [[each for each in step.questions or () if each.modality == "voice"] for step in (one, two)]
    assert [len(each) for each in spoken] == [6, 6]  # as the greeting says
    assert all({each.key for each in asked[-3:]} == ROUND for asked in spoken)
    assert spoken[0][-3:] == spoken[1][-3:]
    one_set, two_set = (step.config.model_dump(exclude={"interview_type"}) for step in (one, two) if step.config)
    assert one_set == two_set


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
