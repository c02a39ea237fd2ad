"""JSON made odd: values of another kind or size, left out or put in. The same random numbers make the same oddity."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 1.5, -0.0, 1e300, float("inf"), float("-inf"), float("nan"), 2**53, 2**63, 2**64,
    10**400, "", " ", "\n", "a", "\x00", "\ud800", "\u202e", "..", "../../x", "/etc/passwd", "a/b", ".git", "-o",
    "~", "💥" * 50, "a" * 100_000, "1" * 400, "9" * 5000, "0", "-1", "1e400", "NaN", "null", "true", "{{a}}",
    "${HOME}", "%s%n", "sha256:", "sha256:" + "0" * 64, "sha256:" + "g" * 64, "99999-01-01T00:00:00Z",
    "0000-00-00T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00+99:99", "2026-01-01",
    "0001-01-01T00:00:00+23:59", "https://", "http://127.0.0.1:1", "://", "P1", [], {}, [[]], [None], [{}],
    {"": {}}, {"a": None}, {"id": None}, {"data": []}, {"var": "x"}, {"file": "x"},
)  # fmt: skip


def odd_value(rng: random.Random) -> Any:
    """Something that hardly anybody expects."""
    if rng.random() < 0.02:
        return nested(rng.choice((10, 70, 200)), rng)
    return copy.deepcopy(rng.choice(ODD))


def nested(depth: int, rng: random.Random) -> Any:
    """Lists or mappings in one another."""
    value: Any = None
    for _ in range(depth):
        value = [value] if rng.random() < 0.5 else {"a": value}
    return value


def holders(data: Any) -> Iterator[tuple[Any, Any]]:
    """Each mapping or list with each of its keys."""
    for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, key
        if isinstance(value, dict | list):
            yield from holders(value)


def spoil(data: Any, rng: random.Random, times: int = 1) -> Any:
    """A copy of JSON data with so many oddities."""
    root = [copy.deepcopy(data)]
    for _ in range(times):
        places = list(holders(root))
        if places:
            _spoil_at(*rng.choice(places), rng)
    return root[0] if root else None


def _spoil_at(holder: Any, key: Any, rng: random.Random) -> None:
    value = holder[key]
    chance = rng.random()
    if chance < 0.55:
        holder[key] = odd_value(rng)
    elif chance < 0.7:
        del holder[key]
    elif isinstance(holder, list):
        holder[key:key] = [copy.deepcopy(value)] * rng.choice((1, 2, 50)) if chance < 0.85 else [odd_value(rng)]
    elif chance < 0.8:
        holder[rng.choice(("", "id", "name", str(odd_value(rng))[:200]))] = holder.pop(key)
    elif chance < 0.9:
        holder[rng.choice(("extra", "__class__", "data", "", "id", "name"))] = odd_value(rng)
    else:
        holder[key] = [value] if rng.random() < 0.5 else {str(key): value}


def odd_text(text: str, rng: random.Random) -> str:
    """A text cut off, twice over, or with something in it."""
    at = rng.randrange(len(text) + 1)
    choices: tuple[Callable[[], str], ...] = (
        lambda: text[:at],
        lambda: text[:at] + text[at + 1 :],
        lambda: text[:at] + rng.choice('{}[]",:\\0\n\x00-e9é') + text[at:],
        lambda: text + text,
        lambda: "",
        lambda: "[" * rng.choice((10, 5000)) + text,
        lambda: "\ufeff" + text,
        lambda: text[:at] + rng.choice(("NaN", "Infinity", "1e999", "1" * 5000, '"\\ud800"', "-")) + text[at:],
    )
    return rng.choice(choices)()


def odd_json(data: Any, rng: random.Random) -> str:
    """Odd data as JSON, which now and then is none."""
    if rng.random() < 0.15:
        return odd_text(json.dumps(data), rng)
    return json.dumps(spoil(data, rng, rng.choice((1, 1, 1, 2, 5))))
