"""``preview``: how it begins, and that it ends with its terminal."""

from __future__ import annotations

import http.client
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from heymilo_ops.cli.preview import PreviewPages
from heymilo_ops.report.output import guarded_streams, hide
from heymilo_ops.usecases.preview import PreviewFiles
from heymilo_ops.usecases.project import Invocation, read_project
from tests.cli.conftest import Repo

pytestmark = pytest.mark.usefixtures("no_key")


@pytest.fixture
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEYMILO_API_KEY", raising=False)


@contextmanager
def interrupted() -> Iterator[None]:
    """Ctrl-C, once it serves."""
    main = threading.main_thread().ident
    assert main is not None

    def interrupt() -> None:
        for _ in range(500):
            if any(thread.name == "preview" for thread in threading.enumerate()):
                time.sleep(0.2)
                signal.pthread_kill(main, signal.SIGINT)
                return
            time.sleep(0.02)

    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def test_it_prints_a_link_and_ends_when_it_is_told_to(repo: Repo) -> None:
    repo.write()
    with interrupted():
        ran = repo.cli("preview", "support")
    assert ran.code == 0
    assert re.fullmatch(r"Preview: http://127\.0\.0\.1:\d+/\?token=[\w-]{43}\n", ran.out)
    assert "works once" in ran.err


def test_a_name_that_nobody_has(repo: Repo) -> None:
    repo.write()
    ran = repo.cli("preview", "suport")
    assert ran.code == 64 and "support" in ran.err


def test_a_port_that_is_taken(repo: Repo) -> None:
    repo.write()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = repo.cli("preview", "--port", str(taken.getsockname()[1]))
    assert ran.code == 5 and "can't be had" in ran.err and "--port" in ran.err


def test_without_the_extra_it_says_how_to_get_it(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    repo.write()
    ran = repo.cli("preview")
    assert ran.code == 1
    assert "isn't installed" in ran.err and "[preview]" in ran.err


def test_it_ends_with_its_terminal(repo: Repo) -> None:
    repo.write()
    ours, theirs = pty.openpty()
    code = (
        "import sys\nfrom heymilo_ops.cli.main import main\n"
        f"sys.argv = ['heymilo-ops', '-C', {str(repo.root)!r}, 'preview']\nmain()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", f"import fcntl, termios\nfcntl.ioctl(0, termios.TIOCSCTTY, 0)\n{code}"],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True, text=True,
    )  # fmt: skip
    os.close(theirs)
    try:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found is not None
        connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=5)
        connection.request("GET", "/")
        assert connection.getresponse().status == 403
        connection.close()
        os.close(ours)  # the terminal is closed
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.communicate()


def pages(repo: Repo, name: str | None = None) -> PreviewPages:
    return PreviewPages(PreviewFiles(read_project(Invocation(repo.root)), name), name)


def test_every_page_has_its_path(repo: Repo) -> None:
    repo.write()
    all_of_them, one = pages(repo), pages(repo, "support")
    listed, alone = all_of_them.answer("/", {}), one.answer("/", {"step": "1"})
    assert listed is not None and 'href="/p/support"' in listed.body
    assert alone is not None and "All postings" not in alone.body
    inside = all_of_them.answer("/p/support", {"side": "live", "step": "99"})
    assert inside is not None and "Nothing of it was applied yet." in inside.body
    for path, kind in (("/preview.css", "text/css"), ("/preview.js", "text/javascript")):
        file = one.answer(path, {})
        assert file is not None and file.content_type.startswith(kind)
    icon = one.answer("/favicon.ico", {})
    assert icon is not None and icon.status == 204
    for path in ("/p/other", "/p/", "/x", "/preview.html", "/p/support/x"):
        assert all_of_them.answer(path, {}) is None


@pytest.mark.parametrize("step", ["", "x", "-1", "1e9", "99999", "²"])
def test_a_step_that_is_none_is_the_first_page(repo: Repo, step: str) -> None:
    repo.write()
    shown = pages(repo, "support").answer("/", {"step": step})
    assert shown is not None and "<h2>Before it begins" in shown.body


def test_an_edit_is_counted_and_shown(repo: Repo) -> None:
    repo.write()
    showing = pages(repo, "support")
    repo.edit("Support Agent", "Night Agent")
    before = showing.answer("/", {})
    showing.refresh()
    after = showing.answer("/", {})
    assert before is not None and "Night Agent" not in before.body
    assert after is not None and "Night Agent" in after.body and 'data-number="1"' in after.body


def test_the_key_is_not_shown_though_a_file_holds_it(repo: Repo) -> None:
    repo.write()
    repo.edit("Support Agent", "Agent hm-live_51f0.d9A7")
    showing = pages(repo)
    with guarded_streams():
        hide("hm-live_51f0.d9A7")
        replies = [showing.answer(path, {}) for path in ("/", "/p/support")]
    for reply in replies:
        assert reply is not None and "Agent ***" in reply.body and "hm-live" not in reply.body
