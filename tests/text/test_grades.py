from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.text.grades import is_grade


@pytest.mark.parametrize(
    "text", ["", "?", "…", "Gut example", "Bueno und gut", "Names A+ suppliers", "hire slowly", "-"]
)
def test_what_says_more_is_no_grade(text: str):
    assert not is_grade(text)


@pytest.mark.parametrize(
    "text", ["Good", " “Excellent.” ", "gut!", "4 / 5", "100 %", "b-", "good 5", "優秀。", "Don’t hire"]
)
def test_grades(text: str):
    assert is_grade(text)


@given(st.text(max_size=60))
def test_any_text_is_judged(text: str):
    assert is_grade(text) in (True, False)
