"""How many postings nobody manages, and which."""

from __future__ import annotations

from heymilo_ops.model.live import Live
from heymilo_ops.report.unmanaged_text import unmanaged_data, unmanaged_table
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.width import cells

ONE = Live("A1", "Support agent, nights and weekends, all regions", "Support", "active", False, created_at=1.8e9)
BARE = Live("B2", "", None, "", False)


def test_which() -> None:
    said = unmanaged_table([ONE, BARE], Writer()).splitlines()
    assert said[0].split() == ["POSTING", "NAME", "TITLE", "STATUS", "MADE"]
    assert said[1].endswith("active  2027-01-15")
    assert said[2].split() == ["B2", "–", "–", "–", "–"]
    assert said[-1] == "2 open postings at HeyMilo are managed by nobody."


def test_on_a_narrow_terminal_the_title_is_cut_and_the_id_is_not() -> None:
    said = unmanaged_table([ONE], Writer(columns=60)).splitlines()
    assert max(map(cells, said)) <= 60
    assert said[1].startswith("A1 ")
    assert "…" in said[1]


def test_none() -> None:
    assert unmanaged_table([], Writer()) == "Every open posting at HeyMilo is managed by a repo.\n"


def test_as_data() -> None:
    assert unmanaged_data([ONE])[0] == {
        "posting_id": "A1",
        "name": "Support",
        "title": ONE.title,
        "status": "active",
        "created_at": 1.8e9,
        "candidate_url": None,
    }
