"""No pattern takes quadratic time for any text: a text of a mebibyte is read by all of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest

import heymilo_ops
from heymilo_ops.lint.rules.hidden_text import hidden_comment
from heymilo_ops.lint.rules.secret_in_text import secret_in_text
from tests.fuzz.large import TOKENS, repeated

ROOMS = ("lint", "manifest", "report", "text")
SIZE = 32_000
SECONDS = 0.2
"""A linear pattern takes a millisecond for a text of that size, a quadratic one half a second and more."""
ON_ONE_NAME = {"_THROWAWAY", "_LAST_WORD"}
"""Patterns that see a name of 60 characters, or the 32 characters before a full stop."""


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for found in pkgutil.walk_packages(heymilo_ops.__path__, "heymilo_ops."):
        if found.name.split(".")[1] in ROOMS:
            for name, value in vars(importlib.import_module(found.name)).items():
                for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
                    if isinstance(one, re.Pattern) and name not in ON_ONE_NAME:
                        yield f"{found.name.removeprefix('heymilo_ops.')}.{name}.{number}", one


PATTERNS = dict(patterns())
TEXTS = {
    token: repeated(token, SIZE)
    for token in (
        *TOKENS,
        "sk-a-",
        "eyJ-",
        "eyJaaaaaaaaaa.eyJaaaaaaaaaa-",
        "-eyJ",
        "xoxb-a-",
        "“",
        "‘a’",
        " 'a",
        "://a:",
        "\n",
        " \n",
    )
}


def took(run: object) -> float:
    started = time.process_time()
    run()  # type: ignore[operator]
    return time.process_time() - started


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 30


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_linear_time(name: str) -> None:
    pattern = PATTERNS[name]
    for token, text in TEXTS.items():
        looked_at = text if isinstance(pattern.pattern, str) else text.encode()
        assert took(lambda looked_at=looked_at: sum(1 for _ in pattern.finditer(looked_at))) < SECONDS, token


@pytest.mark.parametrize("rule", [hidden_comment, secret_in_text], ids=["hidden-comment", "secret-in-text"])
def test_a_rule_that_looks_for_something_takes_linear_time(hits_of, rule) -> None:
    for token, text in TEXTS.items():
        assert took(lambda text=text: hits_of(rule, {"instructions": text})) < SECONDS, token
