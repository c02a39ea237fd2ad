from __future__ import annotations

from heymilo_ops.model.state import Held
from heymilo_ops.repair.edit import differences
from heymilo_ops.report.prompt import approval_question
from heymilo_ops.report.state_text import entry_facts, render_differing, render_facts
from heymilo_ops.report.writer import Writer
from tests.report.test_rebuild_text import ONE, TWO, entry, state


def test_the_question_says_what_is_sent() -> None:
    asked = "Forget a in production?"
    assert approval_question(asked, Writer()) == (
        "Forget a in production? Nothing is sent to HeyMilo.\n  Only 'yes' will be accepted to approve.\n\n"
    )
    assert "Another can apply then." in approval_question(asked, Writer(), consequence="Another can apply then.")


def test_facts_are_folded_and_cleaned() -> None:
    shown = render_facts(
        "a\x1b[2J", [("posting", "P1"), ("said", "one two three four five six seven")], Writer(columns=30)
    )
    assert shown == "a\n  posting: P1\n  said:    one two three four\n           five six seven\n"
    assert render_facts("a", [], Writer(columns=80)) == "a\n"
    assert Writer(columns=4).prose("one two") == "one\ntwo\n"


def test_what_is_known_of_a_posting() -> None:
    assert entry_facts(entry(ONE)) == [
        ("posting", "P1 (active)"),
        ("candidates enter at", "–"),
        ("review at", "–"),
        ("revision", "1, the last applied 2027-01-02 09:00 UTC"),
    ]
    held = entry(ONE, TWO).model_copy(
        update={"held": Held(digest=ONE.digest, since="2027-01-03T09:00:00Z", by="Grace"), "candidate_url": "https://c"}
    )
    told = dict(entry_facts(held))
    assert told["revisions"].startswith("1 to 2")
    assert told["held"] == "a design, since 2027-01-03 09:00 UTC by Grace"
    assert told["candidates enter at"] == "https://c"


def test_what_two_states_say_otherwise() -> None:
    before = state(a=entry(ONE), b=entry(ONE), c=entry(ONE))
    after = state(a=entry(ONE, TWO), c=entry(ONE).model_copy(update={"updated_at": 1.0}), d=entry(ONE))
    assert render_differing("x.json", after, before, differences(after, before), Writer(columns=100)) == (
        "x.json: serial 0, 3 postings\n"
        "  stored:  serial 0, 3 postings\n"
        "\n"
        "  ~ a: revision 1, posting P1 (active) → revision 2, posting POSTING-2 (active)\n"
        "  - b: revision 1, posting P1 (active); it is gone from there\n"
        "  ~ c: revision 1, posting P1 (active); ops, links or times differ\n"
        "  + d: revision 1, posting P1 (active)\n"
    )
    assert "stored:  nothing" in render_differing("x.json", after, None, [], Writer(columns=100))
    assert "know the same of every posting" in render_differing("x.json", after, after, [], Writer(columns=100))
