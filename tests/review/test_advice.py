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


def test_the_workspace_that_was_chosen_stands_in_every_command_that_depends_on_it() -> None:
    both = (advise(AdviceKind.DRIFT_SHOW, name="porter"), advise(AdviceKind.EXPLAIN))
    assert advice.help_text(both, "live") == "See: heymilo-ops -w live drift show porter See: heymilo-ops explain"
    assert advice.help_text(advise(AdviceKind.PLAN, workspace="prod"), "live") == "See: heymilo-ops -w prod plan"
    assert advice.command(advise(AdviceKind.PLAN), "two words") == "heymilo-ops -w 'two words' plan"
