"""A live posting as the manifest that a person would write for it. Pure: nothing is read or written here.

``write_manifest(live, questions, options)`` does one posting. Whoever imports several adds each ``name`` to
``options.taken`` before the next, oldest posting first, so that a second run gives the same names::

    for live in sorted(chosen, key=lambda live: live.born):
        made = write_manifest(live, postings.questions(live.posting_id), options)
        options = options.with_taken(made.name)

``made.path`` is below ``options.folder`` and begins with ``_`` where the file must not be applied as it stands;
``made.blocked`` says why. ``made.losses`` is what the file doesn't hold (it says so itself, and
``made.loss_sentences`` too), ``made.personal`` what to show before it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.importer.personal_data import PersonalData, find_personal_data
from heymilo_ops.importer.remarks import Remarks, beside, head_comment, loss_words
from heymilo_ops.importer.slug import ChosenName, choose_name, question_keys
from heymilo_ops.importer.workspace_vars import name_values
from heymilo_ops.manifest.repo import PostingFile, read_document
from heymilo_ops.manifest.sharing.library import Library
from heymilo_ops.manifest.variables import Variables, replace_values
from heymilo_ops.manifest.yaml_dump import Bracketed, FoldedText, Remarked, dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.canonical import NESTED
from heymilo_ops.model.facts import facts
from heymilo_ops.model.live import Live
from heymilo_ops.model.live_request import Loss, as_read, live_request, whole_second
from heymilo_ops.model.pointer import join
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, USUAL_MODALITY, WebInterviewSettings
from heymilo_ops.plan.json_diff import is_same_json

UNREADABLE_FIELDS = ("interview_template_id",)
"""Fields of a manifest that HeyMilo gives back for no posting."""

_SHORT_LISTS = frozenset({"dropdown_values", "file_types", "options", "types", "workspaces"})
"""Lists that a person writes in brackets, or of which they write each item so."""
_LINE = 80
"""Characters that a text may have before it is written as a block."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What an import of several postings has in common.

    Attributes:
        on: the day of the import, ``2027-03-31``, for the comment in the file.
        workspace: its name in heymilo.yaml.
        variables: what ``vars`` of this workspace in heymilo.yaml says.
        taken: names that other manifests and postings of the state have.
        folder: where the files go, relative to the repo.
        only_here: write ``ops.workspaces``, so that the posting isn't created in the project's other workspaces.
        has_schemas: the repo has ``schemas/posting.schema.json``, and each manifest a line that points at it.
    """

    on: str
    workspace: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    folder: str = "postings"
    only_here: bool = False
    has_schemas: bool = False

    def with_taken(self, *names: str) -> ImportOptions:
        """Return the options with more names taken."""
        return replace(self, taken=self.taken.union(names))


@dataclass(frozen=True, slots=True)
class ImportedManifest:
    """One posting as a manifest.

    Attributes:
        posting_id: of the posting.
        chosen: the name, and what it was made from.
        path: of the file, relative to the repo.
        text: of the file.
        losses: what the file doesn't hold, as data.
        loss_sentences: the same in words, as the file says it.
        personal: what looks like personal data or a credential, in the file or beside it.
        blocked: the losses for which the file isn't to be applied as it stands, and so begins with ``_``.
        findings: errors that lint finds in the file: values of the posting that no manifest may have.
        differs: the file doesn't come to what HeyMilo shows, for a reason that isn't among these.
        questions: how many questions were read.
    """

    posting_id: str
    chosen: ChosenName
    path: str
    text: str
    losses: tuple[Loss, ...]
    personal: tuple[PersonalData, ...]
    blocked: tuple[Loss, ...]
    findings: tuple[Finding, ...]
    differs: bool
    questions: int
    loss_sentences: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The posting's name in this repo."""
        return self.chosen.name

    @property
    def adoptable(self) -> bool:
        """Whether the file may be applied: then its posting is taken over, and nothing changes for candidates."""
        return not (self.blocked or self.findings or self.differs)


def write_manifest(live: Live, questions: Sequence[Mapping[str, Any]], options: ImportOptions) -> ImportedManifest:
    """Write the manifest of one posting and all its questions, in HeyMilo's order."""
    read = live_request(live.document, questions)
    chosen = choose_name(live.name, live.title, live.posting_id, options.taken)
    texts = {pointer: question["text"] for pointer, question in _questions(read.request)}
    keys = dict(zip(texts, question_keys(list(texts.values())), strict=True))
    ops = {"adopt": live.posting_id, **({"workspaces": [options.workspace]} if options.only_here else {})}
    resolved = {**_keyed(read.request, keys), **_deadline(read.request), "name": chosen.name, "ops": ops}
    document = _read(_body(resolved, options.variables), options)
    blocked = tuple(loss for loss in read.losses if loss.changes_posting)
    findings = tuple(finding for finding in document.findings if finding.severity is Severity.ERROR)
    differs = not findings and not _is_read_back(document, read.request)
    is_aside = bool(blocked or findings or differs)
    path = f"{options.folder}/{'_' if is_aside else ''}{chosen.name}.yaml"
    remarks = Remarks(live, chosen, options.on, read, keys, findings, differs=differs)
    head = head_comment(remarks, path if options.has_schemas else None)
    text = head + _body(resolved, options.variables, beside(remarks))
    return ImportedManifest(
        posting_id=live.posting_id,
        chosen=chosen,
        path=path,
        text=text,
        losses=read.losses,
        personal=find_personal_data(read.request, live.document),
        blocked=blocked,
        findings=findings,
        differs=differs,
        questions=len(questions),
        loss_sentences=tuple(loss_words(loss, read.request, keys) for loss in read.losses),
    )


def _questions(request: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the pointer of each question with the question."""
    for i, step in enumerate(request.get("workflow") or ()):
        for j, question in enumerate(step.get("questions") or ()):
            yield join("workflow", i, "questions", j), question


def _deadline(request: Mapping[str, Any]) -> dict[str, Any]:
    """Return the deadline as a person would write it."""
    return {"deadline": whole_second(request["deadline"])} if "deadline" in request else {}


def _keyed(request: Mapping[str, Any], keys: Mapping[str, str]) -> dict[str, Any]:
    """Return the request with a key for each question, and without the usual modality of a step."""
    keyed: dict[str, Any] = {}
    usual = {i: USUAL_MODALITY.get(step["type"]) for i, step in enumerate(request.get("workflow") or ())}
    for pointer, question in _questions(request):
        is_usual = question["modality"] == usual[int(pointer.split("/")[2])]
        fields = {name: value for name, value in question.items() if not (is_usual and name == "modality")}
        keyed[pointer] = {"key": keys[pointer], **fields}
    return replace_values(dict(request), keyed)


def _body(
    resolved: Mapping[str, Any], variables: Mapping[str, Any], comments: Mapping[str, tuple[str, ...]] | None = None
) -> str:
    """Return a manifest as YAML: prose in blocks, and variables where their values stand. ``comments``: by pointer."""
    styled = _styled(name_values(resolved, variables))
    return dump(_remarked(styled, comments) if comments else styled)


def _remarked(value: Any, comments: Mapping[str, tuple[str, ...]], pointer: str = "") -> Any:
    """Return the data with the comments of each value above it."""
    if isinstance(value, dict):
        value = {name: _remarked(item, comments, join(name, base=pointer)) for name, item in value.items()}
    elif isinstance(value, list) and not isinstance(value, Bracketed):
        value = [_remarked(item, comments, join(index, base=pointer)) for index, item in enumerate(value)]
    return Remarked(value, comments[pointer]) if pointer in comments else value


def _styled(value: Any, key: str = "") -> Any:
    """Return the data with long prose and short lists marked, and the objects in a config in their usual order.

    ``format_text`` orders all other keys.
    """
    if isinstance(value, dict):
        order = [name for name in facts(NESTED[key]) if name in value] if key in NESTED else value
        return {name: _styled(value[name], name) for name in order}
    if isinstance(value, list):
        items = [_styled(item) for item in value]
        return Bracketed(items) if items and key in _SHORT_LISTS else items
    is_block = isinstance(value, str) and key in _prose_fields() and (len(value) > _LINE or "\n" in value)
    return FoldedText(value) if is_block else value


@cache
def _prose_fields() -> frozenset[str]:
    models = (Manifest, WebInterviewSettings, *CONFIGS.values(), *QUESTIONS.values())
    return frozenset(name for model in models for name, fact in facts(model).items() if fact.prose)


def _read(body: str, options: ImportOptions) -> PostingFile:
    """Return the manifest as lint and plan will read it."""
    variables = Variables({options.workspace: options.variables}, chosen=options.workspace)
    return read_document(read_text(body, f"{options.folder}/imported.yaml"), Library(Path()), variables)


def _is_read_back(document: PostingFile, request: Mapping[str, Any]) -> bool:
    """Return whether a manifest asks for what HeyMilo shows, but for the name."""
    if document.desired is None:
        return False
    asked, live = as_read(document.desired.form), as_read(request)
    return is_same_json({**asked, "name": ""}, {**live, "name": ""})
