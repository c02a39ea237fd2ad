"""Places where candidates are: their codes, and which place lies in which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from heymilo_ops.lint.law.place_names import CITIES, COUNTRIES, EU_MEMBERS, PARTS
from heymilo_ops.text.similarity import similarity

EU = "EU"
_ALSO = {"UK": "GB", "GB-UKM": "GB", "EL": "GR", "US-FED": "US"}
"""Codes in use that ISO doesn't have, or has twice."""
_NICKNAMES = {
    "AMERICA": "US", "BRITAIN": "GB", "DEUTSCHLAND": "DE", "EIRE": "IE", "ENGLAND": "GB-ENG", "ESPAÑA": "ES",
    "EUROPE": "EU", "FED": "US", "GREAT BRITAIN": "GB", "HOLLAND": "NL", "LA": "US-LAX", "NEDERLAND": "NL",
    "NYC": "US-NYC", "ÖSTERREICH": "AT", "SF": "US-SFO", "UNITED STATES OF AMERICA": "US", "USA": "US",
}  # fmt: skip
"""What people call places whose own names are less alike."""
_PART = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_LIKE = 0.6


@cache
def place_names() -> dict[str, str]:
    """Return the name of every place that has one here, by code."""
    parts = {f"{country}-{code}": name for country, named in PARTS.items() for code, name in named.items()}
    cities = {code: name for code, (name, _) in CITIES.items()}
    return {EU: "European Union", **COUNTRIES, **parts, **cities}


@lru_cache(maxsize=1024)
def find_place(written: str) -> str | None:
    """Return the code of a place, ``None`` where there is none such. ``UK`` means ``GB``."""
    code = written.strip().upper()
    code = _ALSO.get(code, f"GB{code[2:]}" if code.startswith("UK-") else code)
    if code in place_names():
        return code
    country = code[:2]
    return code if _PART.fullmatch(code) and country in COUNTRIES and country not in PARTS else None


@lru_cache(maxsize=1024)
def including(code: str) -> tuple[str, ...]:
    """Return a place and those above it, the nearest first: ``US-NYC``, ``US-NY``, ``US``; ``NL``, ``EU``."""
    if code in CITIES:
        return (code, *including(CITIES[code][1]))
    if "-" in code:
        return (code, *including(code[:2]))
    return (code, EU) if code in EU_MEMBERS else (code,)


@lru_cache(maxsize=256)
def nearest_place(written: str) -> str | None:
    """Return the code of the place that was likely meant by one that is unknown: by its name, else by its code."""
    text = written.strip()
    if text.upper() in _NICKNAMES:
        return _NICKNAMES[text.upper()]
    named = _likest(text, ((name, code) for code, name in place_names().items()))
    return named or _likest(text.upper(), ((code, code) for code in place_names()))


def _likest(text: str, known: Iterable[tuple[str, str]]) -> str | None:
    scored = ((similarity(text, name, _LIKE), code) for name, code in known)
    best = max(scored, key=lambda pair: pair[0])
    return best[1] if best[0] >= _LIKE else None


def place_name(code: str) -> str:
    """Return the name of a place; its code where only ISO has the name."""
    return place_names().get(code, code)
