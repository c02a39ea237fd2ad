"""The pages of a preview: what stands where, and that nothing in them is anybody's markup but ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.finding import Finding, Place, Severity
from heymilo_ops.review.preview_page import (
    PreviewLink,
    PreviewView,
    preview_file,
    render_list,
    render_posting,
)
from heymilo_ops.review.script import script_of
from tests.review.page_parts import Page, preview_obeyed
from tests.review.test_html import HOSTILE, script

FORM = {
    "title": "Night Baker",
    "job_overview": "Four nights a week.",
    "instructions": "Be kind.",
    "workflow": [
        {"type": "form", "config": {"knockout_enabled": True}, "questions": [
            {"modality": "form", "text": "Can you work at night?", "question_type": "dropdown", "is_knockout": True,
             "answer": "yes", "dropdown_values": [{"label": "Yes", "value": "yes"}]},
        ]},
        {"type": "resume", "config": {}, "questions": [{"modality": "resume_scoring", "text": "Has baked."}]},
        {"type": "web_interview", "config": {"intro_message": "Hello.", "outro_message": "Bye."}, "questions": [
            {"modality": "voice", "text": "What about dough?", "question_type": "scored", "score_weight": 1,
             "score_of_5": "Looks in turn."},
        ]},
        {"type": "web_interview", "config": {"num_questions": 4}},
        {"type": "web_interview", "config": {}, "questions": []},
    ],
}  # fmt: skip


def finding(pointer: str, severity: Severity = Severity.WARNING, message: str = "it is odd", **more: Any) -> Finding:
    return Finding("CX101", "odd", severity, message, pointer=pointer, place=Place("postings/x.yaml", 7), **more)


def shown(step: int = 0, *findings: Finding, side: Any = "edited", form: Any = FORM, live: Any = None) -> str:
    known = script_of(form, {"/workflow/0/questions/0": "nights"}) if form else None
    view = PreviewView("baker", side, step, known, script_of(live) if live else None, findings)
    return render_posting(view, 3, has_list=True)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("step", [0, 1])
def test_nothing_is_markup_but_ours(text: str, step: int) -> None:
    found = finding("/x", message=text, help=text, proposal=text)
    view = PreviewView("baker", "edited", step, script(text), script(text), (found,), text)
    assert preview_obeyed(render_posting(view, 1, has_list=False)) == []
    listed = [PreviewLink("baker", text, (found,), has_live=False)]
    assert preview_obeyed(render_list(listed, 1, text, [found])) == []


def test_a_step_says_what_is_said_and_asked_in_order() -> None:
    text = Page(shown(3)).text
    order = ("Hello.", "What about dough?", "Bye.")
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert "Four nights a week." not in text and "Can you work at night?" not in text
    assert "Looks in turn." in text[text.index("Not seen by candidates") :]


def test_what_comes_before_the_first_step_is_the_first_page() -> None:
    text = Page(shown(0)).text
    assert "Four nights a week." in text[: text.index("Candidates don't see this")]
    assert "Be kind." in text[text.index("Candidates don't see this") :]
    assert "What about dough?" not in text


def test_a_knock_out_is_named() -> None:
    text = Page(shown(1)).text
    assert "must answer “Yes”; otherwise this step ends the application." in text and "nights" in text


def test_what_a_resume_is_judged_by_is_not_put_to_candidates() -> None:
    text = Page(shown(2)).text
    assert "Has baked." in text[text.index("Candidates don't see this") :]


def test_what_heymilo_writes_is_said() -> None:
    assert "HeyMilo writes 4 questions by itself" in Page(shown(4)).text
    assert "Nothing is asked here." in Page(shown(5)).text


@pytest.mark.parametrize("step", [6, 99])
def test_a_step_that_is_gone_is_the_last(step: int) -> None:
    assert "Nothing is asked here." in Page(shown(step)).text


@pytest.mark.parametrize(
    ("pointer", "step", "after"),
    [
        ("/workflow/2/questions/0/text", 3, "What about dough?"),
        ("/workflow/2/config/intro_message", 3, "Hello."),
        ("/workflow/2/config/voice", 3, "AI voice interview about"),
        ("/job_overview", 0, "Four nights a week."),
        ("/deadline", 0, "Before it begins"),
        ("", 0, "Before it begins"),
    ],
)
def test_a_finding_stands_beside_its_place(pointer: str, step: int, after: str) -> None:
    odd = finding(pointer, Severity.ERROR, help="make it `even`")
    for number in range(5):
        source = shown(number, odd)
        assert ("It is odd." in Page(source).text) is (number == step)
        assert '1<span class="hide"> findings' in source  # the step that has it shows how many
    text = Page(shown(step, odd)).text
    begin = text.rindex(after)
    assert "It is odd." in text[begin : begin + 160]
    assert "<code>even</code>" in shown(step, odd) and "postings/x.yaml:7" in text


def test_findings_are_of_the_file_and_not_of_what_is_live() -> None:
    assert "It is odd." not in shown(0, finding(""), side="live", live=FORM)


def test_the_switch_leads_to_the_same_step_of_the_other_version() -> None:
    page = Page(shown(3, live={**FORM, "title": "Old Baker"}))
    assert "/p/baker?side=live&step=3" in page.links
    assert "Old Baker" in Page(shown(3, side="live", live={**FORM, "title": "Old Baker"})).text
    assert "Not applied yet" in Page(shown(0)).text
    assert "No file any more" in Page(shown(0, side="live", form=None, live=FORM)).text


def test_what_can_t_be_read_is_said() -> None:
    assert "The file can't be read yet." in Page(shown(0, finding(""), form=None)).text
    assert "Nothing of it was applied yet." in Page(shown(0, side="live")).text
    view = replace(PreviewView("baker", "edited", 0, None, None), problem="heymilo.yaml has errors")
    assert "heymilo.yaml has errors" in Page(render_posting(view, 1, has_list=True)).text
    view = PreviewView("baker", "edited", 0, script_of(FORM), None, live_problem="the branch is gone")
    text = Page(render_posting(view, 1, has_list=True)).text
    assert "Live: not known" in text and "What is live isn't known: the branch is gone" in text


def test_the_list_has_each_posting_with_its_findings() -> None:
    some = (finding("", Severity.ERROR), finding(""), finding(""), finding("", Severity.INFO))
    page = Page(render_list([PreviewLink("baker", "Night Baker", some, has_live=True)], 1))
    assert "Night Baker baker 1 error, 2 warnings, 1 info" in page.text
    assert page.links == ["/preview.css", "/preview.js", "/p/baker"]
    assert "no posting" in Page(render_list([], 1)).text


def test_a_page_knows_which_change_it_shows() -> None:
    assert 'data-number="3"' in shown()


def test_the_style_and_the_script_are_files_of_their_own() -> None:
    assert ".bubble" in preview_file("preview.css") and "--accent" in preview_file("preview.css")
    assert "/changes" in preview_file("preview.js")
