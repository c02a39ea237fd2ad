"""docs/from-the-web-ui.md: its commands, in its order, on postings that were made by hand."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Repo, Served
from tests.cli.test_import import make as make
from tests.cli.test_import import new as new
from tests.cli.test_import import paths

PAGE = (Path(__file__).parents[2] / "docs/from-the-web-ui.md").read_text(encoding="utf-8")


def commands() -> list[tuple[list[str], str]]:
    """The lines of the blocks of commands, split, each with what is said to be printed after its block."""
    blocks = re.findall(r"^```sh\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", PAGE, flags=re.M | re.S)
    return [(shlex.split(line), shown.strip()) for body, shown in blocks for line in body.splitlines()]


def test_every_command_does_what_the_page_says(
    new: Repo, served: Served, make: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    links = {make(title): title for title in ("Night Porter", "Baker", "Clerk (Leeds)")}
    before = {posting["id"]: posting["urls"] for posting in served.postings()}
    served.forget_requests()
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@tidewater-mutual.coop"]
    subprocess.run([*git, "init", "--quiet"], cwd=new.root, check=True)
    ran = []
    for (program, *args), shown in commands():
        if program == "git":
            subprocess.run([*git, *args], cwd=new.root, check=True, capture_output=True)
            continue
        assert program == "heymilo-ops"
        result = new.cli(*args)
        assert result.code == 0 and shown in result.out, result.text
        ran.append(args[0])
        if args[-1] == "--dry-run":
            assert paths(new) == {}
    assert ran == ["list", "import", "import", "lint", "plan", "apply", "plan"]
    assert {posting["id"]: posting["urls"] for posting in served.postings()} == before
    assert sorted(entry["posting_id"] for entry in new.state()["postings"].values()) == sorted(links)
    assert {request["method"] for request in served.requests()} == {"GET", "PATCH"}


def test_options_that_are_named_in_the_text_are_there() -> None:
    from heymilo_ops.cli.import_command import command

    options = {name for parameter in command.params for name in parameter.opts}
    assert set(re.findall(r"`import [^`]*?(--[a-z-]+)", PAGE)) <= options
