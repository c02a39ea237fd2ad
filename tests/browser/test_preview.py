"""The preview in a real browser: the link, the steps, the switch, and that the page follows the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect

from heymilo_ops.cli.main import run
from heymilo_ops.cli.preview import PreviewPages
from heymilo_ops.usecases.preview import PreviewFiles, watched
from heymilo_ops.usecases.preview_server import serving
from heymilo_ops.usecases.preview_watch import watching
from heymilo_ops.usecases.project import Invocation, read_project
from tests.browser.conftest import Open
from tests.browser.test_page import BAKER, CONFIG

pytestmark = pytest.mark.browser

Serve = Callable[..., str]


@pytest.fixture(scope="module")
def applied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repo whose one posting was applied."""
    root = tmp_path_factory.mktemp("repo")
    (root / "heymilo.yaml").write_text(CONFIG, encoding="utf-8")
    (root / "postings").mkdir()
    (root / "postings/night-baker.yaml").write_text(BAKER, encoding="utf-8")
    assert run(["-C", str(root), "-w", "sandbox", "apply", "--auto-approve"]) == 0
    return root


@pytest.fixture
def manifest(applied: Path) -> Path:
    path = applied / "postings/night-baker.yaml"
    path.write_text(BAKER, encoding="utf-8")
    return path


@pytest.fixture
def served(applied: Path, manifest: Path) -> Iterator[Serve]:
    """Begins a preview, as the command does, and gives its link; it can be ended early."""
    with ExitStack() as stack:

        def serve(name: str | None = None) -> str:
            files = PreviewFiles(read_project(Invocation(applied)), name)
            pages = PreviewPages(files, name)
            stack.enter_context(watching(watched(files.root), pages.refresh))
            return stack.enter_context(serving(0, pages.answer, pages.changes))

        serve.end = stack.close  # type: ignore[attr-defined]
        yield serve


def test_an_interview_is_walked_through_step_by_step(visit: Open, served: Serve) -> None:
    opened = visit(served())
    page = opened.page
    assert "token" not in page.url
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("link", name="Night Baker").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("Before it begins")
    page.get_by_role("link", name="Next: 1. Web form").click()
    expect(page.locator(".ask .said")).to_have_text("Can you work at night?")
    page.get_by_role("link", name="Next: 2. AI voice interview").click()
    expect(page.locator(".ask .said")).to_have_count(2)
    page.get_by_role("link", name="Back: 1. Web form").click()
    expect(page.locator(".ask .said")).to_have_count(1)
    assert opened.messages == []
    origin = "/".join(page.url.split("/")[:3])
    assert all(address.startswith(origin) for address in opened.requests)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (768, "light"), (1000, "dark")])
def test_every_page_fits_and_has_no_barriers(
    visit: Open, served: Serve, manifest: Path, width: int, scheme: str
) -> None:
    manifest.write_text(BAKER.replace("score_of_1: Did it all alone.", "score_of_1: Good."), encoding="utf-8")
    opened = visit(served("night-baker"), width=width, scheme=scheme)
    for step in (0, 2):
        opened.page.goto(f"{opened.page.url.split('?')[0]}?step={step}")
        opened.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        assert opened.overflow() == []
        assert opened.barriers() == ""
    assert opened.messages == []
    assert len(opened.page.screenshot(full_page=True)) > 10_000


def test_the_page_follows_the_file_and_shows_findings_beside_their_place(
    visit: Open, served: Serve, manifest: Path
) -> None:
    page = visit(served("night-baker")).page
    page.get_by_role("link", name="2. AI voice interview").first.click()
    expect(page.locator(".notes .callout")).to_have_count(0)
    new = BAKER.replace("Your dough does not rise.", "Your dough is flat.").replace("Throws it away.", "Bad.")
    manifest.write_text(new, encoding="utf-8")
    first = page.locator(".beside", has=page.locator("#question-1"))
    expect(first).to_contain_text("Your dough is flat.", timeout=8000)
    assert page.locator("#question-2").count() == 1  # it is still the same step
    manifest.write_text(new.replace("score_weight: 3", "score_weight: lots"), encoding="utf-8")
    expect(first.locator(".notes .caution")).to_contain_text("score_weight", timeout=8000)


def test_the_switch_shows_what_is_live(visit: Open, served: Serve, manifest: Path) -> None:
    manifest.write_text(BAKER.replace("Can you work at night?", "Can you work on Sundays?"), encoding="utf-8")
    page = visit(served("night-baker")).page
    page.get_by_role("link", name="1. Web form").first.click()
    expect(page.locator(".ask .said")).to_have_text("Can you work on Sundays?")
    page.get_by_role("link", name="As it is live").click()
    expect(page.locator(".ask .said")).to_have_text("Can you work at night?")
    page.get_by_role("link", name="As edited").click()
    expect(page.locator(".ask .said")).to_have_text("Can you work on Sundays?")


def test_the_link_opens_nothing_in_another_browser(visit: Open, served: Serve) -> None:
    link = served()
    visit(link)
    other = visit(link).page
    expect(other.locator("body")).to_contain_text("works once")
    assert other.locator("a").count() == 0


def test_the_page_says_when_the_preview_has_ended(visit: Open, served: Serve) -> None:
    page = visit(served()).page
    expect(page.locator("#ended")).to_be_hidden()
    served.end()  # type: ignore[attr-defined]
    expect(page.locator("#ended")).to_be_visible(timeout=8000)
