"""A parser of HTML judges what a browser would make of a text."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.review import document as doc
from heymilo_ops.review.build import build_document
from heymilo_ops.review.document import (
    BulletList,
    Callout,
    CalloutKind,
    CodeBlock,
    Details,
    FieldDiff,
    Heading,
    Inline,
    Paragraph,
    ReviewDocument,
    Section,
    ShareRow,
    ShareTable,
    SideBySide,
    Span,
    Style,
    Table,
    foreign,
    own,
)
from heymilo_ops.review.gates import ScriptGate
from heymilo_ops.review.html import HtmlWriter, plain, render_html
from heymilo_ops.review.passages import Audience, Passage
from heymilo_ops.review.script import Guide, Minutes, Script, ScriptQuestion, ScriptStep
from heymilo_ops.review.switches import Switch
from heymilo_ops.review.word_diff import diff_line, prose_lines, runs
from heymilo_ops.text.sanitize import one_line
from tests.review.page_parts import Page
from tests.review.test_markdown import NASTY

MARKUP = st.text("<>&\"'`={}%#!-/aimgsx \n\t\u202e\u200b\x1b", max_size=40)
HOSTILE = [
    *NASTY,
    "<img src=https://evil.example/p.png onerror=alert(1)>",
    "</title></style></pre><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;script&gt;",
]


def page_of(*blocks: doc.Block) -> str:
    return render_html(
        ReviewDocument("production", (Heading(1, (own("Changes"),)),), (Section(blocks),), (own("foot"),))
    )


def script(text: str) -> Script:
    """A script that says a text wherever it can."""
    passage = Passage("/x", text, text, Audience.CANDIDATES, text)
    gate, switch = ScriptGate(text, rejects=True), Switch("/x", text, text)
    guide = Guide("/x", text, text)
    asked = ScriptQuestion("/x", text, text, "form", text, (text,), text, gate, True, 5, (guide,), text)
    step = ScriptStep(0, text, text, Minutes(1, 2), (passage,), (asked,), ((text, gate),), text, (switch,), text)
    return Script(text, text, text, (passage,), (step,), Minutes(1, 2), (switch,), text)


def all_blocks(text: str) -> tuple[doc.Block, ...]:
    """A text wherever a document can have one, raw: as if a block had forgotten to clean it."""
    line: Inline = tuple(Span(text, style) for style in Style)
    return (
        Heading(2, line),
        Paragraph(line),
        BulletList((line,)),
        Table((line,), ((line,),), (0,)),
        FieldDiff(line, (line, (), line)),
        *(Callout(kind, (line,)) for kind in CalloutKind),
        ShareTable(text, (ShareRow(text, 30, None, text, text, text, text),)),
        SideBySide(script(text), script(text + "x")),
        SideBySide(script(text), None),
        SideBySide(None, script(text)),
        CodeBlock(text, "diff"),
        CodeBlock(f"+{text}", text),
        Details(text, (Heading(2, line), Paragraph(line))),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_is_in_every_block(text: str) -> None:
    page = Page(page_of(*all_blocks(text)))
    assert page.obeyed() == []
    seen = one_line(text)
    assert page.text.count(seen) >= 60


@given(MARKUP)
def test_any_text_is_only_text_in_every_block(text: str) -> None:
    page = Page(page_of(*all_blocks(text)))
    assert page.obeyed() == []
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\u200b]", "".join([*page.texts, *page.values]))


@given(MARKUP)
def test_any_prose_is_shown_as_it_is(text: str) -> None:
    page = Page(str(HtmlWriter().block(FieldDiff((), prose_lines(text, "added")))))
    assert page.text == one_line(text)
    assert page.elements <= {"div", "p", "ins", "br"}


@given(MARKUP, MARKUP)
def test_any_word_diff_is_shown_as_it_is(before: str, after: str) -> None:
    found = runs(before, after)
    page = Page(str(HtmlWriter().block(Paragraph(diff_line(found)))))
    assert page.text.replace(" ", "") == "".join("".join(text for _, text in found).split())
    assert page.elements <= {"p", "ins", "del", "br"}


def test_hidden_characters_are_shown_for_what_they_are() -> None:
    shown = page_of(Paragraph((Span("pay\u202ercl"), foreign("\u200bzero"))))
    assert "&lt;U+202E&gt;" in shown and "&lt;U+200B&gt;" in shown


def test_the_policy_lets_nothing_load_and_only_this_style_count() -> None:
    shown = page_of(Paragraph((own("x"),)))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', shown)
    (style,) = re.findall(r"<style>(.*?)</style>", shown, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert html.unescape(policy).split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "url(" not in style and "@import" not in style and "style=" not in shown.replace(style, "")


def test_the_policy_comes_before_all_that_it_rules() -> None:
    shown = page_of(Paragraph((own("x"),)))
    assert shown.index("Content-Security-Policy") < shown.index("<style>") < shown.index("<body>")


def test_each_heading_of_a_posting_is_in_the_contents() -> None:
    names = ("Night nurse", "Night nurse", "夜勤", "night nurse--2")
    sections = tuple(Section((Heading(2, (foreign(name),)),)) for name in names)
    page = Page(render_html(ReviewDocument("production", (Heading(1, (own("Changes"),)),), sections, ())))
    assert page.links == ["#content", "#night-nurse", "#night-nurse--2", "#part", "#night-nurse-2"]
    assert page.obeyed() == []


def test_one_posting_needs_no_contents() -> None:
    assert "<nav" not in page_of(Heading(2, (own("Night nurse"),)))


def test_a_diff_is_coloured_and_keeps_its_lines() -> None:
    shown = str(HtmlWriter().block(CodeBlock("+ a\n- b\n  c <", "diff")))
    assert shown == (
        '<pre tabindex="0"><code><span class="plus">+ a</span>\n<span class="minus">- b</span>\n  c &lt;</code></pre>'
    )


def test_a_list_has_numbers_where_it_is_in_order() -> None:
    items = ((own("a"),), (own("b"),))
    assert str(HtmlWriter().block(BulletList(items, ordered=True))).startswith("<ol>\n<li")
    assert str(HtmlWriter().block(BulletList(items))).endswith("</li>\n</ul>")


def test_details_are_folded_and_have_their_blocks() -> None:
    shown = str(HtmlWriter().block(Details("T", (Paragraph((own("B"),)),))))
    assert shown == '<details>\n<summary>T</summary>\n<p dir="auto">B</p>\n</details>'


def test_a_page_of_a_plan_says_what_its_document_says(made: Any) -> None:
    document = build_document(made.a_plan(made.replacing()))
    page = Page(render_html(document))
    assert page.obeyed() == []
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Heading | Paragraph):
                assert plain(block.text) in page.text


def test_a_document_without_a_title_has_one() -> None:
    assert "<title>Interview changes</title>" in render_html(ReviewDocument("w", (), (), ()))


def test_where_nothing_changes_there_is_nothing_to_object_to() -> None:
    assert "How to object" in page_of(Paragraph((own("x"),)))
    assert "How to object" not in render_html(ReviewDocument("w", (Heading(1, (own("No change"),)),), (), ()))
