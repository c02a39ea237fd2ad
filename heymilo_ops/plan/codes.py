"""The PL family: what a plan can find. The pages of its codes are in ``usecases/pages/plans.md``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from heymilo_ops.finding import CodeInfo, Finding, Severity
from heymilo_ops.plan.finding_words import WORDS

_E, _W = Severity.ERROR, Severity.WARNING

_CODES = {
    "PL101": CodeInfo("protected", _E),
    "PL102": CodeInfo("large-change", _E),
    "PL103": CodeInfo("nothing-desired", _E),
    "PL104": CodeInfo("unreadable-file", _E),
    "PL105": CodeInfo("removal-refused", _E),
    "PL106": CodeInfo("many-creates", _E),
    "PL201": CodeInfo("setting-not-clearable", _E),
    "PL202": CodeInfo("edit-in-place-unavailable", _E),
    "PL301": CodeInfo("moved-from-exists", _E),
    "PL302": CodeInfo("moved-from-twice", _E),
    "PL303": CodeInfo("moved-from-two-histories", _E),
    "PL304": CodeInfo("looks-like-rename", _W),
    "PL401": CodeInfo("unknown-target", _E),
    "PL501": CodeInfo("unknown-posting", _E),
    "PL502": CodeInfo("stray-posting", _W),
    "PL503": CodeInfo("incomplete-listing", _E),
    "PL504": CodeInfo("late-commit", _W),
    "PL505": CodeInfo("namesake", _W),
    "PL506": CodeInfo("unmarked-posting", _E),
    "PL507": CodeInfo("foreign-posting", _E),
    "PL508": CodeInfo("namesake-of-another", _E),
    "PL601": CodeInfo("safety-setting-changed", _W),
    "PL602": CodeInfo("state-left-behind", _E),
}

CODES: Mapping[str, CodeInfo] = MappingProxyType(_CODES)
"""Every code of the family, sorted. A code is never used again for something else."""


def make_finding(
    case: str, name: str | None = None, pointer: str = "", severity: Severity | None = None, /, **values: str | int
) -> Finding:
    """Return the finding of a case, ``CODE`` or ``CODE.case``, with its words filled in.

    ``severity``: where it weighs more than its code does.
    """
    code = case.partition(".")[0]
    message, help = (words.format(name=name, **values) for words in WORDS[case])
    known = CODES[code]
    return Finding(code, known.name, severity or known.severity, message, help, address=name, pointer=pointer)
