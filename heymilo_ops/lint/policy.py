"""Which rules a repo asks for, and how much it makes of them: ``lint`` in heymilo.yaml, as the rules see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from heymilo_ops.finding import CodeInfo, Dismissed, DismissedBy, Finding, Severity, is_fixed

ALL = "ALL"
"""The selector of every rule."""

_WHOLE = 1000
"""The weight of a selector that names one rule: more than any prefix has."""


@dataclass(frozen=True)
class Policy:
    """What a repo says of the rules. A selector is a code, the name of one, a prefix of codes, or ``ALL``.

    Of a selector that selects and one that ignores, the longer counts; of equal ones, the one that ignores.

    Attributes:
        select: the rules that are asked for; previews only where one is named in full.
        extend_select: those that are asked for beside them.
        ignore: those that are not.
        per_file_ignores: those that are not for files whose path matches: ``*`` stands for any part of one name,
            ``**`` for any folders.
        severity: what the findings of a rule weigh.
    """

    select: tuple[str, ...] = (ALL,)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)

    @property
    def is_plain(self) -> bool:
        """Whether it changes nothing."""
        return self == Policy()

    def weighed(self, finding: Finding) -> Finding:
        """Return the finding with the severity that the repo gives it. What is fixed keeps its own."""
        weights = {selector: _weight(selector, finding.code, finding.name) for selector in self.severity}
        best = max(weights, key=weights.__getitem__, default=None)
        if best is None or weights[best] < 0 or is_fixed(finding):
            return finding
        return replace(finding, severity=self.severity[best])

    def is_asked(self, finding: Finding) -> bool:
        """Return whether a finding is to be shown at all: one of a preview only where it is named in full."""
        if not finding.preview:
            return True
        selectors = (*self.select, *self.extend_select)
        return any(_weight(selector, finding.code, finding.name) == _WHOLE for selector in selectors)

    def dismissed(self, finding: Finding) -> Dismissed | None:
        """Return the finding as dismissed, ``None`` where it counts. What is fixed always does."""
        if is_fixed(finding):
            return None
        chosen = _heaviest((*self.select, *self.extend_select), finding)
        if chosen < 0:
            return Dismissed(finding, DismissedBy.CONFIG, "lint.select leaves it out")
        if _heaviest(self.ignore, finding) >= chosen:
            return Dismissed(finding, DismissedBy.CONFIG, "lint.ignore")
        path = finding.place.path if finding.place is not None else None
        for pattern, selectors in self.per_file_ignores.items():
            if path is not None and _heaviest(selectors, finding) >= 0 and matches(pattern, path):
                return Dismissed(finding, DismissedBy.CONFIG, f"lint.per_file_ignores: {pattern}")
        return None

    def unknown(self, codes: Mapping[str, CodeInfo]) -> Iterator[tuple[str, str]]:
        """Yield the selectors that no code fits, each behind its JSON pointer below ``lint``."""
        names = {info.name for info in codes.values()}
        for pointer, selector in self._selectors():
            is_prefix = any(code.startswith(selector) for code in codes)
            if selector != ALL and selector not in names and not is_prefix:
                yield pointer, selector

    def _selectors(self) -> Iterator[tuple[str, str]]:
        lists: dict[str, Iterable[str]] = {
            "/select": self.select,
            "/extend_select": self.extend_select,
            "/ignore": self.ignore,
        }
        for pattern, selectors in self.per_file_ignores.items():
            lists[f"/per_file_ignores/{pattern.replace('~', '~0').replace('/', '~1')}"] = selectors
        for pointer, named in lists.items():
            yield from ((f"{pointer}/{number}", selector) for number, selector in enumerate(named))
        yield from ((f"/severity/{selector}", selector) for selector in self.severity)


PLAIN = Policy()


def _heaviest(selectors: Iterable[str], finding: Finding) -> int:
    return max((_weight(selector, finding.code, finding.name) for selector in selectors), default=-1)


def _weight(selector: str, code: str, name: str) -> int:
    """Return how closely a selector fits a code; -1 where it doesn't."""
    if selector in (code, name):
        return _WHOLE
    if selector == ALL:
        return 0
    return len(selector) if code.startswith(selector) else -1


@cache
def matches(pattern: str, path: str) -> bool:
    """Return whether a pattern of paths fits a whole path; one that ends in ``/`` means all that is below.

    It takes time in proportion to both lengths, whatever the pattern.
    """
    parts = re.findall(r"\*\*/|\*\*|.", f"{pattern}**" if pattern.endswith("/") else pattern, re.DOTALL)
    reached = _passed({0}, parts, starts_name=True)
    for char in path:
        behind = {after for at in reached if at < len(parts) for after in _taken(parts[at], at, char)}
        reached = _passed(behind, parts, starts_name=char == "/")
    return len(parts) in reached


def _taken(part: str, at: int, char: str) -> tuple[int, ...]:
    """Return where in the pattern a character leads from a part of it."""
    if part.startswith("**") or (part == "*" and char != "/"):
        return (at,)
    return (at + 1,) if part == char or (part == "?" and char != "/") else ()


def _passed(reached: set[int], parts: list[str], *, starts_name: bool) -> set[int]:
    """Return the places in the pattern with those behind parts that may stand for nothing."""
    for at, part in enumerate(parts):
        if at in reached and (part in ("*", "**") or (part == "**/" and starts_name)):
            reached.add(at + 1)
    return reached
