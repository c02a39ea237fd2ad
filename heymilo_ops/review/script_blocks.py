"""A new posting as a script: the steps in order, what is said, asked, required and counted, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline, Style, foreign, joined, own
from heymilo_ops.review.gate_blocks import human_review_words
from heymilo_ops.review.gates import ScriptGate
from heymilo_ops.review.passages import Audience, Passage
from heymilo_ops.review.script import Script, ScriptQuestion, ScriptStep
from heymilo_ops.review.switches import Switch
from heymilo_ops.review.word_diff import prose_lines
from heymilo_ops.review.words import counted, field_name
from heymilo_ops.text.sanitize import one_line

FEWEST = 2
"""From so many new postings on a text that they share is shown once."""
_DOT = own(" · ")
_QUESTION = 90
SHARED_TITLE = "Texts of several new interviews"

_Text = tuple[str, str, str]
"""Label, delivery and text of a passage; or a question, nothing and its guides."""


class SharedTexts:
    """The texts that several new postings have alike."""

    def __init__(self, scripts: Iterable[Script]) -> None:
        self.number: Counter[_Text] = Counter()
        self.texts: dict[_Text, Passage | ScriptQuestion] = {}
        for script in scripts:
            own_texts = {_passage_key(passage): passage for passage in _passages(script)}
            guides = {_guide_key(question): question for question in _questions(script) if question.guides}
            self.number.update([*own_texts, *guides])
            self.texts.update({**own_texts, **guides})

    def has(self, text: Passage | ScriptQuestion) -> bool:
        """Return whether several new postings have this passage, or this question with the same guides."""
        key = _passage_key(text) if isinstance(text, Passage) else _guide_key(text)
        return self.number[key] >= FEWEST

    def blocks(self) -> tuple[doc.Block, ...]:
        """Return what is shared, once; nothing where nothing is."""
        shared = [(text, self.number[key]) for key, text in self.texts.items() if self.number[key] >= FEWEST]
        passages = [(text, number) for text, number in shared if isinstance(text, Passage)]
        candidate_texts = [_quote(text, number) for text, number in passages if text.audience is not Audience.AI]
        silent = [_quote(text, number) for text, number in passages if text.audience is Audience.AI]
        guides = [_guides(text, number) for text, number in shared if isinstance(text, ScriptQuestion)]
        folded = [
            doc.Details(f"{title} ({len(parts)})", tuple(parts))
            for title, parts in (("What only the AI reads", silent), ("Scoring guides", guides))
            if parts
        ]
        return (*candidate_texts, *folded)


def script_blocks(script: Script, shared: SharedTexts, human_review: str) -> Iterator[doc.Block]:
    """Yield a whole interview."""
    yield doc.Paragraph(_summary(script))
    yield from _candidate_texts(script.passages, shared)
    for step in script.steps:
        yield from _step(step, shared)
    if script.template is not None:
        text = (own("The steps are those of the interview template "), foreign(script.template), own(" at HeyMilo; "))
        yield doc.Paragraph((*text, own("what it asks can't be seen here.")))
    if any(gate.rejects for gate in _gates(script)):
        yield doc.Paragraph((foreign(human_review_words(human_review)),))
    silent = [passage for passage in _passages(script) if passage.audience is Audience.AI and not shared.has(passage)]
    if silent:
        yield doc.Details(f"What only the AI reads ({len(silent)})", tuple(map(_quote, silent)))
    if script.settings:
        items = tuple(_switch(switch) for switch in script.settings)
        yield doc.Details(f"Settings ({len(items)})", (doc.BulletList(items),))


def script_brief(script: Script, shared: SharedTexts) -> Iterator[doc.Block]:
    """Yield what of an interview is never left out: who is rejected, and what candidates are told."""
    yield doc.Paragraph(_summary(script))
    items: list[Inline] = []
    for step in script.steps:
        for name, gate in step.gates:
            if gate.rejects:
                items.append((foreign(f"{field_name(name)}, {step.title}: "), foreign(gate.words(), Style.STRONG)))
        for question in step.questions:
            if question.gate is not None:
                text = foreign(question.text)
                items.append((own("“"), text, own("”: "), foreign(question.gate.words(), Style.STRONG)))
    if items:
        yield doc.BulletList(tuple(items))
    yield from _candidate_texts(_passages(script), shared)


def _summary(script: Script) -> Inline:
    asked = sum(len(step.questions) for step in script.steps)
    facts = [counted(len(script.steps), "step"), counted(asked, "question")] if script.steps else []
    facts += [script.minutes.words] if script.minutes is not None else []
    spans: Inline = (own("The interview: "), own(" · ".join([*facts, ""])))
    spans += (own("language "), foreign(script.language), own(" · the AI introduces itself as "))
    spans += (foreign(script.interviewer), own("."))
    gates = [gate for gate in _gates(script) if gate.rejects]
    if gates:
        spans += (own(" "), own(f"{counted(len(gates), 'condition')} can end an application by itself", Style.STRONG))
        spans += (own("."),)
    return spans


def _gates(script: Script) -> Iterator[ScriptGate]:
    for step in script.steps:
        yield from (gate for _, gate in step.gates)
        yield from (question.gate for question in step.questions if question.gate is not None)


def _candidate_texts(passages: Iterable[Passage], shared: SharedTexts) -> Iterator[doc.Block]:
    """Yield what candidates are told; what several new postings have alike is only named."""
    spoken = [passage for passage in passages if passage.audience is not Audience.AI]
    yield from (_quote(passage) for passage in spoken if not shared.has(passage))
    if named := [passage for passage in spoken if shared.has(passage)]:
        labels = joined(((foreign(passage.label, Style.STRONG),) for passage in named), ", ")
        yield doc.Paragraph((*labels, own(f": as above, in “{SHARED_TITLE}”")))


def _step(step: ScriptStep, shared: SharedTexts) -> Iterator[doc.Block]:
    minutes = f" · {step.minutes.words}" if step.minutes is not None else ""
    yield doc.Heading(3, (own(f"Step {step.index + 1}: "), foreign(step.title), own(minutes)))
    yield from _candidate_texts(step.passages, shared)
    rules: list[Inline] = [
        (own(field_name(name)), own(": "), foreign(gate.words(), Style.STRONG)) for name, gate in step.gates
    ]
    rules += map(_switch, step.switches)
    if rules:
        yield doc.BulletList(tuple(rules))
    if step.written:
        yield doc.Paragraph((own(step.written, Style.STRONG),))
    are_scored = any(question.is_scored for question in step.questions)
    if step.questions:
        yield doc.BulletList(tuple(_asked(question, are_scored) for question in step.questions), ordered=True)
    guided = [question for question in step.questions if question.guides]
    own_guides = [question for question in guided if not shared.has(question)]
    if own_guides:
        more = f", {len(guided) - len(own_guides)} more above" if len(own_guides) < len(guided) else ""
        title = f"Scoring guides ({len(own_guides)}{more})"
        yield doc.Details(title, tuple(map(_guides, own_guides)))


def _asked(question: ScriptQuestion, are_scored: bool) -> Inline:
    notes: list[Inline] = []
    if question.gate is not None:
        notes.append((foreign(question.gate.words().removesuffix("."), Style.STRONG),))
    if question.required:
        notes.append((own(question.required),))
    if question.share is not None:
        notes.append((own(f"{question.share}% of the step's score"),))
    elif question.is_scored:
        notes.append((own("scored"),))
    elif are_scored and question.gate is None:
        notes.append((own("not scored"),))
    if question.options:
        notes.append((own("choices: "), foreign(", ".join(question.options))))
    if question.note:
        notes.append((foreign(question.note),))
    if question.modality == "voice_tags":
        notes.insert(0, (own("noted from the conversation, not asked"),))
    return (foreign(question.text), own(" — "), *joined(notes, "; ")) if notes else (foreign(question.text),)


def _switch(switch: Switch) -> Inline:
    return foreign(switch.name), own(": "), foreign(switch.value)


def _quote(passage: Passage, number: int = 0) -> doc.FieldDiff:
    many: Inline = (own(f" · {counted(number, 'new interview')}"),) if number else ()
    title = (foreign(passage.label, Style.STRONG), _DOT, foreign(passage.delivery), *many)
    return doc.FieldDiff(title, prose_lines(passage.text, "same"))


def _guides(question: ScriptQuestion, number: int = 0) -> doc.FieldDiff:
    many: Inline = (own(f" · {counted(number, 'new interview')}"),) if number else ()
    lines: list[Inline] = []
    for guide in question.guides:
        first, *rest = prose_lines(guide.text, "same")
        lines += [*[()] * bool(lines), (foreign(guide.label, Style.STRONG), own(": "), *first), *rest]
    return doc.FieldDiff((foreign(one_line(question.text, _QUESTION)), *many), tuple(lines))


def _passages(script: Script) -> Iterator[Passage]:
    yield from script.passages
    for step in script.steps:
        yield from step.passages


def _questions(script: Script) -> Iterator[ScriptQuestion]:
    for step in script.steps:
        yield from step.questions


def _passage_key(passage: Passage) -> _Text:
    return passage.label, passage.delivery, passage.text


def _guide_key(question: ScriptQuestion) -> _Text:
    return question.text, "", "\0".join(f"{guide.label}\0{guide.text}" for guide in question.guides)
