"""Each golden case: the comment as it is kept, and five answers that a reader gets from it."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from heymilo_ops.review.build import build_document
from heymilo_ops.review.markdown import render_markdown
from heymilo_ops.review.markdown_fit import COMMENT, open_words
from tests.plan.conftest import make_world as make_world
from tests.review.golden_cases import CASES, NAMES, answers_of, review_of, settings_of

NOT_FOR_READERS = re.compile(r"\b(?:resource|PATCH|modality|nullable|revision|webhook)s?\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def comments(tmp_path_factory: pytest.TempPathFactory, make_world: Any) -> dict[str, str]:
    """Every case rendered, once."""
    folder: Path = tmp_path_factory.mktemp("cases")
    reviews = {name: review_of(name, make_world, folder / name) for name in NAMES}
    return {name: render_markdown(build_document(review)) for name, review in reviews.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_comment_is_as_it_is_kept(name: str, comments: dict[str, str]) -> None:
    path = CASES / name / "comment.md"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(comments[name].encode())
    assert comments[name] == path.read_text(encoding="utf-8"), "UPDATE_GOLDEN=1 writes it"


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_finds_the_five_answers(name: str, comments: dict[str, str]) -> None:
    path = CASES / name / "answers.yaml"
    found = answers_of(comments[name]).data
    if os.environ.get("UPDATE_ANSWERS"):
        path.write_text(yaml.safe_dump(dict(found), sort_keys=False, allow_unicode=True, width=110), encoding="utf-8")
    assert found == yaml.safe_load(path.read_text(encoding="utf-8")), "UPDATE_ANSWERS=1 writes it: read it then"


@pytest.mark.parametrize("name", NAMES)
def test_words_of_engineers_stand_in_their_block_alone(name: str, comments: dict[str, str]) -> None:
    text = re.sub(r"<!--.*?-->", "", comments[name])
    for part in re.split(r"<details><summary>For engineers.*?\n\n</details>", text, flags=re.DOTALL)[:-1]:
        assert NOT_FOR_READERS.findall(part) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_comment_fits(name: str, comments: dict[str, str]) -> None:
    assert len(comments[name]) <= COMMENT.size
    if len(re.findall(r"^#### ", comments[name], re.MULTILINE)) == 1 and "new" not in name:
        assert open_words(comments[name]) <= 700


def test_every_case_says_what_it_is_about() -> None:
    assert all(settings_of(name)["say"] for name in NAMES)
