from __future__ import annotations

from heymilo_ops.remote.lookups import Resource
from heymilo_ops.report.lookup_text import resource_table
from heymilo_ops.report.writer import Writer


def test_what_heymilo_sends_can_not_move_the_cursor() -> None:
    assert "\x1b" not in resource_table((), [Resource("1", "Ro\x1b[2Jwan\nX")], Writer(False))


def test_an_empty_cell_has_a_dash() -> None:
    mail = Resource("7", "Mail", {"sender": ""})
    assert resource_table(("sender",), [mail], Writer(False)) == ("NAME  ID  SENDER\nMail  7   –\n")
