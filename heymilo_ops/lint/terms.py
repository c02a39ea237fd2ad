"""On which terms a finding is accepted: the reason, the ticket and the day on which that ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Place, Severity, is_fixed

FAIRNESS = "FR"
REASONS = ("legal-minimum", "occupational-requirement", "essential-function", "false-alarm")
"""Why a finding of the FR family may be accepted."""
DAYS_BEFORE = 30
"""So many days before its end an acceptance is announced to end."""

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
_TERM = re.compile(r"(reason|ticket|until)=(\S*)")


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one acceptance; ``until`` is the last day on which it holds."""

    reason: str = ""
    ticket: str = ""
    until: date | None = None


def parse_terms(words: str) -> tuple[Terms, str]:
    """Return the terms in what follows the codes of a comment, and what is wrong with them.

    ``reason=``, ``ticket=`` and ``until=`` come in any order; what remains is the reason, or is put behind it.
    """
    named = dict(_TERM.findall(words))
    free = " ".join(_TERM.sub(" ", words).split()).strip(" -–—:,()")
    until, problem = parse_until(named.get("until"))
    reason = " - ".join(filter(None, (named.get("reason"), free)))
    return Terms(reason, named.get("ticket", ""), until), problem


def parse_until(text: str | None) -> tuple[date | None, str]:
    """Return a day, and what is wrong with it."""
    try:
        return (None if text is None else date.fromisoformat(text)), ""
    except ValueError:
        return None, f"until={text} is no date"


def terms_problem(code: str, terms: Terms) -> str:
    """Return why a code can't be accepted on these terms; ``""`` where it can."""
    if not _CODE.fullmatch(code):
        return f"{code} is no code"
    if not terms.reason:
        return f"{code} is allowed without a reason"
    if code.startswith(FAIRNESS) and terms.reason.split(" - ")[0] not in REASONS:
        return f"{code} is allowed without one of the reasons for its family"
    if code.startswith(FAIRNESS) and not terms.ticket:
        return f"{code} is allowed without a ticket"
    return ""


FAIRNESS_FORM = f"write reason={'|'.join(REASONS)} and ticket=ID"


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that a repo accepts: where that is said, and on which terms."""

    code: str
    terms: Terms
    by: DismissedBy
    place: Place

    def covers(self, finding: Finding, today: date, has_changed: Callable[[Finding], bool]) -> bool:
        """Return whether it dismisses a finding of its code that it is about.

        After its last day it does as long as the text stands as it was applied.
        """
        if finding.code != self.code or is_fixed(finding):
            return False
        return not self.is_over(today) or not has_changed(finding)

    def is_over(self, today: date) -> bool:
        """Return whether its last day has passed."""
        return self.terms.until is not None and today > self.terms.until

    def dismiss(self, finding: Finding) -> Dismissed:
        """Return the finding as dismissed by it."""
        return Dismissed(finding, self.by, self.terms.reason, self.terms.ticket, self.place)

    def ending(self, today: date) -> tuple[Severity, str, str] | None:
        """Return what to say of its end: severity, message and help; ``None`` where it is far away."""
        until = self.terms.until
        if until is None or (until - today).days > DAYS_BEFORE:
            return None
        help = "set another day with whoever decides that, or correct the text"
        if self.is_over(today):
            message = f"{self.code} was allowed until {until}: it is reported again as soon as the text changes"
            return Severity.WARNING, message, help
        return Severity.INFO, f"{self.code} is allowed until {until}", help
