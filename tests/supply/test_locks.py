"""The locks that ship with the package: complete, agreeing with those of this repo, and merged without loss."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from heymilo_ops.supply import locks

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PARTS: tuple[locks.Part, ...] = ("build", "remote", "run")
WANTED = {
    "build": PROJECT["dependency-groups"]["build"],
    "remote": PROJECT["project"]["optional-dependencies"]["remote"],
    "run": PROJECT["project"]["dependencies"],
}


def entries(text: str) -> dict[str, str]:
    return {re.split("==", entry)[0]: entry for entry in re.split(r"\n(?=\S)", text.strip())}


def hashes(entry: str) -> set[str]:
    return set(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))


def marker(entry: str) -> str:
    """Which machines an entry is for; empty for all."""
    return entry.partition(" \\\n")[0].partition(" ; ")[2]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_has_what_is_wanted_in_the_versions_that_are_tested(part: locks.Part) -> None:
    found, tested = entries(locks.lock([part])), entries((ROOT / "requirements-dev.lock").read_text(encoding="utf-8"))
    assert {re.split("[<>=]", wanted)[0].lower().replace(".", "-") for wanted in WANTED[part]} <= set(found)
    for name, entry in found.items():
        assert re.match(r"[a-z0-9.-]+==\S+( ; .+?)? \\\n", entry), entry
        assert entry.split()[0] == tested[name].split()[0], "make lock"
        assert hashes(entry) == hashes(tested[name])
    assert not re.search(r"://|index-url|find-links", locks.lock([part]))


@pytest.mark.parametrize("parts", [*combinations(PARTS, 2), PARTS])
def test_parts_are_merged_without_loss(parts: tuple[locks.Part, ...]) -> None:
    whole = entries(locks.lock(parts))
    assert list(whole) == sorted(whole)
    for part in parts:
        for name, entry in entries(locks.lock([part])).items():
            assert hashes(entry) == hashes(whole[name])
            assert marker(whole[name]) in ("", marker(entry)), "one part needs it on more machines than the whole has"


def test_the_tool_itself_is_an_entry_among_them() -> None:
    own = locks.own_entry("heymilo-ops", "1.2.3", ["a" * 64, "b" * 64])
    lines = [f"heymilo-ops==1.2.3 \\\n    --hash=sha256:{'a' * 64} \\\n    --hash=sha256:{'b' * 64}\n"]
    assert lines[0] in locks.lock(["run"], own)
    assert list(entries(locks.lock(["run"], own))) == sorted([*entries(locks.lock(["run"])), "heymilo-ops"])
