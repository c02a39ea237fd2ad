"""Advice in words: every kind has some, and a command can be pasted into a shell."""

from __future__ import annotations

import string

import pytest

from heymilo_ops.errors import Advice, AdviceKind, advise
from heymilo_ops.review import advice


def arguments(kind: AdviceKind) -> dict[str, str]:
    templates = advice._COMMANDS.get(kind, "") + advice._SENTENCES.get(kind, "")
    names = {name for _, name, _, _ in string.Formatter().parse(templates) if name}
    return {name: f"<{name}>" for name in names - {"command"}}


@pytest.mark.parametrize("kind", AdviceKind)
def test_every_kind_has_words(kind: AdviceKind) -> None:
    said = advice.advice_sentence(Advice(kind, arguments(kind)))
    assert said and "{" not in said
    assert all(f"<{name}>" in said for name in arguments(kind))


def test_a_command_names_the_workspace_first() -> None:
    unhold = advise(AdviceKind.UNHOLD, workspace="production", name="night-porter")
    assert advice.command(unhold) == "heymilo-ops -w production unhold night-porter"
    assert advice.command(advise(AdviceKind.STATE_LIST)) == "heymilo-ops state list"


def test_an_argument_is_quoted_where_the_shell_needs_it() -> None:
    assert advice.command(advise(AdviceKind.HISTORY, name="a; rm b")) == "heymilo-ops history 'a; rm b'"


def test_a_sentence_holds_the_command_or_says_what_to_do() -> None:
    assert advice.advice_sentence(advise(AdviceKind.LIST)) == "`heymilo-ops list` shows the names."
    assert advice.advice_sentence(advise(AdviceKind.HISTORY, name="porter")) == "See: heymilo-ops history porter"
    assert advice.advice_sentence(advise(AdviceKind.PLAN_AGAIN)) == "Plan again."


def test_help_is_text_advice_or_several_of_them() -> None:
    assert advice.help_text("") == ""
    assert advice.help_text("Bring it back.") == "Bring it back."
    assert advice.help_text(advise(AdviceKind.PLAN_AGAIN)) == "Plan again."
    assert (
        advice.help_text(("Nothing was written.", advise(AdviceKind.PLAN_AGAIN))) == "Nothing was written. Plan again."
    )
