"""What an import did, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.importer.file_record import FileResult, ImportedFile
from heymilo_ops.importer.manifest import ImportOptions, write_manifest
from heymilo_ops.importer.selection import Omission, OmissionCause
from heymilo_ops.importer.suggestion import SharingSuggestion
from heymilo_ops.model.live import Live
from heymilo_ops.report.import_text import (
    import_data,
    interrupted,
    next_steps,
    personal_lines,
    render_files,
    render_omissions,
    render_suggestions,
    suggestion_data,
    summary,
)
from heymilo_ops.report.writer import Writer

ASKED = {"modality": "form", "text": "Why here?", "question_type": "textarea", "rank": 1, "id": "Q1"}


def live(posting_id: str = "A1", title: str = "Night Porter", **more: Any) -> Live:
    document = {"title": title, "workflow": [{"type": "form", "order": 1, "config": {"mood": "calm"}}], **more}
    return Live(posting_id, title, more.get("name"), more.get("status", "active"), False, document=document)


def file(posting: Live, result: FileResult = FileResult.WRITTEN) -> ImportedFile:
    made = write_manifest(posting, [ASKED], ImportOptions(on="2027-01-02", workspace="production"))
    return ImportedFile(posting, made.name, made.path, result, made)


def test_a_file_with_what_is_to_be_known_of_it() -> None:
    files = [
        file(live(name="night-porter")),
        file(live(name="Night Porter!", status="draft"), FileResult.PLANNED),
        file(live(status="expired"), FileResult.TAKEN),
        replace(file(live()), result=FileResult.PRESENT, manifest=None),
    ]
    assert render_files(files, Writer(columns=140)) == (
        "postings/night-porter.yaml: written (Night Porter)\n"
        '  - step 1 (form), mood: no manifest has this key. HeyMilo keeps its value: "calm". A replace loses it.\n'
        "postings/night-porter.yaml: would be written (Night Porter)\n"
        "  - it is called night-porter here; at HeyMilo it stays 'Night Porter!' until a replace\n"
        "  - it is a draft, and takes nobody\n"
        '  - step 1 (form), mood: no manifest has this key. HeyMilo keeps its value: "calm". A replace loses it.\n'
        "postings/night-porter.yaml: not written: something else has this path, and stays as it is (Night Porter)\n"
        "  - it has no name at HeyMilo, and is called night-porter here\n"
        "  - it is expired, and takes nobody\n"
        '  - step 1 (form), mood: no manifest has this key. HeyMilo keeps its value: "calm". A replace loses it.\n'
    )


def test_what_lint_would_refuse_is_set_aside_and_told() -> None:
    untitled = file(live(title="x"))
    assert untitled.path.startswith("postings/_") and untitled.is_set_aside
    text = render_files([untitled], Writer())
    assert "set aside, since it asks for another posting than the one at HeyMilo" in text and "title" in text


@pytest.mark.parametrize(
    ("cause", "by_id", "words"),
    [
        (OmissionCause.ARCHIVED, False, "2 archived postings: Porter (A1), without a title (B2)"),
        (OmissionCause.TEST, False, "2 test postings: Porter (A1), without a title (B2)"),
        (OmissionCause.MANAGED, False, "2 postings managed here already: Porter (A1), without a title (B2)"),
        (OmissionCause.MANAGED, True, "Porter (A1) is managed here already, as of@1"),
        (OmissionCause.TEST, True, "Porter (A1) is a test posting"),
        (OmissionCause.ARCHIVED, True, "Porter (A1) is archived"),
        (OmissionCause.MARKED, False, "Porter (A1) is marked as of@1; only the repo that made it may take it over; "),
        (OmissionCause.BLUEPRINT, True, "Porter (A1) is what the template of@1 copies; marks on it would be copied"),
    ],
)
def test_what_is_left_out(cause: OmissionCause, by_id: bool, words: str) -> None:
    omissions = [Omission(live("A1", "Porter"), cause, "of@1"), Omission(live("B2", ""), cause, "of@1")]
    text = render_omissions(omissions, Writer(), by_id=by_id)
    assert text.startswith("Left out:\n  - ") and words in " ".join(text.split())


def test_nothing_left_out_and_nothing_at_all() -> None:
    assert render_omissions((), Writer(), by_id=False) == ""
    assert render_files((), Writer()) == ""
    assert summary((), Writer()) == "There is nothing to import.\n"
    assert next_steps(()) == []


def test_in_one_sentence_and_what_to_do_next() -> None:
    files = [file(live(), result) for result in FileResult]
    said = summary(files, Writer())
    assert said == "1 would be written, 1 there already, 2 not written, 1 written.\n"
    assert [line.split()[0] for line in next_steps(files)] == ["Names", "What", "Move"]
    assert interrupted(files).startswith("1 file written, each whole. Run the same command again")


def test_personal_data_is_on_one_line_each() -> None:
    owned = file(live(metadata={"owner": "Jane Doe\n::error::x\x1b[2J", "phone": "+44 20 7946 0018"}))
    lines = personal_lines(owned, Writer())
    assert lines[0] == "postings/night-porter.yaml holds what looks like personal data or a credential:"
    assert any("a phone number in /metadata/phone: +44 20 7946 0018" in line for line in lines)
    assert not any("\x1b" in line or "\n" in line for line in lines)


def test_what_an_ats_has_set_up_is_told_and_in_no_file() -> None:
    connected = file(live(ats_metadata={"ats_job_id": "J1", "source": "x"}))
    assert connected.personal and not connected.needs_approval
    head, *lines = personal_lines(connected, Writer(columns=140))
    assert head == "postings/night-porter.yaml is of a posting to look at:"
    assert lines == [
        "  - an ATS is connected to the posting, which stays so; no file says it (ats_metadata: ats_job_id, source)"
    ]
    assert "J1" not in (connected.manifest.text if connected.manifest is not None else "")


def test_what_can_be_shared() -> None:
    one = SharingSuggestion("question", "why-here", "why here", ("a", "b"), True, 12)
    text = render_suggestions([one] * 12, "production", Writer())
    assert (
        "  heymilo-ops -w production share question why-here --as 'why here' a b  # 2 postings, about 12 lines" in text
    )
    assert text.endswith("  and 2 more that save less\n")
    assert render_suggestions([], "production", Writer()) == ""
    (data,) = suggestion_data([one], "production")
    assert (data["subject"], data["saved_lines"], data["postings"]) == ("why-here", 12, ["a", "b"])


def test_as_data() -> None:
    posting = live()
    data = import_data([file(posting)], [Omission(posting, OmissionCause.TEST)])
    (record,), (omitted,) = data["files"], data["left_out"]
    (loss,) = record["losses"]
    assert (loss["code"], loss["pointer"], loss["set_aside"]) == ("unknown-field", "/workflow/0/config/mood", False)
    assert omitted == {"posting_id": "A1", "title": "Night Porter", "cause": "test", "whose": None}
