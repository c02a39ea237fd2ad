"""The pages of all codes."""

from __future__ import annotations

import pytest

from heymilo_ops.errors import UsageError
from heymilo_ops.lint.registry import catalogue
from heymilo_ops.manifest.codes import CODES
from heymilo_ops.plan.codes import CODES as PLAN_CODES
from heymilo_ops.usecases.explain import code_pages, find_code, law_on


def test_every_code_of_every_family_has_its_page_and_no_page_is_left_over() -> None:
    pages = code_pages()
    assert list(pages) == sorted({*CODES, *PLAN_CODES, *catalogue()})
    for code, info in {**CODES, **PLAN_CODES}.items():
        assert (pages[code].name, pages[code].severity) == (info.name, info.severity)


@pytest.mark.parametrize("code", [*CODES, *PLAN_CODES])
def test_a_page_is_one_paragraph_of_whole_sentences(code: str) -> None:
    page = code_pages()[code].page
    assert len(page) > 20
    assert page.endswith((".", '".'))
    assert "\n" not in page and "  " not in page


@pytest.mark.parametrize("code", PLAN_CODES)
def test_the_page_of_a_finding_on_a_plan_says_the_way_out(code: str) -> None:
    assert "Way out:" in code_pages()[code].page


@pytest.mark.parametrize("asked", ["pl101", "PL101", "protected", "Protected"])
def test_a_code_is_found_by_its_name_too(asked: str) -> None:
    assert find_code(code_pages(), asked) == "PL101"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UsageError, match="There is no code PL999"):
        find_code(code_pages(), "PL999")


def test_the_law_on_a_topic_a_notice_and_a_rule() -> None:
    assert {entry.topic for entry in law_on("age")} == {"age"} and law_on("about-age") == law_on("age")
    assert {entry.topic for entry in law_on("watching-not-announced")} == {"camera", "cheat_detection"}
    assert {entry.effect.value for entry in law_on("lawyer-needed")} == {"lawyer"}
    assert law_on("unknown-key") == ()
