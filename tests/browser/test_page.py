"""The review as a page, in a real browser: as somebody opens the attachment of a mail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from heymilo_ops.cli.main import run
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

CONFIG = """\
version: 1
project: acme
default_workspace: sandbox
workspaces:
  sandbox: {sandbox: true}
"""
BAKER = """\
name: night-baker
title: Night Baker
description: Bake through the night.
deadline: "2035-01-31T18:00:00Z"
job_overview: Four nights a week, alone with the ovens.
interview_process_overview: You talk to an AI interviewer. It is recorded, and people decide.
workflow:
  - type: form
    config: {knockout_enabled: true}
    questions:
      - key: nights
        text: Can you work at night?
        question_type: dropdown
        dropdown_values: [{label: "Yes", value: "yes"}, {label: "No", value: "no"}]
  - type: web_interview
    questions:
      - key: dough
        text: Your dough does not rise. What do you do about it?
        question_type: scored
        evaluation_criteria: Listen for causes that are looked for in turn.
        score_of_1: Throws it away.
        score_of_5: Looks at yeast, salt and heat in turn, and says which it was.
        score_weight: 3
      - key: team
        text: Tell me about a night on which somebody was missing.
        question_type: scored
        evaluation_criteria: Listen for what was left undone, and for who was told.
        score_of_1: Did it all alone.
        score_of_5: Chose what could wait, and told who had to know.
        score_weight: 2
"""
CHANGED = (
    ("question_type: dropdown\n", "question_type: dropdown\n        is_knockout: true\n        answer: \"yes\"\n"),
    ("What do you do about it?", "What do you do about it, and how do you know that it helped?"),
    ("Looks at yeast, salt and heat in turn", "Looks at yeast, water, salt and heat, one after the other"),
    ("score_weight: 2", "score_weight: 5"),
    ("It is recorded, and people decide.", "It is recorded. 担当者 🍞 decides; אדם קורא כל תשובה."),
    ("title: Night Baker", f"title: Night Baker {'Bäckerei' * 12} <b>&amp;"),
)  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a change, of a new posting and of one that ends, made as a user makes it."""
    root = tmp_path_factory.mktemp("repo")
    (root / "heymilo.yaml").write_text(CONFIG, encoding="utf-8")
    (root / "postings").mkdir()
    for name in ("night-baker", "day-baker"):
        text = BAKER.replace("night-baker", name)
        (root / f"postings/{name}.yaml").write_text(text, encoding="utf-8")
    assert run(["-C", str(root), "-w", "sandbox", "apply", "--auto-approve"]) == 0
    changed = BAKER
    for old, new in CHANGED:
        assert old in changed
        changed = changed.replace(old, new)
    (root / "postings/night-baker.yaml").write_text(changed, encoding="utf-8")
    (root / "postings/day-baker.yaml").rename(root / "postings/evening-baker.yaml")
    text = (root / "postings/evening-baker.yaml").read_text(encoding="utf-8").replace("day-baker", "evening-baker")
    (root / "postings/evening-baker.yaml").write_text(text, encoding="utf-8")
    page = root / "review.html"
    run(["-C", str(root), "-w", "sandbox", "plan", "--format", "html", "--output", str(page)])
    return page.as_uri()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (768, "dark"), (1000, "light"), (1000, "dark")])
def test_it_fits_says_nothing_and_asks_no_network(visit: Open, address: str, width: int, scheme: str) -> None:
    opened = visit(address, width=width, scheme=scheme)
    opened.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert opened.overflow() == []
    assert opened.barriers() == ""
    assert (opened.messages, opened.requests) == ([], [address])
    assert len(opened.page.screenshot(full_page=True)) > 20_000


def test_it_has_what_somebody_decides_on_first(visit: Open, address: str) -> None:
    page = visit(address).page
    assert page.locator("h1").count() == 1
    assert page.locator("script, img, iframe, link, form, input, [style], [onclick]").count() == 0
    above = page.locator("header").inner_text()
    order = ("Knock-outs +1", "What to decide", "How to object", "On this page")
    assert [above.index(words) for words in order] == sorted(above.index(words) for words in order)
    assert page.locator("h1").bounding_box() is not None


def test_every_question_has_an_anchor_that_leads_to_it(visit: Open, address: str) -> None:
    page = visit(address).page
    links = page.locator(".question .anchor")
    assert links.count() >= 6
    for position in range(links.count()):
        target = links.nth(position).get_attribute("href") or ""
        assert page.locator(target).count() == 1
    page.locator(".both .question .anchor").first.click()
    assert page.locator(".question:target").count() == 1
    folded = page.locator("details:not([open]) .question .anchor").first
    assert not folded.is_visible()
    page.goto(f"{address}{folded.get_attribute('href')}")
    expect(page.locator(".question:target")).to_be_visible()  # it opens what it is folded into


def test_both_versions_stand_side_by_side_and_one_below_the_other_on_a_phone(visit: Open, address: str) -> None:
    for width, beside in ((1000, True), (320, False)):
        page = visit(address, width=width).page
        row = page.locator(".both .row.changed").first
        boxes = [row.locator(f".cell.{side}").bounding_box() for side in ("before", "after")]
        before, after = boxes
        assert before is not None and after is not None
        assert (before["y"] == after["y"]) is beside
        assert (before["x"] < after["x"]) is beside


def test_what_is_folded_is_on_paper(visit: Open, address: str) -> None:
    page = visit(address).page
    folded = page.locator("details:not([open])").last
    assert folded.evaluate("part => part.getBoundingClientRect().height") < 60
    page.emulate_media(media="print", color_scheme="dark")
    assert folded.evaluate("part => part.getBoundingClientRect().height") > 60
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("nav").is_hidden()


def test_a_text_that_is_read_from_right_to_left_is(visit: Open, address: str) -> None:
    page = visit(address).page
    assert page.evaluate("document.documentElement.lang") == "en"
    text = page.locator(".said", has_text=re.compile("אדם")).first
    assert text.get_attribute("dir") == "auto"


def test_a_policy_that_is_broken_would_be_seen(visit: Open, address: str, tmp_path: Path) -> None:
    """What the browser says counts: a script that somebody smuggled in is refused, and that is a message."""
    source = Path(address.removeprefix("file://")).read_text(encoding="utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(source.replace("</main>", "<script>document.title = 'x'</script></main>"), encoding="utf-8")
    opened = visit(broken.as_uri())
    assert opened.page.title() != "x"
    assert any("Content Security Policy" in message for message in opened.messages)
