"""A comment holds what a reader must not miss, whatever a plan is made of, and says what it leaves out."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, ArchivePosting, Change, FieldChange, LiveRef
from heymilo_ops.plan.review_input import ReviewFinding, ReviewInput
from heymilo_ops.review.build import build_document
from heymilo_ops.review.document import Details, FieldDiff, Heading, Paragraph, ReviewDocument, Section, own
from heymilo_ops.review.markdown import render_markdown
from heymilo_ops.review.markdown_fit import COMMENT, SUMMARY, Limits, open_words
from tests.review.rendered import comment, markdown

BYTES = SUMMARY.measure


def limited(size: int) -> Limits:
    return Limits(size, BYTES, "bytes")


def test_a_plan_that_fits_is_shown_whole(made) -> None:
    changes = [made.replacing(address=f"posting-{i:03}") for i in range(12)]
    whole = markdown(made.a_plan(*changes))
    assert "This is not all of it" not in whole and whole.count("<summary>For engineers") == 12


def test_no_limit_is_passed_by_a_byte(made) -> None:
    plan = made.a_plan(*(made.replacing(address=f"posting-{i}") for i in range(3)))
    whole = len(markdown(plan).encode())
    for size in range(6_000, whole, 977):
        cut = markdown(plan, limited(size))
        assert len(cut.encode()) <= size and "This is not all of it" in cut
    assert len(markdown(plan, limited(whole + 8)).encode()) == whole


def test_the_part_for_engineers_goes_first(made) -> None:
    whole = markdown(made.a_plan(made.replacing(), made.replacing(address="other")))
    cut = markdown(made.a_plan(made.replacing(), made.replacing(address="other")), limited(len(whole.encode()) - 8))
    assert cut.count("<summary>For engineers") < 2 and "must answer “Yes”" in cut
    assert "is shown without the part for engineers" in cut or "are shown without" in cut


def test_one_changed_posting_has_at_most_700_words_outside_of_folds(made) -> None:
    long = "Tell me in your own words about a time when you had to decide something difficult. " * 12
    fields = [
        FieldChange(f"/workflow/1/questions/{i}/{name}", "changed", long, f"{long} And then {i}?", effect)
        for i in range(4)
        for name, effect in (("text", ChangeClass.WORDING), ("evaluation_criteria", ChangeClass.RUBRIC))
    ]
    plan = made.a_plan(
        made.replacing(fields=(*made.FIELDS, *fields)),
        findings=tuple(made.a_finding(message=f"wrong in {i}") for i in range(40)),
    )
    whole = comment(plan)
    assert open_words(whole) <= COMMENT.words
    assert "must answer “Yes”; otherwise this step ends the application." in whole
    assert whole.count("Must fix: wrong in ") == 40, "folded, and there"


@pytest.mark.parametrize("number", [3, 40])
def test_up_to_forty_nothing_grave_is_missing(made, number: int) -> None:
    text = "You are talking to an AI interviewer. " + "It asks what your work is like and writes it down. " * 60
    fields = (
        *made.FIELDS,
        FieldChange("/company_overview", "changed", text, text.replace("AI", "automatic"), ChangeClass.NOTICE),
    )
    changes = [made.replacing(address=f"p-{i}", title=f"Posting {i}", fields=fields) for i in range(number)]
    findings = tuple(made.a_finding(address=f"p-{i}", message=f"wrong in {i}") for i in range(number))
    shown = comment(made.a_plan(*changes, findings=findings, notes=("a note",)))
    assert len(shown) <= 60_000 and "a note" in shown
    assert shown.count("must answer “Yes”; otherwise") == number
    assert shown.count("**About the company**") == shown.count("**About the process**") == number
    for i in range(number):
        assert f"Must fix: wrong in {i}**" in shown and f"Posting {i}" in shown


def test_a_long_text_is_cut_at_a_word_and_says_how_long_it_is(made) -> None:
    text = "One two three four five. " * 40
    field = FieldChange("/company_overview", "added", None, text, ChangeClass.NOTICE)
    shown = comment(made.a_plan(made.replacing(fields=(field,)), made.replacing(address="b")))
    quoted = re.search(r"> <ins>(.*?)…</ins>", shown)
    assert (
        quoted is not None
        and len(quoted[1]) <= 300
        and quoted[1].split()[-1] in {"One", "two", "three", "four", "five."}
    )
    assert "(999 characters; the whole text is on the page)" in shown


def test_beyond_forty_the_gravest_come_first_then_names_then_numbers(made) -> None:
    quiet = [
        Change(
            f"q-{i:04}",
            Action.UPDATE,
            title=f"Quiet {i} with a title of some length",
            fields=(made.FIELDS[0],),
            revision_from=1,
            revision_to=2,
        )
        for i in range(900)
    ]
    ending = Change(
        "z", Action.ARCHIVE, title="Ending", live=LiveRef("Z", 1.0, False), operations=(ArchivePosting("Z"),)
    )
    shown = comment(made.a_plan(*quiet, made.replacing(), ending, notes=("a note",)))
    assert len(shown) <= 60_000
    assert shown.index("#### Ending") < shown.index("#### Senior Backend Engineer") < shown.index("- Quiet ")
    rest = re.search(r"(\d+) postings are not shown \((\d+) × settings only\)", shown)
    assert rest is not None and rest[1] == rest[2]
    named = len(re.findall(r"^- Quiet \d+ with a title of some length: settings only$", shown, re.MULTILINE))
    in_full = len(re.findall(r"^#### Quiet", shown, re.MULTILINE))
    assert int(rest[1]) + named + in_full == 900
    assert "All of it is on the page" in shown and "901 to" not in shown and "900 to update" in shown


WORD = st.text("aäß *_<>[]`|#@\n", min_size=1, max_size=30)


@st.composite
def sections(draw: st.DrawFn) -> Section:
    words = draw(WORD) * draw(st.sampled_from([1, 1, 1, 40, 900]))
    name = (own("Posting"),)
    blocks = (Heading(2, name), FieldDiff((own("What"),), ((own(words),),)), Details("More", (Paragraph((own("x"),)),)))
    return Section(
        blocks,
        (Paragraph((own("technical"),)),),
        name=name,
        kind="wording only",
        brief=blocks[: draw(st.integers(0, 2))],
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(sections(), max_size=6), st.sampled_from([1, 3, 40, 400]), st.integers(0, 60))
def test_any_document_fits(some: list[Section], times: int, findings: int) -> None:
    every = tuple((some * times)[:2_000])
    lead = (Heading(1, (own("Verdict"),)), *(Paragraph((own("finding " * 30),)) for _ in range(findings)))
    document = ReviewDocument("w", lead, every, (own("foot"),))
    for limits in (COMMENT, limited(20_000)):
        shown = render_markdown(document, limits)
        assert limits.measure(shown) <= limits.size
        assert "### Verdict" in shown and shown.endswith("foot\n")
        assert shown.count("Posting") >= len(every) or "This is not all of it" in shown


def test_2000_postings_with_findings_each(made) -> None:
    changes = [Change(f"p-{i}", Action.CREATE, title=f"P {i}", revision_to=1) for i in range(2_000)]
    findings = tuple(
        ReviewFinding(made.a_finding(address=f"p-{i}", message=f"wrong {i} " * 10), (f"p-{i}",), must_fix=True)
        for i in range(2_000)
    )
    shown = render_markdown(build_document(ReviewInput(made.a_plan(*changes), findings=findings)))
    assert len(shown) <= 60_000 and "### Must fix 2000" in shown and "and 1" in shown
    assert "2000 to create" in shown
