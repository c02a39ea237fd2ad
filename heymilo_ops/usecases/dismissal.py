"""Which findings count: what a repo's comments, exceptions, baseline and heymilo.yaml say of each, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Severity, is_fixed
from heymilo_ops.lint.applied_text import AppliedText, field_of, question_of
from heymilo_ops.lint.baseline import BaselineEntry, entry_of
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.exceptions import PostingException
from heymilo_ops.manifest.repo import Repo
from heymilo_ops.manifest.sharing.library import SHARED
from heymilo_ops.manifest.suppress import Suppressions, parse_suppressions, report_acceptance
from heymilo_ops.model.desired import Desired
from heymilo_ops.usecases.lint_settings import LintSettings
from heymilo_ops.version import is_newer

Texts = Callable[[Desired], AppliedText | None]
"""What is applied of a posting; ``None`` where that isn't known."""


@dataclass(frozen=True)
class Counted:
    """The findings that count, and those that don't.

    Attributes:
        refused: errors on what an adopted posting has and a create would refuse; they count as warnings until a plan
            creates it.
    """

    findings: tuple[Finding, ...]
    dismissed: tuple[Dismissed, ...]
    refused: tuple[Finding, ...] = ()


class Dismissal:
    """Decides which findings of a repo count.

    Attributes:
        is_whole: whether all manifests were read: else what nothing needs may still be needed.
    """

    def __init__(self, repo: Repo, settings: LintSettings, texts: Texts, today: date, *, is_whole: bool) -> None:
        self.repo = repo
        self.settings = settings
        self.texts = texts
        self.today = today
        self.is_whole = is_whole
        self._applied: dict[str, AppliedText | None] = {}

    def count(self, raw: Iterable[Finding]) -> Counted:
        """Return all findings as far as they count, with those on the comments, the exceptions and the baseline."""
        policy = self.settings.policy
        weighed = [policy.weighed(finding) for finding in raw if policy.is_asked(finding)]
        refused = [finding for finding in weighed if self._is_refused_by_create_alone(finding)]
        spared = set(map(id, refused))
        settled = [
            _as_warning(finding, "it counts once this posting is created anew") if id(finding) in spared
            else self._met_release(finding)
            for finding in weighed
        ]  # fmt: skip
        left, dismissed = self._by_comments(settled)
        for step in (self._by_exceptions, self._by_baseline, self._by_config):
            left, more = step(left)
            dismissed += more
        return Counted(tuple(left), tuple(dismissed), tuple(refused))

    def desired_of(self, finding: Finding) -> Desired | None:
        """Return the posting that a finding is about, as far as it can be read."""
        return self.repo.readable(finding.address)

    def has_changed(self, finding: Finding) -> bool:
        """Return whether what a finding is about was changed since it was applied; not where that isn't known."""
        desired, applied = self.desired_of(finding), self._applied_to(finding)
        return desired is not None and applied is not None and not applied.has(desired, finding.pointer)

    def _applied_to(self, finding: Finding) -> AppliedText | None:
        desired = self.desired_of(finding)
        if desired is None:
            return None
        if desired.address not in self._applied:
            self._applied[desired.address] = self.texts(desired)
        return self._applied[desired.address]

    def _is_refused_by_create_alone(self, finding: Finding) -> bool:
        """Return whether a finding is on what only a create refuses, of a posting that exists with it."""
        if finding.severity is not Severity.ERROR or not finding.code.startswith("AP"):
            return False
        desired, applied = self.desired_of(finding), self._applied_to(finding)
        if applied is not None and applied.resolved is not None:
            return applied.is_adopted
        return desired is not None and desired.ops.adopt is not None

    def _met_release(self, finding: Finding) -> Finding:
        """Return an error of a newer rule as a warning, where the text was applied before there was that rule."""
        if finding.severity is not Severity.ERROR or not finding.since:
            return finding
        applied = self._applied_to(finding)
        if applied is None or (applied.release is not None and not is_newer(finding.since, applied.release)):
            return finding
        desired = self.desired_of(finding)
        if desired is None or not applied.has(desired, finding.pointer):
            return finding
        return _as_warning(finding, "the text was applied before there was this rule, and is judged once it changes")

    def _by_comments(self, raw: list[Finding]) -> tuple[list[Finding], list[Dismissed]]:
        by_path: dict[str | None, list[Finding]] = {}
        for finding in raw:
            by_path.setdefault(finding.place.path if finding.place is not None else None, []).append(finding)
        for named in (*self.repo.by_path, *self.repo.others):
            by_path.setdefault(named, [])
        left: list[Finding] = []
        dismissed: list[Dismissed] = []
        for path, findings in by_path.items():
            comments, is_whole = self._comments(path)
            counting, others = comments.sort_out(findings, self.today, self.has_changed)
            left += [*counting, *comments.report(findings, self.today, is_whole=is_whole)]
            dismissed += others
        return left, dismissed

    def _comments(self, path: str | None) -> tuple[Suppressions, bool]:
        """Return the comments of a file, and whether all is known that they may be about."""
        if path is None:
            return Suppressions(), False
        document = self.repo.by_path.get(path)
        if document is not None:
            # With an error in the way not every rule ran, so an idle comment may still be needed.
            return parse_suppressions(document.source.text, path), document.desired is not None
        source = self.repo.others.get(path)
        is_read = source is not None and source.data is not None
        # A posting that can't be read, or wasn't, may be the one that needs a comment in a file that several share.
        is_known = self.is_whole and path.startswith(f"{SHARED}/")
        is_whole = is_known and all(document.desired is not None for document in self.repo.documents)
        return (parse_suppressions(source.text, path) if source is not None and is_read else Suppressions()), is_whole

    def _by_exceptions(self, raw: list[Finding]) -> tuple[list[Finding], list[Dismissed]]:
        items = self.settings.exceptions
        if not items:
            return raw, []
        about: dict[int, list[Finding]] = {}
        left: list[Finding] = []
        dismissed: list[Dismissed] = []
        for finding in raw:
            fitting = [number for number, item in enumerate(items) if self._is_about(item, finding)]
            for number in fitting:
                about.setdefault(number, []).append(finding)
            acceptances = (items[number].acceptance for number in fitting)
            covering = (item for item in acceptances if item.covers(finding, self.today, self.has_changed))
            if acceptance := next(covering, None):
                dismissed.append(acceptance.dismiss(finding))
            else:
                left.append(finding)
        for number, item in enumerate(items):
            left += self._report(item, about.get(number, []))
        return left, dismissed

    def _is_about(self, item: PostingException, finding: Finding) -> bool:
        desired = self.desired_of(finding)
        if item.acceptance.code != finding.code or finding.address is None:
            return False
        question = question_of(desired, finding.pointer) if desired is not None else ""
        return item.is_about(finding.address, question, field_of(finding.pointer))

    def _report(self, item: PostingException, findings: list[Finding]) -> Iterator[Finding]:
        document = self.repo.by_address.get(item.posting)
        is_whole = self.is_whole if document is None else document.desired is not None
        yield from report_acceptance(item.acceptance, findings, self.today, is_whole=is_whole)

    def _by_baseline(self, raw: list[Finding]) -> tuple[list[Finding], list[Dismissed]]:
        baseline = self.settings.baseline
        if not baseline:
            return raw, []
        needed: set[BaselineEntry] = set()
        left: list[Finding] = []
        dismissed: list[Dismissed] = []
        for finding in raw:
            desired = self.desired_of(finding)
            entry = entry_of(finding, desired) if desired is not None and not is_fixed(finding) else None
            if entry is not None and entry in baseline:
                needed.add(entry)
                dismissed.append(Dismissed(finding, DismissedBy.BASELINE))
            else:
                left.append(finding)
        return [*left, *self._lapsed(baseline - needed)], dismissed

    def _lapsed(self, entries: frozenset[BaselineEntry]) -> Iterator[Finding]:
        broken = self.repo.broken
        number = sum(entry.posting not in broken for entry in entries) if self.is_whole else 0
        source = self.repo.others.get("heymilo.yaml")
        if number and source is not None:
            place = source.locator.place("/lint/baseline")
            findings = "1 finding of the baseline isn't" if number == 1 else f"{number} findings of the baseline aren't"
            help = f"leave {'it' if number == 1 else 'them'} out: {self.settings.rewrite}"
            yield file_finding("SY028", f"{findings} there any more", place, help=help, pointer="/lint/baseline")

    def _by_config(self, raw: list[Finding]) -> tuple[list[Finding], list[Dismissed]]:
        policy = self.settings.policy
        if policy.is_plain:
            return raw, []
        left: list[Finding] = []
        dismissed: list[Dismissed] = []
        for finding in raw:
            by = policy.dismissed(finding)
            if by is None:
                left.append(finding)
            else:
                dismissed.append(by)
        return left, dismissed


def _as_warning(finding: Finding, why: str) -> Finding:
    help = f"{finding.help}; {why}" if finding.help else why
    return replace(finding, severity=Severity.WARNING, help=help)
