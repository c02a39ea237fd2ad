"""A plan and its changes in words, for terminals and documents alike.

Deadlines are in the time zone of the manifest's author: a canonical form has them in UTC.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from heymilo_ops.errors import AdviceKind, advise
from heymilo_ops.model.pointer import unescape
from heymilo_ops.model.reason import Reason
from heymilo_ops.plan.change import Action, Change, Drain, FieldChange, Plan, SharedChange
from heymilo_ops.plan.comparison import Comparison
from heymilo_ops.plan.shared_changes import Shares, tail
from heymilo_ops.review.advice import command
from heymilo_ops.review.document import Callout, CalloutKind, sentence
from heymilo_ops.review.reasons import reason_sentence, reason_sentences
from heymilo_ops.review.words import ACTIONS, EDIT, FINISH, FORGET, SETTLE, ActionWords, counted
from heymilo_ops.text.phrase import on_clock_of
from heymilo_ops.text.sanitize import one_line

_COUNTED = (Action.CREATE, Action.UPDATE, Action.REPLACE, Action.ARCHIVE)


def plan_summary(plan: Plan) -> tuple[str, str]:
    """Return the last line of a plan, its head apart: ``Plan:`` and `` 1 to create, …``, or ``No changes.`` and why."""
    scope = "\nOther postings were not looked at." if plan.partial else ""
    if plan.has_changes:
        return "Plan:", f" {', '.join(_counts(plan))}.{scope}"
    held, differing = plan.summary()[Action.HOLD] - to_settle(plan), len(plan.differing)
    compared = one_line(reason_sentence(plan.compared)).rstrip(".")
    verb = "differs" if differing == 1 else "differ"
    parts = [
        f"{held} held." if held else "",
        f"{counted(differing, 'posting')} at HeyMilo {verb} from what was applied: see the notes." if differing else "",
        f"Compared: {compared}." if compared else "",
    ]
    return "No changes.", "".join(f" {part}" for part in parts if part) + scope


def _counts(plan: Plan) -> list[str]:
    counts = plan.summary()
    forgotten = [change.action for change in plan.changes if change.forgets]
    parts = [f"{counts[action] - forgotten.count(action)} to {action}" for action in _COUNTED]
    parts += [f"{counts[Action.ADOPT]} to adopt"] if counts[Action.ADOPT] else []
    parts += [f"{len(forgotten)} to forget"] if forgotten else []
    recorded = len(plan.to_record)
    parts += [f"{counted(recorded, 'setting')} of heymilo.yaml to record"] if recorded else []
    unsettled = to_settle(plan)
    held = counts[Action.HOLD] - unsettled
    return parts + [f"{number} {word}" for number, word in ((held, "held"), (unsettled, "to settle")) if number]


def to_settle(plan: Plan) -> int:
    """Count the changes that wait for an unknown outcome."""
    return sum(change.to_settle for change in plan.changes)


def change_words(change: Change) -> ActionWords:
    """Return the words of what happens to a posting, also where the name of the action doesn't say it."""
    if change.forgets:
        return FORGET
    if finishes(change):
        return FINISH
    if change.edits:
        return EDIT
    return SETTLE if change.to_settle else ACTIONS[change.action]


def finishes(change: Change) -> bool:
    """Return whether an archive only finishes an earlier replace: the current posting isn't archived."""
    current = change.live.posting_id if change.live else None
    return change.action is Action.ARCHIVE and current is not None and current not in change.archives


def revision_words(change: Change) -> str:
    """Return ``2 → 3`` where a revision is made, ``2`` where the last one stays, ``""`` where there is none."""
    before, after = change.revision_from, change.revision_to
    if None not in (before, after) and before != after:
        return f"{before} → {after}"
    return str(after or before or "")


def drain_words(drain: Drain) -> str:
    """Return ``p1, until 2027-01-24 at the latest if this is applied today`` for a drain that this plan begins."""
    return f"{one_line(drain.posting_id)}, until {drain.until} at the latest if this is applied today"


def unmanaged_words(number: int) -> str:
    """Return ``3 open postings at HeyMilo are managed by nobody``."""
    if not number:
        return "every open posting at HeyMilo is managed by a repo"
    return f"{counted(number, 'open posting')} at HeyMilo {'is' if number == 1 else 'are'} managed by nobody"


def titles_of(plan: Plan) -> dict[str, str]:
    """Return by address what candidates see as the title; with the name where several postings have the same."""
    times = Counter(change.title for change in plan.changes)
    return {
        change.address: change.title if times[change.title] == 1 else f"{change.title} ({change.address})"
        for change in plan.changes
        if change.title
    }


def plan_notes(plan: Plan) -> tuple[str, ...]:
    """Return the notes of a plan; the last one is on the postings that nobody manages."""
    texts = reason_sentences(plan.notes)
    if not plan.unmanaged:
        return texts
    shows = command(advise(AdviceKind.LIST_UNMANAGED, workspace=plan.workspace))
    takes = command(advise(AdviceKind.IMPORT, workspace=plan.workspace))
    return (*texts, f"{unmanaged_words(plan.unmanaged)}: `{shows}` shows them, `{takes}` makes manifests of them")


_PATH = "/deadline"


def with_author_clock(plan: Plan) -> Plan:
    """Return the plan with each deadline at the offset that the manifest has today; in UTC where it isn't known."""
    written = {change.address: written_deadline(change) for change in plan.changes}
    shared = []
    for entry in plan.shared:
        if entry.field == _PATH:
            # One offset for all that the entry tells of, so that its postings are still known by its values.
            first = written.get(entry.addresses[0])
            written.update(dict.fromkeys(entry.addresses, first))
            entry = replace(entry, before=_moved(entry.before, first), after=_moved(entry.after, first))
        shared.append(entry)
    changes = tuple(
        replace(change, fields=on_clocks(change.fields, written[change.address], written[change.address]))
        for change in plan.changes
    )
    return replace(plan, changes=changes, shared=tuple(shared))


def written_deadline(change: Change) -> str | None:
    """Return the deadline of a change as its manifest has it; for a saved plan, as it would be sent."""
    sent = change.desired.request if change.desired is not None else change.settings or {}
    deadline = sent.get("deadline")
    return deadline if isinstance(deadline, str) else None


def on_clocks(fields: Iterable[FieldChange], before: str | None, after: str | None) -> tuple[FieldChange, ...]:
    """Return the field changes with the deadline of each side at the offset of a deadline as the author wrote it."""
    return tuple(
        replace(field, before=_moved(field.before, before), after=_moved(field.after, after))
        if field.path == _PATH
        else field
        for field in fields
    )


def _moved(value: Any, written: str | None) -> Any:
    return on_clock_of(value, written) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Alike:
    """Postings of one action that change by shared changes alone.

    Attributes:
        reasons: what holds for most of them, without the posting's id.
        changes: each with the reasons that are its own, and so not said above.
    """

    action: Action
    reasons: tuple[str, ...]
    changes: tuple[tuple[Change, tuple[str, ...]], ...]


def group_alike(plan: Plan, shares: Shares) -> tuple[list[Alike], list[Change]]:
    """Group the postings that need no block of their own, by action; return the changes that need one as well."""
    groups = []
    for action in Action:
        changes = [
            change for change in plan.changes if change.action is action and _is_usual(change) and shares.alone(change)
        ]
        if changes:
            frequency = Counter(tuple(_placeless(change, reason) for reason in change.reasons) for change in changes)
            usual = max(frequency, key=lambda reasons: frequency[reasons])
            particular = tuple((change, _particular(change, usual)) for change in changes)
            groups.append(Alike(action, usual, particular))
    grouped = {change.address for group in groups for change, _ in group.changes}
    changing = (change for change in plan.changes if change.action is not Action.UNCHANGED)
    return groups, [change for change in changing if change.address not in grouped]


def _is_usual(change: Change) -> bool:
    """Return whether the action says all that happens: nothing else is archived, and nothing forgotten."""
    return not change.forgets and not (change.closes and change.action is not Action.ARCHIVE)


def _particular(change: Change, usual: Sequence[str]) -> tuple[str, ...]:
    return tuple(reason_sentence(reason) for reason in change.reasons if _placeless(change, reason) not in usual)


def _placeless(change: Change, reason: Reason) -> str:
    """Return a reason in words, without the id of its posting."""
    return " ".join(reason_sentence(reason.without(change.live.posting_id) if change.live else reason).split())


def dotted_name(shared: SharedChange) -> str:
    """Return the field by the names that manifests use: ``company_overview``, ``question on-call: text``."""
    names = list(map(unescape, shared.field.split("/")[1:]))
    if names[0] == "config":
        return one_line(".".join(names[1:]))
    if names[0] == "questions" and len(names) > 2:
        return f"question {one_line(names[1])}: {one_line('.'.join(names[2:]))}"
    return one_line(".".join(names))


def shared_verb(shared: SharedChange) -> str:
    """Return what happened to the field, to stand before the path: ``reworded in``."""
    if shared.kind == "removed":
        return "taken out, shared through"
    if shared.kind == "added":
        return "added in"
    return "reworded in" if isinstance(shared.before, str) and " " in shared.before else "changed in"


def shared_line(shared: SharedChange) -> str:
    """Return ``company_overview reworded in postings/_shared/texts/company.md, 40 postings``."""
    number = counted(len(shared.addresses), "posting")
    return f"{dotted_name(shared)} {shared_verb(shared)} {one_line(shared.path)}, {number}"


def shared_example(plan: Plan, shared: SharedChange) -> tuple[Change, FieldChange] | None:
    """Return one posting with the shared change, and its field change; ``None`` where no posting has it."""
    for change in plan.changes:
        if change.address == shared.addresses[0]:
            for field in change.fields:
                if tail(field) == shared.field and field.kind == shared.kind and field.after == shared.after:
                    return change, field
    return None


_MOST = 20


def comparison_paragraphs(compared: Comparison, why: str) -> list[str]:
    """Return a paragraph on each kind of result; ``why``: nothing could be recomputed."""
    if why:
        return [f"Nothing of this was recomputed: {one_line(why)}. All of it is only what the file says."]
    texts = []
    if compared.otherwise:
        texts.append(f"THE FILE TELLS OTHERWISE than a plan made here: {_listed(compared.otherwise)}.")
    if compared.same or not compared.otherwise:
        texts.append(
            "Recomputed from the manifests and the state here, without asking HeyMilo: what is done to "
            f"{counted(len(compared.same), 'posting')}, with every field, class and revision."
        )
    if compared.unknown:
        texts.append(f"Only read from the file: {_listed(compared.unknown)}.")
    return texts


def comparison_callout(texts: Iterable[str]) -> Callout:
    """Return these paragraphs as a callout, to stand below the document of the plan."""
    return Callout(CalloutKind.NOTE, tuple(map(sentence, texts)))


def _listed(phrases: Sequence[str]) -> str:
    more = [f"and {len(phrases) - _MOST} more"] if len(phrases) > _MOST else []
    return "; ".join([*(one_line(phrase).rstrip(".") for phrase in phrases[:_MOST]), *more])
