"""The pages of all finding codes, and the law that some of them rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import resources

from heymilo_ops.errors import AdviceKind, UsageError, advise
from heymilo_ops.finding import CodeInfo
from heymilo_ops.lint.law.law import Effect, LawEntry
from heymilo_ops.manifest.law_reader import load_law
from heymilo_ops.usecases.state_lookup import near_names


def code_pages() -> dict[str, CodeInfo]:
    """Return what each code means, of every family, sorted by code.

    The page of a lint rule is its docstring; the others stand in ``pages/``.
    """
    from heymilo_ops.lint.registry import catalogue
    from heymilo_ops.manifest.codes import CODES
    from heymilo_ops.plan.codes import CODES as PLAN_CODES

    pages = {**_read_pages("files"), **_read_pages("plans")}
    others = {code: replace(info, page=pages[code]) for code, info in {**CODES, **PLAN_CODES}.items()}
    return dict(sorted({**others, **catalogue()}.items()))


def _read_pages(name: str) -> dict[str, str]:
    """Return the pages of a file by code: what stands below each heading, its lines joined."""
    text = resources.files(__package__).joinpath("pages", f"{name}.md").read_text(encoding="utf-8")
    parts = (part.split(maxsplit=1) for part in text.split("\n## ")[1:])
    return {code: " ".join(page.split()) for code, page in parts}


_OF_RULES = {
    "ai-call-not-announced": ("phone",),
    "ai-not-announced": ("ai",),
    "contact-not-announced": ("contact",),
    "decision-not-announced": ("decision",),
    "feelings-scored": ("ai_emotion",),
    "recording-not-announced": ("recording",),
    "texts-without-a-way-out": ("sms",),
    "watching-not-announced": ("camera", "cheat_detection"),
}
"""The topics and notices that a rule is about, where its name doesn't say it."""


def law_on(asked: str) -> tuple[LawEntry, ...]:
    """Return the entries of the law on a topic, on a notice, or on what the rule of a name is about."""
    law = load_law()
    if asked == "lawyer-needed":
        return tuple(entry for entry in law.entries if entry.effect is Effect.LAWYER)
    topics = _OF_RULES.get(asked, (asked.lower().removeprefix("about-").replace("-", "_"),))
    return tuple(entry for topic in topics for entry in law.on(topic))


def find_code(pages: Mapping[str, CodeInfo], asked: str) -> str:
    """Return the code that is meant by a code or a name. Raises ``UsageError`` with the nearest codes."""
    by_name = {info.name: code for code, info in pages.items()}
    code = by_name.get(asked.lower(), asked.upper())
    if code not in pages:
        raise UsageError(f"There is no code {asked}", near_names(code, pages, advise(AdviceKind.EXPLAIN)))
    return code
