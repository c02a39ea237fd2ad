"""What is checked less than on the default branch: every setting that was loosened, by comparing with its commit."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from heymilo_ops import gitinfo
from heymilo_ops.config import FILE_NAME, LintConfig
from heymilo_ops.errors import AttentionError
from heymilo_ops.finding import SEVERITIES, Finding, Place, Severity
from heymilo_ops.lint.baseline import BaselineEntry
from heymilo_ops.lint.policy import PLAIN, Policy
from heymilo_ops.manifest.baseline_file import parse_baseline
from heymilo_ops.manifest.exceptions import FILE_NAME as EXCEPTIONS
from heymilo_ops.manifest.sharing.library import SHARED
from heymilo_ops.manifest.suppress import Suppression, parse_suppressions
from heymilo_ops.manifest.yaml_file import Source
from heymilo_ops.plan.loosened_settings import loosened_config, loosened_ops
from heymilo_ops.plan.review_input import LoosenedKind, LoosenedSetting, Uncompared, UncomparedFile
from heymilo_ops.usecases.base_files import BaseFiles, workflow_changes
from heymilo_ops.usecases.lint_settings import LintSettings, policy_of
from heymilo_ops.usecases.plan import PlanResult
from heymilo_ops.usecases.workspace import Workspace


@dataclass(frozen=True)
class BaseComparison:
    """What the comparison came to; ``base`` is the commit that it was made with, ``None`` where there is none."""

    base: str | None = None
    loosened: tuple[LoosenedSetting, ...] = ()
    uncompared: tuple[UncomparedFile, ...] = ()


NOT_COMPARED = BaseComparison()


def compare_with_base(result: PlanResult, workspace: Workspace) -> BaseComparison:
    """Compare the files with the default branch: of several commits that show it, with the first that differs."""
    gap = gitinfo.base_gap(workspace.root, os.environ)
    uncompared = (UncomparedFile(Uncompared(gap.value)),) if gap is not None else ()
    commits = gitinfo.bases(workspace.root, os.environ)
    for commit in commits:
        comparing = _Comparing(result, workspace, commit)
        loosened = tuple(sorted(comparing.loosened(), key=_order))
        if loosened or comparing.uncompared:
            return BaseComparison(commit, loosened, (*uncompared, *comparing.uncompared))
    return BaseComparison(commits[0] if commits else None, (), uncompared)


def _order(setting: LoosenedSetting) -> tuple[Any, ...]:
    """Sort by kind, then errors first, then fairness and notices."""
    kinds, severities = list(LoosenedKind), [severity.value for severity in SEVERITIES]
    weight = severities.index(setting.before) if setting.before in severities else len(severities)
    return kinds.index(setting.kind), weight, not setting.name.startswith("FR"), setting.name, setting.address


class _Comparing:
    """One commit being compared with.

    Attributes:
        uncompared: what of it could not be.
    """

    def __init__(self, result: PlanResult, workspace: Workspace, commit: str) -> None:
        self.workspace, self.commit = workspace, commit
        self.settings: LintSettings = workspace.lint_settings()
        self.repo = result.repo
        sources = {path: document.source for path, document in self.repo.by_path.items()}
        current = {**self.settings.sources, **self.repo.others, **sources}
        self.current = {path: source for path, source in current.items() if path.endswith((".yaml", ".yml"))}
        self.files = BaseFiles(workspace.root, commit, self.current)
        self.uncompared: list[UncomparedFile] = []

    def loosened(self) -> Iterator[LoosenedSetting]:
        """Yield what is checked less, in no order."""
        before = self._data(FILE_NAME)
        if before is not None and FILE_NAME in self.files.differing:
            after = self.current[FILE_NAME].data or {}
            yield from loosened_config(before, after, self.workspace.name, self._place_of(FILE_NAME))
            yield from self._lint(before.get("lint"))
        yield from self._exceptions()
        if before is not None:
            yield from self._baseline(before)
        yield from self._suppressions()
        yield from self._ops()
        for path, was, is_now in workflow_changes(self.workspace.root, self.commit):
            yield LoosenedSetting(LoosenedKind.WORKFLOW, path, was, is_now, Place(path))

    def _data(self, path: str) -> Mapping[str, Any] | None:
        """Return what a file of the commit says; ``None`` where it had none, or can't be read, which is noted."""
        source = self.files.source(path)
        if source is not None and source.data is None:
            self.uncompared.append(UncomparedFile(Uncompared.UNREADABLE, path))
        return source.data if source is not None else None

    def _place_of(self, path: str) -> Any:
        source = self.current.get(path)
        return source.locator.place if source is not None else lambda _: Place(path)

    def _lint(self, before: Any) -> Iterator[LoosenedSetting]:
        try:
            old = policy_of(LintConfig.model_validate(before)) if before is not None else PLAIN
        except ValidationError:
            self.uncompared.append(UncomparedFile(Uncompared.UNREADABLE, f"{FILE_NAME}: lint"))
            return
        place = self._place_of(FILE_NAME)("/lint")
        yield from _rules(old, self.settings.policy, place)
        for pattern, selectors in self.settings.policy.per_file_ignores.items():
            more = sorted(set(selectors) - set(old.per_file_ignores.get(pattern, ())))
            if more:
                name, was = f"lint.per_file_ignores.{pattern}", list(old.per_file_ignores.get(pattern, ())) or None
                yield LoosenedSetting(LoosenedKind.LINT, name, was, list(selectors), place)

    def _exceptions(self) -> Iterator[LoosenedSetting]:
        if EXCEPTIONS not in self.files.differing or EXCEPTIONS not in self.current:
            return
        old = {_about(entry): entry for entry in _entries(self._data(EXCEPTIONS))}
        for number, entry in enumerate(_entries(self.current[EXCEPTIONS].data)):
            known = old.get(_about(entry))
            if known is None or _lasts_longer(known.get("until"), entry.get("until")):
                place = self._place_of(EXCEPTIONS)(f"/exceptions/{number}")
                was, is_now = _terms(known) if known is not None else None, _terms(entry)
                name, posting = str(entry.get("code")), str(entry.get("posting"))
                yield LoosenedSetting(LoosenedKind.EXCEPTION, name, was, is_now, place, posting)

    def _baseline(self, before: Mapping[str, Any]) -> Iterator[LoosenedSetting]:
        path = self.settings.baseline_path
        lint = before.get("lint")
        named = lint.get("baseline") if isinstance(lint, Mapping) else None
        if path is None or (path == named and not self.settings.baseline):
            return
        for entry in sorted(self.settings.baseline - self._base_baseline(named)):
            about = " ".join(filter(None, (entry.question, entry.field)))
            yield LoosenedSetting(LoosenedKind.BASELINE, entry.code, None, about, Place(path), entry.posting)

    def _base_baseline(self, path: Any) -> frozenset[BaselineEntry]:
        data = self.files.read(path) if isinstance(path, str) else None
        try:
            return parse_baseline(data.decode(), str(path)) if data is not None else frozenset()
        except (AttentionError, UnicodeDecodeError):
            self.uncompared.append(UncomparedFile(Uncompared.UNREADABLE, str(path)))
            return self.settings.baseline

    def _suppressions(self) -> Iterator[LoosenedSetting]:
        """Yield the comments that are new, or hold for longer; one that moved with its posting is neither."""
        old: Counter[tuple[str, str]] = Counter()
        terms: dict[tuple[str, str], list[Suppression]] = {}
        for path in self.files.differing:
            source = self.files.source(path)
            for item in parse_suppressions(source.text, path).items if source is not None else ():
                key = (_owner(source, path), item.code)
                old[key] += 1
                terms.setdefault(key, []).append(item)
        for path in sorted(self.files.differing & self.current.keys()):
            source = self.current[path]
            for item in parse_suppressions(source.text, path).items:
                key = (_owner(source, path), item.code)
                known = terms.get(key, [])
                match = next((other for other in known if not _is_longer(other, item)), None)
                if match is not None:
                    known.remove(match)
                    continue
                other = known.pop(0) if known else None
                address = source.name or "" if path in self.repo.by_path else ""
                yield LoosenedSetting(
                    LoosenedKind.SUPPRESSION, item.code, _comment(other), _comment(item), item.acceptance.place, address
                )

    def _ops(self) -> Iterator[LoosenedSetting]:
        defaults = {path for path in self.files.differing if path.startswith(f"{SHARED}/defaults/")}
        old = {source.name: source for source in self.files.manifests() if source.name}
        for document in self.repo.documents:
            desired = document.readable
            name = document.address
            if desired is None or name is None:
                continue
            before = old.get(desired.ops.moved_from or name) or old.get(name)
            if before is None and document.path in self.files.blobs and defaults:
                before = document.source  # only what it extends may be another
            if before is not None and before.data is not None:
                own = desired.resolved.get("ops")
                now = own if isinstance(own, Mapping) else {}
                yield from loosened_ops(self._base_ops(before.data), now, name, document.place)

    def _base_ops(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the ``ops`` of a manifest over those of the defaults that it extended."""
        own, extends = data.get("ops"), data.get("extends")
        shared = None
        if isinstance(extends, str):
            paths = (f"{SHARED}/defaults/{extends}{ending}" for ending in (".yaml", ".yml"))
            shared = next((source for path in paths if (source := self.files.source(path)) is not None), None)
        base = (shared.data or {}).get("ops") if shared is not None else None
        merged = {**(base if isinstance(base, Mapping) else {}), **(own if isinstance(own, Mapping) else {})}
        return {key: value for key, value in merged.items() if value is not None}


def _rules(old: Policy, new: Policy, place: Place) -> Iterator[LoosenedSetting]:
    """Yield the rules that are asked for no more, or weigh less."""
    from heymilo_ops.lint.registry import catalogue
    from heymilo_ops.manifest.codes import CODES
    from heymilo_ops.plan.codes import CODES as PLAN_CODES

    for code, info in sorted({**CODES, **PLAN_CODES, **catalogue()}.items()):
        before, after = (_weight(policy, code, info.name, info.severity) for policy in (old, new))
        asked_before, asked_now = (_is_asked_as_preview(policy, code, info.name) for policy in (old, new))
        if after is None and (before is not None or (asked_before and not asked_now)):
            was = before.value if before is not None else None
            yield LoosenedSetting(LoosenedKind.LINT, code, was, None, place)
        elif before is not None and after is not None and SEVERITIES.index(after) > SEVERITIES.index(before):
            yield LoosenedSetting(LoosenedKind.SEVERITY, code, before.value, after.value, place)
        elif asked_before and not asked_now:
            yield LoosenedSetting(LoosenedKind.LINT, code, "preview", None, place)


def _weight(policy: Policy, code: str, name: str, severity: Severity) -> Severity | None:
    """Return what the findings of a rule weigh, ``None`` where they don't count."""
    finding = policy.weighed(Finding(code, name, severity, ""))
    return None if policy.dismissed(finding) is not None else finding.severity


def _is_asked_as_preview(policy: Policy, code: str, name: str) -> bool:
    return policy.is_asked(Finding(code, name, Severity.INFO, "", preview=True))


def _entries(data: Mapping[str, Any] | None) -> list[Mapping[str, Any]]:
    listed = (data or {}).get("exceptions")
    return [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, list) else []


def _about(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(entry.get(key) or "") for key in ("code", "posting", "question", "field"))


def _terms(entry: Mapping[str, Any]) -> str:
    until = f"until {entry['until']}" if entry.get("until") else "for good"
    return ", ".join(str(part) for part in (entry.get("reason"), entry.get("ticket"), until) if part)


def _lasts_longer(before: Any, after: Any) -> bool:
    """Return whether a last day is later, or there is none any more."""
    return before is not None and (after is None or str(after) > str(before))


def _owner(source: Source | None, path: str) -> str:
    return (source.name if source is not None else None) or path


def _is_longer(before: Suppression, after: Suppression) -> bool:
    old, new = (item.acceptance.terms for item in (before, after))
    return (old.reason, old.ticket) != (new.reason, new.ticket) or _lasts_longer(old.until, new.until)


def _comment(item: Suppression | None) -> str | None:
    if item is None:
        return None
    terms = item.acceptance.terms
    return _terms({"reason": terms.reason, "ticket": terms.ticket, "until": terms.until})
