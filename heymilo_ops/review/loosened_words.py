"""What is checked less than on the default branch, in words: for legal and for engineers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from heymilo_ops.plan.review_input import LoosenedKind, LoosenedSetting, ReviewInput, Uncompared, UncomparedFile
from heymilo_ops.review.words import value_words
from heymilo_ops.text.sanitize import one_line

MOST = 20
"""So many of one kind are shown in a comment, the gravest first; more are one line with their count."""

ADDRESSED = "For legal and engineers"

TITLES: Mapping[LoosenedKind, tuple[str, str]] = {
    LoosenedKind.BASELINE: ("finding is in the baseline now", "findings are in the baseline now"),
    LoosenedKind.CHANGE_RULE: ("class of change is held no more", "classes of change are held no more"),
    LoosenedKind.DRIFT: (
        "change made outside is no longer stopped",
        "kinds of change made outside are no longer stopped",
    ),
    LoosenedKind.EXCEPTION: ("exception was added or lasts longer", "exceptions were added or last longer"),
    LoosenedKind.GUARD: ("limit is higher or gone", "limits are higher or gone"),
    LoosenedKind.JURISDICTION: (
        "posting names fewer places where candidates are",
        "postings name fewer places where candidates are",
    ),
    LoosenedKind.LINT: ("rule is checked no more", "rules are checked no more"),
    LoosenedKind.NOTICE: (
        "notice is said to be given elsewhere, so it is not asked for",
        "notices are said to be given elsewhere, so they are not asked for",
    ),
    LoosenedKind.PROTECTION: ("posting is protected no more", "postings are protected no more"),
    LoosenedKind.REVIEWER: ("reviewer is taken out or sees less", "reviewers are taken out or see less"),
    LoosenedKind.SEVERITY: ("rule weighs less", "rules weigh less"),
    LoosenedKind.SUPPRESSION: (
        "finding is set aside by a comment that is new or lasts longer",
        "findings are set aside by comments that are new or last longer",
    ),
    LoosenedKind.VISIBILITY: ("thing is shown no more", "things are shown no more"),
    LoosenedKind.WORKFLOW: ("file that CI runs by is another one", "files that CI runs by are other ones"),
}
"""What a kind comes to, of one and of several: behind their number."""

UNCOMPARED: Mapping[Uncompared, str] = {
    Uncompared.NO_BRANCH: (
        "git knows no default branch here, so what is checked less than before was only compared with the last commit"
    ),
    Uncompared.NO_COMMIT: (
        "this is no git repository with a commit, so it isn't known whether less is checked than before"
    ),
    Uncompared.NO_FORK: (
        "this clone lacks the commit at which it left the default branch (fetch-depth: 0 fetches it), so what is "
        "checked less than before was only compared with the last commit"
    ),
    Uncompared.UNREADABLE: "{} can't be read as the default branch has it: whether less is checked by it isn't known",
}


@dataclass(frozen=True, slots=True)
class LoosenedLine:
    """One setting: where it is, what it was and what it is, in words."""

    what: str
    before: str
    after: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class LoosenedGroup:
    """All settings of one kind.

    Attributes:
        title: ``42 rules are checked no more``.
        lines: all of them, the gravest first.
    """

    kind: LoosenedKind
    title: str
    lines: tuple[LoosenedLine, ...]

    @property
    def gravest(self) -> tuple[LoosenedLine, ...]:
        """What a comment shows."""
        return self.lines[:MOST]

    @property
    def more(self) -> int:
        """How many a comment doesn't show."""
        return len(self.lines) - len(self.gravest)


def loosened_groups(review: ReviewInput) -> tuple[LoosenedGroup, ...]:
    """Return what is checked less, by kind, the gravest first."""
    return tuple(
        LoosenedGroup(kind, _title(kind, len(settings)), tuple(map(loosened_line, settings)))
        for kind in LoosenedKind
        if (settings := [setting for setting in review.loosened if setting.kind is kind])
    )


def uncompared_lines(review: ReviewInput) -> tuple[str, ...]:
    """Return what could not be compared with the default branch, a sentence each."""
    return tuple(map(uncompared_line, review.uncompared))


def uncompared_line(item: UncomparedFile) -> str:
    """Return why something could not be compared, as a sentence without a full stop."""
    text = UNCOMPARED[item.why].format(one_line(item.path))
    return text[:1].upper() + text[1:]


def _title(kind: LoosenedKind, number: int) -> str:
    one, several = TITLES[kind]
    return f"1 {one}" if number == 1 else f"{number} {several}"


def loosened_line(setting: LoosenedSetting) -> LoosenedLine:
    """Return one setting in words."""
    build = _WORDS.get(setting.kind, _plain)
    what, before, after = build(setting)
    name = f"{setting.address}: {what}" if setting.address else what
    place = setting.place
    return LoosenedLine(one_line(name), one_line(before), one_line(after), place.path, place.line)


Words = tuple[str, str, str]


def _plain(setting: LoosenedSetting) -> Words:
    return setting.name, _value(setting.before), _value(setting.after)


def _value(value: Any) -> str:
    return "not set" if value is None else value_words("", value)


def _rule(setting: LoosenedSetting) -> Words:
    if setting.name.startswith("lint.per_file_ignores."):
        files = setting.name.removeprefix("lint.per_file_ignores.")
        return f"rules left out for {files}", _value(setting.before or "none"), _value(setting.after)
    before = f"checked ({setting.before})" if setting.before is not None else "checked where the rule was asked for"
    return rule_title(setting.name), before, "not checked"


def _severity(setting: LoosenedSetting) -> Words:
    return rule_title(setting.name), _value(setting.before), _value(setting.after)


def _dismissal(setting: LoosenedSetting) -> Words:
    before = "counted" if setting.before is None else f"accepted: {setting.before}"
    return rule_title(setting.name), before, f"accepted: {setting.after}"


def _baselined(setting: LoosenedSetting) -> Words:
    return (
        rule_title(setting.name),
        "counted",
        f"in the baseline: {setting.after}" if setting.after else "in the baseline",
    )


def _guard(setting: LoosenedSetting) -> Words:
    action = setting.name.rpartition(".")[2]
    what = f"most people that a posting may have when it is {_DONE.get(action, action)}"
    return what, _value(setting.before), "no limit" if setting.after is None else _value(setting.after)


_DONE = {"archive": "archived", "replace": "replaced", "update": "changed in place"}


def _places(setting: LoosenedSetting) -> Words:
    return "places where candidates are", _value(setting.before), _value(setting.after or "none named")


def _workflow(setting: LoosenedSetting) -> Words:
    before = "not there" if setting.before is None else "as on the default branch"
    after = "removed" if setting.after is None else "added" if setting.before is None else "changed"
    return setting.name, before, after


def _visibility(setting: LoosenedSetting) -> Words:
    if setting.name == "people":
        return "how many people a change concerns", "shown", "kept out of reviews"
    return "a public repository", "not accepted", "accepted: people, links, guides and knock-out answers are not shown"


def _protection(setting: LoosenedSetting) -> Words:
    if setting.name == "ops.protect":
        return "replacing or archiving it", "refused", "allowed"
    return "removing its file", "refused", _value(setting.after)


_WORDS: Mapping[LoosenedKind, Callable[[LoosenedSetting], Words]] = {
    LoosenedKind.BASELINE: _baselined,
    LoosenedKind.EXCEPTION: _dismissal,
    LoosenedKind.GUARD: _guard,
    LoosenedKind.JURISDICTION: _places,
    LoosenedKind.LINT: _rule,
    LoosenedKind.PROTECTION: _protection,
    LoosenedKind.SEVERITY: _severity,
    LoosenedKind.SUPPRESSION: _dismissal,
    LoosenedKind.VISIBILITY: _visibility,
    LoosenedKind.WORKFLOW: _workflow,
}


def rule_title(code: str) -> str:
    """Return a rule by its code and what it asks for: ``FR102 (Candidates are told that an AI asks …)``."""
    from heymilo_ops.lint.registry import catalogue

    info = catalogue().get(code)
    if info is None:
        return code
    asks = " ".join(info.page.partition("\n\n")[0].replace("``", "").split()).rstrip(".")
    return f"{code} ({asks})"
