"""From manifests, state and HeyMilo to a plan: the stages that plan, apply, rollback and promote share."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from heymilo_ops import gitinfo
from heymilo_ops.config import FILE_NAME, safety_settings, state_location
from heymilo_ops.errors import Exit, OpsError
from heymilo_ops.finding import Finding, Severity, is_fixed
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.links import ChangedLink
from heymilo_ops.model.live import Listing, Live
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import HighWater, PostingState, State, high_water
from heymilo_ops.plan.build import build
from heymilo_ops.plan.change import Action, CreatePosting, Plan
from heymilo_ops.plan.drain import draining
from heymilo_ops.plan.inputs import Earlier, PlanInput, Snapshot
from heymilo_ops.plan.lint_errors import is_barred
from heymilo_ops.plan.ownership import classify, unmanaged
from heymilo_ops.usecases.adoption import adopted_ids, unseen_addresses, unsent_adoptions, with_adopted
from heymilo_ops.usecases.check import CheckResult, check_repo, state_basis
from heymilo_ops.usecases.lint_settings import NO_SETTINGS, LintSettings
from heymilo_ops.usecases.people import count_people, with_people
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.read_pace import PacedReads, titles_of
from heymilo_ops.usecases.state_lookup import WorkspaceState, guard_workspace, read_state
from heymilo_ops.usecases.workspace import Workspace
from heymilo_ops.version import __version__

if TYPE_CHECKING:
    from heymilo_ops.remote.postings import Postings, WorkspaceRef
    from heymilo_ops.statefile.format import StoredSnapshot
    from heymilo_ops.statefile.store import StateStore


@dataclass(frozen=True)
class PlanOptions:
    """What a plan is asked for. ``refresh``: none, list or full."""

    refresh: str = "list"
    targets: frozenset[str] = frozenset()
    recreate: frozenset[str] = frozenset()
    reverts: frozenset[str] = frozenset()
    allow_large_change: bool = False
    unmarked_allowed: frozenset[str] = frozenset()
    namesakes_allowed: frozenset[str] = frozenset()
    impact_allowed: frozenset[str] = frozenset()
    disconnect_allowed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PlanResult:
    """A plan, and what it was made of.

    Attributes:
        seen: how far HeyMilo's list went when the plan was made.
        unmarked_allowed: names whose postings may be written to although they carry no marks.
        not_compared: what of a plan file could not be compared with this plan, a sentence each.
        remark: what could not be kept beside the state, a sentence; ``""`` where nothing is wrong.
        urls: by posting id, the links of the postings that the plan ends.
        links: once it was carried out: the links that changed.
        snapshots: what was sent, by digest; read when it is asked for.
    """

    plan: Plan
    checked: CheckResult
    state: State | None
    ref: WorkspaceRef | None = None
    seen: HighWater | None = None
    unmarked_allowed: frozenset[str] = frozenset()
    not_compared: tuple[str, ...] = ()
    remark: str = ""
    urls: Mapping[str, str] = field(default_factory=dict)
    links: tuple[ChangedLink, ...] = ()
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)

    @property
    def repo(self) -> Repo:
        """The manifests that were checked."""
        return self.checked.repo

    @property
    def errors(self) -> list[Finding]:
        """The findings of the files and of the plan that forbid applying it.

        Errors of lint rules only hold the changes that they bar; they are among these where nothing else is to be done.
        """
        of_files = [*filter(is_fixed, self.checked.findings), *self.refused]
        held = () if self.plan.has_changes else self.lint_errors(self.barred)
        return [*of_files, *held, *(finding for finding in self.plan.findings if finding.severity is Severity.ERROR)]

    @property
    def refused(self) -> list[Finding]:
        """The errors on what a create refuses, of postings taken over from HeyMilo that this plan creates anew."""
        created = {
            change.address
            for change in self.plan.changes
            if any(isinstance(operation, CreatePosting) for operation in change.operations)
        }
        return [finding for finding in self.checked.refused if finding.address in created]

    @property
    def barred(self) -> frozenset[str]:
        """The postings that errors of lint rules hold."""
        return frozenset(change.address for change in self.plan.changes if is_barred(change))

    @property
    def changing(self) -> frozenset[str]:
        """The postings that something is done to, or would be."""
        changes = self.plan.changes
        return frozenset(change.address for change in changes if change.action is not Action.UNCHANGED)

    def lint_errors(self, addresses: Collection[str]) -> list[Finding]:
        """Return the errors of lint rules on some postings, as they are shown."""
        errors = (finding for finding in self.checked.errors if not is_fixed(finding))
        return [finding for finding in errors if not self.checked.addresses(finding).isdisjoint(addresses)]

    @property
    def adopted(self) -> frozenset[str]:
        """The postings that the plan takes over."""
        return frozenset(change.address for change in self.plan.changes if change.action is Action.ADOPT)

    @cached_property
    def accepted(self) -> frozenset[Finding]:
        """The findings of the files that forbid nothing: of postings that are taken over, or were and stay as they are.

        A rule speaks of what would be sent; of these nothing is.
        """
        spared = unsent_adoptions(self.plan, self.state, self.repo.desired)
        return frozenset(finding for finding in self.checked.findings if self.checked.is_only_of(finding, spared))


class StoredSnapshots(Mapping[str, "StoredSnapshot"]):
    """The snapshots of a state, each read from the store when it is asked for."""

    def __init__(self, store: StateStore, state: State | None) -> None:
        self._store = store
        postings = state.postings.values() if state is not None else ()
        revisions = [revision for posting in postings for revision in posting.revisions]
        self._digests = {digest for revision in revisions for digest in (revision.digest, revision.portable_digest)}
        self._digests |= {intent.digest for intent in state.unknown() if intent.digest} if state is not None else set()

    def __getitem__(self, digest: str) -> StoredSnapshot:
        snapshot = self._store.snapshot(digest) if digest in self._digests else None
        if snapshot is None:
            raise KeyError(digest)
        return snapshot

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)


@dataclass(frozen=True)
class PlanSources:
    """Everything that a plan is made of.

    Attributes:
        reads: how HeyMilo is asked for the people of the postings that a plan touches; ``None`` where it isn't.
        counts: whether the plan needs them. One that is only compared with another doesn't.
        settings: what the repo says of findings.
    """

    input: PlanInput
    repo: Repo
    ref: WorkspaceRef | None
    store: StateStore
    reads: PacedReads | None = None
    counts: bool = True
    settings: LintSettings = NO_SETTINGS

    def check(self, repo: Repo | None = None) -> CheckResult:
        """Run the rules over the manifests, or those of another ``repo``."""
        basis = state_basis(self.settings, self.input.state, self.store)
        return check_repo(repo or self.repo, replace(basis, is_whole=repo is None))

    @cached_property
    def checked(self) -> CheckResult:
        """The manifests, checked once."""
        return self.check()

    @property
    def whole_input(self) -> PlanInput:
        """What the plan is made of, with what the rules find in the manifests."""
        return with_lint(self.input, self.checked)

    def result(self, plan: Plan, checked: CheckResult) -> PlanResult:
        """Put a plan together with what it was made of, and with whom it concerns."""
        listing, remark = self.input.listing, ""
        seen = high_water(listing.postings.values()) if listing is not None else None
        if self.counts:
            plan, remark = with_people(self.input, plan, self.reads, self.store)
        allowed = self.input.unmarked_allowed
        known_snapshots = self.input.snapshots
        result = PlanResult(
            plan, checked, self.input.state, self.ref, seen, allowed, remark=remark, snapshots=known_snapshots
        )
        ended = {posting_id for change in plan.changes for posting_id in change.archives}
        known = {
            posting_id: self.input.listed[posting_id].candidate_url for posting_id in ended & self.input.listed.keys()
        }
        return replace(result, urls={posting_id: url for posting_id, url in known.items() if url})


def with_lint(inputs: PlanInput, checked: CheckResult) -> PlanInput:
    """Return what a plan is made of with what the rules found."""
    return replace(inputs, lint_errors=checked.lint_errors, dismissed=checked.dismissed)


def gather(
    known: WorkspaceState,
    options: PlanOptions,
    api: Postings | None,
    *,
    is_locked: bool = False,
    repo: Repo | None = None,
) -> PlanSources:
    """Read the manifests and HeyMilo. ``api`` is ``None`` where HeyMilo isn't asked.

    The state is read again after the list: what another apply makes meanwhile is in the state before HeyMilo lists it.
    ``is_locked``: nobody else can write it. ``repo``: the manifests, where they are not as the files have them.
    """
    workspace, store = known.workspace, known.store
    repo = known.repo if repo is None else repo
    ref = api.workspace() if api is not None else None
    guard_workspace(known.state, workspace, ref)
    listed, endless = api.as_listed() if api is not None else ([], "")
    state = known.state if is_locked or api is None else known.read_again().state
    desired = repo.desired
    from heymilo_ops.statefile.baseline import StoredBaselines  # with the store, which some commands don't need

    listing, reads = None, workspace.paced(api) if api is not None else None
    if reads is not None:
        listing = read_listing(reads, listed, state, options, desired, endless)
        listing = with_adopted(listing, reads, adopted_ids(desired, state, options.targets))
    plan_input = PlanInput(
        desired=desired,
        state=state,
        snapshots=StoredSnapshots(store, state),
        baselines=StoredBaselines(store, state),
        listing=listing,
        now=datetime.now(UTC),
        workspace=workspace.name,
        workspace_id=ref.id if ref is not None else (state.workspace.remote_id if state is not None else None),
        project=workspace.project,
        unread=repo.unread,
        aside=repo.aside_of(state),
        notices=repo.elsewhere,
        broken=repo.broken,
        **{name: value for name, value in vars(options).items() if name != "refresh"},
        tool_version=__version__,
        safety=workspace.safety,
        place=workspace.state_location,
        siblings=workspace.siblings,
        on_change=workspace.on_change,
        earlier=read_earlier_config(workspace, state),
        shows_people=workspace.shows_people,
        limits=workspace.limits,
        unseen=unseen_addresses(workspace.root, state, {posting.address for posting in desired} | repo.broken),
    )
    return PlanSources(plan_input, repo, ref, store, reads, counts=not is_locked, settings=workspace.lint_settings())


def make_plan(
    known: WorkspaceState, options: PlanOptions, api: Postings | None, *, is_locked: bool = False
) -> PlanResult:
    """Gather, plan and check."""
    sources = gather(known, options, api, is_locked=is_locked)
    return sources.result(build(sources.whole_input), sources.checked)


def plan_workspace(workspace: Workspace, options: PlanOptions) -> PlanResult:
    """Plan for one workspace. HeyMilo is only read, and not at all where ``options.refresh`` is none."""
    with workspace.api() if options.refresh != "none" else nullcontext() as api:
        return make_plan(read_state(workspace), options, api)


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
        if self.result is None or self.result.errors:
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


def complete_listing(
    reads: PacedReads,
    listed: Iterable[Live],
    state: State | None,
    refresh: str,
    desired: Iterable[Desired],
    endless: str = "",
) -> Listing:
    """Complete what HeyMilo lists: get the postings of the state that it lacks, and the stats of drained ones."""
    postings = {live.posting_id: live for live in listed}
    applied = state.postings if state is not None else {}
    revisions = [revision for posting in applied.values() for revision in posting.revisions]
    open_ids = {revision.posting_id for revision in revisions if revision.archived_at is None}
    current = {posting.posting_id for posting in applied.values() if posting.status == "active" and refresh == "full"}
    missing: set[str] = set()
    questions: dict[str, list[dict[str, Any]]] = {}

    def read(posting_id: str) -> None:
        live = reads.api.get(posting_id)
        if live is None:
            missing.add(posting_id)
            postings.pop(posting_id, None)
            return
        postings[posting_id] = live
        if posting_id in current:
            questions[posting_id] = reads.api.questions(posting_id)

    asked = sorted(open_ids if refresh == "full" else open_ids - postings.keys())
    reads.read_all(titles_of(postings, asked), read, 2 if refresh == "full" else 1)
    ops = {posting.address: posting.ops for posting in desired}
    drained = {posting_id for name, posting in applied.items() for posting_id in draining(posting, ops.get(name))}
    people, uncounted = count_people(reads, titles_of(postings, sorted(drained & postings.keys())))
    finished = {posting_id for posting_id, counts in people.items() if not counts.not_completed}
    return Listing(postings, frozenset(missing), endless, frozenset(finished), questions, people, uncounted)


def read_listing(
    reads: PacedReads,
    listed: Iterable[Live],
    state: State | None,
    options: PlanOptions,
    desired: list[Desired],
    endless: str,
) -> Listing:
    """Complete what HeyMilo lists, with the questions that are compared."""
    listing = complete_listing(reads, listed, state, options.refresh, desired, endless)
    if state is None or options.refresh == "full":
        return listing
    asked = _to_be_asked(state.postings, listing.postings, options, {posting.address: posting for posting in desired})
    questions = reads.read_all(titles_of(listing.postings, sorted(asked)), reads.api.questions)
    return replace(listing, questions=questions)


def _to_be_asked(
    applied: Mapping[str, PostingState],
    postings: Mapping[str, Live],
    options: PlanOptions,
    desired: Mapping[str, Desired],
) -> set[str]:
    """Return the ids of the postings with a baseline that the plan would write to, or that HeyMilo dates otherwise
    than after the last write.
    """
    active = {name: entry for name, entry in applied.items() if entry.status == "active"}
    manifests = {item.ops.moved_from or name: item for name, item in desired.items()} | dict(desired)
    asked = set()
    for name, entry in active.items():
        live, manifest = postings.get(entry.posting_id), manifests.get(name)
        if entry.current.baseline is None or live is None or live.archived:
            continue
        is_selected = not options.targets or not options.targets.isdisjoint(
            {name, manifest.address if manifest else ""}
        )
        is_moved = live.updated_at is None or live.updated_at != entry.updated_at
        is_other = manifest is not None and manifest.under(entry.digest) is None
        if is_selected and (is_moved or is_other or name in options.reverts):
            asked.add(entry.posting_id)
    return asked


def read_unmanaged(workspace: Workspace, api: Postings) -> tuple[int, list[Live]]:
    """Count HeyMilo's open postings, and list those that aren't archived and that nobody manages.

    Raises ``AttentionError`` where the key opens another workspace.

    The state is read again after the list: what is made meanwhile is in the state before HeyMilo lists it.
    """
    store = workspace.store()
    guard_workspace(store.read(), workspace, api.workspace())
    listed = api.list_all()
    others = unmanaged(classify(store.read(), listed, workspace.project, workspace.name))
    return sum(live.is_open for live in listed), others


def read_earlier_config(workspace: Workspace, state: State | None) -> Earlier | None:
    """Read the file as the commits of the default branch have it: of several the first that differs.

    ``None`` where git has none, and for a sandbox. ``state`` is that of today; the state of then is read only where it
    is in another place.
    """
    if workspace.config.sandbox:
        return None
    commits = gitinfo.bases(workspace.root, os.environ)
    versions = [earlier for commit in commits for earlier in _at(workspace, commit, state)]
    for earlier in versions:
        if earlier.place or any(earlier.safety.get(name, value) != value for name, value in workspace.safety.items()):
            return earlier
    return versions[0] if versions else None


def _at(workspace: Workspace, commit: str, state: State | None) -> Iterator[Earlier]:
    """Read the file of a commit, where it can be read: one that today's schema refuses may be among them.

    With the place of then that isn't used any more, and what is live there: of this workspace, or of one that is gone.
    """
    text = gitinfo.show(workspace.root, commit, FILE_NAME)
    data = read_text(text, FILE_NAME).data if text is not None else None
    if data is None:
        return
    earlier = Earlier(commit, safety_settings(data, workspace.name))
    workspaces = data.get("workspaces")
    for name, config in workspaces.items() if isinstance(workspaces, Mapping) else ():
        if not isinstance(config, Mapping) or config.get("sandbox") is True:
            continue
        location = config.get("state")
        place = state_location(location if isinstance(location, str) else None, name)
        is_gone = name not in workspace.siblings and (state is None or not state.postings)
        if place == workspace.state_location or not (name == workspace.name or is_gone):
            continue
        left, trouble = _left(workspace, name, place, state)
        if left or trouble or name == workspace.name:
            earlier = replace(earlier, place=place, left=left, trouble=trouble)
            break
    yield earlier


def _left(workspace: Workspace, name: str, place: str, state: State | None) -> tuple[tuple[str, ...], str]:
    """What is live, or may be, in the state of another place and isn't continued by today's; why it can't be read."""
    from heymilo_ops.statefile.store import StateStore, backend_for

    try:
        then = StateStore(backend_for(place, workspace.root, name, outside=workspace.outside_state), place).read()
    except OpsError as error:
        return (), error.message
    if then is None or (state is not None and state.lineage == then.lineage):
        return (), ""
    live = {name for name, posting in then.postings.items() if posting.status == "active"}
    return tuple(sorted(live | {intent.address for intent in then.unknown()})), ""
