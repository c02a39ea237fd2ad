"""What a rule is, what it is given, and what it gives back."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_
from datetime import datetime
from functools import cached_property, partial
from typing import Any, Generic, NamedTuple, TypeVar, cast

from pydantic import BaseModel

from heymilo_ops.finding import Fix, Severity
from heymilo_ops.lint.law.law import Law
from heymilo_ops.lint.law.place import find_place
from heymilo_ops.lint.resources import Resources
from heymilo_ops.lint.topics.posting_topics import PostingTopics
from heymilo_ops.lint.topics.topic import Topic
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.notices import NoticeElsewhere
from heymilo_ops.model.pointer import escape
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import (
    FormQuestion,
    Question,
    ResumeEligibility,
    ResumeScoring,
    SmsQuestion,
    VoiceQuestion,
    VoiceTag,
)
from heymilo_ops.model.step import FormStep, ResumeStep, SmsStep, Step, WebInterviewStep
from heymilo_ops.text.language import language_code

T = TypeVar("T", covariant=True)
_Known = TypeVar("_Known")

FIRST_RELEASE = "0.1.0"
NO_LAW = Law()


class At(NamedTuple, Generic[T]):
    """A part of the manifest with its JSON pointer."""

    pointer: str
    value: T


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing wrong.

    Attributes:
        pointer: JSON pointer into the manifest; may name a key that is missing.
        message: what is wrong, with the actual values, one sentence, no trailing full stop.
        help: what to do about it, one sentence.
        severity: where it isn't the rule's own.
        fields: other fields of the posting or the step that it depends on, by name.
        since: the release that brought what it rests on, such as an entry of the law, where the rule is older.
        preview: whether it is only shown where ``lint.select`` or ``extend_select`` names the rule.
        proposal: a wording to use instead; shown, and never applied.
        fix: what takes it away safely: nothing changes for people. Only of a rule with ``fixes``.
        other: pointer of what contradicts it, which is shown too.
    """

    pointer: str
    message: str
    help: str = ""
    severity: Severity | None = None
    fields: tuple[str, ...] = ()
    since: str = ""
    preview: bool = False
    proposal: str = ""
    fix: Fix | None = None
    other: str = ""


@dataclass(frozen=True)
class Subject:
    """What a rule is given: one posting and the moment.

    Attributes:
        now: an aware time.
        sends: whether a plan would send this posting's settings now; ``None`` where that isn't known.
        law: what places ask of interviews, as an edge read it.
        elsewhere: the notices that heymilo.yaml says are given elsewhere, with where.
        resources: what the workspace has, where HeyMilo was asked.
    """

    desired: Desired
    now: datetime
    sends: bool | None = None
    law: Law = NO_LAW
    elsewhere: Mapping[str, NoticeElsewhere] = field_(default_factory=dict)
    resources: Resources | None = None

    @property
    def manifest(self) -> Manifest:
        """The posting, valid by its schema."""
        return self.desired.manifest

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The codes of the places where candidates are, without those that are unknown."""
        codes = (find_place(written) for written in self.manifest.ops.jurisdictions or ())
        return tuple(dict.fromkeys(code for code in codes if code is not None))

    @cached_property
    def steps(self) -> tuple[At[Step], ...]:
        """The steps in order; none where a template is used."""
        return tuple(At(f"/workflow/{i}", step) for i, step in enumerate(self.manifest.workflow or ()))

    @cached_property
    def _steps_by_type(self) -> dict[str, list[At[Any]]]:
        return _grouped(self.steps, "type")

    @cached_property
    def questions(self) -> tuple[At[Question], ...]:
        """Every question of every step, in order."""
        return tuple(
            At(f"{pointer}/questions/{i}", question)
            for pointer, step in self.steps
            for i, question in enumerate(step.questions or ())
        )

    @cached_property
    def _questions_by_modality(self) -> dict[str, list[At[Any]]]:
        return _grouped(self.questions, "modality")

    @property
    def web_steps(self) -> list[At[WebInterviewStep]]:
        """The AI interviews by voice."""
        return self._steps_by_type.get("web_interview", [])

    @property
    def sms_steps(self) -> list[At[SmsStep]]:
        """The conversations by text message."""
        return self._steps_by_type.get("conversational_sms", [])

    @property
    def resume_steps(self) -> list[At[ResumeStep]]:
        """The screens of résumés."""
        return self._steps_by_type.get("resume", [])

    @property
    def form_steps(self) -> list[At[FormStep]]:
        """The web forms."""
        return self._steps_by_type.get("form", [])

    @property
    def voice(self) -> list[At[VoiceQuestion]]:
        """The questions asked aloud."""
        return self._questions_by_modality.get("voice", [])

    @property
    def tags(self) -> list[At[VoiceTag]]:
        """The facts noted from a voice interview."""
        return self._questions_by_modality.get("voice_tags", [])

    @property
    def sms(self) -> list[At[SmsQuestion]]:
        """The questions sent as text messages."""
        return self._questions_by_modality.get("sms", [])

    @property
    def form(self) -> list[At[FormQuestion]]:
        """The fields of web forms."""
        return self._questions_by_modality.get("form", [])

    @property
    def eligibility(self) -> list[At[ResumeEligibility]]:
        """The requirements that a résumé meets or doesn't."""
        return self._questions_by_modality.get("resume_eligibility", [])

    @property
    def scoring(self) -> list[At[ResumeScoring]]:
        """The criteria on which a résumé is scored."""
        return self._questions_by_modality.get("resume_scoring", [])

    @property
    def scorable(self) -> list[At[VoiceQuestion] | At[ResumeScoring]]:
        """The questions and criteria that a rubric may score."""
        return [*self.voice, *self.scoring]

    @cached_property
    def strings(self) -> tuple[list[str], list[str]]:
        """Every text value that is sent, and every key."""
        texts: list[str] = []
        keys: list[str] = []
        _collect(self.desired.request, texts, keys)
        return texts, keys

    @cached_property
    def words(self) -> str:
        """Every text value, one after the other: one look here spares a look at each (see ``texts_with``)."""
        return "\n".join(self.strings[0])

    @cached_property
    def _known(self) -> dict[Callable[[Subject], Any], Any]:
        return {}

    def known(self, work: Callable[[Subject], _Known]) -> _Known:
        """Return what a function makes of this posting, worked out once: for what several rules need."""
        if work not in self._known:
            self._known[work] = work(self)
        return cast(_Known, self._known[work])

    @cached_property
    def lowered(self) -> str:
        """``words`` in small letters."""
        return self.words.lower()

    def texts_with(self, sign: str) -> Iterator[At[str]]:
        """Yield every text value that is sent and has ``sign`` in it, with its place; in no particular order."""
        open_: list[tuple[str, Any]] = [("", self.desired.request)]
        while open_:
            pointer, part = open_.pop()
            for key, value in part.items() if isinstance(part, dict) else enumerate(part):
                if isinstance(value, str):
                    if sign in value:
                        yield At(f"{pointer}/{escape(key)}", value)
                elif isinstance(value, dict | list):
                    open_.append((f"{pointer}/{escape(key)}", value))

    @cached_property
    def topics(self) -> PostingTopics:
        """What the texts touch that an interview should leave alone."""
        return PostingTopics(self.manifest, self.strings[0])

    @cached_property
    def language(self) -> str:
        """The code of the language that the posting says it is in, without a region."""
        return language_code(self.manifest.language)

    @property
    def english(self) -> bool:
        """Whether the posting says it is in English; rules that read words keep quiet elsewhere."""
        return self.language == "en"


def _grouped(parts: Iterable[At[Any]], attribute: str) -> dict[str, list[At[Any]]]:
    groups: dict[str, list[At[Any]]] = {}
    for at in parts:
        groups.setdefault(getattr(at.value, attribute), []).append(at)
    return groups


def _collect(part: Mapping[str, Any] | list[Any], texts: list[str], keys: list[str]) -> None:
    if isinstance(part, list):
        values: Iterable[Any] = part
    else:
        keys += part
        values = part.values()
    for value in values:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict | list):
            _collect(value, texts, keys)


def field(part: BaseModel | None, name: str) -> Any:
    """Return a field of a part that may not have it, ``None`` then. ``getattr`` with a default is slow on such
    models.
    """
    return None if part is None else vars(part).get(name)


Check = Callable[[Subject], Iterable[Hit]]


class _OfFunction:
    """What is made of a function: its name and its docstring are the function's."""

    __slots__ = ()
    check: Callable[..., Any]

    @property
    def name(self) -> str:
        """The function's name with hyphens: that of the code."""
        return self.check.__name__.replace("_", "-")

    @property
    def page(self) -> str:
        """The documentation: one sentence, why, what to do, then ``PASS:`` and ``FAIL:`` examples in YAML."""
        return inspect.getdoc(self.check) or ""


@dataclass(frozen=True, slots=True)
class Rule(_OfFunction):
    """One rule, made of a function: its name and its docstring are the rule's.

    Attributes:
        code: two letters for the family, three digits.
        severity: of its hits, where they don't say otherwise.
        check: yields the hits in one posting. Pure; never raises for content.
        since: the release that the rule came with.
        preview: whether it is off unless ``lint.select`` or ``extend_select`` names it.
        fixes: whether its hits may carry a safe fix.
        english: whether it looks for English words: it says nothing of texts in another language, which clears none.
        topic: the one that it is about: it has nothing to say of a posting that doesn't touch it.
    """

    code: str
    severity: Severity
    check: Check
    since: str = FIRST_RELEASE
    preview: bool = False
    fixes: bool = False
    english: bool = False
    topic: Topic | None = None


def _maker(
    severity: Severity,
    code: str,
    *,
    since: str = FIRST_RELEASE,
    preview: bool = False,
    fixes: bool = False,
    english: bool = False,
    topic: Topic | None = None,
) -> Callable[[Check], Rule]:
    return lambda check: Rule(code, severity, check, since, preview, fixes, english, topic)


error = partial(_maker, Severity.ERROR)
"""Makes the function below a rule whose hits bar what they are about; see ``Rule`` for the rest."""
warning = partial(_maker, Severity.WARNING)
"""Makes the function below a rule whose hits need a look."""
info = partial(_maker, Severity.INFO)
"""Makes the function below a rule whose hits are good to know."""


AcrossCheck = Callable[[Sequence[Subject]], Iterable[tuple[Subject, Hit]]]


@dataclass(frozen=True, slots=True)
class AcrossRule(_OfFunction):
    """A rule over all postings of a repo: it compares them. Made of a function, as ``Rule`` is.

    Attributes:
        check: yields each hit with the posting that it is in. Pure; never raises for content. Each example of its page
            is a list of parts of postings.
    """

    code: str
    severity: Severity
    check: AcrossCheck
    since: str = FIRST_RELEASE
    preview: bool = False
    english: bool = False


def across(code: str, severity: Severity, *, since: str = FIRST_RELEASE) -> Callable[[AcrossCheck], AcrossRule]:
    """Make the function below a rule that compares postings."""
    return lambda check: AcrossRule(code, severity, check, since)


OVERVIEWS = ("company_overview", "interview_process_overview", "job_overview")
"""The fields with a delivery mode."""


def text_for(subject: Subject, step: At[Step], name: str) -> At[str]:
    """Return a text as this step has it, with its place; the step's own wins, also where it is empty."""
    own = field(step.value.config, name)
    if own is not None:
        return At(f"{step.pointer}/config/{name}", own)
    return At(f"/{name}", getattr(subject.manifest, name) or "")


def delivery(subject: Subject, step: At[Step], name: str) -> str:
    """Return how this step delivers an overview; HeyMilo documents ``exact_delivery`` where nothing says."""
    mode = f"{name}_delivery_mode"
    own = field(step.value.config, mode)
    return str(own or getattr(subject.manifest, mode) or "exact_delivery")
