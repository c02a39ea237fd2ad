"""Word files as LibreOffice opens, decides on and saves them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from heymilo_ops.review.word_reading import PassageStatus, read_word
from tests.review.test_word_file import passages, said, word


@pytest.fixture(scope="module")
def folder(rewritten: Callable[[bytes], Path]) -> Path:
    return rewritten(word())


@pytest.mark.parametrize(("name", "side", "other"), [("accepted", "after", "before"), ("rejected", "before", "after")])
def test_all_accepted_is_the_design_after_and_all_rejected_that_before(
    folder: Path, name: str, side: str, other: str
) -> None:
    text = (folder / f"{name}.txt").read_text(encoding="utf-8-sig")
    wanted, unwanted = said(side), said(other)
    assert wanted != unwanted
    lines = Counter(text.split("\n"))
    for line, number in wanted.items():
        if "\n" not in line:
            assert lines[line] == number, line
        else:
            assert line in text
    for line in unwanted - wanted:
        assert line not in text or any(line in kept for kept in wanted), line


@pytest.mark.parametrize(
    ("name", "status"),
    [("saved", PassageStatus.OPEN), ("accepted", PassageStatus.ACCEPTED), ("rejected", PassageStatus.REJECTED)],
)
def test_what_it_saved_can_be_read(folder: Path, name: str, status: PassageStatus) -> None:
    items = read_word((folder / f"{name}.docx").read_bytes())
    assert [item.passage for item in items] == passages()
    assert {item.status for item in items if item.passage.before != item.passage.after} == {status}
