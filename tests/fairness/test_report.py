from __future__ import annotations

from pathlib import Path

import pytest

from tests.fairness.measure import Counts, Verdict, count, judge, wilson
from tests.fairness.report import REPORT, render
from tests.fairness.sets import Row, labelled_sets, read_rows


def test_the_report_is_what_the_code_gives_now():
    assert render() == REPORT.read_text(encoding="utf-8"), "run make fairness-report"


def test_every_row_has_a_language_a_scope_and_a_label():
    for part in labelled_sets():
        assert part.rows, part.name
        for row in part.rows:
            assert row.scope in {"asked", "instruction", "rubric", "knockout", "stated"}, row
            assert len(row.language) == 2 and row.topic, row


def test_a_row_is_judged_in_its_scope_and_place():
    risky = Row("Ask whether they have children.", "en", "instruction", "marital_family", ("GB",), is_risky=True)
    harmless = Row("How do you manage a child process?", "en", "asked", "marital_family", (), is_risky=False)
    verdicts = judge([risky, harmless], own_places=True)
    assert [verdict.codes for verdict in verdicts] == [("FR118",), ()]
    assert count(verdicts) == Counts(hits=1, silences=1)


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("knockout", "Is a US citizen."),
        ("knockout", "Are you a US citizen?"),
        ("rubric", "Speaks without an accent."),
        ("stated", "Native speakers only."),
        ("asked", "Nationality"),
    ],
)
def test_every_scope_is_read(scope: str, text: str):
    (verdict,) = judge([Row(text, "en", scope, "x", (), is_risky=True)], own_places=False)
    assert verdict.is_reported and verdict.severities


def test_wilson_intervals():
    low, high = wilson((9, 10))
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert wilson((0, 0)) == (0.0, 1.0)


def test_precision_and_recall():
    row = Row("x", "en", "asked", "age", (), is_risky=False)
    counts = count([Verdict(row, ("FR111",), ()), Verdict(row, (), ())])
    assert (counts.precision, counts.recall) == ((0, 1), (0, 0))


def test_a_set_of_another_author_is_read_whatever_its_words_for_scopes(tmp_path: Path):
    file = tmp_path / "x.csv"
    file.write_text(
        "text,language,scope,topic,jurisdiction,should_flag,why\nHow old are you?,EN-gb,question,age,US-NY;GB,TRUE,x\n"
        ",en,asked,age,*,false,\n",
        encoding="utf-8",
    )
    assert list(read_rows(file)) == [Row("How old are you?", "en", "asked", "age", ("US-NY", "GB"), is_risky=True)]
