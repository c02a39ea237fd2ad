"""What a review is made of: a plan, both designs of every posting that it touches, findings, and what is checked less.

Values alone: a use case gathers them, and ``review`` turns them into a document without looking anywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Place, Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change, Plan

Form = Mapping[str, Any]
"""A canonical form, as ``Desired.form`` has it."""


@dataclass(frozen=True, slots=True)
class Designs:
    """One posting as it was applied, and as the plan makes it; a value that isn't there or isn't known is ``None``.

    Attributes:
        before: of the revision that was applied last; ``None`` where there is none, or its content isn't known.
        after: of what is sent, of what an ``unchanged`` or a ``hold`` would come to; ``None`` where the posting ends.
        before_keys, after_keys: JSON pointer of each keyed question, with its key.
    """

    address: str
    before: Form | None = None
    after: Form | None = None
    before_keys: Mapping[str, str] = field(default_factory=dict)
    after_keys: Mapping[str, str] = field(default_factory=dict)


class DismissedAs(StrEnum):
    """How a finding came not to count, as a reader needs to know it."""

    SUPPRESSED = "suppressed"
    """By a comment, or an entry of heymilo-exceptions.yaml: somebody gave a reason."""
    IGNORED = "ignored"
    """By ``lint`` in heymilo.yaml: its rule is left out."""
    BASELINED = "baselined"
    """By the baseline: it was there before."""


_DISMISSED_AS = {
    DismissedBy.BASELINE: DismissedAs.BASELINED,
    DismissedBy.COMMENT: DismissedAs.SUPPRESSED,
    DismissedBy.CONFIG: DismissedAs.IGNORED,
    DismissedBy.EXCEPTION: DismissedAs.SUPPRESSED,
}


@dataclass(frozen=True, slots=True)
class ReviewFinding:
    """A finding that a reader of the plan has to see.

    Attributes:
        addresses: the postings that have it: several where it stands in a shared file, none where in no posting.
        dismissed: why it doesn't count; ``None`` where it does.
        in_plan: whether it is of a posting that the plan changes. Else its posting had to be left out, or it forbids
            the plan as a whole.
        must_fix: whether it keeps the plan, or the change of its posting, from being applied.
        quoted: the words that it is about, as the manifest has them.
        why: what its rule is about, a sentence or two.
    """

    finding: Finding
    addresses: tuple[str, ...] = ()
    dismissed: Dismissed | None = None
    in_plan: bool = True
    must_fix: bool = False
    quoted: str = ""
    why: str = ""

    @property
    def dismissed_as(self) -> DismissedAs | None:
        """How it came not to count, ``None`` where it does."""
        return _DISMISSED_AS[self.dismissed.by] if self.dismissed is not None else None

    @property
    def is_error(self) -> bool:
        """Whether it counts, and is an error."""
        return self.dismissed is None and self.finding.severity is Severity.ERROR

    @property
    def is_fairness(self) -> bool:
        """Whether it is about fairness, or a notice to candidates."""
        return self.finding.code.startswith("FR")


class LoosenedKind(StrEnum):
    """What is checked less, the gravest first."""

    PROTECTION = "protection"
    GUARD = "guard"
    JURISDICTION = "jurisdiction"
    SUPPRESSION = "suppression"
    EXCEPTION = "exception"
    LINT = "lint"
    SEVERITY = "severity"
    NOTICE = "notice"
    REVIEWER = "reviewer"
    WORKFLOW = "workflow"
    DRIFT = "drift"
    CHANGE_RULE = "change_rule"
    VISIBILITY = "visibility"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class LoosenedSetting:
    """A setting by which less is checked, refused or shown than on the default branch.

    Attributes:
        name: the setting as its file has it: ``lint.ignore``, ``ops.protect``, a path.
        before, after: JSON values; ``None`` where it wasn't, or isn't there.
        place: where it stands now; the file alone where it was taken out.
        address: the posting that it is about, ``""`` where it is about all of them.
    """

    kind: LoosenedKind
    name: str
    before: Any
    after: Any
    place: Place
    address: str = ""


class Uncompared(StrEnum):
    """Why settings could not be compared with the default branch, or only with the commits right before."""

    NO_COMMIT = "no_commit"
    """This is no git repository, or it has no commit."""
    NO_BRANCH = "no_branch"
    """git knows no default branch here."""
    NO_FORK = "no_fork"
    """This clone lacks the commit at which the branches parted."""
    UNREADABLE = "unreadable"
    """A file of that commit can't be read."""


@dataclass(frozen=True, slots=True)
class UncomparedFile:
    """What could not be compared: a file, or with an empty path all of them."""

    why: Uncompared
    path: str = ""


class Role(StrEnum):
    """Who looks at a change, and decides on it."""

    LEGAL = "legal"
    HIRING_MANAGER = "hiring_manager"
    RECRUITER = "recruiter"
    ENGINEERS = "engineers"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What heymilo.yaml says of one role; what it leaves out (``None``) is as by default.

    Attributes:
        team: as the forge names it: ``@acme/legal``.
        classes, actions: what they read.
    """

    team: str = ""
    classes: frozenset[ChangeClass] | None = None
    actions: frozenset[Action] | None = None


@dataclass(frozen=True)
class ReviewSettings:
    """What heymilo.yaml says of reviews; see ``ReviewInput``."""

    reviewers: Mapping[Role, Reviewer] = field(default_factory=dict)
    public: bool = False
    human_review: str = ""


NO_SETTINGS = ReviewSettings()


@dataclass(frozen=True)
class ReviewInput:
    """Everything that a review says follows from this.

    Attributes:
        designs: by address, of every posting that is not ``unchanged``.
        findings: in order, those that must be fixed first.
        loosened: what is checked less than on the default branch, the gravest first.
        uncompared: what of it could not be compared.
        reviewers: by role, what heymilo.yaml says of it.
        public: whether the repository is public, so that candidates can read the review.
        human_review: in the team's own words, who looks at what was rejected automatically; ``""`` where they say
            nothing.
        base: the commit of the default branch that is compared with, a full hash; ``None`` where there is none.
        commit: of HEAD, a full hash; ``None`` outside git.
        committed_at: when that was committed, Unix seconds.
    """

    plan: Plan
    designs: Mapping[str, Designs] = field(default_factory=dict)
    findings: tuple[ReviewFinding, ...] = ()
    loosened: tuple[LoosenedSetting, ...] = ()
    uncompared: tuple[UncomparedFile, ...] = ()
    reviewers: Mapping[Role, Reviewer] = field(default_factory=dict)
    public: bool = False
    human_review: str = ""
    base: str | None = None
    commit: str | None = None
    committed_at: float | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the plan, without what is unchanged."""
        return tuple(change for change in self.plan.changes if change.action is not Action.UNCHANGED)

    def designs_of(self, change: Change) -> Designs:
        """Return both designs of a change; of a plan that was read from a file, neither."""
        return self.designs.get(change.address) or Designs(change.address, after=_sent(change))

    def findings_of(self, address: str) -> tuple[ReviewFinding, ...]:
        """Return the findings that a posting has."""
        return tuple(item for item in self.findings if address in item.addresses)

    @property
    def must_fix(self) -> tuple[ReviewFinding, ...]:
        """What keeps the plan, or a part of it, from being applied."""
        return tuple(item for item in self.findings if item.must_fix)


def _sent(change: Change) -> Form | None:
    return change.desired.form if change.desired is not None else None


def bare_input(plan: Plan) -> ReviewInput:
    """Return the input of a review of a plan alone: what else it depends on isn't known."""
    findings = tuple(
        ReviewFinding(finding, (finding.address,) if finding.address else (), must_fix=is_error(finding))
        for finding in plan.findings
    )
    return ReviewInput(plan, findings=findings)


def is_error(finding: Finding) -> bool:
    """Return whether a finding is an error."""
    return finding.severity is Severity.ERROR
