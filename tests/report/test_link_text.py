"""Links that changed, for a person and for a script."""

from __future__ import annotations

from heymilo_ops.model.links import ChangedLink
from heymilo_ops.report.link_text import link_data, links_table
from heymilo_ops.report.writer import Writer

LINKS = (
    ChangedLink("cook", None, "https://x/new"),
    ChangedLink("nurse", "https://x/old", "https://x/new"),
    ChangedLink("porter", "https://x/old", None),
    ChangedLink("driver", "https://x/old", "https://x/new", is_open=True),
)


def test_old_and_new_side_by_side() -> None:
    assert links_table(LINKS, Writer()).splitlines() == [
        "",
        "Links that changed. Replace the old ones where you have sent them:",
        "POSTING  OLD LINK       NEW PEOPLE  NEW LINK",
        "nurse    https://x/old  no more     https://x/new",
        "porter   https://x/old  no more     –",
        "driver   https://x/old  still       https://x/new",
    ]
    assert links_table(LINKS[:1], Writer()) == ""


def test_a_narrow_terminal_cuts_no_link() -> None:
    assert links_table(LINKS[1:2], Writer(columns=40)).splitlines()[2:] == [
        "nurse",
        "  old link: https://x/old (new people: no more)",
        "  new link: https://x/new",
    ]


def test_as_data() -> None:
    assert link_data(LINKS[3]) == {
        "address": "driver",
        "before": "https://x/old",
        "after": "https://x/new",
        "before_open": True,
    }
