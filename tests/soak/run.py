"""Kill it, lose its answers, let two of it race, on every kind of place, and count what HeyMilo has in the end.

Ends by itself once there were enough kills and lost answers. Exit 1 unless nothing was made twice, nothing was lost,
nobody had to help, and there were enough of both in time. All servers are started here, on loopback.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.soak.forked import SharedForker
from tests.soak.grounds import PLACES, Door, doors, ground, heymilo
from tests.soak.rounds import Playing, WrongError
from tests.soak.tally import Tally, table, total
from tests.soak.without import SAFEGUARDS

IN_A_ROW = 8
"""So many rounds on one repo; then comes a fresh one, whose first apply is in trouble too."""

_TOLD_S = 20.0
_FEW = 100
"""Fewer kills than these need not have met everything that may come."""


@dataclass(frozen=True)
class Failure:
    """A round in which something did not hold."""

    place: str
    number: int
    words: str


@dataclass
class Soak:
    """All lanes, one a place, side by side."""

    options: argparse.Namespace
    folder: Path
    forker: SharedForker
    until: float
    failures: list[Failure] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """A tally for each place."""
        self.tallies = {place: Tally() for place in self.options.places}
        self._goal = -(-self.options.kills // len(self.tallies))

    def lane(self, door: Door) -> None:
        """Rounds at one place until it has its share of kills and lost answers."""
        tally, began, usual = self.tallies[door.place], time.monotonic(), [1.0]
        try:
            with heymilo() as served:
                for first in range(1, 10**6, IN_A_ROW):
                    world = ground(
                        self.folder / f"{door.place}-{first}", served, self.forker, door, self.options.without
                    )
                    for number in range(first, first + IN_A_ROW):
                        if self._is_enough(tally):
                            return
                        playing = Playing(world, tally, number, self.options.seed, usual)
                        if not self._played(playing):
                            return
                        tally.seconds = time.monotonic() - began
        finally:
            tally.seconds = time.monotonic() - began

    def again(self, door: Door, number: int) -> None:
        """One round, after the edits of those before it on the same repo."""
        with heymilo() as served:
            world = ground(self.folder / door.place, served, self.forker, door, self.options.without)
            tally, usual = self.tallies[door.place], [1.0]
            began = time.monotonic()
            for each in range((number - 1) // IN_A_ROW * IN_A_ROW + 1, number):
                Playing(world, Tally(), each, self.options.seed, usual).calm()
            self._played(Playing(world, tally, number, self.options.seed, usual))
            tally.seconds = time.monotonic() - began

    def _is_enough(self, tally: Tally) -> bool:
        is_over = self.stopped.is_set() or time.monotonic() > self.until
        return is_over or min(tally.kills, tally.lost) >= self._goal

    def _played(self, playing: Playing) -> bool:
        try:
            playing.play()
        except Exception as error:
            if self.stopped.is_set() and self.failures:
                return False
            words = str(error) if isinstance(error, WrongError) else f"{type(error).__name__}: {error}"
            if not isinstance(error, WrongError):
                playing.tally.broken += 1
            self.failures.append(Failure(playing.place, playing.number, words))
            self.stopped.set()
            return False
        return True


def main(arguments: Sequence[str] | None = None) -> int:
    """The program."""
    options = parsed(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.monotonic()
    sys.stdout.write(f"seed {options.seed}\n")
    sys.stdout.flush()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True)))
        (folder / "said").mkdir()
        found = stack.enter_context(doors(options.places, folder))
        forker = stack.enter_context(SharedForker(folder / "said"))
        soak = Soak(options, folder, forker, began + 60 * options.minutes)
        if options.round:
            soak.again(found[options.places[0]], options.round)
        else:
            _side_by_side(soak, found)
    sys.stdout.write(f"\n{table(soak.tallies, time.monotonic() - began)}\n\n")
    for failure in soak.failures:
        sys.stdout.write(f"{failure.place}, round {failure.number}: {failure.words}\n{_again(options, failure)}\n\n")
    verdicts = list(judged(soak))
    sys.stdout.writelines(f"{'pass' if held else 'FAIL'}  {words}\n" for held, words in verdicts)
    return 0 if all(held for held, _ in verdicts) else 1


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0, help="at most so long; 20")
    parser.add_argument("--kills", type=int, default=300, help="at least so many kills, and so many lost answers; 300")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="play the same again")
    parser.add_argument("--places", type=_places, default=list(PLACES), help=f"some of {','.join(PLACES)}; all")
    parser.add_argument("--place", choices=PLACES, help="with --round: only this place")
    parser.add_argument("--round", type=int, default=0, help="with --seed and --place: only this round")
    parser.add_argument(
        "--without", type=_safeguards, default=(), help=f"switch some of {','.join(SAFEGUARDS)} off: it must fail then"
    )
    options = parser.parse_args(arguments)
    if bool(options.round) != bool(options.place):
        parser.error("--round and --place go together")
    options.places = [options.place] if options.place else options.places
    return options


def _places(text: str) -> list[str]:
    found = text.split(",")
    if not {*found} <= {*PLACES}:
        raise argparse.ArgumentTypeError(f"places are {', '.join(PLACES)}")
    return list(dict.fromkeys(found))


def _safeguards(text: str) -> tuple[str, ...]:
    found = tuple(text.split(","))
    if not {*found} <= {*SAFEGUARDS}:
        raise argparse.ArgumentTypeError(f"safeguards are {', '.join(SAFEGUARDS)}")
    return found


def _side_by_side(soak: Soak, found: dict[str, Door]) -> None:
    lanes = [threading.Thread(target=soak.lane, args=(door,), name=place) for place, door in found.items()]
    for lane in lanes:
        lane.start()
    try:
        while any(lane.is_alive() for lane in lanes):
            until = time.monotonic() + _TOLD_S
            for lane in lanes:
                lane.join(max(0.0, until - time.monotonic()))
            every = total(soak.tallies.values())
            sys.stderr.write(f"{every.rounds} rounds, {every.kills} kills, {every.lost} lost answers\n")
    finally:
        soak.stopped.set()
        for lane in lanes:
            lane.join()


def judged(soak: Soak) -> Iterator[tuple[bool, str]]:
    """What must hold, and whether it does."""
    every = total(soak.tallies.values())
    yield every.rounds > 0, f"rounds: {every.rounds}"
    if not soak.options.round:
        least = soak.options.kills
        yield every.kills >= least, f"kills: {every.kills} (at least {least})"
        yield every.lost >= least, f"lost answers: {every.lost} (at least {least})"
        yield every.unheard > 0 or least < _FEW, f"runs whose output failed: {every.unheard}"
    yield every.duplicates == 0, f"duplicates: {every.duplicates}"
    yield every.missing == 0, f"lost: {every.missing}"
    yield every.manual == 0, f"manual steps: {every.manual}"
    yield every.broken == 0 and not soak.failures, f"other rules broken: {every.broken}"
    yield every.made == every.asked, f"postings made: {every.made}, creates asked for: {every.asked}"


def _again(options: argparse.Namespace, failure: Failure) -> str:
    without = f" --without {','.join(options.without)}" if options.without else ""
    command = f"--seed {options.seed} --place {failure.place} --round {failure.number}{without}"
    return f"That round again: python tests/soak/run.py {command}"


if __name__ == "__main__":
    sys.exit(main())
