from __future__ import annotations

from heymilo_ops.finding import Place
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.review_input import (
    LoosenedKind,
    LoosenedSetting,
    Reviewer,
    ReviewInput,
    Role,
    Uncompared,
    UncomparedFile,
    bare_input,
)
from heymilo_ops.report.review_text import render_review
from heymilo_ops.report.writer import Writer

PLAIN = Writer()


def test_nothing_to_review() -> None:
    assert render_review(ReviewInput(Plan("production", None, "", 0, ())), PLAIN) == ""


def test_a_review_on_a_terminal(made) -> None:
    text = render_review(bare_input(made.a_plan(made.replacing())), PLAIN)
    assert text.startswith(
        "\nReview: Knock-outs +1 · notices 1 changed · questions 3 changed · weights, pass mark 60 → 70"
    )
    assert "        replaces a live interview · changes who is rejected" in text
    assert "\n  - Legal: 1 knock-out added," in text and "\n  - Recruiter: 1 new link," in text
    assert max(map(len, text.splitlines())) <= PLAIN.width


def test_what_is_checked_less_and_could_not_be_compared() -> None:
    place = Place("heymilo.yaml", 7)
    rules = [LoosenedSetting(LoosenedKind.LINT, f"XX{number:03}", "error", None, place) for number in range(22)]
    review = ReviewInput(
        Plan("production", None, "", 0, ()),
        loosened=tuple(rules),
        reviewers={Role.LEGAL: Reviewer("@acme/legal")},
        uncompared=(UncomparedFile(Uncompared.UNREADABLE, "known.json"),),
    )
    text = render_review(review, PLAIN)
    assert "  - Legal (@acme/legal): 22 checks loosened." in text
    assert "  - Checked less than before: 22 rules are checked no more.\n" in text
    assert (
        "      XX019: checked (error) → not checked (heymilo.yaml:7)\n      and 2 more, which --format html shows\n"
        in text
    )
    assert "  - Known.json can't be read" in text
