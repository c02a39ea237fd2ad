import html
import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from heymilo_ops.finding import Severity
from heymilo_ops.model.desired import desire
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.reason import as_written
from heymilo_ops.plan.change import Action, ArchivePosting, Change, CreatePosting, FieldChange, Forget, LiveRef
from heymilo_ops.plan.diff import diff_forms
from tests.review.rendered import markdown

RENDERER = MarkdownIt("commonmark", {"html": True}).enable("table")
OURS = {
    *("blockquote", "br", "code", "del", "details", "h3", "h4", "h5", "ins", "li", "ol", "p", "pre", "span", "strong"),
    *("summary", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}


def page(source: str) -> str:
    return RENDERER.render(source)


def elements(source: str) -> set[str]:
    return set(re.findall(r"<([a-z][a-z0-9]*)", re.sub(r"<!--.*?-->", "", page(source), flags=re.S)))


def changed(made, before: dict, after: dict, **more) -> Change:
    old, new = desire(before, "p.yaml"), desire(after, "p.yaml")
    return made.replacing(fields=diff_forms(old.form, new.form, old.keys, new.keys), desired=new, **more)


def test_no_changes(made) -> None:
    said = markdown(made.a_plan(Change("a", Action.UNCHANGED)))
    assert said.startswith("<!-- heymilo-ops:plan workspace=production v=1 data=") and " -->\n### No change\n" in said
    assert "No changes. Compared" in said and "####" not in said
    assert said.endswith("state serial 7 · heymilo-ops 0.1.0\n")


def test_groups_in_order_of_effect(made) -> None:
    said = markdown(made.a_plan(made.replacing()))
    assert re.findall(r"^##### (.*)$", said, re.M) == [
        "1. Who gets rejected automatically",
        "2. What candidates are told",
        "3. What is asked",
        "4. What counts, and how much",
        "5. Settings",
    ]
    assert re.findall(r"^#### (.*)$", said, re.M) == ["Senior Backend Engineer (Payments) · `senior-backend-engineer`"]


def test_groups_without_content_take_no_number(made) -> None:
    only = FieldChange("/title", "changed", "Old", "New", ChangeClass.IDENTITY)
    said = markdown(made.a_plan(made.replacing(fields=(only,))))
    assert re.findall(r"^##### (.*)$", said, re.M) == ["1. What candidates are told"]
    assert "| Posting | Job title | Old | **New** |" in said


def test_what_each_action_does_to_people(made) -> None:
    said = markdown(
        made.a_plan(
            Change("a", Action.ADOPT),
            Change("b", Action.ARCHIVE, live=LiveRef("B", 1.0, False), operations=(ArchivePosting("B"),)),
            Change("c", Action.ARCHIVE, live=LiveRef("B", 1.0, False), operations=(ArchivePosting("OLD"),)),
            Change("d", Action.HOLD, reasons=(as_written("one"), as_written("two"))),
            Change("e", Action.UPDATE, revision_from=1, revision_to=2),
            Change("f", Action.UPDATE, operations=(Forget(),), revision_from=1, revision_to=1),
            Change("g", Action.CREATE, revision_to=1),
        )
    )
    for sentence in (
        "**Taken over**: same posting, same link",
        "**Archived**: nobody new can enter.",
        "**Finished replacing**: the posting it replaced is archived.",
        "Why: one; two.",
        "the link stays the same.",
        "**Forgotten**: nothing is sent",
        "as soon as it is applied.",
    ):
        assert sentence in said


def test_findings_and_notes_come_first(made) -> None:
    found = (made.a_finding(), made.a_finding(severity=Severity.WARNING, address=None, help=""))
    said = markdown(made.a_plan(made.replacing(), findings=found, notes=("a *note*",)))
    assert "> [!CAUTION]\n> **Must fix: score_weight is 7" in said
    assert "> [!IMPORTANT]\n> **To decide: score_weight is 7" in said
    assert said.index("CAUTION") < said.index("IMPORTANT") < said.index("####") < said.index("a \\*note\\*")


def test_many_findings_and_notes_are_counted(made) -> None:
    said = markdown(
        made.a_plan(
            findings=tuple(made.a_finding(message=f"wrong in {i}") for i in range(60)),
            notes=tuple(f"note {i}" for i in range(60)),
        )
    )
    assert said.count("Must fix: wrong in ") == 60 and "- and 10 more" in said


def test_a_new_posting_is_told_whole(made) -> None:
    desired = made.wanted(max_retakes=2, metadata={"team": "payments"})
    said = markdown(made.a_plan(Change("x", Action.CREATE, operations=(CreatePosting(desired),), title="T")))
    assert "##### Step 1: Web form · about 1 min" in said and "##### Step 2: AI voice interview · about 9 min" in said
    assert "UTC+2? — **must answer “Yes”; otherwise this step ends the application**; choices: Yes, No" in said
    assert "- Pass mark: **must score at least 70 of 100; otherwise this step ends the application.**" in said
    assert "1. Describe a code review in which you changed your mind. — 14% of the step's score" in said
    assert "Scoring guides (4)" in said and "- Your own notes: team: payments" in said
    assert "not set" not in said and said.count("Describe a code review") == 2, "in the script, and over its guide"


def test_steps_that_come_go_and_move(made) -> None:
    before = made.resolved()
    after = {**before, "workflow": before["workflow"][::-1]}
    said = markdown(made.a_plan(changed(made, before, after)))
    assert "**Moved** · the step " in said
    gone = {**before, "workflow": before["workflow"][1:]}
    said = markdown(made.a_plan(changed(made, before, gone)))
    assert "**Removed** · step 1, Web form" in said
    assert "**Removed** · Web form, form field\n\n> <del>Is your working day" in said
    assert "| must answer “Yes”; otherwise this step ends the application. | **no longer asked** |" in said
    said = markdown(made.a_plan(changed(made, gone, before)))
    assert "**Added** · step 1, Web form" in said and "| Web form | Automatic rejection | – | **on** |" in said


def test_questions_left_to_heymilo_and_back(made) -> None:
    before = made.resolved()
    after = made.resolved()
    del after["workflow"][1]["questions"]
    said = markdown(made.a_plan(changed(made, before, after)))
    assert "**Questions** of AI voice interview are left to HeyMilo, unreviewed" in said
    assert said.count("<del>") >= 4
    said = markdown(made.a_plan(changed(made, after, before)))
    assert "are given here; HeyMilo wrote them so far" in said and said.count("**Added**") == 4


def test_a_template_in_place_of_steps(made) -> None:
    before = made.resolved()
    after = {key: value for key, value in before.items() if key != "workflow"} | {"interview_template_id": "IT1"}
    said = markdown(made.a_plan(changed(made, before, after)))
    assert "| Posting | Interview template | not set | **IT1** |" in said


def test_moves_without_a_key_or_form(made) -> None:
    move = FieldChange("/workflow/1/questions/0", "moved", 2, 0, ChangeClass.WORDING)
    said = markdown(made.a_plan(made.replacing(fields=(move,), desired=made.wanted())))
    assert (
        "**Moved** · AI voice interview: “Describe a code review in which you changed your mind.” from place 3" in said
    )
    said = markdown(made.a_plan(replace(made.replacing(), fields=(move,), operations=())))
    assert "**Moved** · Step 2: “question 1” from place 3 to place 1" in said


def test_only_white_space_differs(made) -> None:
    old = "A text that is long enough to be shown as a word diff and not in a table."
    field = FieldChange("/company_overview", "changed", old, old.replace(" and ", "\n\nand "), ChangeClass.NOTICE)
    assert "> differs only in white space" in markdown(made.a_plan(made.replacing(fields=(field,))))


def test_guides_that_change_are_folded(made) -> None:
    before, after = made.resolved(), made.resolved()
    after["workflow"][1]["questions"][2]["score_of_5"] += " Names the evidence that an auditor would accept."
    after["workflow"][1]["questions"][2]["max_follow_ups"] = 3
    said = markdown(made.a_plan(changed(made, before, after)))
    assert "<summary>Scoring guides and instructions (1)</summary>" in said
    assert "<ins>Names the evidence that an auditor would accept.</ins>" in said
    assert "| Most follow-up questions | not set | **3** |" in said


def nasty_plan(made):
    nasty = made.NASTY + "</details></ins>`````\n<!-- --> [a](http://x) ![b](c) **d** &lt;"
    data = made.resolved(title=nasty[:190], company_overview=nasty, metadata={"a|b": nasty[:100]})
    data["workflow"][1]["questions"][0] |= {"text": nasty, "score_of_1": nasty, "additional_instructions": nasty}
    data["workflow"][1]["questions"][0].pop("key")
    each = changed(
        made, made.resolved(), data, title=nasty, address=nasty, source=nasty, reasons=(nasty,), archives=(nasty,)
    )
    new = Change("new", Action.CREATE, operations=(CreatePosting(desire(data, "p.yaml")),), title=nasty)
    found = (made.a_finding(message=nasty, help=nasty, address=nasty, code=nasty),)
    return made.a_plan(each, new, notes=(nasty,), findings=found, workspace=nasty, compared=nasty, tool_version=nasty)


def test_nothing_in_a_text_becomes_markup(made) -> None:
    said = markdown(nasty_plan(made))
    assert elements(said) <= OURS
    assert "href" not in page(said) and "<script" not in page(said) and "<img" not in page(said)
    assert "\x1b" not in said and "\u202e" not in said
    assert "@octocat" not in re.sub(r"<pre>.*?</pre>", "", page(said), flags=re.S), "code mentions nobody"
    shown = page(said)
    assert shown.count("<details>") == shown.count("</details>") > 0
    for tag in ("ins", "del", "table"):
        assert shown.count(f"<{tag}>") == shown.count(f"</{tag}>")
    assert "<script>alert(1)</script>" in html.unescape(shown), "it is still told, as text"


def test_questions_that_start_or_stop_to_count(made) -> None:
    before, after = made.resolved(), made.resolved()
    before["workflow"][1]["questions"][0]["not_scored"] = True
    after["workflow"][1]["questions"][1]["not_scored"] = True
    after["workflow"][1]["config"]["video"] = True
    said = markdown(made.a_plan(changed(made, before, after)))
    assert re.search(r"Describe a code .* \| – \| \*\*20%\*\* `█+░+` \| counts now \|", said)
    assert re.search(r"Tell me about .* \| 39% \| \*\*–\*\* \| no longer counts \|", said)
    assert "| AI voice interview | Video recording | not set | **on: video is recorded as well as voice** |" in said


def test_weights_without_shares(made) -> None:
    before, after = made.resolved(), made.resolved()
    for data in (before, after):
        del data["workflow"][1]["questions"][3]["score_weight"]
    after["workflow"][1]["questions"][0]["score_weight"] = 4
    said = markdown(made.a_plan(changed(made, before, after)))
    assert "| weight 2 | **weight 4** | weight 2 → 4 |" in said
    assert "| weight 5 | **weight 5** | as before |" in said


def test_held_back_changes_are_said_to_be(made) -> None:
    said = markdown(made.a_plan(made.replacing(action=Action.HOLD, desired=made.wanted(), revision_to=None)))
    assert "**Held**: nothing is done. What is held back:" in said


def test_what_looks_alike_is_told_apart_in_words(made) -> None:
    field = FieldChange("/language", "changed", "R\u00e9", "Re\u0301", ChangeClass.NOTICE)
    assert "(differs only in Unicode composition)" in markdown(made.a_plan(made.replacing(fields=(field,))))
    old = "A text that is long enough to be shown as a word diff and not in a table."
    field = FieldChange("/company_overview", "changed", old, old.replace("text", "t\u200bext"), ChangeClass.NOTICE)
    assert "> differs only in characters that can't be seen" in markdown(made.a_plan(made.replacing(fields=(field,))))


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (0.6, "the pass mark is 60 of 100; other weights can change who reaches it."),
        (None, "no pass mark, so nobody is rejected by the score."),
    ],
)
def test_new_weights_name_the_pass_mark(made, mark: float | None, words: str) -> None:
    before, after = made.resolved(), made.resolved()
    for side in (before, after):
        side["workflow"][1]["config"]["min_evaluation_score"] = mark
        if mark is None:
            del side["workflow"][1]["config"]["min_evaluation_score"]
    after["workflow"][1]["questions"][1]["score_weight"] = 1
    said = markdown(made.a_plan(changed(made, before, after)))
    assert f"\n\nAI voice interview: {words}\n" in said
    assert ("May new weights change who reaches the pass mark of 60?" in said) is (mark is not None)


def test_a_question_with_wholly_other_words_is_called_another(made) -> None:
    before, after = made.resolved(), made.resolved()
    after["workflow"][1]["questions"][0]["text"] = "Which forklift licences do you hold?"
    said = markdown(made.a_plan(changed(made, before, after)))
    assert "**Replaced by another question** · AI voice interview\n\n> <del>" in said
    assert "> <ins>Which forklift licences do you hold?</ins>" in said and "Reworded" not in said
    assert "1 question replaced by another" in said
