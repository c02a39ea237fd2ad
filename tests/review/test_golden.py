"""What a reader finds in the comment of each golden case: five answers, the verdict, and who has to look."""

from __future__ import annotations

import html
import os
import re

import pytest
from markdown_it import MarkdownIt

from heymilo_ops.plan.change import Action
from heymilo_ops.plan.review_input import ReviewInput
from heymilo_ops.review.build import build_document
from heymilo_ops.review.html import render_html
from heymilo_ops.review.markdown import render_markdown
from heymilo_ops.review.markdown_fit import COMMENT, open_words
from heymilo_ops.review.role_words import CHANGED_ANYHOW, DECIDED_ANYHOW
from heymilo_ops.review.roles import required_roles, tasks_of
from heymilo_ops.review.verdict import LONGEST, verdict_of
from tests.review.golden import CASES, QUESTIONS, golden_cases, review_of_case
from tests.review.page_parts import Page

NOTHING = {
    "rejected": "ends the application",
    "told": "What candidates are told",
    "scoring": "What counts, and how much",
    "affected": "not completed",
    "fix": "Must fix",
}
"""What a comment says where there is an answer, and doesn't where there is none."""


def text_of(markdown: str) -> str:
    """Return a comment as it is read, on one line."""
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    page = re.sub(r"</(del|ins|strong|code|span)>|<(del|ins|strong|code|span)>", "", page)
    return " ".join(html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", " ", page, flags=re.S)).split())


CASES_BY_NAME = {case.name: case for case in golden_cases()}
NOT_FOR_READERS = re.compile(
    r"\b(?:digest|manifest|modality|nullable|PATCH|resource|revision|serial|suppressed|webhook)s?\b", re.IGNORECASE
)
ENGINEERS = re.compile(r"<details><summary>For engineers.*?\n\n</details>", re.DOTALL)
OF_ONE = 700


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReviewInput]:
    """Every case planned, once."""
    folder = tmp_path_factory.mktemp("cases")
    return {name: review_of_case(case, folder / name) for name, case in CASES_BY_NAME.items()}


@pytest.fixture(scope="module")
def comments(reviews: dict[str, ReviewInput]) -> dict[str, str]:
    """The comment on every case."""
    return {name: render_markdown(build_document(review)) for name, review in reviews.items()}


@pytest.mark.parametrize("name", CASES_BY_NAME)
def test_the_comment_answers_the_five_questions(
    name: str, reviews: dict[str, ReviewInput], comments: dict[str, str]
) -> None:
    case, review, said = CASES_BY_NAME[name], reviews[name], text_of(comments[name])
    verdict = verdict_of(review)
    assert verdict.words[0] == case.label, said
    assert len(verdict.line) <= LONGEST and verdict.line in said
    for question in QUESTIONS:
        for words in case.answers[question]:
            assert words in said, f"{question}: {words}\n{said}"
        if not case.answers[question] and question not in case.allows:
            assert NOTHING[question] not in said, f"{question}\n{said}"
    for words in case.says:
        assert words in said, f"{words}\n{said}"
    for words in case.never:
        assert words not in comments[name], f"{words}\n{said}"
    if case.requires is not None:
        assert [role.value for role in required_roles(review)] == case.requires


@pytest.mark.parametrize("name", CASES_BY_NAME)
def test_everybody_who_is_asked_to_look_is_asked_something(name: str, reviews: dict[str, ReviewInput]) -> None:
    for task in tasks_of(reviews[name]):
        assert CHANGED_ANYHOW not in task.changed and DECIDED_ANYHOW not in task.decides, task


@pytest.mark.parametrize("name", CASES_BY_NAME)
def test_the_comment_is_as_it_is_kept(name: str, comments: dict[str, str]) -> None:
    path = CASES / f"{name}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(comments[name].encode())
    assert comments[name] == path.read_text(encoding="utf-8"), "UPDATE_GOLDEN=1 writes it"


@pytest.mark.parametrize("name", CASES_BY_NAME)
def test_words_of_engineers_stand_in_their_block_alone(name: str, comments: dict[str, str]) -> None:
    for part in ENGINEERS.split(re.sub(r"<!--.*?-->", "", comments[name]))[:-1]:
        assert NOT_FOR_READERS.findall(part) == []


@pytest.mark.parametrize("name", CASES_BY_NAME)
def test_the_comment_is_short_enough(name: str, reviews: dict[str, ReviewInput], comments: dict[str, str]) -> None:
    assert len(comments[name]) <= COMMENT.size
    changes = reviews[name].changes
    if len(changes) == 1 and changes[0].action is not Action.CREATE:
        assert open_words(comments[name]) <= OF_ONE


def test_no_comment_is_kept_without_a_case() -> None:
    assert {path.stem for path in CASES.glob("*.md")} == set(CASES_BY_NAME)


@pytest.mark.parametrize("name", CASES_BY_NAME)
def test_the_page_answers_them_too(name: str, reviews: dict[str, ReviewInput]) -> None:
    case, page = CASES_BY_NAME[name], Page(render_html(build_document(reviews[name])))
    assert page.obeyed() == []
    for words in (*case.says, *(words for question in QUESTIONS for words in case.answers[question])):
        assert words in page.text, f"{words}\n{page.text}"
    for words in case.never:
        assert words not in page.text, words
