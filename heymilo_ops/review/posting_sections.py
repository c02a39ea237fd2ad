"""The section of one posting: what is done to it, whom it concerns, and what differs, by effect on people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.effect import classes
from heymilo_ops.plan.review_input import Form, ReviewInput
from heymilo_ops.plan.shared_changes import Shares
from heymilo_ops.review import document as doc
from heymilo_ops.review.change_facts import ChangeFacts
from heymilo_ops.review.change_lines import LONGEST, REASONS_IN_LABEL, headline, why
from heymilo_ops.review.decided_words import decided_lines
from heymilo_ops.review.document import Inline, Style, code, foreign, joined, own, sentence, separated
from heymilo_ops.review.drift_words import HEAD, drift_lines
from heymilo_ops.review.effect_blocks import EffectBlocks
from heymilo_ops.review.effect_groups import Group, group_of, located
from heymilo_ops.review.field_lines import FieldLines, text_of
from heymilo_ops.review.finding_blocks import dismissed_blocks, open_blocks
from heymilo_ops.review.in_place_blocks import in_place_blocks
from heymilo_ops.review.lead_blocks import alert_blocks, label_spans
from heymilo_ops.review.notice_words import notice_blocks
from heymilo_ops.review.people_blocks import people_blocks
from heymilo_ops.review.plan_words import change_words, drain_words, revision_words, written_deadline
from heymilo_ops.review.reasons import reason_sentences
from heymilo_ops.review.script import Script, script_of
from heymilo_ops.review.script_blocks import SharedTexts, script_blocks, script_brief
from heymilo_ops.review.shared_sections import shared_reference
from heymilo_ops.review.step_pairs import step_pairs
from heymilo_ops.review.verdict import ReviewVerdict, is_uncompared
from heymilo_ops.review.words import ACTIONS
from heymilo_ops.text.sanitize import one_line

_DIFF_WIDTH = 110
_IN_HEADLINE = (ReasonCode.ADOPTED, ReasonCode.ADOPTED_UNASKED)
"""Reasons that the label and the headline say."""
_UNCOMPARED = "same posting, same link; not compared with HeyMilo: an engineer compares it before it is applied."
_BRIEF_GROUPS = (Group.REJECTED, Group.NOTICE)
"""What is shown of a posting wherever more than its name is."""


class PostingSections:
    """Makes the sections of the postings of one plan.

    ``titles``: by address, what candidates see as the title.
    """

    def __init__(
        self, review: ReviewInput, facts: Iterable[ChangeFacts], shares: Shares, titles: Mapping[str, str]
    ) -> None:
        self.review, self.shares, self.titles = review, shares, titles
        self.scripts = {one.change.address: script for one in facts if (script := self._script(one))}
        self.shared_texts = SharedTexts(self.scripts.values())

    def section(self, facts: ChangeFacts, verdict: ReviewVerdict, *, is_one: bool) -> doc.Section:
        """Make the section of a change; ``is_one``: no other is in the document, whose verdict is this one's."""
        change = facts.change
        head = self._head(facts, verdict, is_one=is_one)
        groups = self._groups(change)
        alerts = tuple(alert_blocks(facts.alerts))
        if change.address in self.scripts:
            script = self.scripts[change.address]
            body = list(script_blocks(script, self.shared_texts, self.review.human_review))
            least = list(script_brief(script, self.shared_texts))
        else:
            body = [block for group in Group for block in groups.get(group, ())]
            least = [block for group in _BRIEF_GROUPS for block in groups.get(group, ())]
        form = self.review.designs_of(change).after
        references = shared_reference(self.shares.entries(change))
        kinds = ", ".join(verdict.words)
        return doc.Section(
            (*head, *body, *references, *drift_blocks(change)),
            (for_engineers(change, self.shares, form, public=self.review.public),),
            address=change.address,
            name=(foreign(change.title or change.address), own(f": {kinds}")),
            kind=verdict.words[0],
            is_new=change.address in self.scripts,
            brief=(*head[: 2 - is_one], *alerts, *least, *drift_blocks(change)),
            opening=(*head, *drift_blocks(change)),
        )

    def _script(self, facts: ChangeFacts) -> Script | None:
        """Return the script of a posting that is new; ``None`` for any other."""
        change, designs = facts.change, self.review.designs_of(facts.change)
        if not facts.is_new or change.fields or designs.after is None:
            return None
        form: Form = designs.after
        written = written_deadline(change)
        return script_of({**form, "deadline": written} if written else form, designs.after_keys)

    def _head(self, facts: ChangeFacts, verdict: ReviewVerdict, *, is_one: bool) -> list[doc.Block]:
        change = facts.change
        blocks: list[doc.Block] = [
            doc.Heading(2, (foreign(change.title or change.address), own(" · "), code(change.address)))
        ]
        if not is_one:
            blocks.append(doc.Paragraph((*label_spans(verdict.words), own(f" — {verdict.line}"))))
        blocks.append(doc.Paragraph(_what_happens(change)))
        reasons = [reason for reason in change.reasons if reason.code not in (*REASONS_IN_LABEL, *_IN_HEADLINE)]
        if reasons:
            blocks.append(doc.Paragraph(why(reason_sentences(reasons))))
        blocks += people_blocks(change)
        blocks += in_place_blocks([change])
        blocks += notice_blocks([change])
        blocks += alert_blocks(facts.alerts)
        findings = [item for item in self.review.findings_of(change.address) if not item.must_fix]
        blocks += open_blocks([item for item in findings if item.dismissed is None], None)
        blocks += dismissed_blocks([item for item in findings if item.dismissed is not None], None)
        return blocks

    def _groups(self, change: Change) -> dict[Group, tuple[doc.Block, ...]]:
        """Return the blocks of each group that has any, with its heading."""
        form = self.review.designs_of(change).after
        items = located(change, self.shares)
        pairs = step_pairs(form, change.fields)
        effects = EffectBlocks(form, items, pairs, human_review=self.review.human_review)
        groups: dict[Group, tuple[doc.Block, ...]] = {}
        for group in Group:
            if body := effects.of(group, [item for item in items if group_of(item) is group]):
                groups[group] = (doc.Heading(3, (own(f"{len(groups) + 1}. {group}"),)), *body)
        return groups


def drift_section(change: Change) -> doc.Section:
    """Return the section of a posting that was changed outside, and that nothing else is done to."""
    title = foreign(change.title or change.address)
    head = doc.Heading(2, (title, own(" · "), code(change.address)))
    blocks = (head, *drift_blocks(change))
    return doc.Section(
        blocks, address=change.address, name=(title, own(": changed outside")), kind="changed outside", brief=blocks
    )


def drift_blocks(change: Change) -> Iterator[doc.Block]:
    """Yield what was changed outside, old and new."""
    if change.drift_beside_fields:
        yield doc.Paragraph((own(HEAD, Style.STRONG), own(":")))
        yield doc.CodeBlock("\n".join(map(text_of, drift_lines(change.drift_beside_fields, _DIFF_WIDTH, ""))), "diff")


def _what_happens(change: Change) -> Inline:
    words = change_words(change)
    out = headline(replace(words, consequence=_UNCOMPARED) if is_uncompared(change) else words)
    if change.action is Action.HOLD and change.fields and not change.to_settle:
        out += (own(" What is held back:"),)
    if change.closes and change.action is not Action.ARCHIVE:
        ids = separated(tuple(map(code, change.closes)), ", ")
        out += (own(" "), own("Archived with it", Style.STRONG), own(": "), *ids)
        out += (own(", where nobody new can enter then."),)
    for drain in change.drains:
        if drain.since is None:
            out += (own(" "), own("Drains", Style.STRONG), own(": "), foreign(drain_words(drain)), own("."))
    return out


def for_engineers(change: Change, shares: Shares, form: Form | None, *, public: bool) -> doc.Details:
    """Return fields and digests, folded; a public review has no values."""
    lines = [f"{ACTIONS[change.action].symbol} {one_line(change.address)}"]
    if not public:
        lines += map(text_of, FieldLines(form, _DIFF_WIDTH).lines(shares.own(change), ""))
    facts: dict[str, Sequence[str | None]] = {
        "file": [change.source],
        "class": [effect.value for effect in classes(change)],
        "revision": [revision_words(change)],
        "posting": [change.live.posting_id if change.live else None],
        "archives": change.archives,
        "digest before": [change.before_digest],
        "digest after": [change.after_digest],
    }
    line: Inline = ()
    for label, values in facts.items():
        if spans := tuple(code(value) for value in values if value):
            line += (own(f"{' · ' if line else ''}{label} "), *separated(spans, ", "))
    blocks: list[doc.Block] = [doc.CodeBlock("\n".join(lines), "diff")]
    if bare := [reason for reason in change.reasons if reason.code in REASONS_IN_LABEL - {ReasonCode.NEW}]:
        blocks.append(doc.Paragraph(why(reason_sentences(bare))))
    if decided := decided_lines(change):
        texts = joined((sentence(line[:LONGEST]) for line in decided), "; ")
        blocks.append(doc.Paragraph((own("Decided: "), *texts, own("."))))
    if line:
        blocks.append(doc.Paragraph(line))
    return doc.Details("For engineers: fields and digests", tuple(blocks))
