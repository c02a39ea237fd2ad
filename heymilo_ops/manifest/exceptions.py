"""heymilo-exceptions.yaml: findings that are accepted, for who doesn't edit comments and for CODEOWNERS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictStr, ValidationError

from heymilo_ops.finding import DismissedBy, Finding
from heymilo_ops.lint.terms import FAIRNESS_FORM, AcceptedFinding, Terms, parse_until, terms_problem
from heymilo_ops.manifest.check import check_exceptions
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.yaml_file import Source, read_file
from heymilo_ops.model.pointer import join

FILE_NAME = "heymilo-exceptions.yaml"

_Text = Annotated[StrictStr, Field(min_length=1, max_length=500)]


class ExceptionEntry(BaseModel):
    """One finding that is accepted."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    code: StrictStr = Field(pattern=r"^[A-Z]{2}[0-9]{3}$", description="The code of the finding.")
    posting: _Text = Field(description="The name of the posting.")
    question: _Text | None = Field(None, description="The key of the question; every place in the posting if left out.")
    field: _Text | None = Field(None, description="The name of the field that the finding is about, such as text.")
    reason: _Text = Field(
        description="Why it is accepted. Of FR codes: legal-minimum, occupational-requirement, essential-function or "
        "false-alarm."
    )
    note: _Text | None = Field(None, description="More about the reason, in your own words.")
    ticket: _Text | None = Field(None, description="Where it was decided, such as HR-12. FR codes need one.")
    until: _Text | None = Field(None, description="The last day on which it is accepted, such as 2027-01-31.")


class Exceptions(BaseModel):
    """The whole of heymilo-exceptions.yaml."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    version: Literal[1] = Field(description="The format of this file.")
    exceptions: tuple[ExceptionEntry, ...] = Field(description="The findings that are accepted.")


@dataclass(frozen=True, slots=True)
class PostingException:
    """An acceptance, and what it is about: a posting, in it a question by its key, and a field."""

    acceptance: AcceptedFinding
    posting: str
    question: str | None = None
    field: str | None = None

    def is_about(self, posting: str, question: str, field: str) -> bool:
        """Return whether a finding at this place of a posting is meant."""
        return self.posting == posting and self.question in (None, question) and self.field in (None, field)


@dataclass(frozen=True)
class ExceptionsFile:
    """What the file says, and the findings on it. ``source`` is ``None`` where there is none."""

    items: tuple[PostingException, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: Source | None = None


def read_exceptions(root: Path) -> ExceptionsFile:
    """Read the file in the repo's folder. An entry that allows nothing is a finding (``SY023``)."""
    if not (root / FILE_NAME).is_symlink() and not (root / FILE_NAME).exists():
        return ExceptionsFile()
    source = read_file(root, Path(FILE_NAME))
    wrong = [*source.findings, *check_exceptions(source)]
    if source.data is None or wrong:
        return ExceptionsFile((), tuple(wrong), source)
    try:
        read = Exceptions.model_validate(source.data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        pointer = join(*first["loc"])
        finding = file_finding("SY199", first["msg"], source.locator.place(pointer), pointer=pointer)
        return ExceptionsFile((), (finding,), source)
    items: list[PostingException] = []
    findings: list[Finding] = []
    for item in _entries(read, source):
        (findings if isinstance(item, Finding) else items).append(item)  # type: ignore[arg-type]
    return ExceptionsFile(tuple(items), tuple(findings), source)


def _entries(read: Exceptions, source: Source) -> Iterator[PostingException | Finding]:
    """Yield the entries; of one that allows nothing, why."""
    for number, entry in enumerate(read.exceptions):
        place = source.locator.place(f"/exceptions/{number}/code")
        until, problem = parse_until(entry.until)
        reason = " - ".join(filter(None, (entry.reason, entry.note)))
        terms = Terms(reason, entry.ticket or "", until)
        problem = problem or terms_problem(entry.code, terms)
        if problem:
            help = FAIRNESS_FORM if entry.code.startswith("FR") else "write the day as 2027-01-31"
            yield file_finding("SY023", problem, place, help=help)
        else:
            acceptance = AcceptedFinding(entry.code, terms, DismissedBy.EXCEPTION, place)
            yield PostingException(acceptance, entry.posting, entry.question, entry.field)
