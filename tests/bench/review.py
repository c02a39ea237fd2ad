"""What the review of a plan costs beside the plan itself: findings, both designs, git, the comment.

Usage: review.py REPO TIMES. In a repo whose postings are all applied, some are reworded. Both in one process and in
turns. Prints JSON: seconds of CPU of the best run of each, git's own among them.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from manifests import reword

from heymilo_ops.review.build import build_document
from heymilo_ops.review.markdown import render_markdown
from heymilo_ops.usecases.plan import PlanOptions, PlanResult, plan_workspace
from heymilo_ops.usecases.project import Invocation, read_project
from heymilo_ops.usecases.review import review_input
from heymilo_ops.usecases.workspace import Workspace

CHANGED = 40


def committed(root: Path) -> None:
    """Make a repository of git with one commit of all that is there."""
    author = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org")
    for command in (("init", "-q", "-b", "main"), ("add", "-A"), (*author, "commit", "-qm", "applied")):
        subprocess.run(["git", *command], cwd=root, check=True, capture_output=True)


def rendered(result: PlanResult, workspace: Workspace) -> str:
    """Render the comment on a plan."""
    return render_markdown(build_document(review_input(result, workspace)))


def took(run: Callable[[], Any]) -> tuple[Any, float]:
    """What a call returns, and the seconds of CPU that it and what it started took."""
    before = sum(os.times()[:4])
    result = run()
    return result, sum(os.times()[:4]) - before


def measured(root: Path, times: int) -> dict[str, float]:
    """Measure both, in turns."""
    committed(root)
    files = sorted(root.glob("postings/**/*.yaml"))
    for path in files[1 :: max(1, len(files) // CHANGED)]:
        reword(path)
    workspace = read_project(Invocation(root, "production")).workspace()
    options = PlanOptions(refresh="none", allow_large_change=True)
    plans, reviews = [], []
    for _ in range(times):
        result, seconds = took(lambda: plan_workspace(workspace, options))
        plans.append(seconds)
        reviews.append(took(partial(rendered, result, workspace))[1])
    return {"plan": min(plans), "review": min(reviews)}


if __name__ == "__main__":
    gc.set_threshold(200_000, 20, 100)  # as the program does
    sys.stdout.write(json.dumps(measured(Path(sys.argv[1]), int(sys.argv[2]))) + "\n")
