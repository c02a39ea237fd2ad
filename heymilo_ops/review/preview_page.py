"""Pages of a preview: an interview step by step as a candidate meets it, with the findings beside their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.review.html import environment, page_style
from heymilo_ops.review.passages import AFTER_QUESTIONS, Audience, Passage
from heymilo_ops.review.script import Script, ScriptQuestion, ScriptStep
from heymilo_ops.review.words import counted

Side = Literal["edited", "live"]

_UNSEEN = frozenset({"resume_eligibility", "resume_scoring", "voice_tags"})
"""What is judged or noted, and never put to candidates."""
_BEFORE = "Before it begins"


@dataclass(frozen=True, slots=True)
class PreviewLink:
    """A posting in the list."""

    name: str
    title: str
    findings: tuple[Finding, ...]
    has_live: bool


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What is shown of one posting.

    Attributes:
        step: 0 for what comes before the first step, else its number.
        edited, live: both versions, as far as they are known.
        problem: what keeps the newest edit from being shown.
        live_problem: why what is live isn't known.
    """

    name: str
    side: Side
    step: int
    edited: Script | None
    live: Script | None
    findings: tuple[Finding, ...] = ()
    problem: str = ""
    live_problem: str = ""

    @property
    def script(self) -> Script | None:
        """The version that is shown."""
        return self.edited if self.side == "edited" else self.live


def render_list(links: Sequence[PreviewLink], number: int, problem: str = "", rest: Iterable[Finding] = ()) -> str:
    """Write the list of all postings; ``number`` is that of the last change, ``rest`` the findings of no posting."""
    page = environment().get_template("preview_list.html")
    return page.render(links=links, number=number, problem=problem, rest=list(rest), summary=_summary)


def render_posting(view: PreviewView, number: int, has_list: bool) -> str:
    """Write one step of one interview."""
    script = view.script
    last = len(script.steps) if script is not None else 0
    at = min(view.step, last)
    step = script.steps[at - 1] if script is not None and at else None
    passages = step.passages if step is not None else script.passages if script is not None else ()
    beside = _placed(script, view.findings) if view.side == "edited" else {}
    return environment().get_template("preview.html").render(
        view=view,
        script=script,
        step=step,
        at=at,
        last=last,
        number=number,
        has_list=has_list,
        names=_step_names(script),
        counts=_counts(beside),
        beside=beside,
        here=f"/workflow/{step.index}" if step is not None else "",
        summary=_summary,
        opening=[passage for passage in passages if _is_met(passage) and not passage.pointer.endswith(AFTER_QUESTIONS)],
        closing=[passage for passage in passages if _is_met(passage) and passage.pointer.endswith(AFTER_QUESTIONS)],
        unmet=[passage for passage in passages if not _is_met(passage)],
        asked=[question for question in step.questions if question.modality not in _UNSEEN] if step else [],
        unseen=[question for question in step.questions if question.modality in _UNSEEN] if step else [],
    )  # fmt: skip


@lru_cache(maxsize=2)
def preview_file(name: str) -> str:
    """Return the style or the script of the pages."""
    text = resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
    return page_style() + text if name.endswith(".css") else text


def _is_met(passage: Passage) -> bool:
    return passage.audience is not Audience.AI


def _step_names(script: Script | None) -> list[str]:
    return [_BEFORE, *(f"{step.index + 1}. {step.title}" for step in script.steps)] if script is not None else []


def _placed(script: Script | None, findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Return the findings by the pointer of what they stand beside: a question or text, its step, or all of it."""
    known = sorted(_pointers(script), key=len, reverse=True)
    placed: dict[str, list[Finding]] = {}
    for finding in findings:
        pointer = next((place for place in known if _is_within(finding.pointer, place)), "")
        placed.setdefault(pointer, []).append(finding)
    return placed


def _pointers(script: Script | None) -> Iterable[str]:
    """Yield what findings can stand beside."""
    if script is None:
        return
    yield from (passage.pointer for passage in script.passages)
    for step in script.steps:
        yield f"/workflow/{step.index}"
        yield from (part.pointer for part in _parts(step))


def _parts(step: ScriptStep) -> tuple[Passage | ScriptQuestion, ...]:
    return (*step.passages, *step.questions)


def _is_within(pointer: str, place: str) -> bool:
    return pointer == place or pointer.startswith(f"{place}/")


def _counts(beside: Mapping[str, Sequence[Finding]]) -> dict[int, int]:
    """Return how many findings each step has, 0 being what comes before the first."""
    counts: dict[int, int] = {}
    for pointer, findings in beside.items():
        number = int(pointer.split("/")[2]) + 1 if pointer.startswith("/workflow/") else 0
        counts[number] = counts.get(number, 0) + len(findings)
    return counts


def _summary(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each weight: ``1 error, 2 warnings``."""
    numbers = ((sum(finding.severity is weight for finding in findings), weight.value) for weight in Severity)
    return ", ".join(
        counted(number, word) if word != "info" else f"{number} info" for number, word in numbers if number
    )
