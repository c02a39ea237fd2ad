"""What a reader finds in the comment of each golden case: five answers, the verdict, and who has to look."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from heymilo_ops.review.build import build_document
from heymilo_ops.review.markdown import render_markdown
from heymilo_ops.review.roles import required_roles
from heymilo_ops.review.verdict import LONGEST, verdict_of
from tests.review.golden import QUESTIONS, GoldenCase, golden_cases, review_of_case

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


@pytest.mark.parametrize("case", golden_cases(), ids=lambda case: case.name)
def test_the_comment_answers_the_five_questions(case: GoldenCase, tmp_path: Path) -> None:
    review = review_of_case(case, tmp_path)
    said = text_of(render_markdown(build_document(review)))
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
    if case.requires is not None:
        assert [role.value for role in required_roles(review)] == case.requires
