"""What an imported manifest says about itself: the comment at its head, those beside what they are about, and the
sentence of each loss.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from heymilo_ops.finding import Finding
from heymilo_ops.importer.personal_data import looks_secret
from heymilo_ops.importer.slug import ChosenName, NameOrigin
from heymilo_ops.model.facts import facts
from heymilo_ops.model.live import Live
from heymilo_ops.model.live_request import LiveRequest, Loss, LossCode
from heymilo_ops.model.pointer import parent, split, value_at
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.text.sanitize import one_line, printable_json
from heymilo_ops.text.width import cut, fold

_WIDTH = 100
_BESIDE = 88
"""Cells of a comment line beside a value, which is indented."""
_VALUE = 200
"""Cells of a value that a comment shows; HeyMilo has the rest."""

_SENTENCES = {
    LossCode.UNKNOWN_FIELD: "{place}: no manifest has this key. HeyMilo keeps its value: {value}. A replace loses it.",
    LossCode.INVALID_VALUE: "{place}: no manifest can hold this value. HeyMilo keeps it: {value}. A replace loses it.",
    LossCode.STRUCTURED_CONFIG: "{place}: the question passes or fails by rules that HeyMilo keeps and that can't be "
    "sent with a new posting: {value}. A replace loses them.",
    LossCode.UNKNOWN_STEP: "{place}: the workflow has a step here of a type that no manifest has: {value}.",
    LossCode.UNKNOWN_MODALITY: "a question of a modality that no manifest has: {value}.",
    LossCode.QUESTION_WITHOUT_STEP: "a question that no step of the workflow takes: {value}.",
    LossCode.INVALID_QUESTION: "{place}: a question without a text that can be used: {value}.",
    LossCode.STEP_UNCLEAR: "steps {value} are of one type, and HeyMilo doesn't say which of them a question belongs "
    "to. All their questions stand in the first: move each to its step.",
    LossCode.NO_STEPS: "workflow: the posting has no step that a manifest can hold.",
    LossCode.TOO_MUCH_METADATA: "metadata: {count} keys, and with the three of this tool HeyMilo takes 50. Remove some "
    "at HeyMilo.",
}
_OF_THE_WHOLE = frozenset(
    {LossCode.NO_STEPS, LossCode.QUESTION_WITHOUT_STEP, LossCode.UNKNOWN_MODALITY, LossCode.UNKNOWN_STEP}
)
"""Losses without a place in the file: of a step that isn't there, or of a question that is in none."""
_EDIT_ONLY = "HeyMilo takes this value in an edit and not for a new posting, so that a replace is refused."
_KEEP_ADOPT = (
    "The file has values that HeyMilo takes in an edit only; a comment marks each. Keep ops.adopt as long as they "
    "stand here."
)
_STATUS = {
    "draft": "It is a draft: it takes nobody until it is activated.",
    "expired": "It has expired: it takes nobody.",
}


@dataclass(frozen=True, slots=True)
class Remarks:
    """What there is to say about one imported manifest."""

    live: Live
    chosen: ChosenName
    on: str
    read: LiveRequest
    keys: Mapping[str, str]
    findings: Sequence[Finding] = ()
    differs: bool = False


def loss_words(loss: Loss, request: Mapping[str, Any], keys: Mapping[str, str]) -> str:
    """Return the sentence of a loss on one line. ``keys``: of the questions, by pointer."""
    return _sentence(loss, _place(loss.pointer, request, keys))


def _loss_below(loss: Loss, place: str) -> str:
    """Return the sentence of a loss as it stands above ``place``, which needs not be named."""
    rest = split(loss.pointer)[len(split(place)) :]
    return _sentence(loss, ".".join(token for token in rest if not token.isdecimal()))


def _sentence(loss: Loss, place: str) -> str:
    value = _value_words(loss.value)
    if loss.code is LossCode.STEP_UNCLEAR:
        value = " and ".join(str(index + 1) for index in loss.value)
    count = len(loss.value) if isinstance(loss.value, list) else 0
    return one_line(_SENTENCES[loss.code].format(place=place, value=value, count=count).removeprefix(": "))


def head_comment(remarks: Remarks, path: str | None) -> str:
    """Return the lines at the head of the file. ``path``: of a file that names its schema for editors."""
    lines = (
        [f"# yaml-language-server: $schema={'../' * path.count('/')}schemas/posting.schema.json", "#"] if path else []
    )
    paragraphs = [_origin(remarks), *_aside(remarks)]
    for paragraph in paragraphs:
        lines += [f"# {line}" for line in fold(paragraph, _WIDTH - 2)] or ["#"]
    if _edit_only(remarks):
        lines += [f"# {line}" for line in fold(_KEEP_ADOPT, _WIDTH - 2)]
    request = remarks.read.request
    losses = [loss_words(loss, request, remarks.keys) for loss in remarks.read.losses if not anchor(loss, request)]
    if losses:
        lines += ["#", "# What the posting has and this file doesn't say:"]
    for sentence in losses:
        first, *others = fold(sentence, _WIDTH - 4)
        lines += [f"# - {first}", *(f"#   {line}" for line in others)]
    return "\n".join([*lines, "", ""])


def beside(remarks: Remarks) -> dict[str, tuple[str, ...]]:
    """Return the lines of the comments that stand above a value or question, by its JSON pointer into the request."""
    request = remarks.read.request
    texts: dict[str, list[str]] = {}
    for pointer in _edit_only(remarks):
        texts.setdefault(pointer, []).append(_EDIT_ONLY)
    for loss in remarks.read.losses:
        if place := anchor(loss, request):
            texts.setdefault(place, []).append(_loss_below(loss, place))
    return {
        pointer: tuple(line for text in dict.fromkeys(of_place) for line in _hanging(text))
        for pointer, of_place in texts.items()
    }


def _hanging(text: str) -> Iterator[str]:
    first, *others = fold(text, _BESIDE)
    yield first
    yield from (f"  {line}" for line in others)


def anchor(loss: Loss, request: Mapping[str, Any]) -> str:
    """Return the pointer of what a loss is about: the value, else what it would stand in; ``""`` for the whole."""
    if loss.code in _OF_THE_WHOLE:
        return ""
    if loss.code is LossCode.INVALID_QUESTION:  # the question of this number is another one
        return parent(loss.pointer)
    return next((pointer for pointer in _prefixes(loss.pointer) if _has_place(pointer, request)), "")


def _has_place(pointer: str, request: Mapping[str, Any]) -> bool:
    """Return whether a comment can stand above what is there: a value with a key, a step or a question."""
    tokens = split(pointer)
    is_listed = tokens[-1].isdecimal() and not (tokens[0] == "workflow" and len(tokens) in (2, 4))
    return not is_listed and value_at(request, pointer) is not None


def _origin(remarks: Remarks) -> str:
    """Return where the file came from."""
    live = remarks.live
    changed = f", last changed there on {_day(live.updated_at)}" if live.updated_at is not None else ""
    status = one_line(live.status) or "without a status"
    sentences = [f"Imported from HeyMilo on {remarks.on}: posting {live.posting_id}, {status}{changed}."]
    if live.status == "expired" and live.deadline is not None:
        sentences.append(f"It has expired: its deadline passed on {_day(live.deadline)}, and it takes nobody.")
    elif live.status in _STATUS:
        sentences.append(_STATUS[live.status])
    if remarks.chosen.origin is not NameOrigin.HEYMILO or remarks.chosen.name != remarks.chosen.base:
        name = f"Its name there is {_value_words(live.name)}" if live.name else "It has no name there"
        sentences.append(f"{name}, and stays as it is until a replace.")
    if live.document.get("ats_metadata"):
        sentences.append("It belongs to a job of an applicant tracking system, which no manifest describes.")
    sentences.append("HeyMilo doesn't say whether a posting was made from an interview template.")
    return " ".join(sentences)


def _aside(remarks: Remarks) -> Iterator[str]:
    """Yield why the file isn't to be applied as it stands, where that is so."""
    blocked = any(loss.changes_posting for loss in remarks.read.losses)
    if not (blocked or remarks.findings or remarks.differs):
        return
    yield ""
    why = "This file asks for another posting than the one at HeyMilo, so its name begins with _ and it is not read. "
    if remarks.differs:
        why += "What it comes to is not what HeyMilo shows. "
    yield f"{why}Correct it, then rename it to {remarks.chosen.name}.yaml."
    for finding in remarks.findings:
        yield f"{finding.code}: {one_line(finding.message, _VALUE)}"


def _edit_only(remarks: Remarks) -> list[str]:
    """Return the pointers of the values that the posting can only have got by an edit."""
    request, places = remarks.read.request, []
    for pointer in remarks.keys:
        question = value_at(request, pointer)
        for name, value in question.items():
            most = facts(QUESTIONS[question["modality"]])[name].create_max
            if most is not None and (len(value) if isinstance(value, str) else value) > most:
                places.append(f"{pointer}/{name}")
    return places


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).date().isoformat()


def _value_words(value: Any) -> str:
    """Return a value as JSON on one line, as far as a comment shows it; nothing of what looks like a credential."""
    written = json.dumps(value, ensure_ascii=False)
    if looks_secret(written):
        return "(it looks like a credential)"
    return cut(printable_json(written), _VALUE).replace(
        "heymilo-ops:", "heymilo-ops\\u003a"
    )  # else it may allow a code


def _place(pointer: str, request: Mapping[str, Any], keys: Mapping[str, str]) -> str:
    """Return how a person would say where a value stands."""
    tokens = split(pointer)
    question = next((keys[p] for p in _prefixes(pointer) if p in keys), None)
    if question is not None:
        return f"question {question}, {'.'.join(tokens[4:])}" if tokens[4:] else f"question {question}"
    if tokens[:1] != ("workflow",) or len(tokens) < 2:
        return ".".join(tokens)
    kind = value_at(request, f"/workflow/{tokens[1]}/type")
    step = f"step {int(tokens[1]) + 1}" + (f" ({kind})" if kind and len(tokens) > 2 else "")
    rest = [token for token in tokens[2:] if token != "config"]
    return f"{step}, {'.'.join(rest)}" if rest else step


def _prefixes(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
