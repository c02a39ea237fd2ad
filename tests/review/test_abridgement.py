from heymilo_ops.review.abridgement import abridge, cut_at_word, with_folded_groups, with_short_lists, without_folds
from heymilo_ops.review.document import (
    BulletList,
    Callout,
    CalloutKind,
    CodeBlock,
    Details,
    FieldDiff,
    Heading,
    Paragraph,
    ShareTable,
    Span,
    Style,
    Table,
    foreign,
    own,
)

LONG = "One two three four five. " * 40


def text_of(block: object) -> str:
    return repr(block)


def test_a_text_is_cut_at_a_word() -> None:
    assert cut_at_word("one two three", 20) == "one two three"
    assert cut_at_word("one two three", 9) == "one two…"
    assert cut_at_word("x" * 50, 10) == "x" * 9 + "…"


def test_every_block_is_cut_and_says_how_long_it_is() -> None:
    for block in (
        Paragraph((foreign(LONG),)),
        Heading(2, (foreign(LONG),)),
        BulletList(((foreign(LONG),),)),
        Callout(CalloutKind.NOTE, ((foreign(LONG),),)),
        Table(((own("a"),),), (((foreign(LONG),),),)),
        Details("More", (Paragraph((foreign(LONG),)),)),
        FieldDiff((own("t"),), ((Span(LONG),),)),
    ):
        cut = text_of(abridge(block, 100))
        assert len(cut) < len(LONG) and "characters; the whole text is on the page" in cut
        assert abridge(block, 5_000) == block
    assert abridge(ShareTable("s", ()), 10) == ShareTable("s", ())


def test_lines_as_they_are_are_cut_at_a_line() -> None:
    block = abridge(CodeBlock("\n".join(["a line of some length"] * 40), "diff"), 20)
    assert isinstance(block, CodeBlock) and block.text.count("a line") == 4
    assert block.text.endswith("… (40 lines; all of them are on the page)")
    assert abridge(CodeBlock("a", "diff"), 20) == CodeBlock("a", "diff")


def test_a_word_diff_keeps_what_differs() -> None:
    same = Span(LONG)
    diff = FieldDiff((own("t"),), ((same, Span("old", Style.REMOVED), Span("new", Style.ADDED), same),))
    cut = abridge(diff, 300)
    shown = [span.text for line in cut.lines for span in line]
    assert "old" in shown and "new" in shown and len("".join(shown)) < 400
    assert abridge(FieldDiff((), ((Span(LONG),), (Span("last"),))), 50).lines[0][0].text.endswith("…")


def test_long_lists_are_counted_or_folded() -> None:
    items = tuple((own(str(number)),) for number in range(5))
    table = Table(((own("n"),),), tuple(((own(str(number)),),) for number in range(5)))
    blocks = (Callout(CalloutKind.NOTE, items), BulletList(items), table, Paragraph((own("p"),)))
    counted = list(with_short_lists(blocks, 2, folded=False))
    assert text_of(counted).count("and 3 more") == 3 and not any(isinstance(it, Details) for it in counted)
    folded = list(with_short_lists(blocks, 2, folded=True))
    assert [it.title for it in folded if isinstance(it, Details)] == ["3 more"] * 3
    assert list(with_short_lists(blocks, 9, folded=True)) == list(blocks)


def test_groups_are_folded_from_the_end() -> None:
    first, second = Heading(3, (own("1. A"),)), Heading(3, (own("2. B"),))
    text = Paragraph((own("x"),))
    blocks = (Heading(2, (own("P"),)), first, text, second, text)
    assert with_folded_groups(blocks, 0) == blocks
    assert with_folded_groups(blocks, 1) == (*blocks[:3], Details("2. B", (text,)))
    assert with_folded_groups((*blocks[:3],), 1)[-1] == Details("1. A", (text,))


def test_without_folds_no_title_is_left_alone() -> None:
    group, text = Heading(3, (own("1. A"),)), Paragraph((own("x"),))
    assert without_folds((text, group, Details("d", (text,)))) == (text,)
    assert without_folds((group, text)) == (group, text)
    assert without_folds(()) == () == without_folds((Details("d", (text,)),))
