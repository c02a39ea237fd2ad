"""``fmt --invisible`` edits texts and names in their place."""

from __future__ import annotations

import pytest

from heymilo_ops.manifest.fmt import ORDER
from heymilo_ops.usecases.format_files import remove_invisible


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: a\ntitle: B\u200baker  # why\n", "name: a\ntitle: Baker  # why\n"),
        ("name: a\nmetadata:\n  t\u200beam: x  # why\n", "name: a\nmetadata:\n  team: x  # why\n"),
        ("name: a\nmetadata: {t: x\u200b, u: y}\n", 'name: a\nmetadata: {t: x, u: "y"}\n'),
        ("name: a\nmetadata: {t: x, t\u200b: z}\n", 'name: a\nmetadata: {t: x, "t\\u200b": z}\n'),
        ("name: a\ntitle: &x B\u200baker\n", "name: a\ntitle: &x B\u200baker\n"),
        ("name: [\u200b\n", "name: [\u200b\n"),
    ],
)
def test_what_cannot_be_seen_goes_and_comments_stay(before: str, after: str) -> None:
    assert remove_invisible(before, "a.yaml", ORDER) == after
