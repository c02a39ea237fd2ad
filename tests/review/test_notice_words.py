"""Notices that are given elsewhere, in words."""

from __future__ import annotations

from types import SimpleNamespace

from heymilo_ops.model.notices import Notices, StatedNotice
from heymilo_ops.plan.change import Action, Change, SharedChange
from heymilo_ops.report.plan_text import render_plan
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.notice_words import NAMES, notice_blocks, notice_lines, notice_spans
from heymilo_ops.review.people_words import plain
from tests.review.rendered import markdown

AI = StatedNotice("ai", "application-form", "https://jobs.example.org/ai")
SMS = StatedNotice("sms", "consent form")


def change(name: str, *notices: StatedNotice) -> Change:
    return Change(name, Action.CREATE, notices=notices)


def test_it_is_the_teams_statement_and_nothing_checks_it() -> None:
    assert plain(notice_spans(AI)) == (
        "Notice of AI: given elsewhere (application-form, https://jobs.example.org/ai), by the team's statement; "
        "not checked by this tool"
    )
    assert plain(notice_spans(SMS)).startswith("Notice of text messages: given elsewhere (consent form), ")


def test_every_notice_has_a_name_and_one_of_another_release_its_own() -> None:
    assert NAMES.keys() == Notices.model_fields.keys()
    assert plain(notice_spans(StatedNotice("new\nkind", "a\nb"))).startswith(
        "Notice of new kind: given elsewhere (a b)"
    )


def test_what_is_said_of_all_is_said_once_and_else_of_whom() -> None:
    lines = list(map(plain, notice_lines([change("a", AI, SMS), change("b", AI)])))
    assert len(lines) == 2
    assert lines[0].endswith("not checked by this tool") and lines[1].endswith("not checked by this tool (a)")


def test_plans_show_it_as_text_and_as_markdown_each_statement_once(made: SimpleNamespace) -> None:
    alone = made.a_plan(made.replacing(notices=(AI,)))
    field = made.FIELDS[0]
    shared = SharedChange("d.yaml", "/deadline", "changed", field.before, field.after, field.effect, ("x", "y"))
    many = [made.replacing(address=name, fields=(field,), archives=(), notices=(AI,)) for name in "xy"]
    for plan in (alone, made.a_plan(*many, shared=(shared,))):
        text = " ".join(render_plan(plan, Writer(), lambda path, number: None).split())
        assert text.count("stated: Notice of AI: given elsewhere (application-form, https://") == 1
        assert markdown(plan).count("- Notice of AI: given elsewhere (application-form, ") == 1


def test_there_is_no_list_of_nothing() -> None:
    assert list(notice_blocks([change("a")])) == []
    (block,) = notice_blocks([change("a", AI)])
    assert plain(block.items[0]).endswith("not checked by this tool.")
