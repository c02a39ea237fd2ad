"""One plan for each workspace; what stops one doesn't stop the others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from heymilo_ops.errors import Exit, OpsError
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.usecases.plan import PlanOptions, PlanResult, plan_workspace
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.workspace import Workspace

_BY_WEIGHT = (Exit.DONE, Exit.CHANGES, Exit.ATTENTION, Exit.STALE, Exit.UNREACHABLE, Exit.USAGE)


@dataclass(frozen=True)
class WorkspacePlan:
    """One workspace's plan, or why there is none."""

    workspace: str
    result: PlanResult | None = None
    error: OpsError | None = None

    def exit(self, detailed: bool) -> Exit:
        """The exit code of this one alone."""
        if self.error is not None:
            return self.error.exit
        if self.result is None or self.result.is_blocked:
            return Exit.ATTENTION
        return Exit.CHANGES if detailed and self.result.plan.has_changes else Exit.DONE


def split_workspaces(project: Project) -> tuple[list[str], list[str]]:
    """Name the workspaces to plan for, and the sandboxes that are left out: they are where there is nothing else."""
    sandboxes = [name for name, config in project.config.workspaces.items() if config.sandbox]
    chosen = [name for name in project.config.workspaces if name not in sandboxes]
    return (chosen, sandboxes) if chosen else (sandboxes, [])


def plan_all(project: Project, names: list[str], options: PlanOptions) -> list[WorkspacePlan]:
    """Plan for these workspaces, in order. Without a key, a plan is made without asking HeyMilo, and says so."""
    return [_plan(project.workspace_named(name), options) for name in names]


def worst_exit(plans: list[WorkspacePlan], detailed: bool) -> Exit:
    """The exit code that weighs most."""
    return max((plan.exit(detailed) for plan in plans), key=_BY_WEIGHT.index)


def _plan(workspace: Workspace, options: PlanOptions) -> WorkspacePlan:
    lacking = options.refresh != "none" and not workspace.has_key
    try:
        result = plan_workspace(workspace, replace(options, refresh="none") if lacking else options)
    except OpsError as error:
        return WorkspacePlan(workspace.name, error=error)
    if lacking:
        note = Reason(ReasonCode.NOT_ASKED, workspace.config.api_key_env, workspace.name)
        result = replace(result, plan=replace(result.plan, notes=(note, *result.plan.notes)))
    return WorkspacePlan(workspace.name, result)
