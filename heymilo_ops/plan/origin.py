"""Where the state knows what each manifest asks for: under its name, or under the one it was moved from.

PL304 reports a new name and a missing one that look like one posting, renamed without ``moved_from``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.model.canonical import canonical, design_part
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.live import Live
from heymilo_ops.model.reason import Reason, ReasonCode, of_posting
from heymilo_ops.model.state import PostingState
from heymilo_ops.plan.codes import make_finding
from heymilo_ops.plan.inputs import PlanInput

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
    beside = inputs.namesakes
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
        # Where the old posting is live, it would be archived without a word.
        is_live = old in inputs.active and old not in pending
        return Origin(
            name, entries[name], findings=(make_finding("PL303", name, _MOVED_FROM, old=old),) if is_live else ()
        )
    if old in entries:
        taker = takers.setdefault(old, name)
        if taker == name:
            return Origin(old, entries[old])
        return Origin(name, None, findings=(make_finding("PL302", name, _MOVED_FROM, old=old, taker=taker),))
    return Origin(name, None, notes=(of_posting(name, Reason(ReasonCode.MOVED_FROM_UNKNOWN, old)),))


_REMOVED = {
    "archive": "is archived",
    "error": "would be archived, which on_remove: error refuses,",
    "forget": "is forgotten and stays open",
}


@dataclass(frozen=True, slots=True)
class Rename:
    """A posting that a manifest seems to have under a new name.

    Attributes:
        source: the manifest.
        same_file: it is the file that the posting was applied from; else it asks for the same design.
    """

    old: str
    new: str
    source: str
    same_file: bool

    @property
    def why(self) -> Reason:
        """How it comes that no manifest has the old name."""
        code = ReasonCode.MANIFEST_RENAMED if self.same_file else ReasonCode.DESIGN_RENAMED
        return Reason(code, self.source, self.new)


def renames(inputs: PlanInput, made: Iterable[Desired], missing: Iterable[str]) -> dict[str, Rename]:
    """Return the renames by old name, among what is made for the first time and what no manifest has the name of.

    The same file counts before the same design; each name is taken once.
    """
    left = {name: inputs.entries[name] for name in sorted(missing) if inputs.entries[name].status == "active"}
    renamed: dict[str, Rename] = {}
    others: list[Desired] = []
    for desired in made if left else ():
        old = next((name for name, entry in left.items() if entry.current.source == desired.source), None)
        if old is None:
            others.append(desired)
        else:
            del left[old]
            renamed[old] = Rename(old, desired.address, desired.source, same_file=True)
    designs = {name: _design(inputs, entry) for name, entry in left.items()} if others else {}
    for desired in others:
        form = _unnamed(desired.form)
        old = next((name for name, design in designs.items() if design == form), None)
        if old is not None:
            del designs[old]
            renamed[old] = Rename(old, desired.address, desired.source, same_file=False)
    return renamed


def rename_finding(inputs: PlanInput, rename: Rename) -> Finding:
    """Say what moved_from would keep, and what either way costs."""
    removed = _REMOVED[inputs.entries[rename.old].ops.on_remove]
    case = "PL304.file" if rename.same_file else "PL304.design"
    return make_finding(
        case, rename.new, "/name", new=rename.new, old=rename.old, source=rename.source, removed=removed
    )


def _design(inputs: PlanInput, entry: PostingState) -> Mapping[str, Any] | None:
    snapshot = inputs.snapshots.get(entry.digest)
    return _unnamed(canonical(snapshot.request)) if snapshot is not None else None


def _unnamed(form: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in design_part(form).items() if key != "name"}
