"""How fast the command line is, on made-up manifests, beside check-jsonschema on the same files in the same run.

Exit 1 where a target is missed. Each figure is the best of several runs; ratios are of CPU time, which a busy machine
disturbs least.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from manifests import CONFIG
from stopwatch import Run, best

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.fuzz.large import SHAPES

HERE = Path(__file__).resolve().parent
BIN = Path(sysconfig.get_path("scripts"))
OPS, OTHER = str(BIN / "heymilo-ops"), str(BIN / "check-jsonschema")
SCHEMA = HERE.parents[1] / "schemas" / "posting.schema.json"

FASTER, LINEAR, VERSION, SHARED = 8.0, 1.3, 1.3, 1.3
"""Targets: times faster than check-jsonschema; time per file at the largest size over that at 100; over bare click;
postings that share over the same ones whole.
"""
START = 2.7
"""Target: ``lint`` of one file with one wrong key over a program that only imports click, pydantic and jsonschema-rs.

1.3 is out of reach; CONTRIBUTING.md says why.
"""
WRITES = 1.02
"""Target: what one change writes in a large state over what it writes in a small one; paths may be a little longer."""

RULES = 5.5
"""Target: reading manifests and checking them with every rule, over reading and checking them by their schema alone.

2.5 is out of reach; CONTRIBUTING.md says why.
"""

REVIEW = 0.3
"""Target: the comment on 40 changes among 1,000 postings, over the plan itself."""

LARGEST = 5.0
"""Target: seconds of CPU for lint of one manifest of 1 MiB, whatever it is made of."""

_OF_1_MIB = "lint of 1 MiB"
_SCHEMA, _RULES = "schema alone", "schema and every rule"
_PLAN, _REVIEW = "plan of 40 changes", "review of 40 changes"
_WRONG_KEY, _IMPORTS = "lint of one wrong key", "imports alone"
ALIKE = 1000
"""Size at which postings that share are measured."""
ASKED = (10, 100, 1000)
"""Sizes at which the requests to HeyMilo are counted."""

Asked = dict[int, list[dict[str, Any]]]
"""Size → rows of ``asked.py``."""


@dataclass
class Results:
    """What was measured: (size, what) → run; size 0 where it has none."""

    runs: dict[tuple[int, str], Run] = field(default_factory=dict)

    def add(self, size: int, runs: dict[str, Run], allowed: tuple[int, ...] = (0,)) -> None:
        """Keep runs; one that failed measured nothing, and ends it all."""
        for name, run in runs.items():
            if run.exit not in allowed:
                sys.exit(f"{name} of {size} files ended with exit code {run.exit}")
            self.runs[size, name] = run
            sys.stderr.write(f"{size:>6} {name:<26}{run.wall:9.3f} s wall{run.cpu:9.3f} s CPU\n")

    def cpu(self, size: int, name: str) -> float | None:
        """Seconds of CPU, ``None`` where it wasn't measured."""
        found = self.runs.get((size, name))
        return found.cpu if found else None


@dataclass(frozen=True)
class Target:
    """One target: what was reached, and which side of the limit is right."""

    name: str
    reached: float
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether it was reached."""
        return self.reached >= self.limit if self.at_least else self.reached <= self.limit

    def __str__(self) -> str:
        sign, word = ("≥" if self.at_least else "≤"), ("pass" if self.met else "FAIL")
        return f"{word}  {self.name}: {self.reached:.2f} (target {sign} {self.limit:g})"


def main() -> int:
    """The program."""
    options = arguments()
    results = Results()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        bare = [sys.executable, str(HERE / "bare.py"), "--version"]
        both = {"--version": [OPS, "--version"], "bare click --version": bare}
        results.add(0, best(both, Path(scratch), 5 * options.repeat))
        results.add(1, started(Path(scratch) / "wrong-key", 5 * options.repeat), (0, 1))
        for size in options.sizes:
            measure(results, size, Path(scratch) / str(size), options)
        if ALIKE in options.sizes and not options.broken:
            alike(results, Path(scratch), options.repeat)
            largest(results, Path(scratch) / "largest")
    few, many = written(10), written(ALIKE)
    requests = {size: asked(size) for size in ASKED}
    targets = [*judged(results, options.sizes), *judged_writes(few, many)]
    as_asked = as_json if options.json else as_text
    sys.stdout.write(as_asked(results, targets, requests))
    return 0 if all(target.met for target in targets) else 1


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=lambda text: [int(each) for each in text.split(",")], default=[1, 100, 1000])
    parser.add_argument("--full", action="store_true", help="10,000 manifests too (some minutes more)")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each command, of which the best counts")
    parser.add_argument("--broken", type=float, default=0.0, help="share of manifests with a mistake (lint alone)")
    parser.add_argument("--no-other", action="store_true", help="leave check-jsonschema out, and its target")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    if options.full:
        options.sizes = sorted({*options.sizes, 10_000})
    return options


def measure(results: Results, size: int, root: Path, options: argparse.Namespace) -> None:
    """Everything of one size."""
    root.mkdir()
    python(HERE / "manifests.py", "write", root, size, options.broken)
    files = sorted(root.glob("postings/**/*.yaml"))
    # Small sizes are soon measured, and a tenth of a second too much would count for much there.
    times = options.repeat if size > 100 else 3 * options.repeat
    commands = {"lint": [OPS, "lint"], "lint of one changed": [OPS, "lint", str(files[0])]}
    results.add(size, best(commands, root, times), (0, 1) if options.broken else (0,))
    if size <= 1000 and not options.no_other:
        other = {"check-jsonschema": [OTHER, "--schemafile", str(SCHEMA), *map(str, files)]}
        results.add(size, best(other, root, options.repeat), (0, 1) if options.broken else (0,))
    if options.broken:
        return
    if size == ALIKE:
        results.add(size, rules(root, options.repeat))
    python(HERE / "applied.py", root)
    plan = [OPS, "plan", "--refresh", "none", "--detailed-exitcode", "--allow-large-change"]
    results.add(size, best({"plan, no change": plan}, root, times))
    python(
        "-c", "import manifests, sys, pathlib; [manifests.reword(pathlib.Path(p)) for p in sys.argv[1:]]", *files[::100]
    )
    results.add(size, best({"plan, 1 % changed": plan}, root, times), (2,))
    if size == ALIKE:
        results.add(size, review(root, options.repeat))


def rules(root: Path, times: int) -> dict[str, Run]:
    """What all rules cost, in the best of so many processes."""
    command = [sys.executable, str(HERE / "rules.py"), str(root)]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(times)]
    best_of = {key: min(seconds[key] for seconds in runs) for key in ("schema", "rules")}
    return {name: Run(best_of[key], best_of[key], 0, 0) for name, key in ((_SCHEMA, "schema"), (_RULES, "rules"))}


def review(root: Path, times: int) -> dict[str, Run]:
    """What a plan and its review cost, in one process."""
    command = [sys.executable, str(HERE / "review.py"), str(root), str(times)]
    seconds = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {name: Run(seconds[key], seconds[key], 0, 0) for name, key in ((_PLAN, "plan"), (_REVIEW, "review"))}


def started(root: Path, times: int) -> dict[str, Run]:
    """``lint`` of one file with one wrong key, and the imports alone, taking turns."""
    (root / "postings").mkdir(parents=True)
    python(HERE / "manifests.py", "write", root, 1, 0.0)
    (path,) = root.glob("postings/**/*.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    return best(
        {_WRONG_KEY: [OPS, "lint", str(path)], _IMPORTS: [sys.executable, str(HERE / "imports.py")]}, root, times
    )


def alike(results: Results, scratch: Path, times: int) -> None:
    """The same postings whole and sharing, taking turns."""
    for kind in ("plain", "shared"):
        (scratch / kind).mkdir()
        python(HERE / "alike.py", kind, scratch / kind, ALIKE)
    lints = {f"lint, {kind}": [OPS, "-C", str(scratch / kind), "lint"] for kind in ("plain", "shared")}
    results.add(ALIKE, best(lints, scratch, times))


def largest(results: Results, root: Path) -> None:
    """One manifest of 1 MiB of each shape; the slowest is kept."""
    (root / "postings").mkdir(parents=True)
    (root / "heymilo.yaml").write_text(CONFIG, encoding="utf-8")
    slowest: tuple[float, str, Run] | None = None
    for name, make in SHAPES.items():
        (root / "postings" / "large.yaml").write_bytes(make(2**20).encode(errors="surrogatepass"))
        run = best({name: [OPS, "-C", str(root), "lint"]}, root, 1)[name]
        if run.exit not in (0, 1):
            sys.exit(f"lint of 1 MiB of {name} ended with exit code {run.exit}")
        if slowest is None or run.cpu > slowest[0]:
            slowest = run.cpu, name, run
    if slowest is not None:
        results.add(1, {f"{_OF_1_MIB}: {slowest[1]}": slowest[2]}, (0, 1))


def written(size: int) -> dict[str, int]:
    """What applying one changed posting of so many writes to the state's place."""
    command = [sys.executable, str(HERE / "written.py"), str(size)]
    counted: dict[str, int] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    sys.stderr.write(
        f"{size:>6} one change writes {counted['calls']} times, {counted['bytes']:,} bytes, and folds "
        f"{counted['folds']} time, {counted['fold_bytes']:,} bytes\n"
    )
    return counted


def asked(size: int) -> list[dict[str, Any]]:
    """Count what each command asks of HeyMilo with so many postings."""
    command = [sys.executable, str(HERE / "asked.py"), str(size)]
    rows: list[dict[str, Any]] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for row in rows:
        sys.stderr.write(f"{size:>6} {row['what']:<30}{row['requests']:>7} requests{row['minutes']:>7} min\n")
    return rows


def judged_writes(few: dict[str, int], many: dict[str, int]) -> Iterator[Target]:
    """One change must not cost more in a larger state, the final fold aside."""
    for what in ("calls", "bytes", "folds"):
        yield Target(
            f"{what} of one change, with {ALIKE:,} postings over those with 10", many[what] / few[what], WRITES
        )


def python(*args: object) -> None:
    """Run Python in a process of its own, so that this one stays small."""
    subprocess.run([sys.executable, *map(str, args)], check=True, cwd=HERE, stdout=subprocess.DEVNULL)


def judged(results: Results, sizes: list[int]) -> Iterator[Target]:
    """The targets for which there are figures."""
    ours, bare = results.cpu(0, "--version"), results.cpu(0, "bare click --version")
    if ours and bare:
        yield Target("--version, times a bare click program", ours / bare, VERSION)
    ours, bare = results.cpu(1, _WRONG_KEY), results.cpu(1, _IMPORTS)
    if ours and bare:
        yield Target("lint of one wrong key, times its imports alone", ours / bare, START)
    ours, other = results.cpu(1000, "lint"), results.cpu(1000, "check-jsonschema")
    if ours and other:
        yield Target("lint of 1,000, times faster than check-jsonschema", other / ours, FASTER, at_least=True)
    ours, other = results.cpu(ALIKE, _RULES), results.cpu(ALIKE, _SCHEMA)
    if ours and other:
        yield Target("1,000 manifests, every rule, times their schema alone", ours / other, RULES)
    ours, other = results.cpu(ALIKE, _REVIEW), results.cpu(ALIKE, _PLAN)
    if ours and other:
        yield Target("the comment on 40 changes among 1,000, times the plan itself", ours / other, REVIEW)
    ours, other = results.cpu(ALIKE, "lint, shared"), results.cpu(ALIKE, "lint, plain")
    if ours and other:
        yield Target("lint of 1,000 that share, times the same ones whole", ours / other, SHARED)
    for (_, name), run in results.runs.items():
        if name.startswith(_OF_1_MIB):
            yield Target("lint of any manifest of 1 MiB, seconds of CPU at most", run.cpu, LARGEST)
    if 1 not in sizes or 100 not in sizes or max(sizes) <= 100:
        return
    for name in ("lint", "plan, no change"):
        start, few, many = (results.cpu(size, name) for size in (1, 100, max(sizes)))
        if start and few and many and few > start:
            grown = ((many - start) / (max(sizes) - 1)) / ((few - start) / 99)
            yield Target(f"{name}, time a file at {max(sizes):,} over that at 100", grown, LINEAR)


def as_text(results: Results, targets: list[Target], requests: Asked) -> str:
    """Two tables, the ratios, and what of it passes."""
    lines = [f"{'N':>6}  {'':<24}{'wall s':>9}{'CPU s':>9}{'MiB':>7}  beside check-jsonschema (CPU)"]
    for (size, name), run in results.runs.items():
        other = results.cpu(size, "check-jsonschema")
        ratio = f"  {other / run.cpu:.1f} × faster" if other and name == "lint" else ""
        lines.append(f"{size or '':>6}  {name:<24}{run.wall:9.3f}{run.cpu:9.3f}{run.memory:7.0f}{ratio}")
    lines += ["", f"{'N':>6}  {'requests to HeyMilo':<30}{'number':>7}{'minutes at the default rate':>30}"]
    for size, rows in requests.items():
        lines += [f"{size:>6}  {row['what']:<30}{row['requests']:>7}{row['minutes']:>30}" for row in rows]
    return "\n".join([*lines, "", *map(str, targets), ""])


def as_json(results: Results, targets: list[Target], requests: Asked) -> str:
    """The same for a machine."""
    runs = [{"n": size, "what": name, **run.as_dict()} for (size, name), run in results.runs.items()]
    reached = [
        {"name": each.name, "reached": round(each.reached, 3), "limit": each.limit, "met": each.met} for each in targets
    ]
    counted = [{"n": size, **row} for size, rows in requests.items() for row in rows]
    found = {"format_version": "1.0", "python": sys.version.split()[0], "runs": runs, "requests": counted}
    return json.dumps({**found, "targets": reached}) + "\n"


if __name__ == "__main__":
    sys.exit(main())
