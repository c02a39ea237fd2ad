"""What of a saved plan was recomputed, in words."""

from __future__ import annotations

from heymilo_ops.plan.comparison import Comparison
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.comparison_words import comparison_callout, comparison_paragraphs
from heymilo_ops.review.markdown import render_block


def test_each_kind_is_a_paragraph_and_cleaned() -> None:
    said = comparison_paragraphs(Comparison(("a",), ("b: its fields",), ("the note 'x\x1b[2J\ny' is new.",)), "")
    assert said[0] == "THE FILE TELLS OTHERWISE than a plan made here: b: its fields."
    assert said[1].endswith("what is done to 1 posting, with every field, class and revision.")
    assert said[2].startswith("Only read from the file: the note 'x") and "\x1b" not in said[2]
    assert "\n" not in said[2]


def test_what_could_not_be_recomputed_is_said() -> None:
    assert comparison_paragraphs(Comparison(), "no\nrepo") == [
        "Nothing of this was recomputed: no repo. All of it is only what the file says."
    ]
    assert comparison_paragraphs(Comparison(otherwise=("b: its fields",)), "") == [
        "THE FILE TELLS OTHERWISE than a plan made here: b: its fields."
    ]


def test_it_is_cut_folded_and_quoted() -> None:
    (_, said) = comparison_paragraphs(Comparison(unknown=tuple(f"x{number}" for number in range(30))), "")
    assert said.endswith("x19; and 10 more.")
    assert max(map(len, Writer(columns=50).prose(said).splitlines())) <= 50
    assert render_block(comparison_callout(["<b>", "c"])) == "> [!NOTE]\n> &lt;b&gt;\n>\n> c"
