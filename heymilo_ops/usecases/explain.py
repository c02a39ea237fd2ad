"""The pages of all finding codes."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.errors import UsageError
from heymilo_ops.finding import CodeInfo
from heymilo_ops.usecases.name_hint import near_names


def code_pages() -> dict[str, CodeInfo]:
    """Return what each code means, of every family, sorted by code."""
    from heymilo_ops.lint.registry import catalogue
    from heymilo_ops.manifest.codes import CODES
    from heymilo_ops.plan.codes import CODES as PLAN_CODES

    return dict(sorted({**CODES, **PLAN_CODES, **catalogue()}.items()))


def find_code(pages: Mapping[str, CodeInfo], asked: str) -> str:
    """Return the code that is meant by a code or a name. Raises ``UsageError`` with the nearest codes."""
    by_name = {info.name: code for code, info in pages.items()}
    code = by_name.get(asked.lower(), asked.upper())
    if code not in pages:
        raise UsageError(f"There is no code {asked}", near_names(code, pages, advise(AdviceKind.EXPLAIN)))
    return code
