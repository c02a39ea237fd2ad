from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from heymilo_ops.errors import AttentionError
from heymilo_ops.review.word_data import DATA_PART
from heymilo_ops.review.word_reading import PassageStatus, ReadPassage, read_word
from tests.review.test_word_file import passages, word
from tests.review.word_edits import (
    BODY,
    Change,
    W,
    comment_on,
    delete,
    edited,
    packed,
    parts_of,
    settle,
    settle_in,
    type_in,
)

PASSAGES = passages()
CHANGED = [n for n, passage in enumerate(PASSAGES) if passage.before != passage.after]
ASKED = next(n for n, passage in enumerate(PASSAGES) if passage.key == "handover" and not passage.name)
COMPANY = next(n for n, passage in enumerate(PASSAGES) if passage.label == "About the company" and not passage.name)
ADDED = next(n for n, passage in enumerate(PASSAGES) if passage.before is None)
REMOVED = next(n for n, passage in enumerate(PASSAGES) if passage.after is None)
SAME = next(n for n, passage in enumerate(PASSAGES) if passage.before == passage.after)


def read(*changes: Change, comments: str = "") -> tuple[ReadPassage, ...]:
    return read_word(edited(word(), *changes, comments=comments))


def test_what_nobody_touched_is_open_or_unchanged() -> None:
    items = read()
    assert [item.passage for item in items] == PASSAGES
    assert {item.status for n, item in enumerate(items) if n in CHANGED} == {PassageStatus.OPEN}
    assert {item.status for n, item in enumerate(items) if n not in CHANGED} == {PassageStatus.UNCHANGED}


@pytest.mark.parametrize(("kept", "status"), [("ins", PassageStatus.ACCEPTED), ("del", PassageStatus.REJECTED)])
def test_all_accepted_or_rejected(kept: str, status: PassageStatus) -> None:
    items = read(settle(kept))
    assert {item.status for n, item in enumerate(items) if n in CHANGED} == {status}
    text = "after" if kept == "ins" else "before"
    assert [item.text for item in items] == [getattr(passage, text) or "" for passage in PASSAGES]


def test_each_is_decided_by_itself() -> None:
    items = read(settle_in(ASKED, "ins"), settle_in(COMPANY, "del"))
    assert items[ASKED].status is PassageStatus.ACCEPTED
    assert items[COMPANY].status is PassageStatus.REJECTED
    assert items[ADDED].status is PassageStatus.OPEN


def test_of_several_changes_some_may_be_accepted() -> None:
    items = read(settle_in(REMOVED, "ins"), settle_in(COMPANY, "ins", first=True))
    assert items[REMOVED].status is PassageStatus.ACCEPTED
    assert items[COMPANY].status in (PassageStatus.PARTLY, PassageStatus.ACCEPTED)


@pytest.mark.parametrize("author", [None, "Counsel"])
@pytest.mark.parametrize("number", [SAME, ASKED, ADDED], ids=["same", "changed", "added"])
def test_an_edit_is_an_edit_with_and_without_tracking(number: int, author: str | None) -> None:
    item = read(settle_in(number, "ins"), type_in(number, " Please.", author))[number]
    assert item.status is PassageStatus.EDITED
    assert item.text == f"{PASSAGES[number].after} Please."


def test_what_is_written_into_an_open_change_is_an_edit() -> None:
    item = read(type_in(ASKED, " Please.", "Counsel"))[ASKED]
    assert item.status is PassageStatus.EDITED


def test_a_deleted_passage_is_an_edit_unless_that_was_the_change() -> None:
    items = read(delete(SAME), delete(ADDED), delete(REMOVED))
    assert items[SAME].status is PassageStatus.EDITED
    assert items[SAME].text == ""
    assert items[ADDED].status is PassageStatus.REJECTED
    assert items[REMOVED].status is PassageStatus.ACCEPTED


def test_comments_come_with_their_passage() -> None:
    comment = f'<w:comment xmlns:w="{W}" w:id="5" w:author="Counsel"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    items = read(comment_on(SAME, "5"), comment_on(ASKED, "6"), comments=comment)
    assert [(one.author, one.text) for one in items[SAME].comments] == [("Counsel", "Why?")]
    assert items[ASKED].comments == ()


def test_a_change_of_somebody_who_deletes_is_not_kept() -> None:
    data = word()
    parts = parts_of(data)
    parts[BODY] = parts[BODY].replace(b'w:author="heymilo-ops"', b'w:author="Counsel"')
    items = read_word(packed(parts))
    assert {item.status for n, item in enumerate(items) if n in CHANGED} == {PassageStatus.ACCEPTED}


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f"])
def test_other_blanks_are_no_edit(blank: str) -> None:
    parts = parts_of(edited(word(), settle("ins")))
    parts[BODY] = parts[BODY].decode().replace("hand over", f"hand{blank}over").encode()
    items = read_word(packed(parts))
    assert items[ASKED].status is PassageStatus.ACCEPTED


def _without(name: str) -> bytes:
    parts = parts_of(word())
    del parts[name]
    return packed(parts)


def _with(name: str, content: bytes) -> bytes:
    return packed({**parts_of(word()), name: content})


def test_a_damaged_file_is_refused() -> None:
    data = word()
    with ZipFile(BytesIO(data)) as archive:
        begin = archive.getinfo(BODY).header_offset + 60
    with pytest.raises(AttentionError):
        read_word(data[:begin] + bytes(20) + data[begin + 20 :])


ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    "data",
    [b"", b"no archive", _without(BODY), _without(DATA_PART), _with(BODY, b"<w"), _with(DATA_PART, b"<x/>")],
    ids=["empty", "text", "no body", "no data", "broken", "other data"],
)
def test_another_file_is_refused_with_what_to_give(data: bytes) -> None:
    with pytest.raises(AttentionError) as caught:
        read_word(data)
    assert "plan --format docx" in caught.value.message
    assert "Give the .docx file that plan wrote" in str(caught.value.help)


@pytest.mark.parametrize(
    "names", [[BODY], [BODY, "customXml/item1.xml", "customXml/item2.xml"]], ids=["one", "several"]
)
def test_a_file_that_would_fill_the_memory_is_refused(names: list[str]) -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b" " * (60_000_000 // len(names)))
    with pytest.raises(AttentionError, match="too large"):
        read_word(buffer.getvalue())


def test_entities_of_a_file_are_not_expanded() -> None:
    with pytest.raises(AttentionError):
        read_word(_with(DATA_PART, ENTITY.replace(b"<x>", b'<x xmlns="urn:heymilo-ops:review:1">')))
