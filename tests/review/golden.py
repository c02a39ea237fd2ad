"""The golden cases of reviews: manifests before and after in ``tests/cases/review``, and what a reader has to find.

A case names base manifests with replacements of text. It is planned as ``plan`` does it, from a state that a fold of an
earlier plan made, and what a review is made of is gathered as the program does it. Only git is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from heymilo_ops.finding import Place
from heymilo_ops.manifest.repo import Repo, load_repo
from heymilo_ops.model.people import AS_OF, People
from heymilo_ops.plan.build import build
from heymilo_ops.plan.impact import assess
from heymilo_ops.plan.review_input import LoosenedKind, LoosenedSetting, ReviewInput
from heymilo_ops.usecases.base_comparison import BaseComparison
from heymilo_ops.usecases.check import CheckBasis, check_repo
from heymilo_ops.usecases.plan import PlanResult, with_lint
from heymilo_ops.usecases.review import review_of
from tests.plan.conftest import NOW, World

CASES = Path(__file__).parent.parent / "cases" / "review"
QUESTIONS = ("rejected", "told", "scoring", "affected", "fix")
"""Who is rejected automatically now and wasn't before; what candidates are told; what changed in scoring; who is
affected; what must be fixed or decided."""

Edits = Mapping[str, Any]


@dataclass(frozen=True)
class GoldenCase:
    """One case.

    Attributes:
        answers: by question, what the comment has to say of it, word for word; nothing where there is nothing to say.
        allows: questions of which the comment may say more, although the answer is nothing.
        says: what else it has to say; never: what it must not.
        requires: the roles that have to look; ``None`` where the case doesn't hold them.
    """

    name: str
    data: Mapping[str, Any]

    @property
    def label(self) -> str:
        return str(self.data["label"])

    @property
    def answers(self) -> Mapping[str, list[str]]:
        return {question: self.data["answers"].get(question, []) for question in QUESTIONS}

    @property
    def allows(self) -> list[str]:
        return list(self.data.get("allows", ()))

    @property
    def says(self) -> list[str]:
        return list(self.data.get("says", ()))

    @property
    def never(self) -> list[str]:
        return list(self.data.get("never", ()))

    @property
    def requires(self) -> list[str] | None:
        return self.data.get("requires")


def golden_cases() -> list[GoldenCase]:
    """Read every case."""
    return [
        GoldenCase(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(CASES.glob("*.yaml"))
    ]


def review_of_case(case: GoldenCase, folder: Path) -> ReviewInput:
    """Plan a case in a folder, and gather what its review is made of."""
    data, world = case.data, World()
    for part in ("first", "before"):
        if data.get(part):
            world.apply(desired=_repo(case, part, folder / part).desired)
    repo = _repo(case, "after", folder / "after")
    checked = check_repo(repo, CheckBasis(is_whole=True))
    asked_at = NOW - timedelta(hours=data.get("age_hours", 0))
    inputs = world.inputs(
        desired=repo.desired, broken=repo.broken, people=_people(case, world, asked_at.strftime(AS_OF))
    )
    inputs = with_lint(replace(inputs, workspace="production", **data.get("options", {})), checked)
    plan = assess(inputs, build(inputs))
    result = PlanResult(plan, checked, world.state, snapshots=world.snapshots)
    loosened = tuple(map(_loosened, data.get("loosened", ())))
    review = review_of(result, comparison=BaseComparison(loosened=loosened))
    return replace(review, public=data.get("public", False))


def _loosened(row: list[Any]) -> LoosenedSetting:
    kind, name, before, after, address = row
    return LoosenedSetting(LoosenedKind(kind), name, before, after, Place("heymilo.yaml"), address)


def _people(case: GoldenCase, world: World, as_of: str) -> dict[str, People]:
    counts = case.data.get("people") or {}
    of = {
        address: counts.get(address.rpartition("-")[0] if _is_copy(case, address) else address)
        for address in world.state.postings
    }
    return {
        entry.posting_id: People(*of[address], as_of) for address, entry in world.state.postings.items() if of[address]
    }


def _is_copy(case: GoldenCase, address: str) -> bool:
    return "copies" in case.data and address[-2:].isdecimal()


def _repo(case: GoldenCase, part: str, root: Path) -> Repo:
    for path, text in _files(case, part):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return load_repo(root)


def _files(case: GoldenCase, part: str) -> Iterator[tuple[str, str]]:
    base = (CASES / "_base" / "nurse.yaml").read_text(encoding="utf-8")
    for name, edits in case.data[part].items():
        text = base
        for before, after in edits or ():
            assert before in text, f"{case.name}: {before!r} is not in the base"
            text = text.replace(before, after)
        text = text.replace("name: nurse\n", f"name: {name}\n", 1)
        copies = case.data.get("copies")
        for number in range(1, (copies or 1) + 1):
            own = f"{name}-{number:02}" if copies else name
            yield f"postings/{own}.yaml", text.replace(f"name: {name}\n", f"name: {own}\n", 1)
    yield from case.data.get("files", {}).get(part, {}).items()
