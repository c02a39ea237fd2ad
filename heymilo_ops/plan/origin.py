"""Where the state knows what each manifest asks for: under its name, or under the one it was moved from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from heymilo_ops.finding import Finding
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.ownership import namesakes

_MOVED_FROM = "/ops/moved_from"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the state knows a manifest's posting: ``entry`` under ``address``, which differs for a moved one.

    ``namesakes``: postings at HeyMilo with the manifest's name that nobody manages.
    """

    address: str
    entry: PostingState | None
    notes: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
    namesakes: tuple[Live, ...] = ()


def origins(inputs: PlanInput, manifests: Mapping[str, Desired], pending: Collection[str]) -> dict[str, Origin]:
    """Return the origin of each manifest by name. A history that two of them ask for goes to the first by name."""
    takers: dict[str, str] = {}
    beside = namesakes(inputs.ownership)
    return {
        name: replace(
            _origin(inputs, manifests[name], manifests, pending, takers),
            namesakes=beside.get(name, ()),
        )
        for name in sorted(manifests)
    }


def _origin(
    inputs: PlanInput,
    desired: Desired,
    manifests: Collection[str],
    pending: Collection[str],
    takers: dict[str, str],
) -> Origin:
    name, old, entries = desired.address, desired.ops.moved_from, inputs.entries
    if old is None or old == name:
        return Origin(name, entries.get(name))
    if old in manifests or old in inputs.broken:
        problem = make_finding("PL301", name, _MOVED_FROM, old=old)
        return Origin(name, entries.get(name), findings=(problem,))
    if name in entries:
        return Origin(name, entries[name], findings=tuple(_two_histories(inputs, name, old, pending)))
    if old in entries:
        return _moved(inputs, name, old, takers.setdefault(old, name))
    return Origin(name, None, notes=(of_posting(name, Reason(ReasonCode.MOVED_FROM_UNKNOWN, old)),))


def _two_histories(inputs: PlanInput, name: str, old: str, pending: Collection[str]) -> Iterator[Finding]:
    """Yield a finding where both names have a history and the old posting is live: it would be archived unsaid."""
    if old in inputs.active and old not in pending:
        yield make_finding("PL303", name, _MOVED_FROM, old=old)


def _moved(inputs: PlanInput, name: str, old: str, taker: str) -> Origin:
    """Return the history of ``old``, for the one manifest that takes it over."""
    if taker == name:
        return Origin(old, inputs.entries[old])
    problem = make_finding("PL302", name, _MOVED_FROM, old=old, taker=taker)
    return Origin(name, None, findings=(problem,))
