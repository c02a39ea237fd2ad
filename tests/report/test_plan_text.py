from dataclasses import replace

from heymilo_ops.finding import Severity
from heymilo_ops.model.reason import Reason, ReasonCode, as_written
from heymilo_ops.plan.change import Action, ArchivePosting, Change, CreatePosting, Forget, LiveRef
from heymilo_ops.report.plan_text import change_text, render_plan
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.width import cells

WHAT = "what became of an earlier operation is not known"


def no_lines(path: str, line: int) -> None:
    return None


def shown(plan, width: int = 100, **more) -> str:
    return render_plan(plan, Writer(columns=width), no_lines, **more)


def test_no_changes_says_what_was_compared(made) -> None:
    unchanged = Change("a", Action.UNCHANGED)
    assert shown(made.a_plan(unchanged)) == "No changes. Compared: the files with the state and with HeyMilo.\n"
    assert shown(made.a_plan(compared="")) == "No changes.\n"
    assert shown(made.a_plan(partial=True, compared="")).endswith("Other postings were not looked at.\n")


def test_no_changes_says_what_differs_at_heymilo(made) -> None:
    said = shown(made.a_plan(compared="", differing=("a",)))
    assert said == "No changes. 1 posting at HeyMilo differs from what was applied: see the notes.\n"
    said = shown(made.a_plan(compared="", differing=("a", "b")))
    assert said == "No changes. 2 postings at HeyMilo differ from what was applied: see the notes.\n"


def test_how_many_postings_nobody_manages_is_told(made) -> None:
    said = shown(made.a_plan(compared="", unmanaged=3))
    assert said.startswith(
        "Note:\n  - 3 open postings at HeyMilo are managed by nobody: `heymilo-ops -w production list "
    )
    assert "managed by" not in shown(made.a_plan(compared="", unmanaged=3), quiet=True)


def test_only_held_is_no_change(made) -> None:
    said = shown(made.a_plan(Change("a", Action.HOLD, reasons=(as_written("archived outside"),))))
    assert "# a is held" in said and "archived outside" in said
    assert said.endswith("No changes. 1 held. Compared: the files with the state and with HeyMilo.\n")


def test_what_is_held_and_what_is_to_settle_are_two_things(made) -> None:
    held = Change("a", Action.HOLD, reasons=(Reason(ReasonCode.ON_CHANGE_HOLD),))
    open_ = Change("b", Action.HOLD, reasons=(Reason(ReasonCode.OUTCOME_UNKNOWN, "create"),))
    said = shown(made.a_plan(held, open_, pending=("b",))).splitlines()
    assert said[1:3] == ["    = held, nothing is done", f"    ? to settle: {WHAT}"]
    assert "  # a is held" in said and "  = a" in said
    assert "  # b has to be settled first" in said and "  ? b" in said
    assert said[-1].endswith("0 to archive, 1 held, 1 to settle.")


def test_summary_names_the_rare_ones_only_where_there_are_any(made) -> None:
    plan = made.a_plan(
        Change("a", Action.CREATE),
        Change("b", Action.ADOPT),
        Change("c", Action.UPDATE, operations=(Forget(),)),
        Change("d", Action.UPDATE),
        Change("e", Action.ARCHIVE),
    )
    said = shown(plan)
    assert said.endswith("Plan: 1 to create, 1 to update, 0 to replace, 1 to archive, 1 to adopt, 1 to forget.\n")
    assert "# c will be forgotten" in said and "  . c" in said and "forget, nothing is sent" in said
    assert " <= b" in said


def test_quiet_gives_findings_and_summary(made) -> None:
    plan = made.a_plan(made.replacing(), findings=(made.a_finding(),), notes=("a note",))
    assert shown(plan, quiet=True) == (
        "postings/senior.yaml:14:21: error AP012 weight-range: score_weight is 7, but HeyMilo takes 0 to 5\n"
        "  help: Write a whole number from 1 to 5.\n\n"
        "Plan: 0 to create, 0 to update, 1 to replace, 0 to archive.\n"
    )


def test_order_is_changes_notes_findings_summary(made) -> None:
    finding = made.a_finding(severity=Severity.WARNING, place=None)
    said = shown(made.a_plan(made.replacing(), findings=(finding,), notes=("one note", "another")))
    parts = [
        "-/+ create the new",
        "# senior-backend-engineer will be replaced",
        "Notes:",
        "- another",
        "AP012",
        "Plan: 0",
    ]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert "Note:" in shown(made.a_plan(notes=("one",)))


def test_replace_says_class_archives_and_revisions(made) -> None:
    said = change_text(made.replacing(), Writer())
    assert "(postings/senior.yaml, revision 2 → 3, posting 7C21AA09)" in said
    words = " ".join(said.split())
    assert "class: knockout: who gets rejected automatically; notice: what candidates are told; scoring: " in words


def test_weights_are_shown_as_shares_of_the_score(made) -> None:
    lines = change_text(made.replacing(), Writer(columns=70)).splitlines()
    start = lines.index("      Shares of the score, step 2, AI voice interview:")
    assert lines[start + 1].split() == ["BEFORE", "AFTER", "QUESTION"]
    assert [line.split()[:2] for line in lines[start + 2 :]] == [
        ["20%", "14%"],
        ["33%", "33%"],
        ["27%", "33%"],
        ["–", "20%"],
        ["20%", "–"],
    ]
    assert all(len(line) <= 70 for line in lines[start:])


def test_what_is_archived_is_named(made) -> None:
    said = change_text(made.replacing(), Writer())
    assert "archives: 7C21AA09" in said


def test_moved_and_unmoved_revisions(made) -> None:
    said = change_text(made.replacing(moved_from="old-name", revision_to=2, fields=(), reasons=()), Writer())
    assert "revision 2, posting" in said
    assert "was old-name so far" in said
    assert "why:" not in said


def test_finishing_a_replace_is_not_the_end_of_the_posting(made) -> None:
    both = (ArchivePosting("NEW"), ArchivePosting("OLD"))
    left = Change("a", Action.ARCHIVE, live=LiveRef("NEW", 1.0, False), operations=(ArchivePosting("OLD"),))
    assert "# a stays, and the posting it replaced will be archived" in change_text(left, Writer())
    assert "# a will be archived" in change_text(replace(left, operations=both), Writer())
    assert "# a will be archived" in change_text(replace(left, live=None), Writer())


def test_create_is_outlined(made) -> None:
    desired = made.wanted(language="de", interviewer_name="Ada")
    said = change_text(
        Change("a", Action.CREATE, operations=(CreatePosting(desired),), revision_to=1, title="T"), Writer()
    )
    assert "+ language: de" in said and "+ interviewer_name: Ada" in said
    assert "+ step 1, Web form: 1 question, 1 knock-out" in said
    assert "+ step 2, AI voice interview: 4 questions" in said
    assert "class:" not in said


def test_create_from_a_template_or_with_questions_of_heymilo(made) -> None:
    data = {key: value for key, value in made.RESOLVED.items() if key != "workflow"}
    from heymilo_ops.model.desired import desire

    def create(desired) -> Change:
        return Change("a", Action.CREATE, operations=(CreatePosting(desired),))

    template = desire({**data, "interview_template_id": "IT1"}, "p.yaml")
    assert "+ cloned from template IT1" in change_text(create(template), Writer())
    written = desire({**data, "workflow": [{"type": "conversational_sms"}]}, "p.yaml")
    assert "questions written by HeyMilo, unreviewed" in change_text(create(written), Writer())
    sms = [{"text": "Q?", "question_type": "YES_NO", "expected_answer": "yes", "is_dealbreaker": True}] * 2
    twice = desire({**data, "workflow": [{"type": "conversational_sms", "questions": sms}]}, "p.yaml")
    assert "2 questions, 2 knock-outs" in change_text(create(twice), Writer())


def test_change_without_facts_or_reasons() -> None:
    assert change_text(Change("a", Action.CREATE), Writer()) == "  # a will be created\n  + a"


def test_narrow_terminals(made) -> None:
    said = shown(made.a_plan(made.replacing(reasons=("word " * 40,)), notes=("word " * 40,)), 72)
    assert max(cells(line) for line in said.splitlines()) <= 74


def test_nasty_texts_are_harmless(made) -> None:
    nasty = made.NASTY
    each = made.replacing(title=nasty, reasons=(nasty,), source=nasty, archives=(nasty,), moved_from=nasty)
    said = shown(made.a_plan(each, notes=(nasty,), workspace=nasty, compared=nasty))
    assert "\x1b" not in said and "\u202e" not in said and "\u200b" not in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_colours(made) -> None:
    paint = Writer(enabled=True)
    said = render_plan(made.a_plan(made.replacing(), Change("b", Action.CREATE)), paint, no_lines)
    assert paint.red("-/+") in said and paint.green("  +") in said and paint.bold("Plan:") in said
