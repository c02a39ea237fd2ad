"""The state: what was applied, as the tool remembers it. Pure data; ``statefile/`` reads and writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from heymilo_ops.model.facts import NAME_PATTERN
from heymilo_ops.model.live import POSTING_ID, Live
from heymilo_ops.model.posting import NO_OPS, Ops

FORMAT_VERSION = 2
"""The newest state format that this release reads, beside all before it; it writes no other."""

CONTENT_UNKNOWN = "rebuilt from marks (content unknown)"
"""Who applied a revision of which only the marks are known."""

Action = Literal["create", "replace", "update", "archive", "adopt", "rollback"]
PostingId = Annotated[str, Field(pattern=POSTING_ID)]
Address = Annotated[str, Field(pattern=NAME_PATTERN, max_length=100)]
"""The name of a posting, as its manifest gives it."""

Digest = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without an offset")
    try:
        moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("a time that no calendar has in UTC") from None
    return text


Moment = Annotated[str, AfterValidator(_moment)]
"""ISO 8601 with an offset."""


class Record(BaseModel):
    """The base of what the state holds: frozen, strict about keys, and without infinities, which no JSON can hold."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", allow_inf_nan=False)


class ReviewEvidence(Record):
    """What was reviewed of one change, and by whom, as GitHub had it when it was applied.

    Attributes:
        digest: of the plan document that reviewers saw; ``None`` where nobody saw this change.
        pull_requests: the numbers of those that showed it as it was applied.
        approvers: who approved the last commit of these.
        deployment_approvers: who approved that it was applied.
        accepted: somebody said that it shall be applied although it wasn't reviewed as it is.
        findings, exceptions: what the reviewed plan says of the posting, as it was shown: what was found, and what was
            found and doesn't count.
    """

    digest: Digest | None = None
    pull_requests: tuple[Annotated[int, Field(ge=1)], ...] = ()
    approvers: tuple[str, ...] = ()
    deployment_approvers: tuple[str, ...] = ()
    accepted: bool = False
    findings: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


class Revision(Record):
    """One applied design of a posting.

    Attributes:
        number: from 1, never reused.
        design_digest: digest of the canonical form without settings.
        canon: version of the canonical form that the digests were taken of.
        posting_id: the HeyMilo posting that holds it; an update keeps its predecessor's.
        applied_at, archived_at: ISO 8601 in UTC.
        applied_by: a person or a CI job, as git or the environment names it.
        commit: the git commit of the manifest, ``None`` outside git or where it had uncommitted changes.
        reproducible: ``False`` where HeyMilo wrote the questions or a template was cloned.
        portable: digest of the canonical form before variables were filled in; ``None`` where it had none, and in
            what was recorded before there were any.
        baseline: digest of what HeyMilo showed after this revision was applied; ``None`` where that was not read.
        root_digest: digest of that without its questions, for a quick look; ``None`` where only the whole of it tells.
        allowed: options of the command line by which somebody let this revision pass a limit.
        release: the release of heymilo-ops whose rules the whole of it has been through. An update and an edit keep
            that of the revision before; ``None`` in what was recorded before there was such a record, or rebuilt.
        review, archive_review: what was reviewed before it was applied, and before it was archived; ``None`` where the
            command that did it was given no evidence.
    """

    number: Annotated[int, Field(ge=1)]
    digest: Digest
    design_digest: Digest
    canon: int
    posting_id: PostingId
    applied_at: Moment
    applied_by: str
    commit: str | None = None
    source: str
    action: Action
    archived_at: Moment | None = None
    reproducible: bool = True
    portable: Digest | None = None
    baseline: Digest | None = None
    root_digest: Digest | None = None
    allowed: tuple[str, ...] = ()
    release: str | None = None
    review: ReviewEvidence | None = None
    archive_review: ReviewEvidence | None = None

    @property
    def is_content_unknown(self) -> bool:
        """Whether only the marks of it were known when the state was rebuilt."""
        return self.applied_by == CONTENT_UNKNOWN

    @property
    def portable_digest(self) -> str:
        """What is the same in every workspace that runs this revision's design and settings, whatever its ids."""
        return self.portable or self.digest


class Held(Record):
    """A design that is not applied again until another is, or until ``unhold``. ``digest`` is a design digest."""

    digest: Digest
    since: Moment
    by: str


class EditScope(Record):
    """What an edit in place changes, and what it may write to. Pointers lead into the canonical form it brings about.

    Attributes:
        before: digest of what was applied.
        listed: ids of all questions that the posting had before the first write of the edit. One that is not among
            them was made since: by this edit, or by somebody else.
        pairs: JSON pointer of each question that was there, with its id.
        gone: ids of the questions that are taken out: each was asked by what was applied, or made by this edit.
        touched: JSON pointers of the values that are changed, those of removed ones included.
        orders: modalities in which questions come, go or move.
    """

    before: Digest
    listed: tuple[str, ...] = ()
    pairs: Mapping[str, str] = {}
    gone: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()


class HalfEdit(Record):
    """An edit in place that was begun and didn't end: the posting is between two revisions.

    Attributes:
        op_id, number, digest: of the edit, its revision, and what it was to bring about.
        at: ISO 8601 in UTC, when it was decided.
    """

    op_id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    number: int
    digest: Digest
    at: Moment
    edit: EditScope


class PostingState(Record):
    """What is known of one address.

    Attributes:
        posting_id: the current posting's id; the last one's where archived.
        digest: of the current revision.
        updated_at: HeyMilo's ``updated_at`` after our last write, Unix seconds.
        ops: as last applied.
        formerly: the addresses that it had before, the oldest first. Its postings may still carry them in their marks.
        live_name: what HeyMilo calls a posting that was adopted, ``""`` where it has no name there; ``None`` of one
            that was created from a manifest, which has this address there.
        committed: of an adopted posting: the git commit in which an apply has found its manifest.
        draining_since: when an apply first recorded that its role is draining, ISO 8601 in UTC.
        half_edit: an edit in place that was begun and didn't end; ``None`` where the posting is as it was applied.
    """

    posting_id: PostingId
    revision: int
    digest: Digest
    status: Literal["active", "archived"]
    candidate_url: str | None = None
    review_url: str | None = None
    updated_at: float | None = None
    ops: Ops = NO_OPS
    held: Held | None = None
    formerly: tuple[Address, ...] = ()
    live_name: str | None = None
    committed: str | None = None
    draining_since: Moment | None = None
    half_edit: HalfEdit | None = None
    revisions: Annotated[tuple[Revision, ...], Field(min_length=1)]

    @property
    def current(self) -> Revision:
        """The newest revision."""
        return self.revisions[-1]

    def numbered(self, number: int) -> Revision | None:
        """Return the revision of that number, ``None`` where it isn't on record."""
        return next((revision for revision in self.revisions if revision.number == number), None)


class HighWater(Record):
    """How far HeyMilo's list of postings went before a create: what is newer was made since.

    Attributes:
        created_at: Unix seconds of the newest posting by HeyMilo's clock; ``None`` where it listed none.
        ids: of the postings that have it.
    """

    created_at: float | None = None
    ids: tuple[str, ...] = ()


class Intent(Record):
    """One write that was decided, durable before its first byte is sent.

    Attributes:
        kind: ``create`` posts a new posting, ``update`` patches ``target``, ``edit`` brings it and its
            questions from one design to another, ``archive`` archives it, ``adopt`` writes the marks into it, so that
            it is ours from then on, ``activate`` activates it.
        status: ``planned``: not sent yet; ``sending``: may have been sent, outcome unknown until recorded.
        op_id: 32 hex digits, made once; ``attempt`` counts from 1.
        revision: what the state will hold when it succeeds; ``None`` for ``archive`` and ``activate``.
        target: the posting id that is patched, archived, adopted or activated; ``None`` for ``create``.
        at: ISO 8601 in UTC, when it was decided; ``sent_at`` when the send began.
        seen: of a create: HeyMilo's list as it was before.
        live_name: of an adoption: as ``PostingState`` has it.
        allowed, release, review: as ``Revision`` has it.
        edit: of an edit in place: what it changes.
    """

    kind: Literal["create", "update", "edit", "archive", "adopt", "activate"]
    status: Literal["planned", "sending"] = "planned"
    op_id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    attempt: Annotated[int, Field(ge=1)] = 1
    address: Address
    number: int | None = None
    digest: Digest | None = None
    design_digest: Digest | None = None
    portable: Digest | None = None
    canon: int | None = None
    action: Action
    target: PostingId | None = None
    source: str = ""
    commit: str | None = None
    reproducible: bool = True
    ops: Ops = NO_OPS
    held: Held | None = None
    by: str = ""
    at: Moment
    sent_at: Moment | None = None
    seen: HighWater | None = None
    live_name: str | None = None
    allowed: tuple[str, ...] = ()
    release: str | None = None
    review: ReviewEvidence | None = None
    edit: EditScope | None = None


class Watched(Record):
    """An attempt to create that two listings didn't show, and that counts as not made. Should it show, it is reported.

    Attributes:
        closed: somebody said that it is not to be sent again; what is asked for then is a new operation.
        at: ISO 8601 in UTC, when it was given up.
    """

    op_id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    attempt: Annotated[int, Field(ge=1)]
    address: str
    number: int | None = None
    digest: Digest | None = None
    closed: bool = False
    at: Moment


class Position(Record):
    """How far the journal was folded into the state: every document up to this one."""

    epoch: Annotated[int, Field(ge=0)] = 0
    seq: Annotated[int, Field(ge=0)] = 0


class WorkspaceIdentity(Record):
    """The workspace that the state belongs to. ``remote_id`` is HeyMilo's id of it, learnt at the first apply."""

    name: str
    base_url: str
    remote_id: str | None = None
    remote_name: str | None = None


class LastApply(Record):
    """The last plan that an apply began, and whether it ran to its end.

    Attributes:
        ending: while it is open, what it was to end, by address: first the digest of what takes a posting's place,
            where something does; then the ids of the postings that it was to archive.
    """

    plan_digest: str
    status: Literal["open", "done"]
    ending: Mapping[Address, tuple[str, ...]] = {}


class State(Record):
    """Everything the tool remembers of one workspace.

    Attributes:
        lineage: 32 hex digits, made with the state and never changed.
        serial: grows with every write, of the state or of its journal.
        write_id: new with every write, so that equal bytes never come back.
        journal: how much of the journal is in here.
        watched: attempts that count as not made.
        safety: what heymilo.yaml said of safety at the last apply, by name; ``None`` in what was written before that
            was recorded, and until an apply is through.
    """

    format_version: int = FORMAT_VERSION
    tool_version: str
    lineage: str
    serial: Annotated[int, Field(ge=0)] = 0
    write_id: str = ""
    project: str
    workspace: WorkspaceIdentity
    last_apply: LastApply | None = None
    postings: Mapping[Address, PostingState] = {}
    pending: tuple[Intent, ...] = ()
    journal: Position = Position.model_construct()
    watched: tuple[Watched, ...] = ()
    safety: Mapping[str, Any] | None = None

    @property
    def version(self) -> tuple[str, int]:
        """Lineage and serial: what differs between any two states that differ."""
        return self.lineage, self.serial

    @property
    def posting_ids(self) -> frozenset[str]:
        """The ids of all postings on record, of every revision."""
        return frozenset(revision.posting_id for entry in self.postings.values() for revision in entry.revisions)

    def unknown(self) -> tuple[Intent, ...]:
        """Return the intents whose outcome is not known: they may have reached HeyMilo."""
        return tuple(intent for intent in self.pending if intent.status == "sending")


def high_water(listed: Iterable[Live]) -> HighWater:
    """Return the newest ``created_at`` by HeyMilo's own clock, and the ids of those that have it."""
    dated = [(live.created_at, live.posting_id) for live in listed if live.created_at is not None]
    newest = max((moment for moment, _ in dated), default=None)
    newest_ids = tuple(sorted(posting_id for moment, posting_id in dated if moment == newest))
    return HighWater(created_at=newest, ids=newest_ids)


def is_newer(live: Live, mark: HighWater | None) -> bool:
    """Return whether a posting may have been made since. Where nothing is known of one of them, it may."""
    if mark is None or mark.created_at is None or live.created_at is None:
        return True
    return live.created_at > mark.created_at or (live.created_at == mark.created_at and live.posting_id not in mark.ids)


def first_made(postings: Iterable[Live]) -> Live | None:
    """Return the one that was made before all the others, for certain.

    ``None`` where HeyMilo doesn't say when one of several was made, or gives the two first the same moment.
    """
    live_postings = list(postings)
    dated = sorted((live.created_at, live.posting_id) for live in live_postings if live.created_at is not None)
    if len(live_postings) < 2:
        return live_postings[0] if live_postings else None
    if len(dated) < len(live_postings) or dated[0][0] == dated[1][0]:
        return None
    return next(live for live in live_postings if live.posting_id == dated[0][1])
