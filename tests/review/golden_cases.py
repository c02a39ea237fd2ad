"""The golden cases of a review: each a folder with manifests before and after, the comment, and five answers.

``case.yaml`` says what a case is about, and what isn't in a manifest: people, ``human_review``, what is checked less,
``public``, and how often each manifest is meant. A folder ``before`` is applied, then ``between`` where there is one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from heymilo_ops.finding import Place
from heymilo_ops.manifest.repo import Repo, load_repo
from heymilo_ops.model.people import People
from heymilo_ops.plan.build import PlanInput, build
from heymilo_ops.plan.impact import assess
from heymilo_ops.plan.review_input import LoosenedKind, LoosenedSetting, ReviewInput
from heymilo_ops.usecases import review as use_case
from heymilo_ops.usecases.check import CheckBasis, check_repo
from heymilo_ops.usecases.plan import PlanResult

CASES = Path(__file__).parent.parent / "cases" / "review"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def settings_of(name: str) -> dict[str, Any]:
    return yaml.safe_load((CASES / name / "case.yaml").read_text(encoding="utf-8"))


def review_of(name: str, make_world: Any, folder: Path, **changes: Any) -> ReviewInput:
    """Plan a case and gather its review, as ``plan --refresh none`` does."""
    said, world = settings_of(name), make_world()
    for part in ("before", "between"):
        if (CASES / name / part).is_dir():
            before = _repo(CASES / name / part, folder / part, said.get("times", 1))
            world.apply(*(desired.resolved for desired in before.desired))
    repo = _repo(CASES / name / "after", folder / "after", said.get("times", 1))
    checked = check_repo(repo, CheckBasis(is_whole=True))
    counts = {world.state.postings[address].posting_id: counts for address, counts in said.get("people", {}).items()}
    inputs: PlanInput = world.inputs(
        desired=repo.desired,
        broken=frozenset(repo.broken),
        lint_errors=checked.lint_errors,
        dismissed=checked.dismissed,
        people={posting_id: People(*two, "2027-01-10T09:00:00Z") for posting_id, two in counts.items()},
        allow_large_change=True,
        tool_version="1.0.0",
    )
    result = PlanResult(assess(inputs, build(inputs)), checked, world.state, snapshots=world.snapshots)
    values = {
        "designs": use_case._designs(result),
        "findings": tuple(sorted(use_case._findings(result), key=use_case._order)),
        "loosened": tuple(_loosened(said.get("loosened", []))),
        "human_review": said.get("human_review", ""),
        "public": said.get("public", False),
    }
    return ReviewInput(result.plan, **{**values, **changes})


def _loosened(settings: list[dict[str, Any]]) -> Iterator[LoosenedSetting]:
    for it in settings:
        place = Place("heymilo.yaml", 1)
        yield LoosenedSetting(LoosenedKind(it["kind"]), it["name"], it["before"], it["after"], place)


def _repo(source: Path, target: Path, times: int) -> Repo:
    """Read the manifests of a folder, each ``times`` over under a name of its own."""
    shutil.copytree(source, target / "postings")
    if times > 1:
        for path in sorted((target / "postings").glob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            path.unlink()
            for number in range(1, times + 1):
                again = re.sub(r"^(name: .*)$", rf"\1-{number:02}", text, count=1, flags=re.MULTILINE)
                again = re.sub(r"^(title: .*)$", rf"\1 {number:02}", again, count=1, flags=re.MULTILINE)
                path.with_name(f"{path.stem}-{number:02}.yaml").write_text(again, encoding="utf-8")
    return load_repo(target)


@dataclass
class Answers:
    """What a comment answers, read from its source as a reader would."""

    rejected: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    scoring: list[str] = field(default_factory=list)
    affected: list[str] = field(default_factory=list)
    to_fix: list[str] = field(default_factory=list)

    @property
    def data(self) -> Mapping[str, list[str]]:
        return vars(self)


ENDS = "; otherwise this step ends the application"


def answers_of(comment: str) -> Answers:
    """Read the five answers from a comment."""
    found, group, is_sharing = Answers(), "", False
    for line in map(_plain, comment.split("\n")):
        if heading := re.match(r"#{3,5} (.*)", line):
            group = heading[1]
        elif line.startswith(("<details>", "</details>")):
            group = "" if line.startswith("<details>") and "told" not in line else group
        if line.startswith("| ") and " | Before | After" in line:
            is_sharing = ": question |" in line
            continue
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")] if line.startswith("| ") else []
        if cells and is_sharing and len(cells) == 4 and "---" not in cells[0]:
            found.scoring.append(f"{cells[0]}: {cells[1]} → {cells[2]}")
        elif cells and ENDS in cells[-1] and len(cells) == 4:
            found.rejected.append(f"{cells[1]}: {cells[2]} → {cells[3].partition(ENDS)[0]}")
            found.scoring += [f"Pass mark: {cells[2]} → {cells[3].partition(ENDS)[0]}"] * (cells[1] == "Pass mark")
        elif cells and group.endswith("What candidates are told") and len(cells) == 4 and "---" not in cells[0]:
            found.told.append(f"{cells[1]}: {cells[2]} → {cells[3]}")
        elif ENDS in line and not cells:
            found.rejected.append(re.sub(r"^(\d+\.|-) ", "", line.partition(ENDS)[0]))
        elif (match := re.match(r"(?:> )?(Candidates are no longer told .*|A sentence on .*)$", line)) or (
            match := re.match(
                r"(\S.*?) · (?:Posting · |[^·]+ · )?(?:read out|told only|summarised|not told|sai?d|sent)", line
            )
        ):
            found.told.append(match[1])
        elif line.startswith("People: "):
            found.affected.append(re.split(r" \(|, as of|\. ", line.removeprefix("People: "))[0].rstrip("."))
        elif match := re.match(r"> ((?:Must fix|To decide): .*?\([A-Z]{2}\d{3}\))", line):
            found.to_fix.append(match[1])
        elif cells and group.startswith("What is checked less") and "---" not in cells[0]:
            found.to_fix.append(f"checked less: {cells[0]}")
    return found


def _plain(line: str) -> str:
    """Return a line without marks and escapes."""
    line = re.sub(r"</?(?:ins|del|span|br)>", "", line).replace("**", "")
    return re.sub(r"\\([^\w\s])", r"\1", line)
