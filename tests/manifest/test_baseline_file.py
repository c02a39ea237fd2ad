"""The file of a baseline."""

from __future__ import annotations

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.lint.baseline import BaselineEntry
from heymilo_ops.manifest.baseline_file import baseline_text, parse_baseline

ONE = BaselineEntry("FR111", "night-nurse", "age", "text", "sha256:1")
TWO = BaselineEntry("KO101", "älter", "", "", "sha256:2")


@pytest.mark.parametrize("entries", [[], [ONE], [TWO, ONE]])
def test_what_is_written_is_read(entries: list[BaselineEntry]) -> None:
    assert parse_baseline(baseline_text(entries), "x.json") == frozenset(entries)


def test_each_entry_has_a_line() -> None:
    lines = baseline_text([TWO, ONE]).splitlines()
    assert [line.strip()[:16] for line in lines[3:5]] == ['{"code": "FR111"', '{"code": "KO101"']


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"format_version": "1.0"}',
        '{"format_version": "1.0", "findings": 3}',
        '{"format_version": "1.0", "findings": [{}]}',
        '{"format_version": "1.0", "findings": [[]]}',
        '{"format_version": "1.0", "findings": [{"code": 1, "posting": "", "question": "", "field": "", "text": ""}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline(text: str) -> None:
    with pytest.raises(AttentionError, match=r"x\.json is no baseline"):
        parse_baseline(text, "x.json")


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(AttentionError, match=r"of format 2\.0, not 1"):
        parse_baseline('{"format_version": "2.0", "findings": []}', "x.json")
