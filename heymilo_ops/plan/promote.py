"""A promotion as a plan: the revision that one workspace runs, applied to another with that one's variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.deployment import Deployment
from heymilo_ops.model.desired import Desired, desire, first_problem
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.build import PlanInput, build, listed_values
from heymilo_ops.plan.change import Plan
from heymilo_ops.plan.pending_operation import refuse_pending


def desired_of(inputs: PlanInput, promoted: Deployment, resolved: Mapping[str, Any]) -> Desired:
    """Return what is to be applied; ``resolved`` is what is promoted with the variables of the workspace to apply to.

    ``ops`` tell how the tool treats a posting and are no part of a revision: they are those of the manifest, where
    there is one, else as last applied, here or where it is promoted from. Raises ``AttentionError`` where the result
    isn't a valid manifest, or not one of this workspace.
    """
    ops = _ops(inputs, promoted, str(resolved["name"]))
    resolved, template = ({**data, "ops": ops} for data in (resolved, promoted.template or {}))
    try:
        desired = desire(resolved, promoted.source, template=template)
    except ValidationError as error:
        raise AttentionError(
            f"{promoted.title} of {resolved['name']} is not valid in '{inputs.workspace}': /{first_problem(error)}",
            f"Look at workspaces.{inputs.workspace}.vars in heymilo.yaml.",
        ) from error
    if not inputs.belongs(desired):
        named = ", ".join(desired.ops.workspaces or ()) or "none"
        raise AttentionError(
            f"{desired.address} is not for '{inputs.workspace}': its ops.workspaces names {named}",
            "Add the workspace to ops.workspaces of the manifest.",
        )
    if desired.ops.lifecycle != "open":
        raise AttentionError(
            f"ops.lifecycle of {desired.address} is {desired.ops.lifecycle}, so nothing is promoted",
            "Set lifecycle: open, where the role goes on.",
        )
    return desired


def _ops(inputs: PlanInput, promoted: Deployment, address: str) -> Mapping[str, Any]:
    """Today's ``ops`` as plain data. Those of a snapshot are never taken: no digest covers them."""
    manifest = inputs.manifest(address)
    if manifest is not None:
        return _unbound(manifest.resolved.get("ops") or {})
    entry = inputs.entries.get(address) or promoted.entry
    return _unbound(entry.ops.model_dump(mode="json", exclude_defaults=True))


def _unbound(ops: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``ops`` without the posting that a manifest takes over: it is one of the workspace that has it."""
    return {key: value for key, value in ops.items() if key != "adopt"}


def plan_promotion(inputs: PlanInput, promoted: Deployment, desired: Desired) -> Plan:
    """Return the plan of this one posting. ``inputs`` is of the workspace to apply to."""
    address = desired.address
    refuse_pending(inputs.state, address, inputs.workspace, inputs)
    others = tuple(other for other in inputs.desired if other.address != address)
    alone = replace(
        inputs, desired=(*others, desired), targets=frozenset({address}), broken=inputs.broken - frozenset({address})
    )
    plan = build(alone)
    what = Reason(ReasonCode.COMPARED_PROMOTION, promoted.title, listed_values(inputs.listing))
    return replace(plan, notes=(*plan.notes, *_notes(inputs, promoted, desired)), compared=what)


def _notes(inputs: PlanInput, promoted: Deployment, desired: Desired) -> list[Reason]:
    """Return what the reader should know beside the plan."""
    address, workspace = desired.address, inputs.workspace
    notes = []
    if desired.portable is None:
        notes.append(Reason(ReasonCode.NO_VARIABLES, address, workspace, promoted.workspace))
    manifest = inputs.manifest(address)
    if address in inputs.broken:
        notes.append(Reason(ReasonCode.MANIFEST_HAS_ERRORS, address))
    elif manifest is None:
        notes.append(Reason(ReasonCode.MANIFEST_MISSING, address, workspace))
    elif manifest.digest != desired.digest:
        notes.append(Reason(ReasonCode.MANIFEST_DIFFERS, manifest.source, workspace))
    return notes
