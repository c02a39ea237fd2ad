"""``apply``: carry out what a plan of the manifests, or a saved plan, says."""

from __future__ import annotations

from functools import partial

from heymilo_ops.errors import Exit
from heymilo_ops.model.reason import Words
from heymilo_ops.plan.planfile import SavedPlan
from heymilo_ops.usecases.execute import Proposal, carry_out
from heymilo_ops.usecases.identity import identify
from heymilo_ops.usecases.plan import PlanOptions, make_plan
from heymilo_ops.usecases.run import Run
from heymilo_ops.usecases.saved_plan import resume_plan
from heymilo_ops.usecases.state_lookup import WorkspaceState


def apply_plan(run: Run, options: PlanOptions, saved: SavedPlan | None, words: Words) -> Exit:
    """Plan and apply; with ``saved``, exactly the plan that was saved, whose reasons are compared in ``words``."""

    def propose(known: WorkspaceState, is_locked: bool) -> Proposal:
        if saved is not None:
            result = resume_plan(saved, known, options, run.api, words)
        else:
            result = make_plan(known, options, run.api, is_locked=is_locked)
        return Proposal(result, partial(identify, run.workspace, result.repo.by_path))

    return carry_out(run, propose)
