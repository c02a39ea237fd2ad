"""Promises about the pages: the review as an attachment, and the preview that this machine serves."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.review.html import environment
from heymilo_ops.usecases import preview_server
from tests.guarantees.kinds import Off, Safeguard, put, tests, yes


def templates(**options: Any) -> Off:
    """Pages are written by templates with other options."""

    def off(patch: pytest.MonkeyPatch) -> None:
        other = environment().overlay(**options)
        for room in ("html", "preview_page"):
            patch.setattr(f"heymilo_ops.review.{room}.environment", lambda: other)

    return off


def as_it_is(value: Any) -> Any:
    return value


def lax_policy(_: str) -> str:
    return "default-src * 'unsafe-inline'"


_HTML = "review/test_html.py"
_SERVER = "usecases/test_preview_server.py"
_PLACE = "usecases.preview_server"
PAGES: tuple[Safeguard, ...] = (
    Safeguard(
        "pages-hold-no-markup-of-others",
        "Whatever a page or a preview shows is escaped by the template that prints it: no text of a manifest, a state "
        "or HeyMilo is an element, an attribute or a link.",
        "A posting's text would draw a verdict of its own on the page that a lawyer decides by, or run in a browser.",
        templates(autoescape=False),
        (
            *tests("security/test_output.py", "test_a_page_holds_nobody_elses_markup[0]"),
            *tests("security/test_output.py", "test_a_preview_holds_nobody_elses_markup[0]"),
        ),
    ),
    Safeguard(
        "pages-show-hidden-characters",
        "Characters that can't be seen, or turn a line round, are shown by number on every page.",
        "A reader would approve another sentence than the one that candidates are told.",
        templates(finalize=as_it_is),
        tests(_HTML, "test_hidden_characters_are_shown_for_what_they_are"),
    ),
    Safeguard(
        "pages-load-nothing",
        "A page has a policy by which a browser loads nothing, runs nothing, sends no form, and applies its own style "
        "alone, by hash.",
        "Opening an attachment would tell somebody who reads it, and when.",
        put("review.html.content_policy", by=lax_policy),
        tests(_HTML, "test_the_policy_lets_nothing_load_and_only_this_style_count"),
    ),
    Safeguard(
        "preview-is-on-loopback",
        "The preview listens on the loopback address of this machine.",
        "Everybody in the same network could read interviews that nobody has approved.",
        put(f"{_PLACE}._HOST", by="0.0.0.0"),
        tests(_SERVER, "test_it_listens_on_loopback_alone"),
    ),
    Safeguard(
        "preview-checks-its-host",
        "The preview answers only who names it by its own address as host.",
        "A web page could point its name at this machine, and read the preview as if it were its own.",
        put(f"{_PLACE}._names_host", by=yes),
        tests(_SERVER, "test_a_host_that_isn_t_ours_gets_nothing[evil.example]", "test_two_hosts_are_none"),
    ),
    Safeguard(
        "preview-answers-no-other-site",
        "The preview answers nothing that a browser says another site, or another port of this machine, asked for.",
        "A page of another program on this machine could use the cookie of the preview.",
        put(f"{_PLACE}._is_own_site", by=yes),
        tests(_SERVER, "test_what_another_site_makes_a_browser_ask_gets_nothing[same-site]"),
    ),
    Safeguard(
        "preview-needs-a-session",
        "Without the cookie that the link was exchanged for, nothing is shown.",
        "Every program and every user of this machine could read the preview.",
        put(f"{_PLACE}.PreviewSession.admits", by=yes),
        tests(_SERVER, "test_without_a_cookie_there_is_nothing[/]"),
    ),
    Safeguard(
        "preview-link-counts-once",
        "The token in the link is taken once.",
        "Whoever finds the link in a terminal's history or a browser's would get in as well.",
        put(f"{_PLACE}._LINKS", by=2),
        tests(_SERVER, "test_a_token_counts_once"),
    ),
    Safeguard(
        "preview-cookie-is-kept-apart",
        "The cookie is HttpOnly and SameSite=Strict.",
        "A script could read it, and a link on another site would be followed with it.",
        put(f"{_PLACE}._COOKIE", by="Path=/"),
        tests(_SERVER, "test_the_token_is_exchanged_for_a_cookie_and_an_address_without_it"),
    ),
    Safeguard(
        "preview-is-only-read",
        "The preview answers GET and HEAD, and nothing else.",
        "A request that was meant to change something would look as if it had.",
        put(f"{_PLACE}._Handler.do_POST", by=preview_server._Handler.do_GET),
        tests(_SERVER, "test_it_is_only_looked_at[POST]"),
    ),
    Safeguard(
        "preview-forbids-what-a-page-could-do",
        "Every answer of the preview forbids scripts and styles but its own, frames, forms, caches and referrers.",
        "A text that got through as markup would run, and the interview would stay in caches.",
        put(f"{_PLACE}._HEADERS", by={}),
        tests(_SERVER, "test_every_answer_forbids_what_a_page_could_do"),
    ),
)
