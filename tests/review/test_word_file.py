from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from docx import Document
from lxml import etree

from heymilo_ops.review.build import build_document
from heymilo_ops.review.document import SideBySide
from heymilo_ops.review.word_file import ABOUT, render_word
from heymilo_ops.review.word_passages import WordPassage, word_parts
from heymilo_ops.review.word_reading import read_word
from tests.review.golden import GoldenCase, golden_cases, review_of_case
from tests.review.reviews import changed, form_step, knockout, manifest, voice, voice_step
from tests.review.word_edits import BODY, edited, parts_of, settle, w

BEFORE = manifest(
    form_step(knockout()), voice_step(voice("How do you hand over?", key="handover"), voice()), company_overview="We."
)
AFTER = manifest(
    form_step(knockout(answer="No")),
    voice_step(voice("How do you hand over at six?", key="handover"), voice("Which day do you like?")),
    company_overview="We are\n\nmany.",
)
COMMITTED = 1_790_000_000.0


def word(before: object = BEFORE, after: object = AFTER, **more: object) -> bytes:
    review = replace(changed(before, after), **{"committed_at": COMMITTED, **more})  # type: ignore[arg-type]
    return render_word(build_document(review))


def passages(before: object = BEFORE, after: object = AFTER) -> list[WordPassage]:
    document = build_document(changed(before, after))  # type: ignore[arg-type]
    sides = [block for section in document.sections for block in section.page if isinstance(block, SideBySide)]
    return [passage for side in sides for part in word_parts(side) for row in part.rows for passage in row.passages]


def lines_of(data: bytes) -> list[str]:
    """Return the paragraphs that say something, as python-docx reads them."""
    from io import BytesIO

    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs if paragraph.text.strip()]


def test_every_text_of_a_design_is_a_passage_with_its_place_and_key() -> None:
    by_label = {(passage.label, passage.name): passage for passage in passages()}
    asked = by_label["Question 1", ""]
    assert ("How do you hand over?", "How do you hand over at six?") in {
        (passage.before, passage.after) for passage in passages()
    }
    assert asked.address == "nurse"
    handover = next(passage for passage in passages() if passage.key == "handover" and not passage.name)
    assert handover.pointer == "/workflow/1/questions/0"
    assert by_label["About the company", ""].after == "We are\n\nmany."


def test_changes_are_those_of_word_by_this_tool_and_at_the_time_of_the_commit() -> None:
    body = etree.fromstring(parts_of(word())[BODY])
    changes = [*body.iter(w("ins")), *body.iter(w("del"))]
    assert {change.get(w("author")) for change in changes} == {"heymilo-ops"}
    assert {change.get(w("date")) for change in changes} == {"2026-09-21T14:13:20Z"}
    numbers = [change.get(w("id")) for change in changes]
    assert len(set(numbers)) == len(numbers)
    assert all(not change.findall(f".//{w('t')}") for change in body.iter(w("del")))


def test_without_a_commit_changes_have_no_date() -> None:
    body = etree.fromstring(parts_of(word(committed_at=None))[BODY])
    assert {change.get(w("date")) for change in body.iter(w("ins"))} == {None}


@pytest.mark.parametrize(("kept", "side"), [("ins", "after"), ("del", "before")])
def test_accepted_it_says_what_comes_after_and_rejected_what_was_before(kept: str, side: str) -> None:
    lines = lines_of(edited(word(), settle(kept)))
    wanted, other = (said(name) for name in ((side, "before") if side == "after" else (side, "after")))
    assert wanted != other
    assert Counter(line for line in lines if line in wanted | other) == wanted


def said(side: str) -> Counter[str]:
    """Return the lines of one version."""
    return Counter(
        (f"{passage.name}: " if passage.name else "") + getattr(passage, side)
        for passage in passages()
        if getattr(passage, side) is not None
    )


def test_the_same_review_gives_the_same_bytes() -> None:
    assert word() == word()


def test_nothing_in_it_names_who_made_it_or_where() -> None:
    parts = parts_of(word())
    core = etree.fromstring(parts["docProps/core.xml"])
    assert len(core) == 0
    assert "docProps/app.xml" not in parts
    assert not [name for name in parts if "thumbnail" in name]
    text = b"\n".join(parts.values())
    assert not re.search(rb"/(home|root|Users|tmp)/|python-docx", text)


def test_the_first_page_says_that_edits_change_nothing() -> None:
    lines = lines_of(word())
    assert lines[1] == ABOUT
    assert lines[0].startswith("Notices 1 changed")


def test_hostile_text_stays_text() -> None:
    hostile = "</w:t><w:hyperlink r:id='rId1'/> \x1b[2J \u202e {{ HYPERLINK }} & <b>"
    data = word(manifest(voice_step(voice())), manifest(voice_step(voice(hostile))))
    body = etree.fromstring(parts_of(data)[BODY])
    names = {etree.QName(element).localname for element in body.iter("*")}
    assert names.isdisjoint({"hyperlink", "fldSimple", "instrText", "object", "altChunk"})
    assert any("</w:t><w:hyperlink r:id='rId1'/>" in line for line in lines_of(edited(data, settle("ins"))))


@pytest.mark.parametrize("odd", ["\ufffe", "\uffff"])
def test_characters_that_xml_lacks_are_replaced(odd: str) -> None:
    data = word(manifest(voice_step(voice())), manifest(voice_step(voice(f"Why{odd}?"))))
    assert "Why\ufffd?" in lines_of(edited(data, settle("ins")))
    texts = [item.passage.after for item in read_word(data)]
    assert "Why\ufffd?" in texts


def test_candidates_of_a_public_repository_read_no_rubric_in_it() -> None:
    text = "\n".join(lines_of(edited(word(public=True), settle("ins"))))
    assert "Which day do you like?" in text
    assert "What they did." not in text


@pytest.mark.parametrize("case", golden_cases(), ids=lambda case: case.name)
def test_every_kind_of_review_can_be_written(case: GoldenCase, tmp_path_factory: pytest.TempPathFactory) -> None:
    document = build_document(review_of_case(case, tmp_path_factory.mktemp("case")))
    lines = lines_of(render_word(document))
    assert lines[1] == ABOUT
