"""A plan and its changes in words, for terminals and documents alike."""

from __future__ import annotations

from heymilo_ops.advice import AdviceKind, advise
from heymilo_ops.plan.change import Action, Change, Plan
from heymilo_ops.review.advice import command
from heymilo_ops.review.reasons import reason_sentence, reason_sentences
from heymilo_ops.review.words import ACTIONS, counted
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


def change_verb(change: Change) -> str:
    """Return what happens to a posting, to follow its name: ``will be created``."""
    if change.forgets:
        return "will be forgotten"
    if finishes(change):
        return "stays, and the posting it replaced will be archived"
    if change.to_settle:
        return "has to be settled first"
    will = ACTIONS[change.action].will
    return f"is {will}" if change.action in (Action.HOLD, Action.UNCHANGED) else will


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


def unmanaged_words(number: int) -> str:
    """Return ``3 open postings at HeyMilo are managed by nobody``."""
    if not number:
        return "every open posting at HeyMilo is managed by a repo"
    return f"{counted(number, 'open posting')} at HeyMilo {'is' if number == 1 else 'are'} managed by nobody"


def plan_notes(plan: Plan) -> tuple[str, ...]:
    """Return the notes of a plan; the last one is on the postings that nobody manages."""
    texts = reason_sentences(plan.notes)
    if not plan.unmanaged:
        return texts
    shows = command(advise(AdviceKind.LIST_UNMANAGED, workspace=plan.workspace))
    return (*texts, f"{unmanaged_words(plan.unmanaged)}: `{shows}` shows them")
