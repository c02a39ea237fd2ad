"""A held design with today's settings, and the settings that one PATCH can carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from heymilo_ops.model.canonical import canonical, design_part, digest, settings_part
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.facts import facts
from heymilo_ops.model.posting import Manifest
from heymilo_ops.plan.inputs import Snapshot

_TEMPLATE = "interview_template_id"


@dataclass(frozen=True, slots=True)
class Applied:
    """What is live now, in today's canonical form.

    Attributes:
        digest, design_digest: of that form; those recorded where the canon is today's.
        form: ``None`` where the snapshot is not there and was not needed.
    """

    digest: str
    design_digest: str
    form: Mapping[str, Any] | None
    snapshot: Snapshot | None


def applied_from(snapshot: Snapshot) -> Applied:
    """Return what a snapshot is in today's canonical form."""
    form = canonical(snapshot.request)
    return Applied(digest(form), digest(design_part(form)), form, snapshot)


def on_old_design(desired: Desired, snapshot: Snapshot, portable: Snapshot | None = None) -> Desired:
    """Return the design that was applied with the settings and the ``ops`` that the manifest wants.

    What a plan records must be what is live, so a change of settings under a held design takes this and not the
    manifest itself. ``portable`` is the snapshot before variables were filled in, where it had any.
    """
    resolved = with_settings(snapshot.resolved, desired.resolved, desired.resolved)
    template = with_settings((portable or snapshot).resolved, desired.template, desired.resolved)
    return replace(desire(resolved, desired.source, template=template), address=desired.address)


def with_settings(design: Mapping[str, Any], settings: Mapping[str, Any], ops: Mapping[str, Any]) -> dict[str, Any]:
    """Return one manifest's design with another's settings and a third one's ``ops``."""
    kept = {key: value for key, value in design_part(design).items() if key != "ops"}
    return {**kept, **settings_part(settings), **({"ops": ops["ops"]} if ops.get("ops") is not None else {})}


def patch(before: Mapping[str, Any], desired: Desired, names: Iterable[str]) -> tuple[dict[str, Any], list[str]]:
    """Return the PATCH that brings the named settings from the form ``before`` to what is desired.

    It is the settings to send, API names, and the names of those that no PATCH can express.

    A removed value goes back to its documented default, and metadata to none; nothing else that is removed can be
    expressed. With a template an absent value is the template's, which no PATCH can say.
    """
    body: dict[str, Any] = {}
    stuck = []
    for name in sorted(set(names)):
        if desired.form.get(name) is not None:
            body[name] = desired.request[name]
        elif name == "metadata":
            body[name] = {}
        elif facts(Manifest)[name].default is not None and not _templated(before, desired):
            body[name] = facts(Manifest)[name].default
        else:
            stuck.append(name)
    return body, stuck


def _templated(before: Mapping[str, Any], desired: Desired) -> bool:
    return before.get(_TEMPLATE) is not None or desired.form.get(_TEMPLATE) is not None
