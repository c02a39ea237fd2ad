"""A pytest plugin: ``-p tests.guarantees.reaching --reached FILE`` notes which tests run where a safeguard acts."""

from __future__ import annotations

import json
import sys
import threading
from collections import defaultdict
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from tests.guarantees.reached import PACKAGE, REACHED


class Tracer:
    """Follows the functions that hold one of the lines, and no others."""

    def __init__(self) -> None:
        self.node = ""
        self.hits: dict[str, set[str]] = defaultdict(set)
        self._names: dict[tuple[str, int], list[str]] = defaultdict(list)
        for name, place in REACHED.items():
            self._names[str(PACKAGE / place.file), place.line].append(name)
        self._files = {file for file, _ in self._names}
        self._known: dict[CodeType, bool] = {}

    def called(self, frame: FrameType, _event: str, _value: Any) -> Any:
        """The trace function of every call: the one for lines, where the function holds one of them."""
        code = frame.f_code
        if code.co_filename not in self._files:
            return None
        if code not in self._known:
            lines = {line for _, _, line in code.co_lines()}
            self._known[code] = any((code.co_filename, line) in self._names for line in lines if line)
        return self._line if self._known[code] else None

    def _line(self, frame: FrameType, event: str, _value: Any) -> Any:
        if event == "line":
            for name in self._names.get((frame.f_code.co_filename, frame.f_lineno), ()):
                self.hits[self.node].add(name)
        return self._line

    @pytest.hookimpl
    def pytest_runtest_call(self, item: pytest.Item) -> None:
        self.node = item.nodeid
        sys.settrace(self.called)
        threading.settrace(self.called)

    @pytest.hookimpl
    def pytest_runtest_teardown(self) -> None:
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--reached", metavar="FILE", type=Path, help="where to write what was reached, by test")


def pytest_configure(config: pytest.Config) -> None:
    """Follow every test from here on, and write at the end."""
    path = config.getoption("--reached")
    if path is None:
        return
    tracer = Tracer()
    config.pluginmanager.register(tracer)
    config.add_cleanup(lambda: path.write_text(json.dumps({node: sorted(hit) for node, hit in tracer.hits.items()})))
