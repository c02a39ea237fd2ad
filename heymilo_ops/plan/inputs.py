"""What a plan is made of, and what it needs to know of a snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from heymilo_ops.finding import Dismissed, LintError
from heymilo_ops.model.baseline import Baseline
from heymilo_ops.model.desired import Desired, Unread
from heymilo_ops.model.live import Listing, Live
from heymilo_ops.model.notices import NoticeElsewhere
from heymilo_ops.model.people import People
from heymilo_ops.model.state import PostingState, State
from heymilo_ops.plan.ownership import Ownership, classify, namesakes, unmanaged
from heymilo_ops.plan.rule import DEFAULT_RULE, ChangeRule


class Snapshot(Protocol):
    """What was sent once: the request without marks, the question keys, the manifest it came from."""

    @property
    def request(self) -> Mapping[str, Any]:
        """The create request."""

    @property
    def resolved(self) -> Mapping[str, Any]:
        """The resolved manifest, with ``ops`` and question keys."""

    @property
    def keys(self) -> Mapping[str, str]:
        """JSON pointer of each keyed question, with its key."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What heymilo.yaml said at a commit of the default branch.

    Attributes:
        commit: its full hash.
        safety: settings by name, as ``PlanInput.safety`` has them; only those that could be read.
        place: where the state was then that isn't used any more, ``""`` where it is the same.
        left: addresses that are live in that state, and that the state of today doesn't continue.
        trouble: why that state could not be read.
    """

    commit: str
    safety: Mapping[str, Any]
    place: str = ""
    left: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True)
class PlanInput:
    """Everything a plan depends on; the same input gives the same plan.

    Attributes:
        desired: the manifests; those whose ``ops.workspaces`` leaves this workspace out count as ``retired``.
        state: ``None`` where nothing was ever applied here.
        snapshots: by digest and portable digest. It is asked only for postings whose digest moved, so it may read
            lazily.
        baselines: what HeyMilo showed after the last write, by digest; read lazily as well.
        listing: what HeyMilo showed; ``None`` for ``--refresh none``.
        workspace_id: HeyMilo's id of the workspace, ``None`` where it isn't known yet.
        targets, recreate, reverts: addresses named on the command line; no target means all.
        unread: what may be a manifest, and isn't read.
        aside: the path of a manifest that isn't read since a name in it begins with ``_`` or ``.``, by address.
        unmarked_allowed: addresses whose postings may be written to although they carry no marks.
        namesakes_allowed: addresses that are made although HeyMilo has an unmanaged posting of that name.
        disconnect_allowed: addresses whose postings may be ended although an ATS is connected to them.
        retired: addresses that have a manifest which is not for this workspace.
        broken: addresses whose manifest has errors; they are left out, and not taken for removed.
        safety: what heymilo.yaml says of safety now, by name.
        place: where the state is, as heymilo.yaml says it.
        siblings: the names of all workspaces in heymilo.yaml.
        on_change: what a changed design does where its manifest doesn't say it.
        earlier: what heymilo.yaml said at a commit of the default branch; ``None`` where git doesn't have it.
        people: how many people postings have, by posting id: as HeyMilo says, or, where it wasn't asked, as the file
            beside the state has it.
        shows_people: whether counts of people stand in plans.
        limits: by action, how many people who haven't completed a change may concern.
        impact_allowed: ``NAME=N``, in place of the limits for that name.
        unseen: addresses of adopted postings without a manifest, of which no apply has found one in a commit that this
            work tree's history has.
        lint_errors: errors of rules on single postings, which bar some changes of them and nothing else.
        dismissed: findings on the manifests that don't count.
        notices: what heymilo.yaml says candidates are told outside of postings, by notice.
    """

    desired: Sequence[Desired]
    state: State | None
    snapshots: Mapping[str, Snapshot]
    listing: Listing | None
    now: datetime
    workspace: str
    workspace_id: str | None
    project: str
    targets: frozenset[str] = frozenset()
    recreate: frozenset[str] = frozenset()
    reverts: frozenset[str] = frozenset()
    baselines: Mapping[str, Baseline] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    aside: Mapping[str, str] = field(default_factory=dict)
    allow_large_change: bool = False
    unmarked_allowed: frozenset[str] = frozenset()
    namesakes_allowed: frozenset[str] = frozenset()
    disconnect_allowed: frozenset[str] = frozenset()
    tool_version: str = ""
    retired: frozenset[str] = field(default_factory=frozenset)
    broken: frozenset[str] = field(default_factory=frozenset)
    safety: Mapping[str, Any] = field(default_factory=dict)
    place: str = ""
    earlier: Earlier | None = None
    siblings: frozenset[str] = field(default_factory=frozenset)
    people: Mapping[str, People] = field(default_factory=dict)
    shows_people: bool = True
    limits: Mapping[str, int] = field(default_factory=dict)
    impact_allowed: frozenset[str] = frozenset()
    on_change: ChangeRule = DEFAULT_RULE
    unseen: frozenset[str] = frozenset()
    lint_errors: tuple[LintError, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    notices: Mapping[str, NoticeElsewhere] = field(default_factory=dict)

    @property
    def entries(self) -> Mapping[str, PostingState]:
        """What the state knows, by address."""
        return self.state.postings if self.state else {}

    @property
    def listed(self) -> Mapping[str, Live]:
        """The postings that HeyMilo listed, by id."""
        return self.listing.postings if self.listing else {}

    def manifest(self, name: str) -> Desired | None:
        """Return the manifest of that name, ``None`` where there is none."""
        return next((desired for desired in self.desired if desired.address == name), None)

    @property
    def active(self) -> dict[str, PostingState]:
        """The postings that are managed: what the state knows and has not archived."""
        return {address: entry for address, entry in self.entries.items() if entry.status == "active"}

    @cached_property
    def ownership(self) -> Mapping[str, Ownership]:
        """Whose posting each listed one is, by posting id; none where HeyMilo was not asked."""
        return classify(self.state, self.listed.values(), self.project, self.workspace)

    @cached_property
    def unmanaged(self) -> list[Live]:
        """The postings that nobody manages and that aren't archived, the first made first."""
        return unmanaged(self.ownership)

    @cached_property
    def namesakes(self) -> Mapping[str, tuple[Live, ...]]:
        """The same by name as a manifest spells it, for those that have one and that no manifest takes over."""
        by_name = namesakes(self.ownership).items()
        left = {name: tuple(live for live in lives if live.posting_id not in self.adopting) for name, lives in by_name}
        return {name: lives for name, lives in left.items() if lives}

    @cached_property
    def adopting(self) -> Mapping[str, tuple[str, ...]]:
        """The manifests that ask to take a posting over, by posting id, as far as the state doesn't have it."""
        known = self.state.posting_ids if self.state else frozenset()
        asked: dict[str, tuple[str, ...]] = {}
        for desired in self.desired:
            posting_id = desired.ops.adopt
            if posting_id is not None and self.belongs(desired) and posting_id not in known:
                asked[posting_id] = (*asked.get(posting_id, ()), desired.address)
        return asked

    def questions(self, posting_id: str) -> Sequence[Mapping[str, Any]] | None:
        """Return the live questions of a posting; ``None`` where they were not asked for."""
        return self.listing.questions.get(posting_id) if self.listing else None

    def belongs(self, desired: Desired) -> bool:
        """Return whether a manifest is for this workspace."""
        return desired.ops.workspaces is None or self.workspace in desired.ops.workspaces
