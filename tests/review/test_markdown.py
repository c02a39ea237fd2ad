"""A real CommonMark renderer judges what GitHub would make of a text."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from heymilo_ops.review import markdown
from heymilo_ops.review.document import CodeBlock, Details, FieldDiff, Paragraph, Table, code, foreign, own, sentence
from heymilo_ops.review.markdown_text import escape_markdown
from heymilo_ops.review.word_diff import diff_line, prose_lines, runs
from heymilo_ops.text.sanitize import one_line, sanitize

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
NASTY = [
    "<script>alert(1)</script>",
    "</details><h1>x</h1>",
    "<!-- hidden -->",
    "[click](https://evil.example)",
    "![x](https://evil.example/p.png)",
    "**bold** _it_ ~~no~~ `code`",
    "# heading",
    "> quote",
    "- item",
    "1. item",
    "1) item",
    "+ item",
    "| a | b |",
    "```\nfence",
    "    indented code",
    "---",
    "===",
    "a\\",
    "&lt;b&gt; &amp;",
    "[x]: https://evil.example",
    "<https://evil.example>",
    "[^1] and $x^2$",
    "line one\nline two\n\nparagraph",
    "`",
    "***",
]


def read(source: str) -> tuple[str, set[str]]:
    """The text that a reader sees, and the elements that it stands in."""
    page = RENDERER.render(source)
    text = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br\s*/?>", "\n", page)))
    return " ".join(text.split()), set(re.findall(r"<([a-z][a-z0-9]*)", page))


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    assert read(escape_markdown(text)) == (one_line(text), {"p"})


MARKUP = st.text("<>&\"'`*_[](){}#+-.!|~\\$:=^/@1a \n\t", max_size=40)


@given(MARKUP)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    seen, elements = read("x " + escape_markdown(text))
    assert seen == one_line("x " + text)
    assert elements <= {"p", "span"}


@given(MARKUP)
def test_any_prose_is_shown_as_it_is(text: str) -> None:
    seen, elements = read(markdown.render_block(FieldDiff((), prose_lines(text, "added"))))
    assert seen == one_line(text)
    assert elements <= {"blockquote", "p", "ins", "br", "span"}


@given(MARKUP, MARKUP)
def test_any_word_diff_is_shown_as_it_is(before: str, after: str) -> None:
    found = runs(before, after)
    seen, elements = read("x" + markdown.render_inline(diff_line(found)))
    both = "x" + "".join(text for _, text in found)
    assert seen.replace(" ", "") == "".join(sanitize(both).split())
    assert elements <= {"p", "ins", "del", "br", "span"}


@given(MARKUP)
def test_any_cell_stays_in_its_cell(text: str) -> None:
    page = RENDERER.render(
        markdown.render_block(Table(((own("a"),), (own("b"),)), (((foreign(text),), (own("end"),)),), (0,)))
    )
    assert page.count("<td") == 2 and "<td>end</td>" in page


def test_nobody_is_mentioned_and_nothing_is_linked() -> None:
    shown = escape_markdown("@octocat me@example.org me@.org #12 https://x.example www.x.example")
    assert (
        "@octocat" not in shown
        and "@example" not in shown
        and "@." not in shown
        and "@\\." not in shown
        and "#12" not in shown
    )
    assert "https://" not in shown and "www." not in shown


def test_code() -> None:
    assert markdown.render_inline((code("senior-engineer"),)) == "`senior-engineer`"
    assert markdown.render_inline((code("a`b"),)) == "a\\`b"


@pytest.mark.parametrize(
    "command",
    [
        "heymilo-ops -w live drift accept night-porter",
        "heymilo-ops -w 'two words' apply --revert nurse",
        "--allow-impact nurse=12",
        "on_change: {wording: update}",
    ],
)
def test_a_command_in_a_sentence_can_be_copied(command: str) -> None:
    page = RENDERER.render(markdown.render_inline(sentence(f"take *it* in with `{command}`, or leave it")))
    assert html.unescape(page) == f"<p>take *it* in with <code>{command}</code>, or leave it</p>\n"


@pytest.mark.parametrize("text", ["a ` b `c` d", "`a <b>` c", "a `@org/team` b", "`` `x`", "a `` b"])
def test_what_others_quote_in_a_sentence_is_still_escaped(text: str) -> None:
    shown, elements = read(markdown.render_inline(sentence(text)))
    assert shown.replace("`", "").split() == text.replace("`", "").split()
    assert elements <= {"p", "code"}


@given(st.text("`a\n <", max_size=30))
def test_nothing_closes_a_fence(text: str) -> None:
    page = RENDERER.render(markdown.render_block(CodeBlock(text, "diff")) + "\n\nafter")
    assert page.endswith("</code></pre>\n<p>after</p>\n") and page.count("<pre>") == 1


def test_details() -> None:
    assert (
        markdown.render_block(Details("T", (Paragraph((own("B"),)),)))
        == "<details><summary>T</summary>\n\nB\n\n</details>"
    )


def test_prose_keeps_paragraphs() -> None:
    assert list(map(markdown.render_inline, prose_lines("a\nb\n\n\nc", "same"))) == ["a<br>b", "", "c"]
    assert list(map(markdown.render_inline, prose_lines("", "same"))) == [""]


def test_word_diff_line_breaks() -> None:
    assert markdown.render_inline(
        diff_line([("same", "a "), ("added", "b\n\n\nc"), ("same", " "), ("removed", "d")])
    ) == ("a <ins>b<br><br>c</ins> <del>d</del>")
