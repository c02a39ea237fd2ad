from __future__ import annotations

from heymilo_ops.report.lookup_text import found
from heymilo_ops.report.writer import Writer


def test_what_heymilo_sends_can_not_move_the_cursor() -> None:
    assert "\x1b" not in found(("name", "id"), [["Ro\x1b[2Jwan\nX", "1"]], Writer(False))


def test_an_empty_cell_has_a_dash() -> None:
    assert found(("name", "id", "sender"), [["Mail", "7", ""]], Writer(False)) == ("NAME  ID  SENDER\nMail  7   –\n")
