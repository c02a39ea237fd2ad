"""A pytest plugin: ``-p tests.guarantees.off --safeguard-off NAME`` runs any tests with one safeguard switched off."""

from __future__ import annotations

import pytest

from tests.guarantees.safeguards import BY_NAME


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--safeguard-off", metavar="NAME", choices=sorted(BY_NAME), help="switch one safeguard off")


def pytest_configure(config: pytest.Config) -> None:
    """Before tests are collected, so that what they import by name is off as well."""
    if name := config.getoption("--safeguard-off"):
        patch = pytest.MonkeyPatch()
        config.add_cleanup(patch.undo)
        BY_NAME[name].off(patch)


class Result:
    """What a run came to: the tests that failed, those that passed, or were only collected.

    ``broken``: the run itself went wrong, so that it says nothing.
    """

    def __init__(self) -> None:
        self.red: set[str] = set()
        self.green: set[str] = set()
        self.broken: list[str] = []

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            (self.red if report.failed else self.green).add(report.nodeid)
        elif report.failed:
            self.broken.append(f"{report.nodeid} ({report.when})")

    @pytest.hookimpl
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.broken.append(f"{report.nodeid}: {report.longreprtext}")

    @pytest.hookimpl
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if session.config.option.collectonly:
            self.green = {item.nodeid for item in session.items}
