from heymilo_ops.remote.lookups import Resource
from heymilo_ops.report.tables import (
    PostingRow,
    history_table,
    list_table,
    markers,
    render_pending,
    render_state_entry,
    render_state_head,
    resource_table,
    short_digest,
    state_table,
    time_words,
)
from heymilo_ops.report.writer import Writer


def test_nothing_yet() -> None:
    assert list_table([], Writer()).startswith("No postings here yet.")
    assert history_table({}, Writer()) == "Nothing was applied yet.\n"
    assert render_pending((), Writer()) == ""


def test_history_newest_first_with_markers(made) -> None:
    lines = history_table({"senior": made.a_posting()}, Writer()).splitlines()
    assert lines[0].split() == ["REV", "APPLIED", "(UTC)", "ACTION", "BY", "COMMIT", "DIGEST", "POSTING"]
    assert [line.split()[0] for line in lines[1:]] == ["3", "2", "1"]
    assert lines[1].endswith("7C21AA03  current, not reproducible")
    assert lines[2].endswith("7C21AA02  held, archived")
    assert "2026-11-03 09:30  " in lines[1] and "–" in lines[3]


def test_history_of_several_names_them(made) -> None:
    lines = history_table({"b": made.a_posting(), "a": made.a_posting()}, Writer()).splitlines()
    assert [line.split()[0] for line in lines] == ["NAME", "a", "a", "a", "b", "b", "b"]


def test_history_cuts_who_before_anything_else(made) -> None:
    for postings in ({"a": made.a_posting()}, {"a": made.a_posting(), "b": made.a_posting()}):
        shown = history_table(postings, Writer(columns=80))
        assert "Ada Lov" in shown and "7C21AA03" in shown and "not reproducible" in shown


def test_a_narrow_history_puts_names_above_and_leaves_columns_out(made) -> None:
    shown = history_table(
        {"a-name-that-is-rather-long": made.a_posting(), "b": made.a_posting()}, Writer(columns=80)
    ).splitlines()
    assert shown[0] == "  REV  APPLIED (UTC)     ACTION    BY        POSTING"
    assert shown[1] == "a-name-that-is-rather-long" and shown[5] == "b"
    assert shown[2] == "  3    2026-11-03 09:30  rollback  Ada Lov…  7C21AA03  current, not reproducible"
    assert max(map(len, shown)) <= 80
    without_digest = history_table({"a": made.a_posting()}, Writer(columns=90))
    assert "COMMIT" in without_digest and "DIGEST" not in without_digest
    assert max(map(len, without_digest.splitlines())) <= 90


def test_an_archived_posting_has_no_current_revision(made) -> None:
    posting = made.a_posting(status="archived")
    assert markers(posting.revisions[-1], posting) == ["not reproducible"]


def test_list() -> None:
    rows = [
        PostingRow("nurse", "active", 3, "2027-03-31T18:00:00Z", "https://acme.heymilo.ai/apply/nurse"),
        PostingRow("a-name-that-is-much-longer-than-the-others", "not applied"),
    ]
    wide = list_table(rows, Writer())
    assert wide.splitlines()[0].split("  ")[0] == "NAME"
    assert "a-name-that-is-much-longer-than-the-others  not applied  –    –" in wide
    narrow = list_table(rows, Writer(columns=80))
    assert narrow.splitlines()[1:] == [
        "nurse                                       active       3    31 Mar 2027 18:00 UTC",
        "  https://acme.heymilo.ai/apply/nurse",
        "a-name-that-is-much-longer-than-the-others  not applied  –    –",
    ]
    assert list_table(rows, Writer(enabled=True)).startswith("\x1b[1mNAME")


def test_state_list_and_pending(made) -> None:
    said = state_table(made.a_state(), Writer())
    assert said.splitlines()[1].split() == ["data-analyst", "archived", "1", "d" * 12, "AA11"]
    assert said.splitlines()[4:] == [
        "Pending:",
        "  nurse: create, sent 2026-11-04 10:00 UTC, outcome unknown",
        "    the next apply looks for it before it sends anything",
        "  porter: create, planned, never sent",
    ]
    assert state_table(made.a_state(postings={}, pending=()), Writer()) == "The state holds no posting.\n"
    unsent = made.a_state().pending[0].model_copy(update={"sent_at": None})
    assert "nurse: create, outcome unknown" in render_pending((unsent,), Writer())


def test_state_show(made) -> None:
    said = render_state_entry("senior", made.a_posting(), Writer())
    assert "  ops:         on_remove: archive, on_replace: archive, " in said
    assert "lifecycle: open, protect: true, " in said
    assert "workspaces: production, sandbox" in said
    assert "  held:        bbbbbbbbbbbb since 2026-11-03 09:30 UTC by Ada Lovelace" in said
    assert "REV  APPLIED" in said
    assert "jurisdictions" not in said
    narrow = render_state_entry("senior", made.a_posting(), Writer(columns=60)).splitlines()
    assert "  ops:         on_remove: archive, on_replace: archive," in narrow
    assert "               drain_days: 14, lifecycle: open, protect:" in narrow
    assert "held:" not in render_state_entry(
        "a", made.a_posting(held=None, candidate_url=None, review_url=None), Writer()
    )


def test_state_head(made) -> None:
    assert "workspace:   production (Acme Talent) at https://api.heymilo.ai\n" in render_state_head(made.a_state())
    assert "serial:      12, written by heymilo-ops 0.1.0\n" in render_state_head(made.a_state())
    nameless = made.a_state().workspace.model_copy(update={"remote_name": None})
    assert "production at https" in render_state_head(made.a_state(workspace=nameless))


def test_short_and_stamp() -> None:
    assert short_digest("sha256:" + "a" * 64) == "a" * 12
    assert time_words("2027-01-31T19:00:00+01:00") == "2027-01-31 18:00 UTC"
    assert time_words("some\x1b[2J day") == "some day"


def test_nasty_texts(made) -> None:
    posting = made.a_posting(
        candidate_url=made.NASTY, revisions=(made.a_revision(3, "c", applied_by=made.NASTY, commit=made.NASTY),)
    )
    for said in (history_table({made.NASTY: posting}, Writer()), render_state_entry(made.NASTY, posting, Writer())):
        assert "\x1b" not in said and "\u202e" not in said
    said = list_table([PostingRow(made.NASTY, made.NASTY, 1, made.NASTY, made.NASTY)], Writer())
    assert len(said.splitlines()) == 2 and "\x1b" not in said


def test_what_heymilo_sends_can_not_move_the_cursor() -> None:
    assert "\x1b" not in resource_table((), [Resource("1", "Ro\x1b[2Jwan\nX")], Writer(False))


def test_an_empty_cell_has_a_dash() -> None:
    mail = Resource("7", "Mail", {"sender": ""})
    assert resource_table(("sender",), [mail], Writer(False)) == ("NAME  ID  SENDER\nMail  7   –\n")
