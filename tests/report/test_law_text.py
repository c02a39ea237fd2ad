from __future__ import annotations

from datetime import date

from heymilo_ops.lint.law.law import Effect, LawEntry
from heymilo_ops.report.law_text import law_data, render_law
from heymilo_ops.report.writer import Writer

ENTRY = LawEntry(
    "gb-x/ai",
    ("GB",),
    "ai",
    Effect.NOTICE,
    "People are told.",
    "https://law.invalid/x",
    checked_on=date(2026, 1, 2),
    checked_with="https://copy.invalid/",
    effective_from=date(2026, 2, 5),
    effective_to=date(2030, 1, 1),
    excepted=("GB-NIR",),
    when="before the interview",
)
PLAIN = LawEntry("nl-y/ai", ("NL",), "ai", Effect.BARS, "It may not be asked.", "https://law.invalid/y")


def test_an_entry_is_shown_with_who_looked_at_it() -> None:
    assert render_law([ENTRY, PLAIN], Writer()).split("\n") == [
        "What the law says: 2",
        "",
        "United Kingdom, without Northern Ireland · ai · notice",
        "  People are told.",
        "  https://law.invalid/x",
        "  from 2026-02-05; until 2030-01-01; to be given before the interview; checked on 2026-01-02 with",
        "  https://copy.invalid/; not confirmed by counsel",
        "",
        "Netherlands · ai · bars",
        "  It may not be asked.",
        "  https://law.invalid/y",
        "  not checked; not confirmed by counsel",
        "",
    ]
    assert render_law([], Writer()) == ""


def test_the_data_of_an_entry() -> None:
    first, second = law_data([ENTRY, PLAIN])
    assert (first["effective_from"], first["checked_on"], first["confirmed_by"]) == (
        "2026-02-05",
        "2026-01-02",
        "not confirmed by counsel",
    )
    assert (second["effective_from"], second["effective_to"], second["checked_on"]) == (None, None, None)
    assert (first["checked_with"], second["checked_with"]) == ("https://copy.invalid/", None)
