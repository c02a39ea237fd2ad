from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.title_not_neutral import title_not_neutral


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Salesman, Leeds", "salesman"),
        ("Head Waitress", "waitress"),
        ("Site Foreman", "foreman"),
        ("Young Barista", "young"),
        ("Sales Trainee (under 30)", "under 30"),
        ("Digital Native for our Shop", "digital native"),
        ("Young and Energetic Sellers", "young"),
    ],
)
def test_a_title_that_names_one_sex_or_an_age(hits_of, title: str, word: str):
    (hit,) = hits_of(title_not_neutral, {"title": title})
    assert hit.pointer == "/title" and f'"{word}"' in hit.message


@pytest.mark.parametrize(
    "title",
    [
        "Salesperson",
        "Young People's Support Worker",
        "Young Offenders Tutor",
        "Librarian, Young Adults",
        "Auditor at Ernst & Young Limited",
        "Brewer, Young's Brewery",
        "Salesforce Manager",
        "Human Resources Partner",
        "Graduate Engineer",
        "Ombudsman Service Adviser",
    ],
)
def test_a_neutral_title(hits_of, title: str):
    assert hits_of(title_not_neutral, {"title": title}) == []
