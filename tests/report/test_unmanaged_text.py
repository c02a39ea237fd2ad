"""The table of the postings that nobody manages."""

from __future__ import annotations

from heymilo_ops.model.live import Live
from heymilo_ops.model.people import People
from heymilo_ops.report.unmanaged_text import choose_help, unmanaged_data, unmanaged_table
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.width import cells

ONE = Live(
    "A1",
    "Support agent, nights and weekends, all regions",
    "Support",
    "active",
    False,
    created_at=1.8e9,
    updated_at=1.9e9,
)
BARE = Live("B2", "", None, "", False)
NOW = "2026-11-28T02:00:00Z"
PEOPLE = {"A1": People(40, 17, NOW), "B2": None}


def test_which() -> None:
    said = unmanaged_table([ONE, BARE], PEOPLE, Writer()).splitlines()
    assert said[0].split() == ["POSTING", "TITLE", "STATUS", "PEOPLE", "LAST", "CHANGE"]
    assert said[1].endswith("active  40 (17 completed)  2030-03-17")
    assert said[2].split() == ["B2", "–", "–", "unknown", "–"]
    assert said[-1] == "2 open postings at HeyMilo are managed by nobody."


def test_few_people_are_not_counted_and_nobody_is_zero() -> None:
    few = unmanaged_table([ONE, BARE], {"A1": People(3, 1, NOW), "B2": People(0, 0, NOW)}, Writer()).splitlines()
    assert "active  fewer than 5  " in few[1]
    assert few[2].split() == ["B2", "–", "–", "0", "–"]


def test_drafts_and_expired_ones_are_counted_apart() -> None:
    shut = [Live("C3", "Porter", None, "draft", False), Live("D4", "Baker", None, "expired", False)]
    said = unmanaged_table([ONE, *shut], {}, Writer()).splitlines()
    assert said[-1] == "1 open posting at HeyMilo is managed by nobody. 2 draft or expired ones are listed too."
    assert unmanaged_table(shut[:1], {}, Writer()).endswith("by a repo. 1 draft or expired one is listed too.\n")


def test_on_a_narrow_terminal_the_title_is_cut_and_the_id_is_not() -> None:
    said = unmanaged_table([ONE], PEOPLE, Writer(columns=60)).splitlines()
    assert max(map(cells, said)) <= 60
    assert said[1].startswith("A1 ")
    assert "…" in said[1]


def test_a_title_can_not_move_the_cursor() -> None:
    live = Live("A1", "Ro\x1b[2Jwan\n::error::x", None, "active", False)
    assert "\x1b" not in unmanaged_table([live], {}, Writer()) and "\n:" not in unmanaged_table([live], {}, Writer())


def test_none() -> None:
    assert unmanaged_table([], {}, Writer()) == "Every open posting at HeyMilo is managed by a repo.\n"


def test_how_to_choose() -> None:
    said = choose_help("production", Writer())
    for way in ("import POSTING…", "import --search TEXT", "import --all", "--adopt"):
        assert way in said


def test_as_data() -> None:
    assert unmanaged_data([ONE], PEOPLE)[0] == {
        "posting_id": "A1",
        "name": "Support",
        "title": ONE.title,
        "status": "active",
        "created_at": 1.8e9,
        "updated_at": 1.9e9,
        "candidate_url": None,
        "people": {"registered": 40, "completed": 17, "not_completed": 23, "as_of": NOW},
    }
    assert unmanaged_data([ONE], {})[0]["people"] is None
