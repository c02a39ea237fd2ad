"""What a soak counts, and the table of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass
class Tally:
    """What happened at one place.

    Attributes:
        kills: runs that a SIGKILL ended. ``lost``: writes whose answer never reached a run that was there to read it.
        takeovers: leases of another host that were watched to their end and taken.
        asked: creates that the manifests asked for. ``made``: postings that HeyMilo made.
        duplicates: names with more than one open posting, and attempts that were carried out twice, one too many each.
        missing: wanted postings that are not open as wanted, and open ones that the state doesn't know.
        unheard: runs whose output failed.
        manual: rounds that did not end without somebody's help. ``broken``: other rules that did not hold.
    """

    rounds: int = 0
    kills: int = 0
    lost: int = 0
    takeovers: int = 0
    races: int = 0
    asked: int = 0
    made: int = 0
    duplicates: int = 0
    missing: int = 0
    manual: int = 0
    broken: int = 0
    unheard: int = 0
    seconds: float = 0.0

    @property
    def is_clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.duplicates or self.missing or self.manual or self.broken)


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of some."""
    tallies = list(tallies)
    return Tally(**{each.name: sum(getattr(tally, each.name) for tally in tallies) for each in fields(Tally)})


_COLUMNS = (
    ("rounds", "", "rounds"),
    ("kills", "", "kills"),
    ("lost", "lost", "answers"),
    ("takeovers", "take-", "overs"),
    ("races", "", "races"),
    ("asked", "creates", "asked"),
    ("made", "postings", "made"),
    ("duplicates", "dupli-", "cates"),
    ("missing", "", "lost"),
    ("manual", "manual", "steps"),
    ("seconds", "sec-", "onds"),
)


def table(tallies: dict[str, Tally], seconds: float) -> str:
    """A row a place and a total, in 80 columns; ``seconds``: of all of it, since places run side by side."""
    every = total(tallies.values())
    every.seconds = seconds
    widths = [max(len(first), len(second)) for _, first, second in _COLUMNS]
    rows = [
        _row("", [first for _, first, _ in _COLUMNS], widths),
        _row("place", [second for _, _, second in _COLUMNS], widths),
        *(_row(place, _cells(tally), widths) for place, tally in tallies.items()),
        _row("total", _cells(every), widths),
    ]
    rows.insert(-1, "-" * len(rows[-1]))
    rows.insert(2, "-" * len(rows[-1]))
    return "\n".join(rows)


def _cells(tally: Tally) -> list[str]:
    return [f"{getattr(tally, name):.0f}" for name, _, _ in _COLUMNS]


def _row(name: str, cells: list[str], widths: list[int]) -> str:
    return f"{name:<6}" + "".join(f" {cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
